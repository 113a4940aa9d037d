/** What a table of an export is, without a format: the spreadsheet and the CSV are both written from it (X2). */
import { scoringOf, type Bundle } from '../../assessment/bundle.ts';
import { recountUnits } from '../../assessment/recount.ts';
import type { Ranked } from '../../assessment/ranking.ts';
import type { Scoring } from '../../assessment/sheet.ts';
import type { About } from '../about.ts';
import type { ReportText } from '../text/index.ts';

export type Cell = string | number | null;

export interface Column {
  head: string;
  /** In characters of a spreadsheet. */
  width: number;
  /** `score` shows two decimals, `points` as many as there are; a `day` is written `2026-11-30`. */
  kind: 'text' | 'long' | 'score' | 'points' | 'count' | 'day';
  /** The columns (first and last, from 0) whose sum the figure is: a spreadsheet adds them up again. */
  sums?: [number, number];
}

export interface Table {
  name: string;
  columns: Column[];
  rows: Cell[][];
  /** Lines below the table. */
  notes: string[];
}

/** Everything that a table is made from: one recount for all of them. */
export interface Source {
  bundle: Bundle;
  scoring: Scoring;
  ranked: Ranked[];
  about: About;
  text: ReportText;
  unitName(id: string): string;
}

export function sourceOf(bundle: Bundle, about: About, text: ReportText): Source {
  const names = new Map(bundle.units.map(({ id, name }) => [id, name]));
  return {
    bundle,
    scoring: scoringOf(bundle),
    ranked: recountUnits(bundle),
    about,
    text,
    unitName: (id) => names.get(id) ?? id,
  };
}

/** Hundredths as the number that people read: 1250 is 12.5. */
export const figure = (points: number | null): number | null => (points === null ? null : points / 100);

/** B6: provisional or final, both dated; empty as long as nothing was announced. */
function resultLine({ about: { result }, text }: Pick<Source, 'about' | 'text'>): string {
  if (result === null) return '';
  const { state, since, until, finalAt } = result;
  return state === 'final' ? text.result.final(finalAt ?? until) : text.result.provisional(since, until);
}

/** The lines on top of every sheet: what this is, and that it is a rehearsal or invented where it is. */
export function headingOf(
  { bundle, about, text }: Pick<Source, 'bundle' | 'about' | 'text'>,
  name: string,
): [string, string] {
  const { title, mode, code } = bundle.meeting;
  const marks = [about.demo ? text.demo : '', text.mode[mode], about.date, about.place];
  const { length, head } = bundle.journal;
  const state = resultLine({ about, text });
  return [
    text.heading(title, name),
    [...marks, state, text.code(code), text.journal(length, head.slice(0, 12))].filter(Boolean).join(' · '),
  ];
}
