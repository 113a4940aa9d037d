/** questions.xlsx: what was asked and what was promised, to be followed up when the square is empty (Q, P1). */
import type { Bundle } from '../assessment/bundle.ts';
import { NOTHING_ABOUT, type About } from './about.ts';
import type { Asked } from './asked.ts';
import { promisesTable } from './tables/promises.ts';
import { questionsTable } from './tables/questions.ts';
import { headingOf } from './tables/table.ts';
import { QUESTIONS_TEXTS, REPORT_TEXTS, type ReportLanguage } from './text/index.ts';
import { workbookOf } from './workbook.ts';

/** `bundle` says which meeting it is; nothing of its count is in the file. */
export function questionsXlsx(
  bundle: Bundle,
  asked: Asked,
  about: About = NOTHING_ABOUT,
  language: ReportLanguage = 'zh-CN',
): Promise<Uint8Array> {
  const [text, words] = [REPORT_TEXTS[language], QUESTIONS_TEXTS[language]];
  const tables = [questionsTable(asked, words), promisesTable(asked, words)];
  return workbookOf(tables, (name) => headingOf({ bundle, about, text }, name), bundle.meeting.title);
}
