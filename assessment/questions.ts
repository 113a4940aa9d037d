/** Q1–Q4 · Questions: who asks what of whom, and what the host does with it before it goes on stage. */
import * as v from 'valibot';
import { HOSTS, personOf, type Actor, type Role } from './actors.ts';
import { turnOf } from './turns.ts';
import type { Clock } from './clocks.ts';
import { Id, line, Reason, text, whole } from './fields.ts';
import { needOpen } from './phases.ts';
import { command, refuse, type Context, type Entry, type Folds } from './noun.ts';
import { passOf, type Pass } from './passes.ts';
import { membersOf, responsibleFor } from './roster.ts';
import { leaveQuestion } from './stage-clocks.ts';
import type { State } from './state.ts';

export const QUESTION_STATES = [
  'submitted',
  'accepted',
  'declined',
  'queued',
  'asked',
  'answered',
  'closed',
  'merged',
] as const;
export type QuestionState = (typeof QUESTION_STATES)[number];
/** Q5: 好/较好/一般/较差. */
export const RATINGS = ['good', 'rather-good', 'fair', 'poor'] as const;
export type Rating = (typeof RATINGS)[number];

export interface Question {
  id: string;
  unit: string;
  /** The person who asks: pass id, session behind `@`, or organizer; never shown for the crowd (V1). */
  asker: string;
  from: 'examiner' | 'crowd' | 'organizer';
  category: string | null;
  portfolio: string | null;
  /** Q2: the member who is responsible for the answer. */
  member: string | null;
  text: string | null;
  /** How the host put it for the screen; the original stays. */
  shown: string | null;
  oral: boolean;
  state: QuestionState;
  declined: string | null;
  mergedInto: string | null;
  /** Q4: who supports it. */
  support: Set<string>;
  clock: Clock | null;
  /** Q5: pass id → rating; open until `ratingUntil` (ms), then shown all together. */
  ratings: Map<string, Rating>;
  ratingUntil: number | null;
  rated: boolean;
  at: number;
}

export interface QuestionsState {
  all: Map<string, Question>;
  /** Accepted and queued questions in the order in which the host will ask. */
  queue: string[];
  onStage: string | null;
  /** Q3: passes that raised a hand, in order. */
  hands: Set<string>;
}

export const emptyQuestions = (): QuestionsState => ({
  all: new Map(),
  queue: [],
  onStage: null,
  hands: new Set(),
});

/** @throws Refusal `question-unknown`, `question-state` */
export function questionIn(state: State, id: string, ...states: QuestionState[]): Question {
  const question = state.questions.all.get(id) ?? refuse('question-unknown', { question: id });
  if (states.length > 0 && !states.includes(question.state))
    refuse('question-state', { state: question.state });
  return question;
}

const ASKERS: readonly Role[] = ['examiner', 'crowd', ...HOSTS];
const Ask = v.object({
  unit: Id,
  text: text(200),
  portfolio: v.nullable(line(30)),
  member: v.nullable(Id),
  /** Q3: the host records what was asked aloud, for an examiner's pass or for nobody. */
  oral: v.optional(v.object({ pass: v.nullable(Id) })),
});
type Ask = v.InferOutput<typeof Ask>;

/** @throws Refusal `pass-unknown` */
function examinerPass(state: State, id: string): Pass {
  const pass = passOf(state, id);
  return pass.kind === 'examiner' ? pass : refuse('pass-unknown', { pass: id });
}

function decideAsk(state: State, ask: Ask, actor: Actor, context: Context): Entry[] {
  needOpen(state);
  const turn = turnOf(state, ask.unit);
  if (turn.absent) refuse('unit-absent', { unit: ask.unit });
  if (turn.stage === 'locked' || turn.stage === 'published') refuse('turn-locked', { stage: turn.stage });
  if (actor.role === 'crowd' && !state.meeting.settings.crowdAsks) refuse('questions-not-open');
  if (ask.oral && !HOSTS.includes(actor.role)) refuse('forbidden');
  const oralPass = ask.oral?.pass ? examinerPass(state, ask.oral.pass) : null;
  const asker = oralPass ? oralPass.id : personOf(actor);
  const from =
    oralPass || actor.role === 'examiner' ? 'examiner' : actor.role === 'crowd' ? 'crowd' : 'organizer';
  const category = oralPass?.category ?? ('pass' in actor ? actor.pass.category : null);
  const member = responsibleFor(state, ask.unit, ask.portfolio, ask.member);
  const moderated =
    from === 'crowd' || (actor.role === 'examiner' && state.meeting.settings.moderateExaminers);
  const data = {
    id: `q${context.n}`,
    unit: ask.unit,
    asker,
    from,
    category,
    portfolio: ask.portfolio,
    member,
    oral: ask.oral !== undefined,
    state: moderated ? 'submitted' : 'accepted',
  };
  return [{ type: 'question-asked', data, private: { text: ask.text } }];
}

function decideSupport(
  state: State,
  { question: id, on }: { question: string; on: boolean },
  actor: Actor,
): Entry[] {
  needOpen(state);
  const question = questionIn(state, id, 'accepted', 'queued', 'asked');
  const person = personOf(actor);
  if (question.asker === person) refuse('own-question');
  if (question.support.has(person) === on) return [];
  return [{ type: 'question-supported', data: { question: id, person, on } }];
}

