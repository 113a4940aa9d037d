/**
 * What a copy of a meeting costs: how long after the lock it is there, and what an examiner waits for his acknowledgement
 * while one is made and while none is. A meeting of some thousand entries with a deck of 20 MB; through the authority and
 * its real journal, with fsync.
 */
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import type { Principal } from '../../assessment/actors.ts';
import { PIECE } from '../../assessment/decks.ts';
import { hashSecret } from '../../assessment/passes.ts';
import type { Scoring } from '../../assessment/sheet.ts';
import { evenScores } from '../support/people.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { median, table, type Bench } from './bench.ts';
import { rounded } from './pairs.ts';

const DECK = 20_000_000;
const EXAMINERS = 50;
const ENTRIES = 5000;
/** A ballot every so often, in ms: all fifty within a second. */
const EVERY = 20;

const device = (name: string): Principal => ({ kind: 'device', session: hashSecret(name) });
const quantile = (all: number[], part: number): number =>
  [...all].sort((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * part))] ?? 0;
const round = (ms: number): number => Math.round(ms * 10) / 10;

/** @returns hands in the next ballot, and resolves with the wait for its acknowledgement in ms */
async function scored(hub: TestHub, code: string): Promise<() => Promise<number>> {
  const host = await hub.organizer(code);
  await host.must('meeting.open', {});
  await host.until(() => host.slices.roster !== undefined && host.slices.sheet !== undefined);
  const people = (host.slices.roster?.examiners ?? [])
    .filter((one) => !one.recusals.includes('u1'))
    .slice(0, EXAMINERS);
  await host.must('passes.issue', {
    passes: people.map(({ id, category }, at) => ({
      id: `bench-${String(at + 1)}`,
      kind: 'examiner' as const,
      number: String(at + 1).padStart(2, '0'),
      category,
      person: id,
      unit: null,
      hash: hashSecret(`secret-of-${id}`.padEnd(22, 'x')),
    })),
  });
  const { authority } = (await hub.app.meetings.withCode(code))!;
  let ids = 0;
  const submit = (who: Principal, type: string, body: object) =>
    authority.submit(who, { id: `bench-${String((ids += 1)).padStart(8, '0')}`, type, body });
  for (const { id } of people)
    await submit(device(id), 'pass.enrol', { secret: `secret-of-${id}`.padEnd(22, 'x') });
  for (const [from, to] of [
    ['waiting', 'reporting'],
    ['reporting', 'questioning'],
    ['questioning', 'scoring'],
  ] as const)
    await host.must('turn.step', { unit: 'u1', from, to });
  const scores = evenScores(host.slices.sheet as Scoring, 0.8);
  host.close();
  const revisions = new Map<string, number>();
  let turn = 0;
  return async () => {
    const { id } = people[(turn += 1) % people.length]!;
    const replaces = revisions.get(id) ?? 0;
    revisions.set(id, replaces + 1);
    const began = performance.now();
    const reply = await submit(device(id), 'ballot.submit', { unit: 'u1', replaces, scores });
    if (!reply.ok) throw new Error(`ballot: ${reply.code}`);
    return performance.now() - began;
  };
}

async function fill(hub: TestHub, code: string, ballot: () => Promise<number>): Promise<string> {
  const { id, journal, authority } = (await hub.app.meetings.withCode(code))!;
  for (let nth = 0; nth * PIECE < DECK; nth += 1)
    await journal.decks.put('bench', nth, new Uint8Array(PIECE).fill(nth));
  while (authority.head.length < ENTRIES) await Promise.all(Array.from({ length: EXAMINERS }, ballot));
  return id;
}

/** Ballots one after the other while `during` goes on. */
async function among(
  ballot: () => Promise<number>,
  during: Promise<unknown>,
  waits: number[],
): Promise<void> {
  let over = false;
  void during.then(() => (over = true));
  while (!over) {
    waits.push(await ballot());
    await wait(EVERY);
  }
}

export const copies: Bench = async ({ runs, say }) => {
  const hub = await startHub();
  const code = await hub.demo();
  const ballot = await scored(hub, code);
  const id = await fill(hub, code, ballot);
  const [alone, meanwhile, took, sizes]: number[][] = [[], [], [], []];
  for (let run = 0; run < runs * 5; run += 1) {
    await among(ballot, wait(500), alone!);
    const began = performance.now();
    const copied = new Promise<void>((done) => {
      hub.data.copier.told = (_id, outcome) => {
        if ('copy' in outcome) sizes!.push(outcome.copy.bytes);
        else say(String(outcome.error));
        done();
      };
    });
    hub.data.copier.ask(id, 'u1', Date.now());
    await among(ballot, copied, meanwhile!);
    took!.push(performance.now() - began);
  }
  await hub.close();
  const row = (name: string, all: number[]) => [
    name,
    round(quantile(all, 0.5)),
    round(quantile(all, 0.95)),
    all.length,
  ];
  say(
    table([
      ['acknowledgement, ms', 'p50', 'p95', 'ballots'],
      row('no copy', alone!),
      row('while one is made', meanwhile!),
    ]),
  );
  say(
    `from the lock to the copy: ${Math.round(median(took!))} ms (longest ${Math.round(Math.max(...took!))}), ${Math.round(median(sizes!) / 1000)} KB of ${ENTRIES}+ entries beside a deck of ${DECK / 1e6} MB`,
  );
  const p95 = { alone: quantile(alone!, 0.95), meanwhile: quantile(meanwhile!, 0.95) };
  return {
    rows: [
      {
        metric: 'acknowledgement while a copy is made to alone, p95, ms',
        product: rounded(p95.meanwhile),
        baseline: rounded(p95.alone),
        ratio: rounded(p95.meanwhile / p95.alone),
      },
    ],
    misses: [],
  };
};
