/**
 * Q1, Q2 · What the host does with a question: accept, decline, merge, put into words for the screen, order, hand on.
 * Two hosts work at once, so a command can say what it was meant for; then it is refused where that has changed.
 */
import * as v from 'valibot';
import { HOSTS } from './actors.ts';
import { Id, Reason, text, whole } from './fields.ts';
import { needOpen } from './phases.ts';
import { command, refuse, type Entry, type Folds } from './noun.ts';
import {
  questionIn,
  QUESTION_STATES,
  remember,
  requeue,
  withQuestion,
  type Question,
  type QuestionState,
} from './questions.ts';
import { membersOf } from './roster.ts';
import { needNoPromise } from './promises.ts';
import { leaveQuestion } from './stage-clocks.ts';
import type { State } from './state.ts';

/** `from`: the state in which the host saw the question. */
const Which = { question: Id, from: v.optional(v.picklist(QUESTION_STATES)) };
interface Which {
  question: string;
  from?: QuestionState | undefined;
}

/** @throws Refusal `question-unknown`, `question-state` */
function meant(state: State, { question: id, from }: Which, ...states: QuestionState[]): Question {
  needOpen(state);
  const question = questionIn(state, id, ...states);
  if (from !== undefined && from !== question.state) refuse('question-state', { state: question.state });
  return question;
}

const OPEN = ['submitted', 'accepted', 'queued'] as const;

const move = (to: QuestionState, ...from: QuestionState[]) =>
  command(HOSTS, v.object(Which), (state, which) => {
    meant(state, which, ...from);
    return [{ type: 'question-moved', data: { question: which.question, to } }];
  });

function decideMerge(state: State, which: Which & { into: string }): Entry[] {
  const question = meant(state, which, ...OPEN);
  const target = questionIn(state, which.into, ...OPEN, 'asked');
  if (question.id === target.id || question.unit !== target.unit)
    refuse('question-state', { state: target.state });
  return [{ type: 'question-merged', data: { question: question.id, into: target.id } }];
}

/** Takes the last step of a question back, where it was the last: an answer that was given stays given. */
function decideReturn(state: State, which: Which): Entry[] {
  const question = meant(state, which, 'accepted', 'queued', 'declined', 'merged', 'asked');
  const { before, id } = question;
  needNoPromise(state, id);
  const left = question.state === 'asked' && state.questions.onStage !== id;
  if (before === null || left) refuse('question-state', { state: question.state });
  const into = question.mergedInto === null ? {} : { into: question.mergedInto };
  const data = { question: id, from: question.state, to: before.state, ...into };
  return [{ type: 'question-returned', data }];
}

export const moderationCommands = {
  'question.accept': move('accepted', 'submitted', 'declined'),
  'question.queue': move('queued', 'submitted', 'accepted'),
  'question.close': move('closed', 'asked', 'answered'),
  'question.decline': command(HOSTS, v.object({ ...Which, reason: Reason }), (state, which) => {
    const { id: question } = meant(state, which, ...OPEN);
    const data = { question, to: 'declined' };
    return [{ type: 'question-moved', data, private: { reason: which.reason } }];
  }),
  'question.merge': command(HOSTS, v.object({ ...Which, into: Id }), decideMerge),
  'question.return': command(HOSTS, v.object(Which), decideReturn),
  /** `was`: the words on the screen that the host saw. */
  'question.edit': command(
    HOSTS,
    v.object({ ...Which, shown: text(200), was: v.optional(v.nullable(text(200))) }),
    (state, { shown, was, ...which }) => {
      const question = meant(state, which, ...OPEN, 'asked');
      if (was !== undefined && was !== (question.shown ?? question.text)) refuse('overtaken');
      return [{ type: 'question-edited', data: { question: question.id }, private: { shown } }];
    },
  ),
  /** `from`: the place in which the host saw it. */
  'question.reorder': command(
    HOSTS,
    v.object({ question: Id, from: v.optional(whole(0, 10_000)), to: whole(0, 10_000) }),
    (state, { question, from, to }) => {
      needOpen(state);
      questionIn(state, question, 'accepted', 'queued');
      if (from !== undefined && state.questions.queue[from] !== question) refuse('overtaken');
      return [{ type: 'question-reordered', data: { question, to } }];
    },
  ),
  /**
   * Q2 首接负责: who hands on stays responsible until the other takes over; the host's word is the taking over.
   * `was`: who was responsible when the host looked.
   */
  'question.hand-on': command(
    HOSTS,
    v.object({ ...Which, member: Id, was: v.optional(v.nullable(Id)) }),
    (state, { member, was, ...which }) => {
      const question = meant(state, which, ...OPEN, 'asked');
      if (was !== undefined && was !== question.member) refuse('overtaken');
      if (!membersOf(state, question.unit).some((one) => one.id === member))
        refuse('person-unknown', { person: member });
      const data = { question: question.id, from: question.member, to: member };
      return [{ type: 'question-handed-on', data }];
    },
  ),
};

export const moderationFolds = {
  'question-moved': (
    state,
    data: { question: string; to: QuestionState; private?: { reason: string } },
    { at },
  ) => {
    withQuestion(state, data.question, (question) => {
      if (data.to === 'closed' && state.questions.onStage === question.id) leaveQuestion(state, at);
      remember(state, question);
      question.state = data.to;
      question.declined = data.private?.reason ?? null;
      requeue(state, question);
    });
  },
  'question-merged': (state, data: { question: string; into: string }) => {
    withQuestion(state, data.question, (question) => {
      remember(state, question);
      question.state = 'merged';
      question.mergedInto = data.into;
      requeue(state, question);
      withQuestion(state, data.into, (target) => {
        const people = [question.asker, ...question.support];
        const brought = people.filter((one) => one !== target.asker && !target.support.has(one));
        for (const person of brought) target.support.add(person);
        if (question.before) question.before.brought = brought;
      });
    });
  },
  'question-returned': (state, data: { question: string; to: QuestionState }, { at }) => {
    withQuestion(state, data.question, (question) => {
      if (state.questions.onStage === question.id) leaveQuestion(state, at);
      const { before } = question;
      withQuestion(state, question.mergedInto ?? '', (target) => {
        for (const person of before?.brought ?? []) target.support.delete(person);
      });
      question.state = data.to;
      question.declined = before?.declined ?? null;
      question.mergedInto = null;
      question.before = null;
      requeue(state, question, before && before.place >= 0 ? before.place : Infinity);
    });
  },
  'question-edited': (state, data: { question: string; private?: { shown: string } }) => {
    withQuestion(state, data.question, (question) => (question.shown = data.private?.shown ?? null));
  },
  'question-reordered': (state, data: { question: string; to: number }) => {
    const rest = state.questions.queue.filter((id) => id !== data.question);
    rest.splice(Math.min(data.to, rest.length), 0, data.question);
    state.questions.queue = rest;
  },
  'question-handed-on': (state, data: { question: string; to: string }) => {
    withQuestion(state, data.question, (question) => {
      question.member = data.to;
      question.offered = null;
    });
  },
} satisfies Folds;
