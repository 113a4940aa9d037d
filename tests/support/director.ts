/** A host without a page: brings a meeting to where a scenario begins, over his own socket. */
import { hashSecret } from '../../assessment/passes.ts';
import type { Stage } from '../../assessment/turns.ts';
import type { MeetingSummary } from '../../realtime/protocol-names.ts';
import { Caller } from './caller.ts';
import type { HubProcess } from './hub-process.ts';

const WAY: readonly Stage[] = ['waiting', 'reporting', 'questioning', 'scoring', 'closing', 'locked'];

export class Director {
  readonly code: string;
  readonly caller: Caller;
  readonly #url: string;

  private constructor(url: string, code: string, caller: Caller) {
    this.#url = url;
    this.code = code;
    this.caller = caller;
  }

  /** A demo meeting that is open. */
  static async of(hub: HubProcess): Promise<Director> {
    const headers = { authorization: `Bearer ${hub.token()}`, 'content-type': 'application/json' };
    const made = await fetch(`${hub.url}/api/meetings`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ kind: 'demo' }),
    });
    const { code } = (await made.json()) as MeetingSummary;
    const caller = await new Caller({ url: hub.url, code, token: hub.token() }).ready();
    await caller.must('meeting.open', {});
    return new Director(hub.url, code, caller);
  }

  /** I1: a pass for an examiner of the demo roster. @returns the link in its QR code */
  async pass(person: string, id: string): Promise<string> {
    const secret = `secret-of-${id}`.padEnd(22, '0');
    const category = id.slice(0, id.lastIndexOf('-'));
    const pass = {
      id,
      kind: 'examiner' as const,
      number: id.slice(-2),
      category,
      person,
      unit: null,
      hash: hashSecret(secret),
    };
    await this.caller.must('passes.issue', { passes: [pass] });
    return `${this.#url}/p/${this.code}#${secret}`;
  }

  /** A2: brings a unit from one stage to another, step by step. */
  async brings(unit: string, from: Stage, to: Stage): Promise<void> {
    for (let at = WAY.indexOf(from); at < WAY.indexOf(to); at += 1) {
      await this.caller.must('turn.step', { unit, from: WAY[at] ?? 'waiting', to: WAY[at + 1] ?? 'waiting' });
    }
  }

  /** Resolves once this many examiners' ballots for the unit on stage are in. */
  returned(count: number): Promise<void> {
    return this.caller.until(() => this.caller.slices.progress?.returned === count);
  }
}
