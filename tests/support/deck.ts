/** PDFs for the tests of decks: of any size, with a password, broken. */
import { randomBytes } from 'node:crypto';
import { PIECE } from '../../assessment/decks.ts';
import { pdf } from './pictures.ts';

/** A real PDF of so many pages, filled up behind its end to exactly `size` bytes, where that is given. */
export function deck(pages = 3, size?: number): Buffer {
  const file = pdf(pages);
  return size === undefined ? file : Buffer.concat([file, Buffer.alloc(size - file.length, 0x20)]);
}

/** A PDF that asks for a password: its keys are those of a password that nobody knows. */
export function lockedDeck(): Buffer {
  const text = pdf(1).toString('latin1');
  const key = 'ab'.repeat(32);
  const lock = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -44 >> /ID [<01> <01>] `;
  return Buffer.from(text.replace('/Root 1 0 R', `${lock}/Root 1 0 R`), 'latin1');
}

export interface Answered {
  status: number;
  code?: string;
  detail?: { have?: number };
  have?: number;
  hash?: string | null;
}

/** Sends pieces as a page does. `headers` say who. */
export class DeckSender {
  readonly #url: string;
  readonly #headers: Record<string, string>;
  readonly upload = randomBytes(16).toString('hex');

  constructor(url: string, headers: Record<string, string>) {
    this.#url = url;
    this.#headers = headers;
  }

  async piece(bytes: Uint8Array, from: number, size: number): Promise<Answered> {
    const address = `${this.#url}/${this.upload}?from=${from}&size=${size}`;
    const answer = await fetch(address, { method: 'PUT', headers: this.#headers, body: Buffer.from(bytes) });
    return { status: answer.status, ...((await answer.json()) as object) };
  }

  /** All of it, or up to the first piece that is not taken. */
  async file(bytes: Uint8Array): Promise<Answered> {
    for (let from = 0; ; from += PIECE) {
      const answered = await this.piece(bytes.subarray(from, from + PIECE), from, bytes.length);
      if (answered.status !== 200 || from + PIECE >= bytes.length) return answered;
    }
  }
}
