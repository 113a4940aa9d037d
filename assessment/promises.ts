/**
 * P1, Q6 · Promises: what a member says that he will have done, and by which day. It is read back, and the questioner
 * confirms it on the spot where he is there. What becomes of it after the meeting (P2–P5) begins at `made`.
 */
import * as v from 'valibot';
import { HOSTS, personOf, type Actor } from './actors.ts';
import { dayOf, isDay, plusDays } from './days.ts';
import { Id, Reason, text, whole } from './fields.ts';
import { needAnswerer, responsibleNow } from './hand-on.ts';
import { command, refuse, type Context, type Entry, type Folds } from './noun.ts';
import { needLive } from './phases.ts';
import { questionIn, type Question } from './questions.ts';
import { membersOf } from './roster.ts';
import type { State } from './state.ts';

export type PromiseState = 'made' | 'withdrawn';
/** Who says that it was understood so: the questioner on his own phone, the host who heard him, or the host alone. */
export type Confirmation = 'questioner' | 'aloud' | 'absent';

/** The longest text, in characters. */
const PROMISE_LONGEST = 200;
/** How far ahead a promise can be due, in days: long enough for a building, too short for a slip of the finger. */
const PROMISE_FARTHEST = 3 * 366;

export interface Promised {
  id: string;
  /** Q6: the question that it answers. */
  question: string;
  unit: string;
  /** Who is responsible for it. */
  member: string;
  text: string | null;
  /** A calendar day, `2026-11-30`. */
  due: string;
  /** Who made it: pass id of a member, or an organizer's id. */
  maker: string;
  from: 'member' | 'host';
  state: PromiseState;
  /** Counts its wordings from 1: who confirms says which one he read. */
  revision: number;
  confirmed: Confirmation | null;
  /** Server time in ms; null as long as nobody confirmed it. */
  confirmedAt: number | null;
  /** The questioner says that this is not what was said; until it is put otherwise. */
  objected: boolean;
  /** Why it was withdrawn. */
  reason: string | null;
  at: number;
}

export interface PromisesState {
  all: Map<string, Promised>;
}

export const emptyPromises = (): PromisesState => ({ all: new Map() });

/** The promise that stands for a question. */
export const promiseOn = (state: State, question: string): Promised | undefined =>
  [...state.promises.all.values()].find((one) => one.question === question && one.state === 'made');

/** @throws Refusal `promise-made` where a question has a promise that would lose it */
export function needNoPromise(state: State, question: string): void {
  const made = promiseOn(state, question);
  if (made) refuse('promise-made', { promise: made.id });
}

/** P1: not before the day on which it is said, and not in another decade. @throws Refusal `promise-due` */
function needDue(due: string, { now }: Context): void {
  const least = dayOf(now);
  const most = plusDays(least, PROMISE_FARTHEST);
  if (due < least || due > most) refuse('promise-due', { least, most });
}

/** The promise as its sender read it. @throws Refusal `promise-unknown`, `promise-state`, `overtaken` */
function promiseIn(state: State, id: string, revision?: number): Promised {
  needLive(state);
  const promised = state.promises.all.get(id) ?? refuse('promise-unknown', { promise: id });
  if (promised.state !== 'made') refuse('promise-state', { state: promised.state });
  if (revision !== undefined && revision !== promised.revision) refuse('overtaken');
  return promised;
}

const about = ({ id, question, unit }: Promised) => ({ promise: id, question, unit });

const Day = v.pipe(v.string(), v.maxLength(10), v.check(isDay));
const Words = { text: text(PROMISE_LONGEST), due: Day };
const Make = v.object({ question: Id, ...Words, member: v.optional(v.nullable(Id)) });
type Make = v.InferOutput<typeof Make>;

/** Q2: the member who is responsible; the host, who heard it said, may have heard another of the same unit. */
function promiser(state: State, question: Question, member: string | null): string {
  if (member === null) return responsibleNow(state, question) ?? refuse('person-unknown', { person: '' });
  if (!membersOf(state, question.unit).some(({ id }) => id === member))
    refuse('person-unknown', { person: member });
  return member;
}

function decideMake(state: State, make: Make, actor: Actor, context: Context): Entry[] {
  needLive(state);
  const question = questionIn(state, make.question, 'asked', 'answered', 'closed');
  if ('pass' in actor) needAnswerer(state, question, actor.pass);
  needNoPromise(state, question.id);
  needDue(make.due, context);
  const host = HOSTS.includes(actor.role);
  const data = {
    id: `p${context.n}`,
    question: question.id,
    unit: question.unit,
    member: promiser(state, question, host ? (make.member ?? null) : null),
    due: make.due,
    maker: personOf(actor),
    from: host ? 'host' : 'member',
  };
  return [{ type: 'promise-made', data, private: { text: make.text } }];
}

/** Whether a member's pass may speak for the promise: the responsible member, or the head of the unit. */
function needPromiser(state: State, promised: Promised, actor: Actor): void {
  if ('pass' in actor) needAnswerer(state, { unit: promised.unit, member: promised.member }, actor.pass);
}

const Which = { promise: Id, revision: whole(1, 10_000) };
const Change = v.object({ ...Which, ...Words, member: v.optional(v.nullable(Id)) });

