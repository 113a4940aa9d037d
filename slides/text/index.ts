import { en } from './en.ts';
import { zhCN, type Text } from './zh-CN.ts';

export type { Text };

/** Chinese unless English is asked for. */
export const textFor = (language: string | null | undefined): Text =>
  language?.startsWith('en') ? en : zhCN;
