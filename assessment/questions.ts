/** Q1–Q6 · Questions: from the asker's phone to the stage, to an answer and its rating. */
import * as v from 'valibot';
import { HOSTS, personOf, type Actor, type Role } from './actors.ts';
import { turnOf } from './turns.ts';
import { newClock, stopped, type Clock } from './clocks.ts';
import { Id, line, Reason, text, whole } from './fields.ts';
import { needLive, needOpen } from './phases.ts';
import { command, refuse, type Context, type Entry, type Folds } from './noun.ts';
import { isPresent, isRecused, passOf, type Pass } from './passes.ts';
import { membersOf, responsibleFor } from './roster.ts';
import { leaveQuestion, running } from './stage-clocks.ts';
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

/** A2, A3: only a question to the unit on stage, while it is being questioned, goes on stage. */
function decideStage(state: State, { question: id }: { question: string }): Entry[] {
  needLive(state);
  const question = questionIn(state, id, 'accepted', 'queued', 'asked');
  if (state.agenda.onStage !== question.unit) refuse('turn-not-open', { unit: question.unit });
  const { stage } = turnOf(state, question.unit);
  if (stage !== 'questioning') refuse('turn-not-open', { stage });
  if (state.questions.onStage === id) refuse('question-state', { state: question.state });
  return [{ type: 'question-on-stage', data: { question: id } }];
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
  'question.stage': command(HOSTS, Which, decideStage),
  'question.answered': command(HOSTS, Which, (state, { question }, _actor, { now }) => {
    needLive(state);
    questionIn(state, question, 'asked');
    if (state.questions.onStage !== question) refuse('question-state', { state: 'asked' });
    return [
      { type: 'question-answered', data: { question, until: now + state.meeting.settings.times.rating } },
    ];
  }),
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
  'question.rate': command(['examiner'], v.object({ question: Id, rating: v.picklist(RATINGS) }), decideRate),
  /** Q5: the authority closes the window when its time has passed. */
  'question.close-rating': command(['system'], Which, (state, { question }) => {
    const { rated, ratingUntil } = questionIn(state, question);
    return rated || ratingUntil === null ? [] : [{ type: 'ratings-shown', data: { question } }];
  }),
  'hand.raise': command(['examiner'], v.object({ on: v.boolean() }), (state, { on }, actor) => {
    needLive(state);
    if (!('pass' in actor)) refuse('forbidden');
    if (state.questions.hands.has(actor.pass.id) === on) return [];
    return [{ type: 'hand-raised', data: { pass: actor.pass.id, on } }];
  }),
  'hand.lower': command(HOSTS, v.object({ pass: Id }), (state, { pass }) => {
    needOpen(state);
    return state.questions.hands.has(pass) ? [{ type: 'hand-raised', data: { pass, on: false } }] : [];
  }),
};

type Asked = Pick<
  Question,
  'id' | 'unit' | 'asker' | 'from' | 'category' | 'portfolio' | 'member' | 'oral' | 'state'
>;

function requeue(state: State, question: Question): void {
  const { queue } = state.questions;
  const at = queue.indexOf(question.id);
  const waits = question.state === 'accepted' || question.state === 'queued';
  if (waits && at < 0) queue.push(question.id);
  if (!waits && at >= 0) queue.splice(at, 1);
}

const withQuestion = (state: State, id: string, change: (question: Question) => void): void => {
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
  'question-on-stage': (state, data: { question: string }, { at }) => {
    leaveQuestion(state, at);
    withQuestion(state, data.question, (question) => {
      const { answer, answerWarn } = state.meeting.settings.times;
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
  'question-handed-on': (state, data: { question: string; to: string }) => {
    withQuestion(state, data.question, (question) => (question.member = data.to));
  },
  'question-supported': (state, data: { question: string; person: string; on: boolean }) => {
    withQuestion(state, data.question, (question) => {
      if (data.on) question.support.add(data.person);
      else question.support.delete(data.person);
    });
  },
  'answer-rated': (state, data: { question: string; pass: string; rating: Rating }) => {
    withQuestion(state, data.question, (question) => question.ratings.set(data.pass, data.rating));
  },
  'ratings-shown': (state, data: { question: string }) => {
    withQuestion(state, data.question, (question) => (question.rated = true));
  },
  'hand-raised': (state, data: { pass: string; on: boolean }) => {
    if (data.on) state.questions.hands.add(data.pass);
    else state.questions.hands.delete(data.pass);
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
