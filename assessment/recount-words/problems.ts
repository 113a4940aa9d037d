/** What is wrong with a file, as sentences. */
import type { BundleProblem } from '../bundle.ts';
import type { BundleFile, FileProblemCode } from '../bundle-file.ts';
import { MAX_PROBLEMS } from '../bundle.ts';
import { placeOf } from './places.ts';
import { safe, short } from './safe.ts';
import type { RecountWords } from './zh-CN.ts';

/** Why a file is no bundle. */
export function fileProblem(
  { wrong, version }: { wrong: FileProblemCode; version?: string },
  words: RecountWords,
): string {
  return version === undefined ? words.files[wrong] : words.files[wrong] + words.newerThan(short(version));
}

/** One problem: its place in words, and what is wrong there. */
export function problemLine(
  json: unknown,
  { path, code, found }: BundleProblem,
  words: RecountWords,
): string {
  const what =
    words.problems[code] + (found === undefined || found === 'undefined' ? '' : words.found(found));
  return safe(words.says(placeOf(json, path, words), what));
}

/** Everything that is wrong: a heading, and a line each with its path for whoever looks into the file. */
export function problemsTold(
  { json, problems }: Extract<BundleFile, { problems: BundleProblem[] }>,
  words: RecountWords,
): { heading: string; lines: { text: string; path: string }[] } {
  const many = problems.length >= MAX_PROBLEMS;
  const heading = (many ? words.notBundleMany : words.notBundle)(problems.length);
  const lines = problems.map((one) => ({ text: problemLine(json, one, words), path: cut(one.path) }));
  return { heading, lines };
}

const PATH = 120;
const cut = (path: string): string => safe(path.length > PATH ? `${path.slice(0, PATH)}…` : path);
