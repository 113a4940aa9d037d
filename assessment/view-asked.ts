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
