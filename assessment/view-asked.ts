/** Q1, Q2 · What whoever writes a question to a unit is told of it, whenever its turn is: its team, and what waits to be asked. */
import { membersOf } from './roster.ts';
import type { State } from './state.ts';
import { memberView, type MemberView } from './view-stage.ts';
import type { Question } from './questions.ts';

/** A question that waits to be asked and can be supported instead of asked again (Q4). */
export interface OpenQuestion {
  id: string;
  text: string;
  from: Question['from'];
  category: string | null;
  support: number;
}

export interface AskedView {
  unit: string;
  members: MemberView[];
  /** The most supported first. */
  questions: OpenQuestion[];
}

/** As many as a phone looks through for one that is alike. */
const MOST = 200;

/** V1: the same for everybody, and nothing but what stage and list of questions show to everybody. Null where it cannot be asked. */
export function askedView(state: State, unit: string): AskedView | null {
  const turn = state.agenda.turns.get(unit);
  if (!turn || turn.absent || turn.stage === 'locked' || turn.stage === 'published') return null;
  const waiting = state.questions.queue.flatMap((id) => {
    const one = state.questions.all.get(id);
    const text = one?.shown ?? one?.text ?? null;
    if (!one || one.unit !== unit || text === null) return [];
    return [{ id, text, from: one.from, category: one.category, support: one.support.size }];
  });
  const questions = waiting.sort((a, b) => b.support - a.support).slice(0, MOST);
  return { unit, members: membersOf(state, unit).map(memberView), questions };
}

/** A question as it was read out on stage. */
export interface StagedQuestion {
  id: string;
  unit: string;
  /** Null once it was purged. */
  text: string | null;
}

/** As many as one asks about at a time. */
const MOST_STAGED = 100;

/** V1: of these questions those that were on stage, in the order of the list; all saw them on the screen. */
export function stagedQuestions(state: State, ids: readonly string[]): StagedQuestion[] {
  return ids.slice(0, MOST_STAGED).flatMap((id) => {
    const one = state.questions.all.get(id);
    if (!one || (one.state !== 'asked' && one.state !== 'answered' && one.state !== 'closed')) return [];
    return [{ id, unit: one.unit, text: one.shown ?? one.text }];
  });
}
