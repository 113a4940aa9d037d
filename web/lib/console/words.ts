/** The console's words, and refusals said in them. */
import { choose, language, refusalText, text, type Names } from '../../text/index.ts';
import { en } from '../../text/console.en.ts';
import { zh, type ConsoleText } from '../../text/console.zh-CN.ts';
import type { Problem } from './api.ts';

export const words = (): ConsoleText => choose({ 'zh-CN': zh, en });
export const common = text;

/** Why something was refused; the console says more than a phone where an organizer can do something about it. */
export function problemWords({ code, detail }: Problem, names?: Names): string {
  if (code === 'offline') return words().problems.offline;
  const own = words().problems.codes[code];
  if (own === undefined) return refusalText(code, detail, names);
  return typeof own === 'string' ? own : own(detail, names);
}

export const dateTime = (ms: number): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' }).format(
    ms,
  );

/** Today as it is written on a poster. */
export const today = (): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'long' }).format(new Date());
