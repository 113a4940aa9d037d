/**
 * `npm run recount -- bundle.json`: counts a bundle again and names each difference.
 * Ends with 0 where all is equal, 1 where something differs, 2 where the file cannot be counted.
 */
import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Bundle } from '../../assessment/bundle.ts';
import { groupsOf } from '../../assessment/hash-groups.ts';
import { MAX_BUNDLE_MEGABYTES, readBundleFile, type BundleFile } from '../../assessment/bundle-file.ts';
import {
  differenceLine,
  differencesTold,
  fileProblem,
  problemsTold,
  RECOUNT_WORDS,
  type RecountWords,
} from '../../assessment/recount-words/index.ts';
import { safe } from '../../assessment/recount-words/safe.ts';
import { REPORT_TEXTS, type ReportLanguage, type ReportText } from '../text/index.ts';

const SHOWN = 100;

interface Answer {
  code: 0 | 1 | 2;
  lines: string[];
}

const unreadable = (...lines: string[]): Answer => ({ code: 2, lines });

const languageOf = (language: string | undefined): ReportLanguage =>
  /^en/i.test(language ?? (process.env.LC_ALL || process.env.LANG) ?? '') ? 'en' : 'zh-CN';

/** What the file is, or why it could not be read. */
function fileAt(path: string, { recount: text }: ReportText): BundleFile | string {
  try {
    const file = statSync(path);
    if (file.isDirectory()) return text.folder(path);
    if (file.size > MAX_BUNDLE_MEGABYTES * 1024 * 1024) return { wrong: 'too-large' };
    return readBundleFile(readFileSync(path));
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return missing ? text.missing(path) : text.unreadable(path);
  }
}

/** At most `SHOWN` lines, and how many there are beyond them. */
const cut = (lines: string[], words: RecountWords): string[] =>
  lines.length <= SHOWN ? lines : [...lines.slice(0, SHOWN), words.more(lines.length - SHOWN)];

/** J4: for whoever holds a photograph of the wall. */
function locksTold({ journal: { locks = [] }, units }: Bundle, words: RecountWords): string[] {
  if (locks.length === 0) return [];
  const nameOf = (unit: string) => units.find(({ id }) => id === unit)?.name ?? unit;
  const lines = locks.map(({ unit, length, head }) =>
    words.lock(nameOf(unit), length, groupsOf(head).join(' ')),
  );
  return [
    words.locks,
    ...cut(
      lines.map((one) => `  ${one}`),
      words,
    ),
  ];
}

function compared(file: Extract<BundleFile, { bundle: unknown }>, words: RecountWords): Answer {
  const { bundle, differences } = file;
  if (differences.length === 0)
    return {
      code: 0,
      lines: [words.equal(bundle.units.length, bundle.ballots.length), ...locksTold(bundle, words)],
    };
  const told = differencesTold(bundle, differences, words);
  const lines = told.map((one, at) => `  ${differenceLine(one, words)} [${differences[at]?.path ?? ''}]`);
  return {
    code: 1,
    lines: [words.differs(differences.length), ...cut(lines, words), ...locksTold(bundle, words)],
  };
}

/** The one file that was named, and the language asked for; no path where the words make no sense. */
function asked(args: string[]): { path?: string; lang?: string } {
  try {
    const options = { lang: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    return { ...values, ...(positionals.length === 1 ? { path: positionals[0] } : {}) };
  } catch {
    return {};
  }
}

function answerTo(args: string[]): Answer {
  const { path, lang } = asked(args);
  const language = languageOf(lang);
  const [text, words] = [REPORT_TEXTS[language], RECOUNT_WORDS[language]];
  if (path === undefined) return unreadable(text.recount.usage);
  const file = fileAt(path, text);
  if (typeof file === 'string') return unreadable(file);
  if ('bundle' in file) return compared(file, words);
  if ('wrong' in file) return unreadable(text.recount.of(path, fileProblem(file, words)));
  const { heading, lines } = problemsTold(file, words);
  const indented = lines.map((line) => `  ${line.text}${line.path === '' ? '' : ` [${line.path}]`}`);
  return unreadable(text.recount.of(path, heading), ...indented);
}

try {
  const { code, lines } = answerTo(process.argv.slice(2));
  for (const line of lines) (code === 2 ? console.error : console.log)(safe(line));
  process.exitCode = code;
} catch (error) {
  console.error(safe(error instanceof Error ? error.message : String(error)));
  process.exitCode = 2;
}
