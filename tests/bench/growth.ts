/** What a delivery costs the server when ten thousand watch, beside what it costs when five hundred do. */
import type { Bench } from './bench.ts';
import { costOf, crowdOf } from './fanout.ts';
import { inTurn, rowOf, spread } from './pairs.ts';
import { BenchStage } from './stage.ts';

const FEW = 500;
const MANY = 10_000;
/** Deliveries of each measurement are about as many. */
const FRAMES = { few: 30, many: 2 };

async function square(count: number, frames: number) {
  const stage = await BenchStage.open(0);
  await stage.scores();
  const { watchers, move } = await crowdOf(stage, count);
  await watchers.frame(move);
  return {
    cost: () => costOf(stage.hub.pid, watchers, frames, move),
    stop: () => {
      watchers.close();
      return stage.close();
    },
  };
}

export const growth: Bench = async ({ runs, say }) => {
  const [few, many] = [await square(FEW, FRAMES.few), await square(MANY, FRAMES.many)];
  const figures = await inTurn(runs, { many: many.cost, few: few.cost });
  await Promise.all([few.stop(), many.stop()]);
  say(
    spread('server µs a delivery', { [`${MANY} watchers`]: figures.many, [`${FEW} watchers`]: figures.few }),
  );
  return { rows: [rowOf('server µs a delivery, 10,000 to 500', figures.many, figures.few)], misses: [] };
};
