/** The organizer of a rehearsal: makes the meeting over HTTP, then runs it over his socket. */
import type { CommandBody, CommandType } from '../../assessment/decide.ts';
import type { Stage } from '../../assessment/turns.ts';
import { hashSecret } from '../../assessment/passes.ts';
import type { DemoRoster } from '../../db/demo.ts';
import type { MeetingSummary } from '../../realtime/protocol-names.ts';
import { Caller } from '../support/caller.ts';
import type { Random } from '../support/random.ts';

/** A fetch that waits out a hub that is being restarted. @throws Error for an answer that is no */
export async function ask(url: string, token: string, init: RequestInit = {}): Promise<Response> {
  for (;;) {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const answer = await fetch(url, { ...init, headers }).catch(() => null);
    if (answer?.ok) return answer;
    if (answer && answer.status < 500) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

export interface IssuedPass {
  id: string;
  secret: string;
  person: string;
  category: string;
}

export class Host {
  readonly url: string;
  readonly token: string;
  readonly code: string;
  readonly caller: Caller;

  private constructor(url: string, token: string, code: string, random: Random) {
    this.url = url;
    this.token = token;
    this.code = code;
    this.caller = new Caller({ url, code, token, id: () => random.token(16) });
  }

  static async create(url: string, token: string, title: string, random: Random): Promise<Host> {
    const body = JSON.stringify({ kind: 'new', title });
    const made = (await (
      await ask(`${url}/api/meetings`, token, { method: 'POST', body })
    ).json()) as MeetingSummary;
    const host = new Host(url, token, made.code, random);
    await host.caller.ready();
    return host;
  }

  must<T extends CommandType>(type: T, body: CommandBody<T>): Promise<unknown> {
    return this.caller.must(type, body);
  }

  /** A1, I1, L1: rosters, passes, the drawn order, and the meeting is open. */
  async prepare(roster: DemoRoster, random: Random): Promise<IssuedPass[]> {
    await this.must('units.set', { units: roster.units });
    await this.must('members.set', { members: roster.members });
    await this.must('examiners.set', { examiners: roster.examiners });
    const passes = await this.#issue(roster, random);
    await this.must('meeting.ready', {});
    await this.must('draw.promise', { purpose: 'order' });
    await this.caller.until(() => (this.caller.slices.draws ?? []).length > 0);
    const promised = this.caller.slices.draws?.[0];
    await this.must('draw.do', { draw: promised?.id ?? '', number: random.whole(0, 999_999) });
    await this.must('meeting.open', {});
    return passes;
  }

  async #issue(roster: DemoRoster, random: Random): Promise<IssuedPass[]> {
    const numbers = new Map<string, number>();
    const passes = roster.examiners.map(({ id: person, category }): IssuedPass & { number: string } => {
      const number = (numbers.get(category) ?? 0) + 1;
      numbers.set(category, number);
      const text = String(number).padStart(2, '0');
      return { id: `${category}-${text}`, secret: random.token(16), person, category, number: text };
    });
    for (let at = 0; at < passes.length; at += 500) {
      const part = passes.slice(at, at + 500).map(({ id, secret, person, category, number }) => ({
        ...{ id, kind: 'examiner' as const, number, category, person, unit: null },
        hash: hashSecret(secret),
      }));
      await this.must('passes.issue', { passes: part });
    }
    return passes;
  }

  /** The units in the order drawn. */
  async order(): Promise<string[]> {
    await this.caller.until(() => this.caller.slices.meeting?.phase === 'live');
    return (this.caller.slices.agenda ?? []).map((row) => row.unit);
  }

  /** A2: one step; a hub that was killed between the commit and its answer has taken it already. */
  async step(unit: string, from: Stage, to: Stage): Promise<void> {
    await this.must('turn.step', { unit, from, to });
  }

  async download(name: string): Promise<Buffer> {
    const answer = await ask(`${this.url}/api/meetings/${this.code}/${name}`, this.token);
    return Buffer.from(await answer.arrayBuffer());
  }
}
