/** 5,000 examiners submit in the same instant; until the last is acknowledged. Beside it a plain Socket.IO echo that stores nothing. */
import { PROTOCOL } from '../../realtime/protocol-names.ts';
import type { Bench } from './bench.ts';
import { Line, lines } from './load/line.ts';
import { inTurn, rowOf, spread } from './pairs.ts';
import { Program } from './load/program.ts';
import { BenchStage } from './stage.ts';

const EXAMINERS = 5000;
const REST = 1000;

/** @returns ms from the first that is sent to the last that is answered */
async function burstOf(all: readonly Line[], submit: (line: Line) => Promise<unknown>): Promise<number> {
  await new Promise((rested) => setTimeout(rested, REST)); // what the burst before left to be sent
  const began = performance.now();
  await Promise.all(all.map(submit));
  return performance.now() - began;
}

export const burst: Bench = async ({ runs, say }) => {
  const echo = await Program.start('echo');
  const stage = await BenchStage.open(EXAMINERS);
  const examiners = await stage.examiners(EXAMINERS);
  await stage.scores();
  const plain = await lines(EXAMINERS, () => new Line(echo.url, {}));
  let round = 0;
  const scores = { report: 2400, response: 1600, evidence: 2400, measures: 1600 };
  const figures = await inTurn(runs, {
    product: async () => {
      const time = await burstOf(examiners, async (line) => {
        const reply = await stage.ballot(line, round);
        if (!reply.ok) throw new Error(`ballot: ${reply.code}`);
      });
      round += 1;
      return time;
    },
    echo: () =>
      burstOf(plain, (line) =>
        line.ask('command', {
          v: PROTOCOL,
          id: 'bench-000000000',
          type: 'ballot.submit',
          body: { unit: stage.unit, replaces: round, scores },
        }),
      ),
  });
  for (const line of [...plain, ...examiners]) line.close();
  await stage.close();
  await echo.stop();
  say(spread('5,000 ballots at once, ms', figures));
  return { rows: [rowOf('5,000 ballots at once, ms', figures.product, figures.echo)], misses: [] };
};
