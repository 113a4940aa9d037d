/**
 * Q2 首接负责 · A member hands a question on: he asks another of his team, and stays responsible until that one takes it
 * over. The host's word (`question.hand-on`) settles it at once.
 */
import * as v from 'valibot';
import type { Actor } from './actors.ts';
import { Id } from './fields.ts';
import { command, refuse, type Entry, type Folds } from './noun.ts';
import type { Pass } from './passes.ts';
import { needOpen } from './phases.ts';
import { questionIn, withQuestion, type Question, type QuestionState } from './questions.ts';
import { isSecretary, membersOf } from './roster.ts';
import type { State } from './state.ts';

/** Who has it may pass it on as long as it is not answered. */
export const HANDED_ON: readonly QuestionState[] = ['submitted', 'accepted', 'queued', 'asked'];

type Asked = Pick<Question, 'unit' | 'member'>;

/** Who is responsible; the head of the unit where that member is on the roster no more. */
export function responsibleNow(state: State, { unit, member }: Asked): string | null {
  const team = membersOf(state, unit);
  const named = team.find(({ id }) => id === member);
  return (named ?? team.find(isSecretary))?.id ?? null;
}

/** The member of a pass is the head of his unit: he sees, hands on and answers for all of it. */
export function leads(state: State, { unit, person }: Pick<Pass, 'unit' | 'person'>): boolean {
  const member = person === null ? undefined : state.roster.members.get(person);
  return member !== undefined && member.unit === unit && isSecretary(member);
}

/** @throws Refusal `not-responsible` unless the pass is the responsible member's or the head's of the unit */
export function needAnswerer(state: State, asked: Asked, pass: Pass): void {
  const own = pass.person !== null && pass.person === responsibleNow(state, asked);
  if (pass.unit !== asked.unit || !(own || leads(state, pass))) refuse('not-responsible');
}

function decideOffer(
  state: State,
  { question: id, member: to }: { question: string; member: string | null },
  actor: Actor,
): Entry[] {
  needOpen(state);
  if (!('pass' in actor)) refuse('forbidden');
  const question = questionIn(state, id, ...HANDED_ON);
  needAnswerer(state, question, actor.pass);
  if (question.offered === to) return [];
  if (to === null) return [{ type: 'hand-on-offered', data: { question: id, to } }];
  if (to === responsibleNow(state, question) || !membersOf(state, question.unit).some((one) => one.id === to))
    refuse('person-unknown', { person: to });
  // The head of the unit takes a question upon himself: nobody else has to agree.
  if (to === actor.pass.person) return [handedOn(question, to)];
  return [{ type: 'hand-on-offered', data: { question: id, to } }];
}

const handedOn = ({ id, member }: Question, to: string): Entry => ({
  type: 'question-handed-on',
  data: { question: id, from: member, to },
});

/** The question that was offered to this member. @throws Refusal `no-offer` */
function offeredTo(state: State, id: string, actor: Actor): Question {
  needOpen(state);
  if (!('pass' in actor)) refuse('forbidden');
  const question = questionIn(state, id, ...HANDED_ON);
  const { person, unit } = actor.pass;
  // Who is of another unit by now answers for that one.
  if (person === null || question.offered !== person || unit !== question.unit) refuse('no-offer');
  return question;
}

const Which = v.object({ question: Id });

export const handOnCommands = {
  /** `null` takes the asking back. */
  'hand-on.offer': command(['member'], v.object({ question: Id, member: v.nullable(Id) }), decideOffer),
  'hand-on.take': command(['member'], Which, (state, { question: id }, actor) => {
    const question = offeredTo(state, id, actor);
    return question.offered === null ? [] : [handedOn(question, question.offered)];
  }),
  'hand-on.decline': command(['member'], Which, (state, { question }, actor) => {
    const { offered: to } = offeredTo(state, question, actor);
    return [{ type: 'hand-on-declined', data: { question, to } }];
  }),
};

export const handOnFolds = {
  'hand-on-offered': (state, data: { question: string; to: string | null }) => {
    withQuestion(state, data.question, (question) => (question.offered = data.to));
  },
  'hand-on-declined': (state, data: { question: string }) => {
    withQuestion(state, data.question, (question) => (question.offered = null));
  },
} satisfies Folds;
