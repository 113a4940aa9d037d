/** The terminal's language: that of the environment, Chinese where it does not say. */
import { en } from './en.ts';
import { zhCN, type Text } from './zh-CN.ts';

export type { Text };

export function textFor(env: Record<string, string | undefined>): Text {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^en/i.test(locale) ? en : zhCN;
}