function decideChange(
  state: State,
  change: v.InferOutput<typeof Change>,
  actor: Actor,
  context: Context,
): Entry[] {
  const promised = promiseIn(state, change.promise, change.revision);
  needPromiser(state, promised, actor);
  if (promised.confirmed !== null) refuse('promise-state', { state: 'confirmed' });
  // A day that was right when it was said stays right over night.
  if (change.due !== promised.due) needDue(change.due, context);
  const other = HOSTS.includes(actor.role) ? (change.member ?? null) : null;
  const member =
    other === null ? promised.member : promiser(state, questionIn(state, promised.question), other);
  const same = change.text === promised.text && change.due === promised.due && member === promised.member;
  if (same && !promised.objected) return [];
  const data = { ...about(promised), due: change.due, member };
  return [{ type: 'promise-changed', data, private: { text: change.text } }];
}

/** @throws Refusal `forbidden` for anybody but the questioner himself */
function needQuestioner(state: State, promised: Promised, actor: Actor): void {
  if (state.questions.all.get(promised.question)?.asker !== personOf(actor)) refuse('forbidden');
}

/** `heard`: how the host, who confirms for the questioner, knows it. */
const Confirm = v.object({ ...Which, heard: v.optional(v.picklist(['aloud', 'absent'])) });

function decideConfirm(state: State, which: v.InferOutput<typeof Confirm>, actor: Actor): Entry[] {
  const promised = promiseIn(state, which.promise, which.revision);
  const host = HOSTS.includes(actor.role);
  if (!host) needQuestioner(state, promised, actor);
  if (host && which.heard === undefined) refuse('malformed', { field: 'heard' });
  // Who said that it was not so cannot be called absent: it is put otherwise, or he says yes.
  if (which.heard === 'absent' && promised.objected) refuse('promise-state', { state: 'objected' });
  if (promised.confirmed !== null) return [];
  const by: Confirmation = host ? (which.heard ?? 'aloud') : 'questioner';
  return [{ type: 'promise-confirmed', data: { ...about(promised), by } }];
}

function decideObject(
  state: State,
  { promise, revision }: { promise: string; revision: number },
  actor: Actor,
): Entry[] {
  const promised = promiseIn(state, promise, revision);
  needQuestioner(state, promised, actor);
  if (promised.confirmed !== null) refuse('promise-state', { state: 'confirmed' });
  return promised.objected ? [] : [{ type: 'promise-objected', data: about(promised) }];
}

/** Whether it was published with its unit: what was promised later was not part of that, and can be withdrawn. */
export function publishedWith(state: State, { unit, at }: Promised): boolean {
  const step = state.agenda.turns.get(unit)?.steps.find(({ stage }) => stage === 'published');
  return step !== undefined && at <= step.at;
}

function decideWithdraw(
  state: State,
  { promise, reason }: { promise: string; reason: string },
  actor: Actor,
): Entry[] {
  const promised = promiseIn(state, promise);
  if ('pass' in actor && promised.maker !== actor.pass.id) refuse('not-responsible');
  if (publishedWith(state, promised)) refuse('already-published', { unit: promised.unit });
  return [{ type: 'promise-withdrawn', data: about(promised), private: { reason } }];
}

export const promiseCommands = {
  'promise.make': command(['member', ...HOSTS], Make, decideMake),
  'promise.change': command(['member', ...HOSTS], Change, decideChange),
  'promise.confirm': command(['examiner', 'crowd', ...HOSTS], Confirm, decideConfirm),
  'promise.object': command(['examiner', 'crowd'], v.object(Which), decideObject),
  'promise.withdraw': command(
    ['member', ...HOSTS],
    v.object({ promise: Id, reason: Reason }),
    decideWithdraw,
  ),
};

const withPromise = (state: State, id: string, change: (promised: Promised) => void): void => {
  const promised = state.promises.all.get(id);
  if (promised) change(promised);
};

type Made = Pick<Promised, 'id' | 'question' | 'unit' | 'member' | 'due' | 'maker' | 'from'>;

export const promiseFolds = {
  'promise-made': (state, data: Made & { private?: { text: string } }, { at }) => {
    const { private: secret, ...made } = data;
    state.promises.all.set(made.id, {
      ...made,
      text: secret?.text ?? null,
      state: 'made',
      revision: 1,
      confirmed: null,
      confirmedAt: null,
      objected: false,
      reason: null,
      at,
    });
  },
  'promise-changed': (
    state,
    data: { promise: string; due: string; member: string; private?: { text: string } },
  ) => {
    withPromise(state, data.promise, (promised) => {
      promised.text = data.private?.text ?? null;
      promised.due = data.due;
      promised.member = data.member;
      promised.revision += 1;
      promised.objected = false;
    });
  },
  'promise-confirmed': (state, data: { promise: string; by: Confirmation }, { at }) => {
    withPromise(state, data.promise, (promised) => {
      promised.confirmed = data.by;
      promised.confirmedAt = at;
      promised.objected = false;
    });
  },
  'promise-objected': (state, data: { promise: string }) => {
    withPromise(state, data.promise, (promised) => (promised.objected = true));
  },
  'promise-withdrawn': (state, data: { promise: string; private?: { reason: string } }) => {
    withPromise(state, data.promise, (promised) => {
      promised.state = 'withdrawn';
      promised.reason = data.private?.reason ?? null;
    });
  },
} satisfies Folds;
