/** ranking.csv: the ranking for other programs, UTF-8 with a byte-order mark so that spreadsheets read it right. */
import { stringify } from 'csv-stringify/sync';
import type { Bundle } from '../assessment/bundle.ts';
import { NOTHING_ABOUT, type About } from './about.ts';
import { plainText } from './safe-text.ts';
import { sourceOf, type Cell, type Column, type Source } from './tables/table.ts';
import { rankingTable } from './tables/ranking.ts';
import { REPORT_TEXTS, type ReportLanguage } from './text/index.ts';

function fieldOf(cell: Cell, kind: Column['kind']): string | number {
  if (cell === null) return '';
  if (typeof cell === 'string') return plainText(cell);
  return kind === 'score' ? cell.toFixed(2) : cell;
}

/** What every line says of where it is from: a single line may be copied out of a rehearsal. */
function originOf({ bundle, about, text }: Source): string[] {
  const { title, mode } = bundle.meeting;
  const mark = [about.demo ? text.demo : '', text.mode[mode]].filter(Boolean).join(' · ');
  return [plainText(title), plainText(mark)];
}

/** The ranking as CSV (X2: the same recount as everywhere). */
export function rankingCsv(
  bundle: Bundle,
  about: About = NOTHING_ABOUT,
  language: ReportLanguage = 'zh-CN',
): string {
  const source = sourceOf(bundle, about, REPORT_TEXTS[language]);
  const { columns, rows } = rankingTable(source);
  const { csv } = source.text;
  const head = [...columns.map((column) => plainText(column.head)), csv.meeting, csv.mark];
  const lines = rows.map((row) => [
    ...row.map((cell, at) => fieldOf(cell, columns[at]?.kind ?? 'text')),
    ...originOf(source),
  ]);
  return stringify([head, ...lines], { bom: true, escape_formulas: true, record_delimiter: '\r\n' });
}
