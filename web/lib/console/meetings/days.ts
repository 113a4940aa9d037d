/** The days of a meeting: a text that people read, written from a calendar where they like. */
import { language } from '../../../text/index.ts';

/** Days as a calendar field has them, `2026-11-21`; empty where none is chosen. */
export interface Days {
  first: string;
  last: string;
}

const day = (text: string): Date | null => {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return date && !Number.isNaN(date.getTime()) ? date : null;
};

/** The days in words: one day, or from the first to the last, whichever was chosen first. */
export function daysText({ first, last }: Days): string {
  const format = new Intl.DateTimeFormat(language(), { dateStyle: 'long', timeZone: 'UTC' });
  const [one, other] = [day(first), day(last)];
  if (one === null || other === null) return one || other ? format.format((one ?? other) as Date) : '';
  const [from, to] = one <= other ? [one, other] : [other, one];
  if (language() === 'en') return format.formatRange(from, to);
  // Browsers write a Chinese range each in his own way, and most in slashes.
  const sameYear = from.getUTCFullYear() === to.getUTCFullYear();
  const sameMonth = sameYear && from.getUTCMonth() === to.getUTCMonth();
  const rest = format.format(to).replace(sameMonth ? /^.*月/ : sameYear ? /^.*年/ : '', '');
  return from.getTime() === to.getTime() ? format.format(from) : `${format.format(from)}至${rest}`;
}

const iso = (year: string, month: string, date: string): string =>
  `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;

/** The days in a text that was written here, to begin a calendar with; empty where it was written by hand. */
export function daysOf(text: string): Days {
  const match =
    /^(\d{4})年(\d{1,2})月(\d{1,2})日(?:\s*[至到–—-]\s*(?:(?:(\d{4})年)?(\d{1,2})月)?(\d{1,2})日)?$/.exec(
      text.trim(),
    );
  if (!match) return { first: '', last: '' };
  const [, year = '', month = '', date = '', toYear = year, toMonth = month, toDate] = match;
  return {
    first: iso(year, month, date),
    last: toDate === undefined ? '' : iso(toYear, toMonth, toDate),
  };
}
