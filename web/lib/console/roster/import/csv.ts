/** Text as a table: rows of cells between commas, tabs or semicolons, quoted where a cell holds one of them. */
import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import { ImportFailure, LIMITS } from './failure.ts';
import { tableOf, type Table } from './table.ts';

const SEPARATORS = ['\t', ',', ';', '，', '；'] as const;
const SAMPLE = 20;

/** The first lines without what stands in quotes: a separator in there separates nothing. */
const sampleOf = (text: string): string[] =>
  text
    .slice(0, 20_000)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, SAMPLE);

/** The one that stands in most lines; a tab is never part of a name. */
function separatorOf(text: string): string {
  const lines = sampleOf(text);
  const score = (one: string) => lines.filter((line) => line.includes(one)).length;
  const [tab, ...others] = SEPARATORS;
  if (score(tab) > 0) return tab;
  const best = others.map((one) => ({ one, score: score(one) })).sort((a, b) => b.score - a.score)[0];
  return best && best.score > 0 ? best.one : ',';
}

/** @throws ImportFailure */
export function csvTable(text: string, name: string): Table {
  const clean = text.replace(/^\uFEFF/, '');
  try {
    const rows = parse(clean, {
      delimiter: separatorOf(clean),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      to: 2 * LIMITS.rows,
    });
    if (rows.length === 2 * LIMITS.rows) throw new ImportFailure('too-many-rows');
    return tableOf(name, rows);
  } catch (error) {
    if (error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED') {
      throw new ImportFailure('open-quote', { row: openQuote(clean) });
    }
    throw error;
  }
}

/** The line in which a quote opens that never closes: the last line that opens one. */
function openQuote(text: string): number {
  const separator = separatorOf(text);
  let [line, open, opened, fresh] = [1, false, 1, true];
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '\n' || (char === '\r' && text[at + 1] !== '\n')) line += 1;
    if (char === '"') {
      if (open && text[at + 1] === '"') at += 1;
      else if (open) open = false;
      else if (fresh) [open, opened] = [true, line];
    }
    fresh = !open && (char === separator || char === '\n' || char === '\r');
  }
  return opened;
}
