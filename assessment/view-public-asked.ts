/**
 * V1, Q, P1 · The questions that were asked aloud and what was promised on them, as everybody in the square heard it:
 * of who asked no more than his category, and never who of the crowd. Nothing that was declined or only handed in.
 */
import type { Promised } from './promises.ts';
import type { Question } from './questions.ts';
import type { State } from './state.ts';
import { promiseTile, publicSince, type TileState } from './view-promise-wall.ts';
import { ratingCounts, type RatingCounts } from './view-stage.ts';

/** A member of a unit, who answers in public. Null names were purged (J6). */
export interface PublicMember {
  name: string | null;
  post: string;
}

export interface PublicPromise {
  /** Null once it was purged (J6). */
  text: string | null;
  /** Null where he left the roster. */
  member: PublicMember | null;
  /** A calendar day, `2026-11-30`. */
  due: string;
  state: TileState;
}

export interface PublicQuestion {
  /** As it stood on the screen; null once it was purged (J6). */
  text: string | null;
  from: Question['from'];
  /** The asker's category in words; null for the crowd, for organizers and where it is not known. */
  category: string | null;
  portfolio: string | null;
  member: PublicMember | null;
  /** Q4: how many supported it. */
  support: number;
  /** Q5; null where nobody was asked to rate. */
  ratings: RatingCounts | null;
  promises: PublicPromise[];
}

const ALOUD: readonly Question['state'][] = ['asked', 'answered', 'closed'];

function memberOf(state: State, id: string | null): PublicMember | null {
  const member = id === null ? undefined : state.roster.members.get(id);
  return member ? { name: member.name, post: member.post } : null;
}

const promiseOf = (state: State, promised: Promised): PublicPromise => ({
  text: promised.text,
  member: memberOf(state, promised.member),
  due: promised.due,
  state: promiseTile(promised),
});

const wasAsked = (state: State, question: string): boolean =>
  ALOUD.includes(state.questions.all.get(question)?.state ?? 'submitted');

const promisesOf = (state: State, which: (promised: Promised) => boolean): PublicPromise[] =>
  [...state.promises.all.values()]
    .filter((one) => publicSince(one) !== null && which(one))
    .map((one) => promiseOf(state, one));

function questionOf(state: State, question: Question): PublicQuestion {
  const { id, from, text, shown, category, portfolio, member, support } = question;
  return {
    text: shown ?? text,
    from,
    category: state.scoring.categories.find((one) => one.id === category)?.name ?? null,
    portfolio,
    member: memberOf(state, member),
    support: support.size,
    ratings: ratingCounts(question),
    promises: promisesOf(state, (one) => one.question === id),
  };
}

/** Those of a unit that were asked aloud, in the order in which they were handed in. */
export const publicQuestions = (state: State, unit: string): PublicQuestion[] =>
  [...state.questions.all.values()]
    .filter((one) => one.unit === unit && ALOUD.includes(one.state))
    .map((one) => questionOf(state, one));

/** What a unit promised on questions that are not among those. */
export const publicPromises = (state: State, unit: string): PublicPromise[] =>
  promisesOf(state, (one) => one.unit === unit && !wasAsked(state, one.question));
