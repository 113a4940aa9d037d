/** A3, Q5 · A question on stage: its clock, the answer, and the rating of the answer. */
import * as v from 'valibot';
import { HOSTS, type Actor } from './actors.ts';
import { newClock, stopped } from './clocks.ts';
import { Id } from './fields.ts';
import { command, refuse, type Context, type Entry, type Folds } from './noun.ts';
import { isPresent, isRecused } from './passes.ts';
import { needLive } from './phases.ts';
import { questionIn, RATINGS, remember, requeue, withQuestion, type Rating } from './questions.ts';
import { leaveQuestion, running } from './stage-clocks.ts';
import type { State } from './state.ts';
import { turnOf } from './turns.ts';

/** A2, A3: only a question to the unit on stage, while it is being questioned, goes on stage. */
function decideStage(
  state: State,
  { question: id, instead }: { question: string; instead?: string | null | undefined },
): Entry[] {
  needLive(state);
  const question = questionIn(state, id, 'accepted', 'queued', 'asked');
  if (state.agenda.onStage !== question.unit) refuse('turn-not-open', { unit: question.unit });
  const { stage } = turnOf(state, question.unit);
  if (stage !== 'questioning') refuse('turn-not-open', { stage });
  const { onStage } = state.questions;
  if (onStage === id) refuse('question-state', { state: question.state });
  if (instead !== undefined && instead !== onStage) refuse('overtaken');
  return [{ type: 'question-on-stage', data: { question: id } }];
}

function decideRate(
  state: State,
  { question: id, rating }: { question: string; rating: Rating },
  actor: Actor,
  context: Context,
): Entry[] {
  needLive(state);
  if (!('pass' in actor)) refuse('forbidden');
  const question = questionIn(state, id, 'answered', 'closed');
  if (isRecused(state, actor.pass, question.unit)) refuse('recused', { unit: question.unit });
  if (!isPresent(actor.pass)) refuse('not-checked-in');
  if (question.rated || question.ratingUntil === null || context.now > question.ratingUntil)
    refuse('rating-closed');
  return [{ type: 'answer-rated', data: { question: id, pass: actor.pass.id, rating } }];
}

const Which = v.object({ question: Id });

export const answerCommands = {
  /** `instead`: the question that the host saw on stage, so that two hosts do not push each other's off. */
  'question.stage': command(
    HOSTS,
    v.object({ question: Id, instead: v.optional(v.nullable(Id)) }),
    decideStage,
  ),
  'question.answered': command(HOSTS, Which, (state, { question }, _actor, { now }) => {
    needLive(state);
    questionIn(state, question, 'asked');
    if (state.questions.onStage !== question) refuse('question-state', { state: 'asked' });
    return [
      { type: 'question-answered', data: { question, until: now + state.meeting.settings.times.rating } },
    ];
  }),
  'question.rate': command(['examiner'], v.object({ question: Id, rating: v.picklist(RATINGS) }), decideRate),
  /** Q5: the authority closes the window when its time has passed. */
  'question.close-rating': command(['system'], Which, (state, { question }) => {
    const { rated, ratingUntil } = questionIn(state, question);
    return rated || ratingUntil === null ? [] : [{ type: 'ratings-shown', data: { question } }];
  }),
};

export const answerFolds = {
  'question-on-stage': (state, data: { question: string }, { at }) => {
    leaveQuestion(state, at);
    withQuestion(state, data.question, (question) => {
      const { answer, answerWarn } = state.meeting.settings.times;
      remember(state, question);
      question.state = 'asked';
      question.clock = running(state, 'answer', at, question.clock ?? newClock(answer, answerWarn, null));
      requeue(state, question);
      state.questions.onStage = question.id;
    });
  },
  'question-answered': (state, data: { question: string; until: number }, { at }) => {
    withQuestion(state, data.question, (question) => {
      question.state = 'answered';
      if (question.clock) question.clock = stopped(question.clock, at);
      question.ratingUntil = data.until;
    });
  },
  'answer-rated': (state, data: { question: string; pass: string; rating: Rating }) => {
    withQuestion(state, data.question, (question) => question.ratings.set(data.pass, data.rating));
  },
  'ratings-shown': (state, data: { question: string }) => {
    withQuestion(state, data.question, (question) => (question.rated = true));
  },
} satisfies Folds;

/** Q5: the question whose rating window ends next, and when (ms). */
export function nextRatingEnd(state: State): { question: string; at: number } | null {
  let next: { question: string; at: number } | null = null;
  for (const { id, rated, ratingUntil } of state.questions.all.values()) {
    if (rated || ratingUntil === null) continue;
    if (next === null || ratingUntil < next.at) next = { question: id, at: ratingUntil };
  }
  return next;
}
