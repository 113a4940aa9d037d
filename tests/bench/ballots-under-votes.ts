/**
 * What an examiner waits for his acknowledgement while the crowd votes, and while it does not: windows of both kinds in
 * turn in one run, so that whatever else the machine does falls on both. Through the authority and its real journal, with
 * fsync; without sockets, whose cost is the same for both.
 */
import { performance } from 'node:perf_hooks';
import type { Principal } from '../../assessment/actors.ts';
import { hashSecret } from '../../assessment/passes.ts';
import type { Scoring } from '../../assessment/sheet.ts';
import { evenScores } from '../support/people.ts';
import { startHub } from '../support/hub.ts';

export interface UnderVotes {
  examiners: number;
  /** Votes a second, in ticks of 20 ms. */
  votes: number;
  windows: number;
  /** In ms. */
  window: number;
}

const TICK = 20;
const device = (name: string): Principal => ({ kind: 'device', session: hashSecret(name) });
const wait = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
const quantile = (all: number[], part: number): number =>
  [...all].sort((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * part))] ?? 0;

export interface Waits {
  p50: number;
  p95: number;
  count: number;
}

/** @returns ms until the acknowledgement, alone and among the votes */
export async function ballotsUnderVotes(
  options: UnderVotes,
): Promise<{ alone: Waits; among: Waits; votes: number }> {
  const hub = await startHub();
  const code = await hub.demo();
  const host = await hub.organizer(code);
  await host.must('meeting.open', {});
  const waitingFor = () => host.slices.roster !== undefined;
  await host.until(waitingFor);
  // I5: nobody who may not score the unit.
  const free = (host.slices.roster?.examiners ?? []).filter(({ recusals }) => recusals.length === 0);
  const people = free.slice(0, options.examiners);
  const passes = people.map(({ id, category }, at) => ({
    id: `bench-${String(at + 1)}`,
    kind: 'examiner' as const,
    number: String(at + 1).padStart(2, '0'),
    category,
    person: id,
    unit: null,
    hash: hashSecret(`secret-of-${id}`.padEnd(22, 'x')),
  }));
  await host.must('passes.issue', { passes });
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
  const revisions = new Map<string, number>();
  let voted = 0;
  const vote = () =>
    void submit(device(`voice ${ids % 5000}`), 'crowd.vote', {
      unit: 'u1',
      grade: ids % 3 ? 'satisfied' : 'fair',
    }).then((reply) => (voted += Number(reply.ok)));
  const ballot = async (person: string, waits: number[]) => {
    const replaces = revisions.get(person) ?? 0;
    revisions.set(person, replaces + 1);
    const began = performance.now();
    const reply = await submit(device(person), 'ballot.submit', { unit: 'u1', replaces, scores });
    if (!reply.ok) throw new Error(`ballot: ${reply.code}`);
    waits.push(performance.now() - began);
  };
  const measured: Record<'alone' | 'among', number[]> = { alone: [], among: [] };
  for (let at = 0; at < 2 * options.windows; at += 1) {
    const kind = at % 2 === 0 ? 'alone' : 'among';
    const until = performance.now() + options.window;
    const under: Promise<void>[] = [];
    for (let tick = 0; performance.now() < until; tick += 1) {
      if (kind === 'among') for (let k = 0; k < (options.votes * TICK) / 1000; k += 1) vote();
      const person = people[tick % people.length]?.id;
      if (person !== undefined) under.push(ballot(person, measured[kind]));
      await wait(TICK);
    }
    await Promise.all(under);
    while (authority.waiting > 0) await wait(TICK);
  }
  host.close();
  await hub.close();
  const waits = (all: number[]): Waits => ({
    p50: quantile(all, 0.5),
    p95: quantile(all, 0.95),
    count: all.length,
  });
  return { alone: waits(measured.alone), among: waits(measured.among), votes: voted };
}
