/**
 * Where should a commit run? `node tests/bench/commit-thread.ts [ROUNDS] [SECONDS]`
 *
 * Steady: 2,000 entries a second arrive on timers and are committed in groups, one group at a time, as the authority
 * does it. Flood: 20,000 entries that wait already, in groups of 500. Both with the commit in the main thread and in a
 * thread of its own, on the disk as it is and with 20 ms added to each commit. The runs take turns, so that a change
 * of the machine's mood meets all of them; the table has the medians of the rounds.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import type { Draft, Journal } from '../../assessment/journal.ts';
import { SqliteJournal } from '../../db/sqlite-journal.ts';
import { verifyChain } from '../../db/verify.ts';
import { WorkerJournal } from '../../db/worker-journal.ts';

const [ROUNDS = 5, SECONDS = 4] = process.argv.slice(2).map(Number);
const RATE = 2000; // entries a second
const TICK = 2; // ms between arrivals
const FLOOD = 20_000; // entries
const GROUP = 500; // entries

const PLACES = { 'main thread': SqliteJournal, 'own thread': WorkerJournal } as const;
const DELAYS = [0, 20]; // ms

interface Figures {
  /** How late the event loop was (ms). */
  lateP50: number;
  lateP99: number;
  lateMax: number;
  /** Share of the time in which the main thread was not idle (%). */
  busy: number;
  /** From arrival to acknowledgement (ms). */
  ackP50: number;
  ackP99: number;
  /** Entries a second that were acknowledged while steady, and in the flood. */
  steady: number;
  flood: number;
}

/** A ballot as the journal holds it: about 400 bytes. */
function ballot(i: number): Draft {
  const scores = { report: '26.5', response: '18.0', evidence: '27.5', measures: '17.5' };
  const data = {
    unit: `u${i % 25}`,
    pass: `p${i % 2000}`,
    category: 'c3',
    scores,
    receipt: '7K2M9QXA',
    revision: 1,
  };
  return {
    at: 1_700_000_000_000 + i,
    by: `pass:p${i % 2000}`,
    type: 'ballot',
    data,
    command: { id: `${i}`, print: 'f'.repeat(64) },
  };
}

async function steady(journal: Journal): Promise<Omit<Figures, 'flood'>> {
  const late = monitorEventLoopDelay({ resolution: 1 });
  const acks: number[] = [];
  let waiting: number[] = [];
  let committing: Promise<void> | undefined;
  const commit = async () => {
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      await journal.append(group.map((_, i) => ballot(acks.length + i)));
      const now = performance.now();
      for (const arrived of group) acks.push(now - arrived);
    }
    committing = undefined;
  };
  const start = performance.now();
  const idle = performance.eventLoopUtilization();
  late.enable();
  for (let due = 0; performance.now() - start < SECONDS * 1000; await wait(TICK)) {
    const now = performance.now();
    const until = ((now - start) / 1000) * RATE;
    for (; due < until; due += 1) waiting.push(now);
    committing ??= commit();
  }
  late.disable();
  const busy = performance.eventLoopUtilization(idle).utilization * 100;
  const perSecond = acks.length / ((performance.now() - start) / 1000);
  await committing;
  acks.sort((a, b) => a - b);
  const lateness = (p: number) => late.percentile(p) / 1e6;
  return {
    lateP50: lateness(50),
    lateP99: lateness(99),
    lateMax: late.max / 1e6,
    busy,
    ackP50: acks[Math.floor(acks.length * 0.5)]!,
    ackP99: acks[Math.floor(acks.length * 0.99)]!,
    steady: perSecond,
  };
}

async function flood(journal: Journal): Promise<number> {
  const drafts = Array.from({ length: FLOOD }, (_, i) => ballot(i));
  const start = performance.now();
  for (let i = 0; i < FLOOD; i += GROUP) await journal.append(drafts.slice(i, i + GROUP));
  return FLOOD / ((performance.now() - start) / 1000);
}

async function run(Store: (typeof PLACES)[keyof typeof PLACES], commitDelay: number): Promise<Figures> {
  const dir = mkdtempSync(join(tmpdir(), 'commit-thread-'));
  const journal = new Store(join(dir, 'm.sqlite'), { commitDelay });
  try {
    await journal.append(Array.from({ length: 2000 }, (_, i) => ballot(i))); // warm
    const figures = { ...(await steady(journal)), flood: await flood(journal) };
    if ('broken' in verifyChain(journal)) throw new Error('the chain is broken');
    return figures;
  } finally {
    await journal.close();
    rmSync(dir, { recursive: true });
  }
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}

function row(name: string, runs: Figures[]): string {
  const of = (key: keyof Figures, digits = 1) => median(runs.map((figures) => figures[key])).toFixed(digits);
  const late = `${of('lateP50')} / ${of('lateP99')} / ${of('lateMax')}`;
  const rates = `${of('steady', 0)} | ${of('flood', 0)}`;
  return `| ${name} | ${late} | ${of('busy', 0)} % | ${of('ackP50')} / ${of('ackP99')} | ${rates} |`;
}

const runs = new Map<string, Figures[]>();
for (let round = 0; round < ROUNDS; round += 1) {
  const plan = DELAYS.flatMap((delay) =>
    Object.entries(PLACES).map(([place, Store]) => ({ place, Store, delay })),
  );
  if (round % 2 === 1) plan.reverse();
  for (const { place, Store, delay } of plan) {
    const name = `${place}, +${delay} ms`;
    runs.set(name, [...(runs.get(name) ?? []), await run(Store, delay)]);
    process.stderr.write('.');
  }
}
process.stderr.write('\n');
console.log(
  '| commit | loop late, ms: p50 / p99 / max | main busy | ack, ms: p50 / p99 | steady, /s | flood, /s |',
);
console.log('|---|---|---|---|---|---|');
for (const [name, figures] of [...runs].sort()) console.log(row(name, figures));
