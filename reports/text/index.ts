import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';

export type { ReportText } from './zh-CN.ts';

export const REPORT_TEXTS = { 'zh-CN': zhCN, en };
export type ReportLanguage = keyof typeof REPORT_TEXTS;
