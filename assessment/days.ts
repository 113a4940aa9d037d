/**
 * P1 · Calendar days as people say them: `2026-11-07`. A meeting is held in China, which has one time zone without
 * summer time; so a day is a day there, wherever the hub's machine thinks it is (J5).
 */
const DAY = 86_400_000;
const BEIJING = 8 * 3_600_000;

const startOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const written = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Whether a text is a day that the calendar has; no 30th of February. */
export const isDay = (text: string): boolean =>
  /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text) &&
  !Number.isNaN(startOf(text)) &&
  written(startOf(text)) === text;

/** 18:00 of a day, when offices there close, as server time in ms. */
export const endOfWork = (day: string): number => startOf(day) - BEIJING + 18 * 3_600_000;

/** What calendar and clock on the wall say in China at a server time in ms; the catalogues put it in words. */
export interface Moment {
  year: number;
  month: number;
  day: number;
  /** `18:00` */
  clock: string;
}

export function momentOf(at: number): Moment {
  const text = new Date(at + BEIJING).toISOString();
  const [year = 0, month = 0, day = 0] = text.slice(0, 10).split('-').map(Number);
  return { year, month, day, clock: text.slice(11, 16) };
}

/** A server time in ms as it is written in a record: `2026-11-10T18:00:00+08:00`. */
export const writtenOf = (at: number): string => `${new Date(at + BEIJING).toISOString().slice(0, 19)}+08:00`;

/** The calendar day of a server time in ms. */
export const dayOf = (at: number): string => written(at + BEIJING);

export const plusDays = (day: string, days: number): string => written(startOf(day) + days * DAY);

/** The same day of the next month, or its last one: 31 January → 28 February. */
export function nextMonth(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return written(Date.UTC(year, month, Math.min(date, last)));
}

/** The last day of the month. */
export function monthEnd(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return written(Date.UTC(year, month, 0));
}
