/**
 * A file that may be a bundle (X1): what it is instead, what is wrong with it, or what counting it again finds. The
 * recount page and `npm run recount` both read files by this, so that they say the same of the same file.
 */
import { FORMAT, parseBundle, VERSION } from './bundle.ts';
import type { Bundle, BundleProblem } from './bundle.ts';
import { differences } from './recount.ts';
import type { Difference } from './recount.ts';

/** A bundle of half a million ballots stays below it. */
export const MAX_BUNDLE_MEGABYTES = 256;

/** Why a file is no bundle at all. */
export type FileProblemCode =
  | 'empty'
  | 'too-large'
  | 'office'
  | 'picture'
  | 'pdf'
  | 'web-page'
  | 'not-text'
  | 'cut-off'
  | 'not-json'
  | 'another-json'
  | 'newer';

/** What is being done: a large bundle takes a while, and whoever waits is told. */
export type ReadingStage = 'reading' | 'checking' | 'counting';

export type BundleFile =
  | { bundle: Bundle; differences: Difference[] }
  /** No bundle; `version` where it is of a later one. */
  | { wrong: FileProblemCode; version?: string }
  /** A bundle, with what is wrong in it; `json` to name the places by. */
  | { problems: BundleProblem[]; json: unknown };

/** How files of other kinds begin. */
const KINDS: readonly [FileProblemCode, readonly number[]][] = [
  ['office', [0x50, 0x4b]],
  ['office', [0xd0, 0xcf, 0x11, 0xe0]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  ['picture', [0x52, 0x49, 0x46, 0x46]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
];

/** What a file is by its first bytes, where that is nothing written in letters. */
function kindOf(bytes: Uint8Array): FileProblemCode | null {
  if (bytes.length === 0) return 'empty';
  if (bytes.length > MAX_BUNDLE_MEGABYTES * 1024 * 1024) return 'too-large';
  const known = KINDS.find(([, start]) => start.every((byte, at) => bytes[at] === byte));
  if (known) return known[0];
  return bytes.subarray(0, 1024).includes(0) ? 'not-text' : null;
}

function jsonOf(text: string): { json: unknown } | { wrong: FileProblemCode } {
  const content = text.replace(/^\uFEFF/, '').trim();
  if (content === '') return { wrong: 'empty' };
  if (content.startsWith('<')) return { wrong: 'web-page' };
  try {
    return { json: JSON.parse(content) as unknown };
  } catch {
    return { wrong: content.startsWith('{') && !content.endsWith('}') ? 'cut-off' : 'not-json' };
  }
}

/** Whether JSON is something else than a bundle, or one of a version that this page cannot know. */
function another(json: unknown): { wrong: FileProblemCode; version?: string } | null {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return { wrong: 'another-json' };
  const has = (key: string): boolean => Object.prototype.hasOwnProperty.call(json, key);
  const { format, version } = json as { format?: unknown; version?: unknown };
  // Without its name it may still be a bundle from which something was taken away.
  if (format !== FORMAT && !(has('scoring') && has('ballots'))) return { wrong: 'another-json' };
  if (typeof version === 'number' && version > VERSION) return { wrong: 'newer', version: String(version) };
  return null;
}

/**
 * Reads a file step by step, telling before each step what it is going to do. Never throws.
 * @param file the bytes of a file, or text that somebody pasted
 */
export function* bundleFileSteps(file: Uint8Array | string): Generator<ReadingStage, BundleFile, void> {
  yield 'reading';
  const kind = typeof file === 'string' ? null : kindOf(file);
  if (kind) return { wrong: kind };
  const read = jsonOf(typeof file === 'string' ? file : new TextDecoder().decode(file));
  if ('wrong' in read) return read;
  const { json } = read;
  const other = another(json);
  if (other) return other;
  yield 'checking';
  const parsed = parseBundle(json);
  if ('problems' in parsed) return { problems: parsed.problems, json };
  yield 'counting';
  return { bundle: parsed.bundle, differences: differences(parsed.bundle) };
}

/** The same at one go. */
export function readBundleFile(file: Uint8Array | string): BundleFile {
  const steps = bundleFileSteps(file);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}
