/**
 * 60 examiners submit within five seconds while 5,000 watch: from the tap until the number stands on the screen. Beside
 * an echo hub that coalesces alike and does nothing else, under the same load.
 */
import type { Bench } from './bench.ts';
import { median, quantile } from './bench.ts';
import { Line, lines } from './load/line.ts';
import { inTurn, ratioOf, rounded, spread } from './pairs.ts';
import { Program } from './load/program.ts';
import { BenchStage } from './stage.ts';

const EXAMINERS = 60;
const WATCHERS = 5000;
/** In ms. */
const WINDOW = 5000;
const SETTLE = 2000;

interface Shown {
  /** The number that the screen stands at, and when it came there (ms). */
  upTo: number;
  at: number;
}

/** What a screen shows by and by: the first number in a packet that `read` finds. */
function follow(screen: Line, read: RegExp): Shown[] {
  const shown: Shown[] = [];
  screen.heard = (packet) => {
    const upTo = Number(read.exec(packet.toString())?.[1] ?? NaN);
    if (!Number.isNaN(upTo)) shown.push({ upTo, at: performance.now() });
  };
  return shown;
}

/** @param submit resolves with the number that the screen will have reached when it shows this ballot */
async function window(shown: Shown[], submit: (nth: number) => Promise<number>): Promise<number[]> {
  await new Promise((settled) => setTimeout(settled, SETTLE));
  shown.length = 0;
  const began: number[] = [];
  const numbers = await Promise.all(
    Array.from({ length: EXAMINERS }, async (_, nth) => {
      await new Promise((turn) => setTimeout(turn, (nth * WINDOW) / EXAMINERS));
      began[nth] = performance.now();
      return submit(nth);
    }),
  );
  const last = Math.max(...numbers);
  while ((shown[shown.length - 1]?.upTo ?? 0) < last) await new Promise((wait) => setTimeout(wait, 5));
  return numbers.map((n, nth) => (shown.find(({ upTo }) => upTo >= n)?.at ?? Infinity) - (began[nth] ?? 0));
}

export const live: Bench = async ({ runs, say }) => {
  const stage = await BenchStage.open(EXAMINERS * runs);
  const examiners = await stage.examiners(EXAMINERS * runs);
  await stage.scores();
  const screen = await stage.screen();
  const crowd = await lines(WATCHERS, (at) => stage.watcher(at));
  const size = 2000;
  const echo = await Program.start('coalescing', { BYTES: String(size) });
  const plain = await lines(EXAMINERS, () => new Line(echo.url, { role: 'examiner' }));
  const wall = new Line(echo.url, { role: 'screen' });
  const audience = await lines(WATCHERS, () => new Line(echo.url, { role: 'crowd' }));
  const product = follow(screen, /"to":(\d+)/);
  const baseline = follow(wall, /"returned":(\d+)/);
  const all = { product: [] as number[][], echo: [] as number[][] };
  let next = 0;
  const p99 = await inTurn(runs, {
    product: async () => {
      const from = next;
      next += EXAMINERS;
      const waits = await window(product, async (nth) => {
        const reply = await stage.ballot(examiners[from + nth]!, 0);
        if (!reply.ok) throw new Error(`ballot: ${reply.code}`);
        return reply.n;
      });
      all.product.push(waits);
      return quantile(waits, 0.99);
    },
    echo: async () => {
      const waits = await window(baseline, async (nth) => {
        const reply = await plain[nth]!.ask<{ n: number }>('command', { type: 'ballot.submit' });
        return reply.n;
      });
      all.echo.push(waits);
      return quantile(waits, 0.99);
    },
  });
  for (const line of [...crowd, ...audience, ...examiners, ...plain, screen, wall]) line.close();
  await stage.close();
  await echo.stop();
  const p50 = { product: all.product.map(median), echo: all.echo.map(median) };
  say(spread('tap to screen, p99 of each window, ms', p99));
  say(spread('tap to screen, median of each window, ms', p50));
  // The 99th of a hundred needs more than one window's sixty: the row is taken over all windows.
  const over = { product: quantile(all.product.flat(), 0.99), echo: quantile(all.echo.flat(), 0.99) };
  return {
    rows: [
      {
        metric: 'tap to screen, p99, ms',
        product: rounded(over.product),
        baseline: rounded(over.echo),
        ratio: rounded(over.product / over.echo),
      },
      {
        metric: 'tap to screen, median, ms',
        product: rounded(median(p50.product)),
        baseline: rounded(median(p50.echo)),
        ratio: ratioOf(p50.product, p50.echo),
      },
    ],
    misses: [],
  };
};
