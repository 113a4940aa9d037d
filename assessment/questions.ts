/** Q1, Q3, Q4 · Questions: who asks what of whom, and who supports it. What the host does with one: `moderation.ts`. */
import * as v from 'valibot';
import { HOSTS, personOf, type Actor, type Role } from './actors.ts';
import { turnOf } from './turns.ts';
import type { Clock } from './clocks.ts';
import { Id, line, text } from './fields.ts';
import { needOpen } from './phases.ts';
import { command, refuse, type Context, type Entry, type Folds } from './noun.ts';
import { passOf, type Pass } from './passes.ts';
import { needPicture, PictureHash } from './pictures.ts';
import { responsibleFor } from './roster.ts';
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
  /** Q2: who was asked to take it over. */
  offered: string | null;
  text: string | null;
  /** The photo that came with it, by its hash (J6: null after a purge). */
  picture: string | null;
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
  /** What `question.return` goes back to: one step, until the next one. */
  before: Before | null;
  at: number;
}

/** A question as it was before its last step. */
export interface Before {
  state: QuestionState;
  /** Its place in the queue, −1 where it was in none. */
  place: number;
  declined: string | null;
  /** Who came to support another question because this one was merged into it. */
  brought: string[];
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
  /** One photo, which the meeting has already. */
  picture: v.optional(PictureHash),
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
  if (ask.picture === undefined) return [{ type: 'question-asked', data, private: { text: ask.text } }];
  needPicture(context, ask.picture);
  return [{ type: 'question-asked', data, private: { text: ask.text, picture: ask.picture } }];
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

export const questionCommands = {
  'question.ask': command(ASKERS, Ask, decideAsk),
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

/** Keeps the queue to what waits; who joins it comes last, or to `place`. */
export function requeue(state: State, question: Question, place = Infinity): void {
  const { queue } = state.questions;
  const at = queue.indexOf(question.id);
  const waits = question.state === 'accepted' || question.state === 'queued';
  if (waits && at < 0) queue.splice(Math.min(place, queue.length), 0, question.id);
  if (!waits && at >= 0) queue.splice(at, 1);
}

/** Called before a question's state changes, so that the step can be taken back. */
export function remember(state: State, question: Question): void {
  const place = state.questions.queue.indexOf(question.id);
  question.before = { state: question.state, place, declined: question.declined, brought: [] };
}

export const withQuestion = (state: State, id: string, change: (question: Question) => void): void => {
  const question = state.questions.all.get(id);
  if (question) change(question);
};

export const questionFolds = {
  'question-asked': (state, data: Asked & { private?: { text: string; picture?: string } }, { at }) => {
    const { private: secret, ...asked } = data;
    const question: Question = {
      ...asked,
      offered: null,
      text: secret?.text ?? null,
      picture: secret?.picture ?? null,
      shown: null,
      declined: null,
      mergedInto: null,
      support: new Set(),
      clock: null,
      ratings: new Map(),
      ratingUntil: null,
      rated: false,
      before: null,
      at,
    };
    state.questions.all.set(question.id, question);
    if (question.oral) state.questions.hands.delete(question.asker);
    requeue(state, question);
  },
  'question-supported': (state, data: { question: string; person: string; on: boolean }) => {
    withQuestion(state, data.question, (question) => {
      if (data.on) question.support.add(data.person);
      else question.support.delete(data.person);
    });
  },
} satisfies Folds;
