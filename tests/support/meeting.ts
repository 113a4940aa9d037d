/**
 * A meeting in memory: commands go through `decide`, their entries through `fold`, with a clock that stands until
 * it is moved and with chance from a seed. No socket, no database.
 */
import type { Principal } from '../../assessment/actors.ts';
import { decide, fold, type CommandBody, type CommandType, type Outcome } from '../../assessment/decide.ts';
import { GENESIS, seal, unseal, type Draft, type Recorded, type Sealed } from '../../assessment/journal.ts';
import { meetingCreated } from '../../assessment/meeting.ts';
import type { Entry } from '../../assessment/noun.ts';
import { emptyState, type State } from '../../assessment/state.ts';
import {
  AUDIENCES,
  mineOf,
  SLICES_OF,
  sliceOf,
  type Audience,
  type Live,
  type Slices,
} from '../../assessment/view.ts';

/** Numbers that look random and are the same for a seed (mulberry32). */
export function chance(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Thrown where a scenario's command is refused. */
export class Refused extends Error {
  readonly outcome: Outcome;
  constructor(type: string, outcome: Outcome) {
    const { code = '', detail = {} } = outcome.refused ?? {};
    super(`${type} refused: ${code} ${JSON.stringify(detail)}`, { cause: outcome.cause });
    this.outcome = outcome;
  }
}

/** The code with which something is refused; null where it was accepted. */
export function refusalOf(run: () => unknown): string | null {
  try {
    run();
    return null;
  } catch (error) {
    if (error instanceof Refused) return error.outcome.refused?.code ?? null;
    throw error;
  }
}

export const START = Date.UTC(2026, 10, 7, 1, 0, 0);
const SALT = 'salt of this test';

export class Meeting {
  readonly state: State = emptyState();
  readonly journal: Recorded[] = [];
  readonly random: () => number;
  /** Server time in ms. */
  now = START;
  /** Sessions that are connected. */
  readonly online = new Set<string>();
  /** Pairing code → the session of the wall that shows it. */
  readonly walls = new Map<string, string>();
  /** Pictures that were sent. */
  readonly pictures = new Set<string>();
  /** Files of decks that were sent, and their bytes. */
  readonly decks = new Map<string, number>();
  #commands = 0;

  constructor(seed = 7) {
    this.random = chance(seed);
  }

  /** The first entries of a journal, or any that are not a command's. */
  write(entries: readonly Entry[], by = 'system:'): void {
    for (const entry of entries) this.#record({ ...entry, at: this.now, by });
  }

  #record(draft: Draft): void {
    const recorded = { ...draft, n: this.journal.length + 1 };
    this.journal.push(recorded);
    fold(this.state, recorded);
  }

  readonly #context = () => ({
    now: this.now,
    n: this.state.length + 1,
    random: (bytes: number) => Uint8Array.from({ length: bytes }, () => Math.floor(this.random() * 256)),
    online: (session: string) => this.online.has(session),
    wall: (code: string) => this.walls.get(code) ?? null,
    stored: (picture: string) => this.pictures.has(picture),
    deck: (hash: string) => this.decks.get(hash) ?? null,
  });

  newId(): string {
    this.#commands += 1;
    return `command-${this.#commands}`;
  }

  /** Decides without making it true. */
  decides(who: Principal, command: { id: string; type: string; body: unknown }): Outcome {
    return decide(this.state, command, who, this.#context(), SALT);
  }

  /** Anything at all, as it may come over the wire. */
  takes(who: Principal, type: string, body: unknown, id = this.newId()): Outcome {
    const outcome = this.decides(who, { id, type, body });
    for (const draft of outcome.entries) this.#record(draft);
    return outcome;
  }

  /** A command that must be accepted. @throws Refused */
  send<T extends CommandType>(who: Principal, type: T, body: CommandBody<T>, id = this.newId()): Outcome {
    const outcome = this.takes(who, type, body, id);
    if (outcome.refused) throw new Refused(type, outcome);
    return outcome;
  }

  passes(ms: number): void {
    this.now += ms;
  }

  /** J7: the authority was down from now on for so long. */
  fails(ms: number): void {
    this.now += ms;
    this.write([{ type: 'authority-started', data: { down: ms } }]);
  }

  readonly live: Live = {
    online: (session) => this.online.has(session),
    asleep: () => false,
    since: () => null,
    crowd: 0,
    screens: 0,
    shown: () => null,
    waiting: () => [],
    headAt: (n) => this.#hashAt(n),
  };

  slice<N extends keyof Slices>(audience: Audience, name: N): Slices[N] {
    return sliceOf(this.state, audience, name, this.live);
  }

  /** Everything that goes out to an audience, as text. */
  sentTo(audience: Audience): string {
    return JSON.stringify(SLICES_OF[audience].map((name) => this.slice(audience, name)));
  }

  /** The same for every audience, by its name. */
  sent(): Record<Audience, string> {
    return Object.fromEntries(AUDIENCES.map((one) => [one, this.sentTo(one)])) as Record<Audience, string>;
  }

  mine(session: string) {
    return mineOf(this.state, { kind: 'device', session });
  }

  /** Sealed as far as it is asked for, once: views ask for every lock again and again. */
  readonly #hashes: string[] = [];
  #hashAt(n: number): string | null {
    for (let at = this.#hashes.length; at < Math.min(n, this.journal.length); at += 1) {
      const { n: number, ...draft } = this.journal[at] as Recorded;
      this.#hashes.push(seal(draft, number, this.#hashes[at - 1] ?? GENESIS, `salt ${number}`).hash);
    }
    return this.#hashes[n - 1] ?? null;
  }

  /** The journal as a store keeps it. */
  sealed(): Sealed[] {
    let previous = GENESIS;
    return this.journal.map(({ n, ...draft }) => {
      const sealed = seal(draft, n, previous, `salt ${n}`);
      previous = sealed.hash;
      return sealed;
    });
  }
}

/** J1: the state that a journal says. */
export const folded = (entries: Iterable<Recorded>): State => {
  const state = emptyState();
  for (const entry of entries) fold(state, entry);
  return state;
};

/** J6: the journal after a purge. */
export const purged = (sealed: readonly Sealed[]): Recorded[] =>
  sealed.map(({ n, body, hash }) => unseal({ n, body, hash }));

/** Objects with their keys in order: a canonical journal (J4) sorts them, and nothing may depend on it. */
function sorted(value: unknown): unknown {
  if (value instanceof Map) return { map: [...value].map(sorted) };
  if (value instanceof Set) return { set: [...value] };
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, sorted(part)]));
}

/** Everything in a state as lines of text, Maps and Sets in their order. */
export const snapshot = (state: State): string => JSON.stringify(sorted(state), null, 1);

/** The first line in which two states differ, or null: a whole state is no message. */
export function firstDifference(one: State, two: State): string | null {
  const [a, b] = [snapshot(one).split('\n'), snapshot(two).split('\n')];
  const at = a.findIndex((line, i) => line !== b[i]);
  if (at < 0) return a.length === b.length ? null : 'the second goes on';
  return [...a.slice(Math.max(0, at - 12), at), `< ${a[at]}`, `> ${b[at]}`].join('\n');
}

/** A journal that has begun and knows no more than its name. */
export function emptyMeeting(seed?: number): Meeting {
  const meeting = new Meeting(seed);
  const info = { title: '测试考场', place: '广场', date: '2026年11月7日' };
  meeting.write([
    meetingCreated({ id: 'm1', code: '246810', demo: true, mode: 'rehearsal', info, rehearsal: null }),
  ]);
  return meeting;
}
