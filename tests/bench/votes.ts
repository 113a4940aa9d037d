/** What an examiner waits for his acknowledgement, alone and among the crowd's votes, side by side in one run. */
import { median, table, type Bench } from './bench.ts';
import { ballotsUnderVotes } from './ballots-under-votes.ts';

const FLOOD = { examiners: 50, votes: 2000, windows: 6, window: 2000 };
/** The crowd delays nobody's acknowledgement by more than this. */
const MOST = 2;

export const votes: Bench = async ({ runs, say }) => {
  const all: Awaited<ReturnType<typeof ballotsUnderVotes>>[] = [];
  for (let run = 0; run < runs; run += 1) all.push(await ballotsUnderVotes(FLOOD));
  const figure = (of: (one: (typeof all)[number]) => number) => Math.round(median(all.map(of)) * 10) / 10;
  const row = (name: string, part: 'p50' | 'p95') => {
    const [alone, among] = [figure((one) => one.alone[part]), figure((one) => one.among[part])];
    return { name, alone, among, ratio: Math.round((among / alone) * 100) / 100 };
  };
  const rows = [row('p50', 'p50'), row('p95', 'p95')];
  say(
    table([
      [`acknowledgement, ms (${FLOOD.votes} votes a second)`, 'alone', 'among votes', 'ratio'],
      ...rows.map((one) => [one.name, one.alone, one.among, one.ratio]),
    ]),
  );
  return {
    rows: rows.map(({ name, among, alone, ratio }) => ({
      metric: `acknowledgement among votes to alone, ${name}, ms`,
      product: among,
      baseline: alone,
      ratio,
    })),
    misses: rows
      .filter((one) => one.ratio > MOST)
      .map((one) => `${one.name}: ${one.ratio} times > ${MOST} times`),
  };
};
