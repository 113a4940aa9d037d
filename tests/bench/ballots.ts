/**
 * 1,000 examiners submit without pause for ten seconds, each his next ballot when the last is acknowledged; beside it the
 * design that everybody would write first: Express, one POST and one INSERT each, `synchronous = FULL`, on the same disk.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench } from './bench.ts';
import { fsyncOf } from './disk.ts';
import { inTurn, rounded, rowOf, spread } from './pairs.ts';
import { Poster } from './load/poster.ts';
import { Program } from './load/program.ts';
import { BenchStage } from './stage.ts';

const EXAMINERS = 1000;
/** How long each measurement takes, in ms. */
const WINDOW = 10_000;

/** Everybody goes on until the time is over; what is under way then still counts, with its time. @returns done a second */
async function withoutPause(people: number, act: (at: number) => Promise<void>): Promise<number> {
  const began = performance.now();
  let done = 0;
  const one = async (at: number) => {
    while (performance.now() - began < WINDOW) {
      await act(at);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: people }, (_, at) => one(at)));
  return done / ((performance.now() - began) / 1000);
}

export const ballots: Bench = async ({ runs, say }) => {
  const folder = await mkdtemp(join(tmpdir(), 'dakaochang-bench-'));
  // The quicker the disk, the less is gained by sharing a commit.
  const fsync = fsyncOf(folder);
  const naive = await Program.start('express-insert', { FILE: join(folder, 'ballots.sqlite') });
  const stage = await BenchStage.open(EXAMINERS);
  const examiners = await stage.examiners(EXAMINERS);
  await stage.scores();
  const posters = await Promise.all(examiners.map(() => Poster.connect(naive.url)));
  const revisions = examiners.map(() => 0);
  const scores = { report: 2400, response: 1600, evidence: 2400, measures: 1600 };
  let posted = 0;
  const product = async (at: number) => {
    const reply = await stage.ballot(examiners[at]!, revisions[at]!);
    if (reply.ok) revisions[at]! += 1;
    else if (!reply.retry) throw new Error(`ballot: ${reply.code}`);
  };
  const baseline = (at: number) => {
    const id = `bench-${String((posted += 1)).padStart(9, '0')}`;
    const body = { unit: stage.unit, replaces: 0, scores };
    return posters[at]!.post('/ballots', { v: 1, id, type: 'ballot.submit', pass: `pass-${at}`, body });
  };
  const figures = await inTurn(runs, {
    product: () => withoutPause(EXAMINERS, product),
    express: () => withoutPause(EXAMINERS, baseline),
  });
  for (const one of posters) one.close();
  await stage.close();
  await naive.stop();
  await rm(folder, { recursive: true, force: true });
  say(spread('ballots a second', figures));
  const rows = [
    rowOf('ballots a second', figures.product, figures.express),
    {
      metric: 'ms that this disk takes for one fsync of 4 KB',
      product: rounded(fsync),
      baseline: null,
      ratio: null,
    },
  ];
  return { rows, misses: [] };
};
