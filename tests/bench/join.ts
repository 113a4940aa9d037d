/**
 * 5,000 phones come at once, until each has its first full view; beside stock Socket.IO, which polls and changes over and
 * has its view ready. And what an idle phone costs the server's memory, beside stock Socket.IO with websockets alone.
 * Each measurement has servers of its own, started for it.
 */
import type { Bench } from './bench.ts';
import { Line } from './load/line.ts';
import { Program } from './load/program.ts';
import { StockPhone } from './load/stock-phone.ts';
import { inTurn, rowOf, spread } from './pairs.ts';
import { memoryOf } from './process-cost.ts';
import { BenchStage } from './stage.ts';

const PHONES = 5000;
/** How long the servers and the phones lie there until the memory is looked at, in ms. */
const IDLE = 1000;
/** How long a collection may take, in ms. */
const COLLECTED = 500;
/** How many are dialled between two turns of the clients' loop. */
const DIALLED = 20;
const KIB = 1024;
const COLLECTS = {
  NODE_OPTIONS: `--expose-gc --import=${new URL('load/collect.ts', import.meta.url).href}`,
};

const rest = (time: number) => new Promise<void>((rested) => setTimeout(rested, time));

interface Came {
  /** A second. */
  joins: number;
  /** KiB of the server's memory for each; 0 where nobody asks. */
  memory: number;
}

async function idleMemory(pid: number | null): Promise<number> {
  await rest(IDLE);
  if (pid === null) return 0;
  process.kill(pid, 'SIGWINCH');
  await rest(COLLECTED);
  return memoryOf(pid);
}

/**
 * @param pid of the server whose memory is looked at; null where it is not, and it only comes to rest
 * @param join what one phone does until it has its first view
 */
async function come(
  pid: number | null,
  join: (at: number) => Promise<void>,
  close: () => Promise<void>,
): Promise<Came> {
  const before = await idleMemory(pid);
  const began = performance.now();
  const joining: Promise<void>[] = [];
  // They are many machines: that this one dials for one after the other holds up nobody who is through already.
  for (let at = 0; at < PHONES; at += 1) {
    joining.push(join(at));
    if (at % DIALLED === 0) await new Promise(setImmediate);
  }
  await Promise.all(joining);
  const joins = PHONES / ((performance.now() - began) / 1000);
  const memory = ((await idleMemory(pid)) - before) / PHONES / KIB;
  await close();
  return { joins, memory };
}

/** How large a first view is: what the product's phones are sent, the baselines' are. */
async function sizeOfView(): Promise<number> {
  const stage = await BenchStage.open(0);
  await stage.scores();
  const line = stage.watcher(0);
  let bytes = 0;
  line.heard = (packet) => (bytes ||= packet.length);
  await line.first;
  line.close();
  await stage.close();
  return bytes;
}

async function product(): Promise<Came> {
  const stage = await BenchStage.open(0, COLLECTS);
  await stage.scores();
  const phones: Line[] = [];
  const join = async (at: number) => {
    const line = stage.watcher(at);
    phones.push(line);
    await line.open;
    await line.first;
  };
  const close = async () => {
    for (const line of phones) line.close();
    await stage.close();
  };
  return come(stage.hub.pid, join, close);
}

async function stock(bytes: number): Promise<Came> {
  const program = await Program.start('stock', { BYTES: String(bytes), ...COLLECTS });
  const phones: StockPhone[] = [];
  const close = async () => {
    for (const one of phones) one.close();
    await program.stop();
  };
  const join = () => {
    const phone = new StockPhone();
    phones.push(phone);
    return phone.join(program.url);
  };
  return come(null, join, close);
}

/** The same server for phones that come by websocket at once. */
async function sockets(bytes: number): Promise<Came> {
  const program = await Program.start('stock', { BYTES: String(bytes), ...COLLECTS });
  const phones: Line[] = [];
  const join = async () => {
    const line = new Line(program.url, {});
    phones.push(line);
    await line.open;
    await line.first;
  };
  const close = async () => {
    for (const line of phones) line.close();
    await program.stop();
  };
  return come(program.pid, join, close);
}

export const join: Bench = async ({ runs, say }) => {
  const memory = { product: [] as number[], stock: [] as number[] };
  // The first view of the baselines is as large as the product's.
  const bytes = await sizeOfView();
  const joins = await inTurn(runs, {
    product: async () => {
      const came = await product();
      memory.product.push(came.memory);
      return came.joins;
    },
    polling: async () => (await stock(bytes)).joins,
    websocket: async () => {
      const came = await sockets(bytes);
      memory.stock.push(came.memory);
      return came.joins;
    },
  });
  say(spread(`joins a second, ${PHONES} at once, first view of ${bytes} bytes`, joins));
  say(spread('KiB for an idle phone', memory));
  return {
    rows: [
      rowOf('joins a second', joins.product, joins.polling),
      rowOf('KiB for an idle phone', memory.product, memory.stock),
    ],
    misses: [],
  };
};
