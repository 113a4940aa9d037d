/** Bytes of a text file as text, whatever wrote them: UTF-8, UTF-16 or GB18030, with a mark at the start or without. */
import { ImportFailure } from './failure.ts';

const SAMPLE = 4096;

const starts = (bytes: Uint8Array, ...mark: number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** UTF-16 without a mark: its line ends and separators have a zero byte, always on the same side. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  let [even, odd] = [0, 0];
  for (let at = 0; at < Math.min(bytes.length, SAMPLE); at += 1) {
    if (bytes[at] !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  if (even + odd === 0) return null;
  return odd >= even ? 'utf-16le' : 'utf-16be';
}

function encodingsOf(bytes: Uint8Array): string[] {
  if (starts(bytes, 0xef, 0xbb, 0xbf)) return ['utf-8'];
  if (starts(bytes, 0xff, 0xfe)) return ['utf-16le'];
  if (starts(bytes, 0xfe, 0xff)) return ['utf-16be'];
  const wide = unmarkedUtf16(bytes);
  return wide ? [wide] : ['utf-8', 'gb18030'];
}

/** Text of a table has line ends and tabs, and no other control characters. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const CONTROL = /[\u0000-\u0008\u000E-\u001B\u007F]/;

/** @throws ImportFailure where it is no text */
export function textOf(bytes: Uint8Array): string {
  for (const encoding of encodingsOf(bytes)) {
    const text = decoded(bytes, encoding);
    if (text !== null && !CONTROL.test(text)) return text;
  }
  throw new ImportFailure('unknown-text');
}