function decideMerge(state: State, { question: id, into }: { question: string; into: string }): Entry[] {
  needOpen(state);
  const question = questionIn(state, id, 'submitted', 'accepted', 'queued');
  const target = questionIn(state, into, 'submitted', 'accepted', 'queued', 'asked');
  if (id === into || question.unit !== target.unit) refuse('question-state', { state: target.state });
  return [{ type: 'question-merged', data: { question: id, into } }];
}

const Which = v.object({ question: Id });
const move = (to: QuestionState, ...from: QuestionState[]) =>
  command(HOSTS, Which, (state, { question }) => {
    needOpen(state);
    questionIn(state, question, ...from);
    return [{ type: 'question-moved', data: { question, to } }];
  });

export const questionCommands = {
  'question.ask': command(ASKERS, Ask, decideAsk),
  'question.accept': move('accepted', 'submitted', 'declined'),
  'question.queue': move('queued', 'submitted', 'accepted'),
  'question.close': move('closed', 'asked', 'answered'),
  'question.decline': command(
    HOSTS,
    v.object({ question: Id, reason: Reason }),
    (state, { question, reason }) => {
      needOpen(state);
      questionIn(state, question, 'submitted', 'accepted', 'queued');
      return [{ type: 'question-moved', data: { question, to: 'declined' }, private: { reason } }];
    },
  ),
  'question.merge': command(HOSTS, v.object({ question: Id, into: Id }), decideMerge),
  'question.edit': command(
    HOSTS,
    v.object({ question: Id, shown: text(200) }),
    (state, { question, shown }) => {
      needOpen(state);
      questionIn(state, question, 'submitted', 'accepted', 'queued', 'asked');
      return [{ type: 'question-edited', data: { question }, private: { shown } }];
    },
  ),
  'question.reorder': command(
    HOSTS,
    v.object({ question: Id, to: whole(0, 10_000) }),
    (state, { question, to }) => {
      needOpen(state);
      questionIn(state, question, 'accepted', 'queued');
      return [{ type: 'question-reordered', data: { question, to } }];
    },
  ),
  /** Q2 首接负责: who hands on stays responsible until the other takes over; the host's word is the taking over. */
  'question.hand-on': command(
    HOSTS,
    v.object({ question: Id, member: Id }),
    (state, { question: id, member }) => {
      needOpen(state);
      const question = questionIn(state, id, 'submitted', 'accepted', 'queued', 'asked');
      if (!membersOf(state, question.unit).some((one) => one.id === member))
        refuse('person-unknown', { person: member });
      return [{ type: 'question-handed-on', data: { question: id, from: question.member, to: member } }];
    },
  ),
  'question.support': command(
    ['examiner', 'crowd'],
    v.object({ question: Id, on: v.boolean() }),
    decideSupport,
  ),
};

type Asked = Pick<
  Question,
  'id' | 'unit' | 'asker' | 'from' | 'category' | 'portfolio' | 'member' | 'oral' | 'state'
>;

/** Keeps the queue to what waits. */
export function requeue(state: State, question: Question): void {
  const { queue } = state.questions;
  const at = queue.indexOf(question.id);
  const waits = question.state === 'accepted' || question.state === 'queued';
  if (waits && at < 0) queue.push(question.id);
  if (!waits && at >= 0) queue.splice(at, 1);
}

export const withQuestion = (state: State, id: string, change: (question: Question) => void): void => {
  const question = state.questions.all.get(id);
  if (question) change(question);
};

export const questionFolds = {
  'question-asked': (state, data: Asked & { private?: { text: string } }, { at }) => {
    const { private: secret, ...asked } = data;
    const question: Question = {
      ...asked,
      text: secret?.text ?? null,
      shown: null,
      declined: null,
      mergedInto: null,
      support: new Set(),
      clock: null,
      ratings: new Map(),
      ratingUntil: null,
      rated: false,
      at,
    };
    state.questions.all.set(question.id, question);
    if (question.oral) state.questions.hands.delete(question.asker);
    requeue(state, question);
  },
  'question-moved': (
    state,
    data: { question: string; to: QuestionState; private?: { reason: string } },
    { at },
  ) => {
    withQuestion(state, data.question, (question) => {
      if (data.to === 'closed' && state.questions.onStage === question.id) leaveQuestion(state, at);
      question.state = data.to;
      question.declined = data.private?.reason ?? null;
      requeue(state, question);
    });
  },
  'question-merged': (state, data: { question: string; into: string }) => {
    withQuestion(state, data.question, (question) => {
      question.state = 'merged';
      question.mergedInto = data.into;
      requeue(state, question);
      withQuestion(state, data.into, (target) => {
        for (const person of [question.asker, ...question.support]) {
          if (person !== target.asker) target.support.add(person);
        }
      });
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
    withQuestion(state, data.question, (question) => (question.member = data.to));
  },
  'question-supported': (state, data: { question: string; person: string; on: boolean }) => {
    withQuestion(state, data.question, (question) => {
      if (data.on) question.support.add(data.person);
      else question.support.delete(data.person);
    });
  },
} satisfies Folds;
