import { en } from './en.ts';
import { questionsEn } from './questions.en.ts';
import { questionsZhCN } from './questions.zh-CN.ts';
import { wordEn } from './word.en.ts';
import { wordZhCN } from './word.zh-CN.ts';
import { zhCN } from './zh-CN.ts';

export type { QuestionsText } from './questions.zh-CN.ts';
export type { WordText } from './word.zh-CN.ts';
export type { ReportText } from './zh-CN.ts';

export const REPORT_TEXTS = { 'zh-CN': zhCN, en };
export const QUESTIONS_TEXTS = { 'zh-CN': questionsZhCN, en: questionsEn };
export const WORD_TEXTS = { 'zh-CN': wordZhCN, en: wordEn };
export type ReportLanguage = keyof typeof REPORT_TEXTS;
