/** The body of a picture, or of a piece of a deck, on its way in: never more than was said, and nobody who falls silent holds a place for long. */
import type { Readable } from 'node:stream';
import { MOST_BYTES } from '../assessment/pictures.ts';

export interface Patience {
  /** How long nothing may come, in ms: a phone gives its upload up after as long, and begins anew. */
  silence: number;
  /** How long all of it may take, in ms: a picture of a bad cell, not of somebody who only wants the place. */
  whole: number;
}

export const PATIENCE: Patience = { silence: 20_000, whole: 180_000 };

/** `too-large`, or `retry` where it took too long: whoever meant it comes again. */
export class UploadEnded extends Error {
  override name = 'UploadEnded';
  readonly code: 'too-large' | 'retry';
  constructor(code: 'too-large' | 'retry') {
    super(code);
    this.code = code;
  }
}

/** @throws UploadEnded; whatever else a line that breaks throws */
export async function uploaded(
  from: Readable,
  patience: Patience = PATIENCE,
  most = MOST_BYTES,
): Promise<Buffer> {
  let slow = false;
  const end = () => {
    slow = true;
    from.destroy();
  };
  const whole = setTimeout(end, patience.whole);
  let silence = setTimeout(end, patience.silence);
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of from as AsyncIterable<Buffer>) {
      clearTimeout(silence);
      silence = setTimeout(end, patience.silence);
      length += part.length;
      if (length > most) throw new UploadEnded('too-large');
      parts.push(part);
    }
  } catch (error) {
    throw slow ? new UploadEnded('retry') : error;
  } finally {
    clearTimeout(whole);
    clearTimeout(silence);
  }
  if (slow) throw new UploadEnded('retry');
  return Buffer.concat(parts);
}
