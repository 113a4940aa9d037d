/** A host without a page: brings a meeting to where a scenario begins, over his own socket. */
import type { PassKind } from '../../assessment/actors.ts';
import type { Stage } from '../../assessment/turns.ts';
import type { Caller } from './caller.ts';
import type { HubProcess } from './hub-process.ts';
import { demoMeeting, issue, issued, passLink } from './passes.ts';

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
    const { code, caller } = await demoMeeting(hub);
    await caller.must('meeting.open', {});
    return new Director(hub.url, code, caller);
  }

  /** I1: a pass for an examiner of the demo roster. @returns the link in its QR code */
  async pass(person: string, id: string): Promise<string> {
    const category = id.slice(0, id.lastIndexOf('-'));
    return this.issues(id, 'examiner', { category, person });
  }

  /** I1: a pass of any kind. @returns the link in its QR code */
  async issues(id: string, kind: PassKind, about: Parameters<typeof issue>[2] = {}): Promise<string> {
    await issued(this.caller, issue(id, kind, about));
    return passLink(this.#url, this.code, id);
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
