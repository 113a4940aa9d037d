/**
 * Q, P1 · What was asked and what was promised, as an export may tell it: of who asked the category alone, never a name,
 * a pass or a session (V1), and of the text what the host put on the screen, never the original behind it.
 */
import { promisesView, type PromiseView } from '../assessment/view-promises.ts';
import { questionsView, type QuestionView } from '../assessment/view-questions.ts';
import type { Rating } from '../assessment/questions.ts';
import { unitName } from '../assessment/roster.ts';
import type { State } from '../assessment/state.ts';

/** The promise of a member; `name` is null once names were purged (J6). */
export interface Answerer {
  name: string | null;
  post: string;
}

export interface AskedQuestion {
  /** Counted from 1 over the whole export. */
  number: number;
  unit: string;
  unitName: string;
  /** Null once texts were purged (J6). */
  text: string | null;
  from: QuestionView['from'];
  /** The name of the examiner's category; null for everybody else. */
  category: string | null;
  portfolio: string | null;
  member: Answerer | null;
  state: QuestionView['state'];
  /** The number of the question that this one was merged into. */
  mergedInto: number | null;
  declined: string | null;
  /** Null as long as the window is open, and where there was none (Q5). */
  ratings: Record<Rating, number> | null;
  support: number;
}

export interface Pledge {
  number: number;
  unit: string;
  unitName: string;
  text: string | null;
  member: Answerer | null;
  /** A calendar day, `2026-11-30`. */
  due: string;
  /** What the questioner says of it; `waiting` as long as he says nothing, `withdrawn` where it no longer stands. */
  state: 'waiting' | 'objected' | 'withdrawn' | NonNullable<PromiseView['confirmed']>;
  from: PromiseView['from'];
  reason: string | null;
  /** The number of the question that it answers. */
  question: number;
}

/** P1: what the square heard. What a member wrote on his phone was heard by nobody before it was confirmed. */
export const isPublic = ({ state, from }: Pledge): boolean =>
  state !== 'withdrawn' && state !== 'objected' && (state !== 'waiting' || from === 'host');

export interface Asked {
  questions: AskedQuestion[];
  pledges: Pledge[];
}

/** What is known of a bundle that came without its meeting. */
export const NOTHING_ASKED: Asked = { questions: [], pledges: [] };

/** V1: a unit whose turn is locked; once the meeting is closed all of them, so that nothing that was asked is lost. */
function tells(state: State, unit: string): boolean {
  const stage = state.agenda.turns.get(unit)?.stage ?? 'waiting';
  return state.meeting.phase === 'closed' || stage === 'locked' || stage === 'published';
}

function answererIn(state: State, member: string | null): Answerer | null {
  const one = member === null ? undefined : state.roster.members.get(member);
  return one ? { name: one.name, post: one.post } : null;
}

/** In the order of turns, and of one unit in the order in which they came. */
function inOrder<T extends { unit: string; at: number }>(state: State, all: readonly T[]): T[] {
  const place = new Map(state.agenda.order.map((unit, at) => [unit, at]));
  const placeOf = ({ unit }: T): number => place.get(unit) ?? place.size;
  return all.filter(({ unit }) => tells(state, unit)).sort((a, b) => placeOf(a) - placeOf(b) || a.at - b.at);
}

const pledgeState = ({ state, objected, confirmed }: PromiseView): Pledge['state'] =>
  state === 'withdrawn' ? 'withdrawn' : objected ? 'objected' : (confirmed ?? 'waiting');

export function askedOf(state: State): Asked {
  const questions = inOrder(state, questionsView(state, 'organizer'));
  const numbers = new Map(questions.map(({ id }, at) => [id, at + 1]));
  const categories = new Map(state.scoring.categories.map(({ id, name }) => [id, name]));
  return {
    questions: questions.map((one, at) => ({
      number: at + 1,
      unit: one.unit,
      unitName: unitName(state, one.unit),
      text: one.text,
      from: one.from,
      category: one.category === null ? null : (categories.get(one.category) ?? null),
      portfolio: one.portfolio,
      member: answererIn(state, one.member),
      state: one.state,
      mergedInto: numbers.get(one.mergedInto ?? '') ?? null,
      declined: one.declined ?? null,
      ratings: one.ratings,
      support: one.support,
    })),
    pledges: inOrder(state, promisesView(state, 'organizer')).map((one, at) => ({
      number: at + 1,
      unit: one.unit,
      unitName: unitName(state, one.unit),
      text: one.text,
      member: one.member && { name: one.member.name, post: one.member.post },
      due: one.due,
      state: pledgeState(one),
      from: one.from,
      reason: one.reason,
      question: numbers.get(one.question) ?? 0,
    })),
  };
}
