/**
 * B6, B4, K · The provisional result and its appeal period (公示期). Closing the meeting announces the ranks and scores
 * in an entry of their own, so that every later head hash commits to them; what an appeal changes is listed with the
 * place before and after; `result.finalise` (finalise.ts) ends it. Decision 0020.
 */
import { appealEnds } from './appeal-period.ts';
import { refuse, type Entry, type Folds } from './noun.ts';
import { standingsOf } from './results.ts';
import type { State } from './state.ts';

/** Where a unit stands. */
export interface Placing {
  /** K1; null without a valid result (K2). */
  rank: number | null;
  /** S10, hundredths of a point. */
  score: number | null;
}
export interface Place extends Placing {
  unit: string;
}

/** What an amendment (B4) or the correction of a deduction (S9) did to a unit after the result was announced. */
export interface AppealChange {
  /** The amendment's or the correction's; organizers find its reason by it. */
  id: string;
  unit: string;
  kind: 'admit' | 'replace' | 'void' | 'deduction';
  /** When it was confirmed, in ms. */
  at: number;
  before: Placing;
  after: Placing;
}

/** How the appeal period ended. */
export interface Finalised {
  /** Number of its entry. */
  n: number;
  at: number;
  /** Ended by an owner before its time. */
  early: boolean;
  reason: string | null;
  places: Place[];
}

/** What one closing announced. */
export interface Announced {
  /** Number of its entry. */
  n: number;
  /** In ms, as `until`: the moment from which it can become final. */
  at: number;
  days: number;
  until: number;
  places: Place[];
  changes: AppealChange[];
  final: Finalised | null;
}

export interface AppealState {
  /** Null while the meeting is open, and in a journal of a time before there were appeals. */
  result: Announced | null;
  /** Results that were announced and given up when the meeting was reopened. */
  earlier: { at: number; until: number; reopenedAt: number; places: Place[] }[];
}

export const emptyAppeal = (): AppealState => ({ result: null, earlier: [] });

/** K1, K2: where every unit of the meeting stands now, in the order of turns. */
export function placesOf(state: State): Place[] {
  const { order } = state.agenda;
  const ranked = new Map(standingsOf(state, order).map((one) => [one.unit, one]));
  return order.map((unit) => {
    const { rank = null, score } = ranked.get(unit) ?? {};
    return { unit, rank, score: score?.score ?? null };
  });
}

/** The entry by which a closing announces its result. `now` is server time in ms. */
export function announcement(state: State, now: number): Entry {
  const { appealDays: days } = state.meeting.settings;
  const data = { days, until: appealEnds(now, days), places: placesOf(state).map((one) => ({ ...one })) };
  return { type: 'result-announced', data };
}

/** @throws Refusal `result-final` once nothing of the count can change */
export function needNotFinal(state: State): void {
  if (state.appeal.result?.final) refuse('result-final');
}

/** While the result is provisional. */
export const isProvisional = ({ appeal: { result } }: State): boolean =>
  result !== null && result.final === null;

/** What changes a count (B4, S9): until the meeting is closed, and on appeal until its result is final. @throws Refusal */
export function needCorrectable(state: State): void {
  needNotFinal(state);
  if (state.meeting.phase === 'closed' && !isProvisional(state)) refuse('meeting-closed');
}

const placingOf = (state: State, unit: string): Placing => {
  const found = placesOf(state).find((one) => one.unit === unit);
  return { rank: found?.rank ?? null, score: found?.score ?? null };
};

/** Makes a change of a unit's count, and lists it where the result was announced already. For folds. */
export function listed(
  state: State,
  about: Pick<AppealChange, 'id' | 'unit' | 'kind' | 'at'>,
  change: () => void,
): void {
  if (!isProvisional(state)) return change();
  const before = placingOf(state, about.unit);
  change();
  state.appeal.result?.changes.push({ ...about, before, after: placingOf(state, about.unit) });
}

/** A1: a reopened meeting gives up what it announced; the journal keeps it. */
export function giveUp(state: State, reopenedAt: number): void {
  const { result, earlier } = state.appeal;
  if (!result) return;
  const { at, until, places } = result;
  state.appeal = { result: null, earlier: [...earlier, { at, until, places, reopenedAt }] };
}

export const appealFolds = {
  'result-announced': (
    state,
    { days, until, places }: Pick<Announced, 'days' | 'until' | 'places'>,
    { at, n },
  ) => {
    state.appeal.result = { n, at, days, until, places, changes: [], final: null };
  },
} satisfies Folds;
