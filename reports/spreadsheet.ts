/** ranking.xlsx: the whole count as a workbook (X2: the same recount as everywhere). */
import type { Bundle } from '../assessment/bundle.ts';
import { NOTHING_ABOUT, type About } from './about.ts';
import { headingOf, sourceOf } from './tables/table.ts';
import { tablesOf } from './tables.ts';
import { REPORT_TEXTS, type ReportLanguage } from './text/index.ts';
import { workbookOf } from './workbook.ts';

export function rankingXlsx(
  bundle: Bundle,
  about: About = NOTHING_ABOUT,
  language: ReportLanguage = 'zh-CN',
): Promise<Uint8Array> {
  const source = sourceOf(bundle, about, REPORT_TEXTS[language]);
  return workbookOf(tablesOf(source), (name) => headingOf(source, name), bundle.meeting.title);
}
