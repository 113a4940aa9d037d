/** What the files of a meeting are called. */
import type { Bundle } from '../assessment/bundle.ts';
import { REPORT_TEXTS, type ReportLanguage } from './text/index.ts';

export const EXPORT_FILES = [
  'ranking.xlsx',
  'ranking.csv',
  'questions.xlsx',
  'report.docx',
  'bundle.json',
] as const;
export type ExportFile = (typeof EXPORT_FILES)[number];

/** The code of the meeting, that it was a rehearsal, and what is in it: `246810-演练-排名.xlsx`. */
export function fileNameOf(
  file: ExportFile,
  { code, mode }: Pick<Bundle['meeting'], 'code' | 'mode'>,
  language: ReportLanguage,
): string {
  const text = REPORT_TEXTS[language];
  const mark = mode === 'rehearsal' ? [text.mode.rehearsal.toLowerCase()] : [];
  return `${[code, ...mark, text.files[file]].join('-')}${file.slice(file.indexOf('.'))}`;
}
