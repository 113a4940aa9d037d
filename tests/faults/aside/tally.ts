/** What attackers were told, counted; and what must not be. */
import type { Reply } from '../../../realtime/protocol-names.ts';
import { COMMAND } from '../../../realtime/protocol-names.ts';

/** Said before any rule is asked: a shape, a size, a pace, a role. */
const AT_THE_DOOR: ReadonlySet<string> = new Set([
  'malformed',
  'too-large',
  'too-many',
  'unknown-command',
  'not-signed-in',
  'forbidden',
  'busy',
]);

export interface Told {
  sent: number;
  requests: number;
  bytes: number;
  accepted: number;
  /** Commands that a rule decided, with or against the sender. */
  ruled: number;
  unanswered: number;
  /** Refusals by code or HTTP status. */
  codes: Record<string, number>;
  faults: string[];
  /** What the meeting beside the target may have taken of it: its journal is held against it. */
  notes: Note[];
}

export interface Note {
  id: string;
  type: string;
  body: unknown;
  reply: Reply | null;
}

export class Tally {
  sent = 0;
  requests = 0;
  bytes = 0;
  readonly #told: Pick<Told, 'accepted' | 'ruled' | 'unanswered' | 'codes' | 'faults' | 'notes'> = {
    ...{ accepted: 0, ruled: 0, unanswered: 0 },
    ...{ codes: {}, faults: [], notes: [] },
  };

  /** @param nonsense asked of what was accepted */
  heard(role: string, name: string, reply: Partial<Reply> | null, nonsense: () => string | null): void {
    const { ok, code } = (reply ?? {}) as { ok?: boolean; code?: string };
    if (reply === null) this.#told.unanswered += 1;
    else if (ok === true) this.#accepted(role, name, nonsense());
    else this.#count(code ?? 'none');
    if (name === COMMAND && reply !== null && !AT_THE_DOOR.has(code ?? '')) this.#told.ruled += 1;
    if (code === 'internal') this.fault(`internal, to a ${role}'s ${name}`);
  }

  /** What was refused is not noted: whatever of it is in a journal was said by nobody. */
  note(message: unknown, reply: Reply | null): void {
    if (reply?.ok === false) return;
    const { id, type, body = {} } = (message ?? {}) as Omit<Note, 'reply'>;
    if (reply?.ok || typeof id === 'string') this.#told.notes.push({ id, type, body, reply });
  }

  #accepted(role: string, name: string, wrong: string | null): void {
    this.#told.accepted += 1;
    if (wrong !== null) this.fault(`accepted from a ${role}: ${name}, ${wrong}`);
  }

  /** Of HTTP; 0 where the line ended. */
  answered(status: number, what: string): void {
    if (status === 0) this.#told.unanswered += 1;
    else this.#count(`HTTP ${status}`);
    if (status >= 500) this.fault(`${status} to ${what}`);
    // Nobody who knocks here has the rights to anything that these do.
    if (status >= 200 && status < 300) this.fault(`${status} to ${what}`);
  }

  #count(code: string): void {
    this.#told.codes[code] = (this.#told.codes[code] ?? 0) + 1;
  }

  fault(text: string): void {
    if (this.#told.faults.length < 20) this.#told.faults.push(text.slice(0, 600));
  }

  told(): Told {
    const { sent, requests, bytes } = this;
    return { sent, requests, bytes, ...this.#told };
  }
}

/** All of them together. */
export function summed(all: readonly Told[]): Told {
  const total = new Tally().told();
  for (const one of all) {
    for (const key of ['sent', 'requests', 'bytes', 'accepted', 'ruled', 'unanswered'] as const)
      total[key] += one[key];
    for (const [code, times] of Object.entries(one.codes))
      total.codes[code] = (total.codes[code] ?? 0) + times;
    total.faults.push(...one.faults);
    total.notes.push(...one.notes);
  }
  return total;
}
