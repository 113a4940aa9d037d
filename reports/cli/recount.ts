/**
 * `npm run recount -- bundle.json`: counts a bundle again and names each difference.
 * Ends with 0 where all is equal, 1 where something differs, 2 where the file cannot be counted.
 */
import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseBundle, type Bundle } from '../../assessment/bundle.ts';
import { differences } from '../../assessment/recount.ts';
import { REPORT_TEXTS, type ReportText } from '../text/index.ts';
import { differenceLine, problemLine, safe } from '../text/recount-lines.ts';

/** Half a million ballots stay below it. */
const MAX_MEGABYTES = 256;
const SHOWN = 100;

interface Answer {
  code: 0 | 1 | 2;
  lines: string[];
}

const unreadable = (...lines: string[]): Answer => ({ code: 2, lines });

const textOf = (language: string | undefined): ReportText =>
  /^en/i.test(language ?? process.env.LC_ALL ?? process.env.LANG ?? '')
    ? REPORT_TEXTS.en
    : REPORT_TEXTS['zh-CN'];

/** The content of the file, or why there is none. */
function contentOf(path: string, { recount: text }: ReportText): { json: unknown } | { wrong: string } {
  let content: string;
  try {
    const file = statSync(path);
    if (file.isDirectory()) return { wrong: text.folder(path) };
    if (file.size > MAX_MEGABYTES * 1024 * 1024) return { wrong: text.tooLarge(path, MAX_MEGABYTES) };
    content = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return { wrong: missing ? text.missing(path) : text.unreadable(path) };
  }
  try {
    return { json: JSON.parse(content) };
  } catch {
    return { wrong: text.notJson(path) };
  }
}

/** At most `SHOWN` lines, and how many there are beyond them. */
function cut(lines: string[], { recount: text }: ReportText): string[] {
  return lines.length <= SHOWN ? lines : [...lines.slice(0, SHOWN), text.more(lines.length - SHOWN)];
}

function compared(bundle: Bundle, text: ReportText): Answer {
  const found = differences(bundle);
  const { recount: words } = text;
  if (found.length === 0)
    return { code: 0, lines: [words.equal(bundle.units.length, bundle.ballots.length)] };
  const lines = cut(
    found.map((one) => `  ${differenceLine(bundle, one, text)}`),
    text,
  );
  return { code: 1, lines: [words.differs(found.length), ...lines] };
}

function answerTo(args: string[]): Answer {
  const { values, positionals } = parseArgs({
    args,
    options: { lang: { type: 'string' } },
    allowPositionals: true,
    strict: false,
  });
  const text = textOf(typeof values.lang === 'string' ? values.lang : undefined);
  const [path] = positionals;
  if (path === undefined || positionals.length !== 1) return unreadable(text.recount.usage);
  const content = contentOf(path, text);
  if ('wrong' in content) return unreadable(content.wrong);
  const parsed = parseBundle(content.json);
  if ('bundle' in parsed) return compared(parsed.bundle, text);
  const lines = parsed.problems.map((problem) => `  ${problemLine(problem, text)}`);
  return unreadable(text.recount.notBundle(path), ...lines);
}

try {
  const { code, lines } = answerTo(process.argv.slice(2));
  for (const line of lines) (code === 2 ? console.error : console.log)(safe(line));
  process.exitCode = code;
} catch (error) {
  console.error(safe(error instanceof Error ? error.message : String(error)));
  process.exitCode = 2;
}
