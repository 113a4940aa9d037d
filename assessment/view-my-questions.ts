/** V1, Q · What became of a person's own questions. */
import type { Question, QuestionState } from './questions.ts';
import type { State } from './state.ts';
import { ratingCounts, type RatingCounts } from './view-stage.ts';

export interface MyQuestion {
  id: string;
  unit: string;
  text: string | null;
  state: QuestionState;
  declined: string | null;
  support: number;
  /** Its photo, by its hash. */
  picture: string | null;
  /** Into which question it was merged, and what became of that. */
  merged: { text: string | null; state: QuestionState } | null;
  /** Q5: what the examiners said of the answer, once the window is over. */
  ratings: RatingCounts | null;
}

/** The question in which this one goes on; several may have been merged one after the other. */
function goesOn(state: State, question: Question): Question | null {
  let at = question;
  for (let steps = 0; at.mergedInto !== null && steps < 20; steps += 1) {
    const next = state.questions.all.get(at.mergedInto);
    if (!next) break;
    at = next;
  }
  return at === question ? null : at;
}

export function myQuestions(state: State, person: string): MyQuestion[] {
  return [...state.questions.all.values()]
    .filter((one) => one.asker === person)
    .map((one) => {
      const into = goesOn(state, one);
      return {
        id: one.id,
        unit: one.unit,
        text: one.text,
        state: one.state,
        declined: one.declined,
        support: one.support.size,
        picture: one.picture,
        merged: into && { text: into.shown ?? into.text, state: into.state },
        ratings: ratingCounts(into ?? one),
      };
    });
}

/** Who asked what was merged into this question: what becomes of it is theirs to know. */
export function mergedAskers(state: State, id: string): string[] {
  const askers: string[] = [];
  for (const one of state.questions.all.values())
    if (one.mergedInto !== null && goesOn(state, one)?.id === id) askers.push(one.asker);
  return askers;
}
