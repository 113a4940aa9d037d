/**
 * What every client sent and was told, command by command. It is written by the clients alone; `check.ts` holds it
 * against the journal.
 */
import type { CommandType } from '../../assessment/decide.ts';
import type { Reply } from '../../realtime/protocol-names.ts';
import type { Caller } from '../support/caller.ts';

/** `unknown`: sent, and nobody ever heard what became of it. */
export type Result = 'ok' | 'refused' | 'unknown';

export interface Invocation {
  id: string;
  /** Who sent it, for the message of a fault. */
  who: string;
  type: string;
  body: unknown;
  result: Result;
  /** Of an acceptance: the number of the command's last entry. */
  n: number;
  receipt: string | null;
  code: string | null;
  /** When the answer came (ms since the epoch); null where none did. */
  answered: number | null;
}

export interface Counts {
  commands: number;
  ok: number;
  refused: number;
  unknown: number;
}

/** What sends orders and knows their answers: the phones' own connection. */
export interface Delivers {
  deliver(
    order: { id: string; type: CommandType; body: unknown },
    under?: (way: boolean) => void,
  ): Promise<Reply>;
}

export class History {
  readonly #all = new Map<string, Invocation>();
  readonly #of = new Map<string, Invocation[]>();
  readonly #waiting = new Map<string, ((one: Invocation) => void)[]>();
  /** Answers that contradict an earlier answer to the same command (J2). */
  readonly contradictions: string[] = [];
  /** Commands that somebody else sent again under the same id: it is unique within its actor alone (J2). */
  readonly playedAgain = new Set<string>();

  /** Notes that a command leaves. Sending it again changes nothing. */
  invoke(who: string, id: string, type: string, body: unknown): void {
    if (this.#all.has(id)) return;
    // As it went: what a client keeps may change under its hands.
    const sent: unknown = JSON.parse(JSON.stringify(body ?? null));
    const one: Invocation = {
      ...{ id, who, type, body: sent, result: 'unknown', n: 0 },
      ...{ receipt: null, code: null, answered: null },
    };
    this.#all.set(id, one);
    const own = this.#of.get(who);
    if (own) own.push(one);
    else this.#of.set(who, [one]);
  }

  /** Notes a final answer. One that may be tried again is none. */
  answer(id: string, reply: Reply): void {
    const one = this.#all.get(id);
    if (!one || (!reply.ok && reply.retry)) return;
    const receipt = reply.ok ? reply.receipt : ((reply.detail['receipt'] as string | undefined) ?? null);
    const code = reply.ok ? null : reply.code;
    const result: Result = reply.ok ? 'ok' : 'refused';
    if (one.result === 'unknown')
      Object.assign(one, { result, n: reply.ok ? reply.n : 0, receipt, code, answered: Date.now() });
    else if (one.result !== result || one.receipt !== receipt)
      this.contradictions.push(`${one.who} ${one.type} ${id}: ${one.result} at first, then ${result}`);
    for (const tell of this.#waiting.get(id) ?? []) tell(one);
    this.#waiting.delete(id);
  }

  /** Resolves when the answer is final. */
  answered(id: string): Promise<Invocation> {
    const one = this.#all.get(id);
    if (one && one.result !== 'unknown') return Promise.resolve(one);
    return new Promise((resolve) => this.#waiting.set(id, [...(this.#waiting.get(id) ?? []), resolve]));
  }

  get(id: string): Invocation | undefined {
    return this.#all.get(id);
  }

  all(): Invocation[] {
    return [...this.#all.values()];
  }

  /** What one of them sent: nobody looks through everybody's for it while he is measured. */
  of(who: string): readonly Invocation[] {
    return this.#of.get(who) ?? [];
  }

  /**
   * J1: a restore took this back. What is offered again is answered anew, and what is not has no answer any more.
   * @returns what had been accepted
   */
  forget(which: (one: Invocation) => boolean): Invocation[] {
    const lost = this.all().filter((one) => one.result === 'ok' && which(one));
    for (const one of lost) Object.assign(one, { result: 'unknown', n: 0, receipt: null, answered: null });
    return lost;
  }

  counts(): Counts {
    const of = (result: Result) => this.all().filter((one) => one.result === result).length;
    return { commands: this.#all.size, ok: of('ok'), refused: of('refused'), unknown: of('unknown') };
  }

  /** Notes all commands of a caller from now on. */
  watch(who: string, caller: Caller): void {
    const command = caller.command.bind(caller);
    caller.command = async (type, body, id = caller.newId()) => {
      this.invoke(who, id, type, body);
      const reply = await command(type, body, id);
      this.answer(id, reply);
      return reply;
    };
  }

  /** Notes all orders of a phone's connection from now on. */
  watchLive(who: string, live: Delivers): void {
    const deliver = live.deliver.bind(live);
    live.deliver = async (order, under) => {
      this.invoke(who, order.id, order.type, order.body);
      const reply = await deliver(order, under);
      this.answer(order.id, reply);
      return reply;
    };
  }
}
