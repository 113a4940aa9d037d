/** What attackers say: messages made from the schemas and changed, and what an acceptance of one of them must hold. */
import fc from 'fast-check';
import * as v from 'valibot';
import { COMMANDS, type CommandType } from '../../../assessment/decide.ts';
import { COMMAND, PROTOCOL } from '../../../realtime/protocol-names.ts';
import { CommandSchema, MESSAGES } from '../../../realtime/protocol.ts';
import type { Random } from '../../support/random.ts';
import { changed, shapeOf } from '../shapes.ts';

const TYPES = Object.keys(COMMANDS) as CommandType[];
const EVENTS = ['sync', 'look', 'shows', 'pair', 'turn-away', 'awake'] as const;
const POSTS = Object.keys(MESSAGES).filter((name) => name.startsWith('POST ')) as (keyof typeof MESSAGES)[];

/** What is said of each ten: the envelope of a command itself, an event, or a command with a body of its own. */
const ENVELOPES = 0.07;
const EVENTS_SHARE = 0.15;
/** How often somebody says what only others may. */
const ANOTHERS = 0.2;
/** By role: where in TYPES stands what it may say. */
const OWN = new Map<string, number[]>();
for (const [at, type] of TYPES.entries())
  for (const role of COMMANDS[type].by) OWN.set(role, [...(OWN.get(role) ?? []), at]);
/** How many of one kind are made at once: the generator has to be set up each time. */
const AT_ONCE = 64;

export interface Said {
  name: string;
  message: unknown;
}

/** An endless supply of values of one kind: each batch from a seed of its own. */
class Supply {
  readonly #kinds: readonly fc.Arbitrary<unknown>[];
  readonly #made: unknown[][];
  #seed: number;

  constructor(kinds: readonly unknown[], seed: number) {
    this.#kinds = kinds.map((kind) => changed(shapeOf(kind)));
    this.#made = kinds.map(() => []);
    this.#seed = seed;
  }

  next(kind: number): unknown {
    const made = this.#made[kind] ?? [];
    const arbitrary = this.#kinds[kind];
    if (made.length === 0 && arbitrary)
      made.push(...fc.sample(arbitrary, { numRuns: AT_ONCE, seed: (this.#seed += 1) }).reverse());
    return made.pop();
  }
}

export class Mutants {
  readonly #random: Random;
  readonly #bodies: Supply;
  readonly #events: Supply;
  readonly #envelopes: Supply;
  readonly #posts: Supply;

  constructor(random: Random) {
    this.#random = random;
    const supply = (kinds: readonly unknown[]) => new Supply(kinds, random.whole(0, 2 ** 30));
    this.#bodies = supply(TYPES.map((type) => COMMANDS[type].body));
    this.#events = supply(EVENTS.map((name) => MESSAGES[name]));
    this.#envelopes = supply([MESSAGES.command]);
    this.#posts = supply(POSTS.map((name) => MESSAGES[name]));
  }

  /** @param role whose it is: most of what he says is his to say, so that it gets past the door */
  message(role: string): Said {
    const dice = this.#random.next();
    if (dice < ENVELOPES) return { name: COMMAND, message: this.#envelopes.next(0) };
    if (dice < ENVELOPES + EVENTS_SHARE) {
      const kind = this.#random.whole(0, EVENTS.length - 1);
      return { name: EVENTS[kind] ?? '', message: this.#events.next(kind) };
    }
    const kind = this.#kindFor(role);
    const id = `hostile-${this.#random.whole(0, 2 ** 40).toString(36)}`;
    return {
      name: COMMAND,
      message: { v: PROTOCOL, id, type: TYPES[kind], body: this.#bodies.next(kind) },
    };
  }

  #kindFor(role: string): number {
    const own = OWN.get(role) ?? [];
    const any = own.length === 0 || this.#random.chance(ANOTHERS);
    return any ? this.#random.whole(0, TYPES.length - 1) : this.#random.pick(own);
  }

  post(): { path: string; body: unknown } {
    const kind = this.#random.whole(0, POSTS.length - 1);
    return { path: (POSTS[kind] ?? '').slice('POST '.length), body: this.#posts.next(kind) };
  }
}

/** What was accepted has the shape that the protocol asks for, and is its sender's to say. @returns what is wrong with it */
export function nonsense({ name, message }: Said, role: string): string | null {
  // As it arrived: JSON leaves out what it has no word for.
  const sent: unknown = JSON.parse(JSON.stringify(message));
  if (name !== COMMAND)
    return v.safeParse(MESSAGES[name as keyof typeof MESSAGES], sent).success ? null : 'of no known shape';
  const envelope = v.safeParse(CommandSchema, sent);
  if (!envelope.success) return 'a command of no known shape';
  const { type, body = {} } = envelope.output;
  if (!Object.hasOwn(COMMANDS, type)) return 'a command that there is not';
  const rule = COMMANDS[type as CommandType];
  if (!v.safeParse(rule.body, body).success) return 'a body of no known shape';
  return (rule.by as readonly string[]).includes(role) ? null : `not for a ${role} to say`;
}
