/**
 * J6 · Files of decks: what a store of them offers, and what bytes must be to count as one. A file is brought piece by
 * piece under a name of its own, so that 20 MB neither fill the memory nor hold up a ballot, and is a deck once it is
 * whole; from then on it is named by the SHA-256 of its bytes.
 */
import * as v from 'valibot';

/** Hex SHA-256 of the bytes. */
export const DeckHash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
/** The name of an upload: 16 random bytes in hex, made by whoever brings it. */
export const UploadId = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));

/** Largest file in bytes. */
export const MOST_DECK = 20 * 1024 * 1024;
/** Every piece is as large but the last, in bytes: a ballot waits behind one of them at most. */
export const PIECE = 512 * 1024;
/** Most pages: what a browser says is not believed beyond that. */
export const MOST_PAGES = 500;
/** Bytes of a PDF: a few others may stand before them. */
const MAGIC = '%PDF-';
const MAGIC_WITHIN = 1024;

export interface DeckFile {
  hash: string;
  upload: string;
  size: number;
  /** Server time in ms. */
  at: number;
}

/** The decks of one meeting, in the meeting's own file. */
export interface Decks {
  /** On disk when it resolves. The same piece again takes the place of the first. @throws JournalFailure */
  put(upload: string, nth: number, bytes: Uint8Array): Promise<void>;
  /** Makes a deck of an upload that is whole; of bytes that are there already nothing is kept twice. */
  seal(file: DeckFile): Promise<void>;
  /** Deletes the pieces, and the deck that they are. */
  drop(upload: string): Promise<void>;
  find(hash: string): DeckFile | null;
  piece(hash: string, nth: number): Uint8Array | null;
  /** Every deck, and uploads that are none yet or never became one: these have no hash. */
  list(): { upload: string; hash: string | null; size: number; at: number }[];
}

/** What the first bytes of a file say, whatever its sender calls it. */
export function isPdf(first: Uint8Array): boolean {
  return String.fromCharCode(...first.subarray(0, MAGIC_WITHIN)).includes(MAGIC);
}
