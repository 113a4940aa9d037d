/**
 * J2 · What became of the commands that the state of a meeting does not remember any more: for each the number of its last
 * entry, from which the journal tells the rest. Eight bytes a command and one array, so that a snapshot carries a
 * million of them and a start copies none (docs/decisions/0026-snapshots.md).
 */
import { commandKey } from '../assessment/actors.ts';
import { doneAfter } from '../assessment/decide.ts';
import type { Journal } from '../assessment/journal.ts';
import type { Done, State } from '../assessment/state.ts';

/** Places at the least; always a power of two. */
const LEAST = 1024;
const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
/** How full the table may get. */
const FULL = 0.7;

/** Open addressing: pairs of 32 bits of a command's digest and the number of its last entry; 0 is an empty place. */
export class CommandIndex {
  readonly #seed: number;
  #table: Uint32Array;
  #size: number;

  /**
   * @param salt the journal's: nobody can make ids that all fall in one place, and a purge forgets them with it (J6)
   * @param table of `table` before, which is taken over
   */
  constructor(salt: string, table: Uint32Array = new Uint32Array(LEAST * 2), size = 0) {
    this.#seed = printOf(salt, FNV_BASIS);
    this.#table = table;
    this.#size = size;
  }

  get table(): Uint32Array {
    return this.#table;
  }

  /** How many commands are in it. */
  get size(): number {
    return this.#size;
  }

  /** @param n of the command's last entry */
  add(key: string, n: number): void {
    if (this.#size >= (this.#table.length / 2) * FULL) this.#grow();
    put(this.#table, this.#print(key), n);
    this.#size += 1;
  }

  /** Numbers of entries that may be the command's last; another's only by a rare chance. */
  *find(key: string): Generator<number> {
    if (this.#size === 0) return;
    const [print, table] = [this.#print(key), this.#table];
    const last = table.length - 1;
    for (let at = (print * 2) & last; table[at + 1] !== 0; at = (at + 2) & last)
      if (table[at] === print) yield table[at + 1]!;
  }

  #print(key: string): number {
    return printOf(key, this.#seed);
  }

  #grow(): void {
    const old = this.#table;
    const next = new Uint32Array(old.length * 2);
    for (let at = 0; at < old.length; at += 2) if (old[at + 1] !== 0) put(next, old[at]!, old[at + 1]!);
    this.#table = next;
  }
}

/** FNV-1a, mixed at the end: it is taken of every command, and what it finds is held against the journal. */
function printOf(text: string, seed: number): number {
  let print = seed;
  for (let at = 0; at < text.length; at += 1) print = Math.imul(print ^ text.charCodeAt(at), FNV_PRIME);
  print = Math.imul(print ^ (print >>> 16), 0x85ebca6b);
  print = Math.imul(print ^ (print >>> 13), 0xc2b2ae35);
  return (print ^ (print >>> 16)) >>> 0;
}

function put(table: Uint32Array, print: number, n: number): void {
  const last = table.length - 1;
  let at = (print * 2) & last;
  while (table[at + 1] !== 0) at = (at + 2) & last;
  table[at] = print;
  table[at + 1] = n;
}

/** What a state keeps by itself: whoever sends a command again has mostly sent it just now. */
const REMEMBERED = 5000;
/** What is moved at a time: taking one out of the front of a map walks over those that were taken out before. */
const AT_A_TIME = 1000;

/**
 * Moves the oldest commands of a state into the index now and then, so that it never remembers many more than it should.
 * @param twin a state that is to forget the same
 */
export function forgetSome(state: State, index: CommandIndex, twin?: State): void {
  if (state.commands.size >= REMEMBERED + AT_A_TIME) forget(state, index, REMEMBERED, twin);
}

/** Moves the oldest commands of a state into the index, all but `most`; the newest stays, whose entries may go on. */
export function forget({ commands }: State, index: CommandIndex, most: number, twin?: State): void {
  for (const [key, { n }] of commands) {
    if (commands.size <= Math.max(1, most)) return;
    index.add(key, n);
    commands.delete(key);
    twin?.commands.delete(key);
  }
}

/** What became of a command that was moved into the index, in the words of the state itself; null where it is in none. */
export function remembered(index: CommandIndex, journal: Pick<Journal, 'read'>, key: string): Done | null {
  for (const n of index.find(key)) {
    const done = doneUntil(journal, n, key);
    if (done) return done;
  }
  return null;
}

/** The entries of a command follow one another, and `n` is the last. */
function doneUntil(journal: Pick<Journal, 'read'>, n: number, key: string): Done | null {
  const own = [];
  for (let at = n; at > 0; at -= 1) {
    const [entry] = journal.read(at, at);
    if (!entry?.command || commandKey(entry.by, entry.command.id) !== key) break;
    own.unshift(entry);
  }
  return own.reduce<Done | null>((done, one) => doneAfter(done, one, one.command!.print), null);
}
