/**
 * J · The journal: what an entry is, how it is sealed into the chain, and what a store of it must offer.
 * The stores themselves live in `db/`; nothing here reads or writes.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical } from './canonical.ts';
import type { Decks } from './decks.ts';
import type { Pictures } from './pictures.ts';

/** Hex SHA-256 of a text. The server hands in `node:crypto`, a page the portable one below. */
export type HashText = (text: string) => string;

export const hashText: HashText = (text) => bytesToHex(sha256(utf8ToBytes(text)));

/** What the first entry of a journal names as its previous hash. */
export const GENESIS = '0'.repeat(64);

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined };

/**
 * An accepted entry before it has a place in the chain.
 * `at` is server time in ms (J5); `by` names the actor; `private` is what could name a person (J6).
 */
export interface Draft {
  at: number;
  by: string;
  type: string;
  data: Json;
  /** The command it came from: the client's id and the print of its body (J2). */
  command?: { id: string; print: string };
  private?: Json;
}

/** An entry with its place; `private` is absent where it was purged. */
export interface Recorded extends Draft {
  n: number;
}

/** An entry as stored: `body` is canonical JSON, `hash` its SHA-256; the private part stands beside it. */
export interface Sealed {
  n: number;
  body: string;
  hash: string;
  private?: { salt: string; body: string };
}

/**
 * A draft in canonical JSON, as far as that can be before it has a place: RFC 8785 puts `n`, `previous` and `private`
 * between what stands `before` and `after`. None of the three texts contains a line break.
 */
export interface Written {
  before: string;
  after: string;
  private?: string;
}

/** @throws TypeError where the draft has no JSON form. */
export function written({ at, by, command, data, private: secret, type }: Draft): Written {
  const before = canonical({ at, by, command, data }).slice(0, -1);
  const after = `"type":${canonical(type)}}`;
  return secret === undefined ? { before, after } : { before, after, private: canonical(secret) };
}

/**
 * J4, J6: seals what was written as entry `n` behind `previous`. `salt` (hex) is needed only where there is a private part.
 */
export function sealWritten(
  { before, after, private: secret }: Written,
  n: number,
  previous: string,
  salt: string,
  hash: HashText = hashText,
): Sealed {
  const place = `${before},"n":${n},"previous":"${previous}"`;
  if (secret === undefined) {
    const body = `${place},${after}`;
    return { n, body, hash: hash(body) };
  }
  const body = `${place},"private":"${hash(`${salt}:${secret}`)}",${after}`;
  return { n, body, hash: hash(body), private: { salt, body: secret } };
}

/** The same of a draft. @throws TypeError where it has no JSON form. */
export const seal = (draft: Draft, n: number, previous: string, salt: string, hash?: HashText): Sealed =>
  sealWritten(written(draft), n, previous, salt, hash);

/** The entry inside a sealed one, its private part merged back in where it still exists. */
export function unseal(sealed: Sealed): Recorded {
  const {
    previous: _previous,
    private: _hash,
    ...entry
  } = JSON.parse(sealed.body) as Recorded & { previous: string };
  return sealed.private ? { ...entry, private: JSON.parse(sealed.private.body) as Json } : entry;
}

export type BreakReason = 'gap' | 'hash' | 'previous' | 'private' | 'unreadable';

/**
 * J1, J4, J6: what is wrong with `sealed` as the entry behind (`previous`, `n - 1`); null when it holds.
 * A missing private part is not a break: a purge leaves the chain whole.
 */
export function checkSeal(
  sealed: Sealed,
  n: number,
  previous: string,
  hash: HashText = hashText,
): BreakReason | null {
  const opened = openSeal(sealed, n, previous, hash);
  return typeof opened === 'string' ? opened : null;
}

/** The entry inside a sealed one, where it holds as the entry behind (`previous`, `n - 1`); else what is wrong with it. */
export function openSeal(
  sealed: Sealed,
  n: number,
  previous: string,
  hash: HashText = hashText,
): Recorded | BreakReason {
  const body = parsed(sealed.body) as (Recorded & { previous: string }) | null | undefined;
  if (typeof body !== 'object' || body === null) return 'unreadable';
  if (hash(sealed.body) !== sealed.hash) return 'hash';
  if (sealed.n !== n || body.n !== n) return 'gap';
  const { previous: before, private: printed, ...entry } = body;
  if (before !== previous) return 'previous';
  if (!sealed.private) return entry;
  const { salt, body: inner } = sealed.private;
  if (hash(`${salt}:${inner}`) !== printed) return 'private';
  const secret = parsed(inner);
  return secret === undefined ? 'private' : { ...entry, private: secret };
}

/** Undefined where it is no JSON. */
function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** Where a journal stands: its length and the hash of its last entry. */
export interface Head {
  length: number;
  head: string;
}

/** Why nothing of a batch was written; the authority answers `retry` to every command of it. */
export class JournalFailure extends Error {
  override name = 'JournalFailure';
}

/**
 * A store of one journal. One writer; the contract suite in `tests/db` runs over every implementation.
 */
export interface Journal {
  /** What is on disk: grows only when an append has resolved. */
  readonly head: Head;
  /**
   * J3: all drafts or none, on disk (fsync) when the promise resolves with the new head.
   * Appends may be started while an earlier one is under way; they keep their order.
   * @throws JournalFailure when nothing was written; every append started before that answer fails too,
   *   since it was decided on entries that do not exist. The journal is usable again afterwards.
   */
  append(drafts: readonly Draft[]): Promise<Head>;
  /** The entries from `from` (default 1) to `to` (default: the head, and never beyond it) in order, private parts merged in. */
  read(from?: number, to?: number): Iterable<Recorded>;
  /** The same, as stored, for verification and the bundle. */
  sealed(from?: number, to?: number): Iterable<Sealed>;
  /** Photos that came with questions and answers, beside the entries that name them. */
  readonly pictures: Pictures;
  /** Files of units' decks. */
  readonly decks: Decks;
  /**
   * J6: deletes every private part, every picture and every deck, and rewrites the file so that their bytes are gone.
   * The chain still verifies. `note` is the entry that says so, written in the same transaction.
   */
  purge(note?: Draft): Promise<Head>;
  /**
   * J6: whether private parts are gone of which the journal does not say so: a copy was purged, which gets no entry of
   * its own, and now goes on as the journal. It needs one before the first new private part.
   */
  purgedUnsaid(): boolean;
  /** J7: notes that the authority lives at `at` (ms); cheap, called once a second, lost at worst once. */
  alive(at: number): void;
  /** When the authority was last known to live (ms), or null in a new file. */
  lastAlive(): number | null;
  /** A random text that belongs to this journal alone and is purged with its private parts (salts prints, J2). */
  readonly salt: string;
  close(): Promise<void>;
}
