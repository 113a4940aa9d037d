/**
 * One frame to everybody who watches, closed loop: the next when all have it. The server's time on its core a delivery,
 * beside stock `io.emit` and a loop over bare websockets that send as many bytes. The product decides a command, writes
 * it down with fsync and computes its views for each frame; the others have the frame ready.
 */
import { median, type Bench } from './bench.ts';
import { Line, lines } from './load/line.ts';
import { inTurn, ratioOf, rounded, rowOf, spread } from './pairs.ts';
import { Program } from './load/program.ts';
import { AT_EASE, paceOf } from '../../realtime/pace.ts';
import { cpuOf } from './process-cost.ts';
import { BenchStage } from './stage.ts';

const WATCHERS = 2000;
const FRAMES = 6;

/** A crowd that waits until each has had the next frame. */
export class Watchers {
  readonly all: readonly Line[];
  #had = 0;
  #wanted = Infinity;
  #done: () => void = () => undefined;
  /** Bytes of the last frame. */
  bytes = 0;

  constructor(all: readonly Line[]) {
    this.all = all;
    for (const line of all)
      line.heard = (packet) => {
        this.bytes = packet.length;
        if ((this.#had += 1) === this.#wanted) this.#done();
      };
  }

  /** Resolves when `trigger` has brought everybody one event more. */
  async frame(trigger: () => Promise<unknown>): Promise<void> {
    this.#had = 0;
    this.#wanted = this.all.length;
    const had = new Promise<void>((resolve) => (this.#done = resolve));
    await trigger();
    await had;
  }

  close(): void {
    for (const line of this.all) line.close();
  }
}

/** Time of the server's core a delivery, in µs. */
export async function costOf(
  pid: number,
  watchers: Watchers,
  frames: number,
  trigger: () => Promise<unknown>,
): Promise<number> {
  const before = cpuOf(pid);
  for (let nth = 0; nth < frames; nth += 1) await watchers.frame(trigger);
  return (cpuOf(pid) - before) / (frames * watchers.all.length);
}

/** A crowd before a stage whose clock the host moves: each move is a frame. */
export async function crowdOf(
  stage: BenchStage,
  count: number,
): Promise<{ watchers: Watchers; move(): Promise<unknown> }> {
  const all = await lines(count, (at) => stage.watcher(at));
  await Promise.all(all.map((line) => line.first));
  await stage.settle();
  const watchers = new Watchers(all);
  const move = () => stage.host.must('clock.adjust', { clock: 'stage', by: 1000 });
  return { watchers, move };
}

async function baselineOf(name: string, bytes: number) {
  const program = await Program.start(name, { BYTES: String(bytes) });
  const watchers = new Watchers(await lines(WATCHERS, () => new Line(program.url, {})));
  const trigger = new Line(program.url, {});
  await trigger.open;
  return {
    cost: () =>
      costOf(program.pid, watchers, FRAMES, async () => {
        // The same coalescing: what is sent twice a second finds colder caches than what is sent in a loop.
        await new Promise((due) => setTimeout(due, paceOf('crowd', { ...AT_EASE, crowd: WATCHERS }, bytes)));
        await trigger.ask('command', {});
      }),
    stop: async () => {
      watchers.close();
      trigger.close();
      await program.stop();
    },
  };
}

export const fanout: Bench = async ({ runs, say }) => {
  const stage = await BenchStage.open(0);
  await stage.scores();
  const { watchers, move } = await crowdOf(stage, WATCHERS);
  await watchers.frame(move);
  const bytes = watchers.bytes - '42["frame",{"slices":""}]'.length;
  const [emit, loop] = [await baselineOf('emit', bytes), await baselineOf('ws-loop', bytes)];
  const figures = await inTurn(runs, {
    product: () => costOf(stage.hub.pid, watchers, FRAMES, move),
    'io.emit': emit.cost,
    'ws loop': loop.cost,
  });
  watchers.close();
  await Promise.all([stage.close(), emit.stop(), loop.stop()]);
  say(spread(`server µs a delivery, ${WATCHERS} watchers, ${bytes} bytes`, figures));
  return {
    rows: [
      rowOf('server µs a delivery, io.emit', figures.product, figures['io.emit']),
      {
        metric: 'server µs a delivery, ws loop',
        product: rounded(median(figures.product)),
        baseline: rounded(median(figures['ws loop'])),
        ratio: ratioOf(figures.product, figures['ws loop']),
      },
    ],
    misses: [],
  };
};
