/** Everything that the report is made from: one recount (X2), how the meeting went, and what was asked. */
import type { Bundle } from '../../assessment/bundle.ts';
import type { About } from '../about.ts';
import type { Asked } from '../asked.ts';
import type { Course } from '../course.ts';
import { sourceOf, type Source } from '../tables/table.ts';
import {
  QUESTIONS_TEXTS,
  REPORT_TEXTS,
  WORD_TEXTS,
  type QuestionsText,
  type ReportLanguage,
  type WordText,
} from '../text/index.ts';

/** What the hub knows of a meeting, as plain data. */
export interface Told {
  bundle: Bundle;
  about: About;
  course: Course;
  asked: Asked;
}

export interface WordSource extends Source, Pick<Told, 'course' | 'asked'> {
  words: WordText;
  questions: QuestionsText;
}

export const wordSource = ({ bundle, about, course, asked }: Told, language: ReportLanguage): WordSource => ({
  ...sourceOf(bundle, about, REPORT_TEXTS[language]),
  course,
  asked,
  words: WORD_TEXTS[language],
  questions: QUESTIONS_TEXTS[language],
});

/** What every page says on top: that the data is invented, that it was a rehearsal. */
export const marksOf = ({ bundle, about, words }: WordSource): string[] => [
  ...(about.demo ? [words.demo] : []),
  ...(bundle.meeting.mode === 'rehearsal' ? [words.rehearsal] : []),
];
