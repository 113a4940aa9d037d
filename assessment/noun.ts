/**
 * What every noun file is made of: commands that are decided, entries that are folded, and how a refusal is said.
 * `decide` looks and never changes; a fold changes the state it is handed and never fails.
 */
import type * as v from 'valibot';
import type { HashText, Json } from './journal.ts';
import type { Done, State } from './state.ts';
import type { RefusalCode } from './refusals.ts';
import type { Actor, Role } from './actors.ts';

/** What a decision may know beside the state: nothing else reaches the rules (J5). */
export interface Context {
  /** Server time in ms. */
  now: number;
  /** The number that the first entry of this command will get; ids are made from it. */
  n: number;
  /** Fresh random bytes. */
  random(bytes: number): Uint8Array;
  /** Whether a device's session is connected right now (I2). */
  online(session: string): boolean;
  /** The session of the wall that shows this pairing code right now; null where none does. */
  wall(code: string): string | null;
  /** Whether the meeting has the picture with this hash. */
  stored(picture: string): boolean;
  /** Bytes of the deck with this hash; null where the meeting has none. */
  deck(hash: string): number | null;
  /** SHA-256 as the server has it; the portable one where it is missing. */
  hash?: HashText;
  /** J2: what became of a command that the state does not remember any more; absent where it remembers all of them. */
  earlier?(key: string): Done | null;
}

/** An entry as a decision returns it; the authority adds time, actor and command. */
export interface Entry {
  type: string;
  data: Json;
  private?: Json;
}

/** What a fold knows of the entry beside its data. */
export interface Meta {
  n: number;
  at: number;
  by: string;
}

/** What a refusal tells beside its code: names of fields, numbers, ids. Never text for people. */
export type Detail = Record<string, string | number>;

/** Thrown by a decision: the command changes nothing and its sender learns the code. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly code: RefusalCode;
  readonly detail: Detail;
  constructor(code: RefusalCode, detail: Detail = {}) {
    super(code);
    this.code = code;
    this.detail = detail;
  }
}

/** Refuses the command that is being decided. @throws Refusal always */
export function refuse(code: RefusalCode, detail?: Detail): never {
  throw new Refusal(code, detail);
}

/**
 * A decision: the entries of the command. `refused` is for the one case (B4) in which something is refused
 * and yet kept: the entries are journalled and the sender is still told no.
 */
export interface Decision {
  entries: Entry[];
  refused?: { code: RefusalCode; detail: Detail };
}

type Schema = v.GenericSchema;

/** A command: who may send it, the shape of its body, and the rule. */
export interface CommandRule<S extends Schema = Schema> {
  by: readonly Role[];
  body: S;
  decide(state: State, body: v.InferOutput<S>, actor: Actor, context: Context): Decision | Entry[];
}

export function command<S extends Schema>(
  by: readonly Role[],
  body: S,
  decide: CommandRule<S>['decide'],
): CommandRule<S> {
  return { by, body, decide };
}

/** Folds of a noun: entry type → what it changes. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each fold names the data of its own entry
export type Folds = Record<string, (state: State, data: any, meta: Meta) => void>;
