/**
 * The product as it is measured: a hub as its own process on the servers' core, a meeting with so many examiners whose
 * passes are enrolled through the door, one unit on stage whose ballots are taken. Nothing is left out: real passes,
 * schemas, rules, ids, a journal with fsync, views.
 */
import { evenScores } from '../support/people.ts';
import { hashSecret } from '../../assessment/passes.ts';
import type { Scoring } from '../../assessment/sheet.ts';
import { COMMAND, PROTOCOL, type MeetingSummary, type Reply } from '../../realtime/protocol-names.ts';
import { demoRoster } from '../../db/demo.ts';
import { Caller } from '../support/caller.ts';
import { HubProcess } from '../support/hub-process.ts';
import { Line, lines } from './load/line.ts';
import { SERVER_CORE } from './pin.ts';

/** Long enough that pings are no part of what is measured. */
const QUIET = { SILENCE_SECONDS: '60' };
/** Passes that go into one command. */
const PORTION = 1000;
/** Longer than the crowd's longest pace, in ms. */
const SETTLE = 5500;

const sessionOf = (name: string): string => `session-of-${name}`.padEnd(22, 'x');
const secretOf = (name: string): string => `secret-of-${name}`.padEnd(22, 'x');

export class BenchStage {
  readonly hub: HubProcess;
  readonly code: string;
  readonly host: Caller;
  readonly unit: string;
  #ids = 0;

  private constructor(hub: HubProcess, code: string, host: Caller, unit: string) {
    this.hub = hub;
    this.code = code;
    this.host = host;
    this.unit = unit;
  }

  /** A live meeting; its roster is as large as it has to be. */
  static async open(examiners: number, env: Record<string, string> = {}): Promise<BenchStage> {
    const hub = await HubProcess.start({ under: SERVER_CORE, env: { ...QUIET, ...env } });
    const headers = { authorization: `Bearer ${hub.token()}`, 'content-type': 'application/json' };
    const body = JSON.stringify({ kind: 'demo' });
    const made = await fetch(`${hub.url}/api/meetings`, { method: 'POST', headers, body });
    const { code } = (await made.json()) as MeetingSummary;
    const host = await new Caller({ url: hub.url, code, token: hub.token() }).ready();
    const { units } = demoRoster(1);
    await host.must('members.set', { members: [] });
    await host.must('examiners.set', { examiners: [] });
    await host.must('units.set', { units });
    await issue(host, examiners);
    await host.must('meeting.open', {});
    return new BenchStage(hub, code, host, units[0]?.id ?? '');
  }

  /** Who only watches. */
  watcher(at: number): Line {
    return new Line(this.hub.url, this.#hello(`watcher-${at}`));
  }

  /** An examiner's line, after his pass was taken. */
  async examiners(count: number): Promise<Line[]> {
    const all = await lines(count, (at) => new Line(this.hub.url, this.#hello(`e${at}`)));
    const replies = await Promise.all(
      all.map((line, at) => this.send(line, 'pass.enrol', { secret: secretOf(`e${at}`) })),
    );
    const refused = replies.find((reply) => !reply.ok);
    if (refused) throw new Error(`pass.enrol: ${JSON.stringify(refused)}`);
    return all;
  }

  /** A wall with its pass. */
  async screen(): Promise<Line> {
    const pass = { id: 'screen-01', kind: 'screen' as const, number: '01', person: null, category: null };
    await this.host.must('passes.issue', {
      passes: [{ ...pass, unit: null, hash: hashSecret(secretOf('screen')) }],
    });
    const line = new Line(this.hub.url, this.#hello('screen'));
    await line.open;
    const reply = await this.send(line, 'pass.enrol', { secret: secretOf('screen') });
    if (!reply.ok) throw new Error(`pass.enrol: ${reply.code}`);
    return line;
  }

  /** Until nothing that is under way has still to be sent: everybody has come, and the crowd's pace is over. */
  settle(): Promise<void> {
    return new Promise((settled) => setTimeout(settled, SETTLE));
  }

  /** Brings the unit from waiting to where its ballots are taken. */
  async scores(): Promise<void> {
    for (const [from, to] of [
      ['waiting', 'reporting'],
      ['reporting', 'questioning'],
      ['questioning', 'scoring'],
    ] as const)
      await this.host.must('turn.step', { unit: this.unit, from, to });
  }

  /** @param replaces the revision that it replaces (B2) */
  ballot(line: Line, replaces: number): Promise<Reply> {
    const scores = evenScores(this.host.slices.sheet as Scoring, 0.8);
    return this.send(line, 'ballot.submit', { unit: this.unit, replaces, scores });
  }

  send(line: Line, type: string, body: object): Promise<Reply> {
    const id = `bench-${String((this.#ids += 1)).padStart(9, '0')}`;
    return line.ask<Reply>(COMMAND, { v: PROTOCOL, id, type, body });
  }

  async close(): Promise<void> {
    this.host.close();
    await this.hub.stop();
  }

  #hello(name: string): object {
    return { protocol: PROTOCOL, code: this.code, session: sessionOf(name) };
  }
}

async function issue(host: Caller, count: number): Promise<void> {
  const sheet = host.slices.sheet as Scoring;
  const people = Array.from({ length: count }, (_, at) => {
    const category = sheet.categories[at % sheet.categories.length]?.id ?? '';
    return { at, id: `e${at}`, name: `考官${at}`, category, employer: '', recusals: [] };
  });
  if (people.length > 0)
    await host.must('examiners.set', { examiners: people.map(({ at: _, ...person }) => person) });
  for (let from = 0; from < people.length; from += PORTION) {
    const passes = people.slice(from, from + PORTION).map(({ at, id, category }) => ({
      id: `pass-${at}`,
      kind: 'examiner' as const,
      number: String(at + 1).padStart(4, '0'),
      person: id,
      category,
      unit: null,
      hash: hashSecret(secretOf(id)),
    }));
    await host.must('passes.issue', { passes });
  }
}
