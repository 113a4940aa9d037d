/** What stands at the foot of every sheet: where the page is found, and what it was counted from. */
import type { Published } from '../../../assessment/view-public.ts';
import { text } from './text.ts';

export const addressOf = (code: string): string => `${location.origin}/m/${code}`;

/** A string of CSS: what is in it can end neither the string nor the rule. */
const quoted = (words: string): string =>
  `"${words.replace(/[^\p{L}\p{N} .:/_-]/gu, (one) => `\\${(one.codePointAt(0) ?? 0).toString(16)} `)}"`;

/** Boxes in the margin of a sheet; a browser that knows none leaves them out. @returns what takes them away */
export function footOfPaper({ meeting, journal }: Published): () => void {
  const t = text();
  const style = document.createElement('style');
  const foot = `${addressOf(meeting.code)}    ${journal.length}    ${journal.head}`;
  style.textContent = `@media print {
    @page {
      @bottom-left { content: ${quoted(foot)}; font: 6.5pt monospace; color: #4d453d; white-space: pre; width: 85%; }
      @bottom-right { content: ${quoted(`${t.page} `)} counter(page) ${quoted(` ${t.pages} `)} counter(pages) ${quoted(` ${t.lastPage}`)}; font: 7pt sans-serif; color: #4d453d; }
    }
  }`;
  document.head.append(style);
  return () => style.remove();
}
