/** V1, Q2 · What a unit knows of its own turn before, while and after it is on stage: its team, questions and promises. */
import { HANDED_ON, leads, responsibleNow } from './hand-on.ts';
import type { Pass } from './passes.ts';
import type { Question, QuestionState } from './questions.ts';
import { membersOf } from './roster.ts';
import type { State } from './state.ts';
import { promiseView, type PromiseView } from './view-promises.ts';
import { memberView, type MemberView } from './view-stage.ts';

/** Who asked is a category; never a pass, never a name (V1). */
export interface TeamQuestion {
  id: string;
  text: string | null;
  from: Question['from'];
  category: string | null;
  portfolio: string | null;
  /** Who is responsible now. */
  member: string | null;
  /** Who was asked to take it over. */
  offered: string | null;
  state: QuestionState;
}

/** A member of one's own unit. */
export interface TeamMember extends MemberView {
  /** Whether he has a phone here: only then he can take a question over by himself. */
  here: boolean;
}

export interface TeamPromise extends PromiseView {
  /** The bearer made it, and so may withdraw it. */
  own: boolean;
}

export interface TeamView {
  unit: string;
  name: string;
  members: TeamMember[];
  /** The bearer is the head of the unit: he sees and hands on everybody's questions. */
  leads: boolean;
  /** Waiting ones first in the host's order, then the others as they came. */
  questions: TeamQuestion[];
  promises: TeamPromise[];
}

/** What nobody has accepted yet is the host's alone. */
const TOLD: readonly QuestionState[] = ['accepted', 'queued', 'asked', 'answered', 'closed'];

function teamQuestion(state: State, question: Question): TeamQuestion {
  const { id, text, shown, from, category, portfolio, offered } = question;
  return {
    id,
    text: shown ?? text,
    from,
    category,
    portfolio,
    member: responsibleNow(state, question),
    offered: HANDED_ON.includes(question.state) ? offered : null,
    state: question.state,
  };
}

const hasPhone = (state: State, person: string): boolean =>
  [...state.passes.all.values()].some((one) => one.person === person && one.session !== null);

/** For members' and presenters' passes; null for everybody else. */
export function teamView(state: State, pass: Pass): TeamView | null {
  const { unit } = pass;
  if ((pass.kind !== 'member' && pass.kind !== 'presenter') || unit === null) return null;
  const { all, queue } = state.questions;
  const waiting = queue.flatMap((id) => all.get(id) ?? []);
  const others = [...all.values()].filter((one) => !queue.includes(one.id));
  const told = [...waiting, ...others].filter((one) => one.unit === unit && TOLD.includes(one.state));
  return {
    unit,
    name: state.roster.units.find(({ id }) => id === unit)?.name ?? unit,
    members: membersOf(state, unit).map((one) => ({ ...memberView(one), here: hasPhone(state, one.id) })),
    leads: leads(state, pass),
    questions: told.map((one) => teamQuestion(state, one)),
    promises: [...state.promises.all.values()]
      .filter((one) => one.unit === unit)
      .map((one) => ({ ...promiseView(state, one), own: one.maker === pass.id })),
  };
}

/** Entries that a team is told of; not each support and rating, of which there are hundreds. */
const TOUCHES_TEAM: ReadonlySet<string> = new Set([
  'question-asked',
  'question-moved',
  'question-merged',
  'question-edited',
  'question-reordered',
  'question-handed-on',
  'question-on-stage',
  'question-answered',
  'question-returned',
  'hand-on-offered',
  'hand-on-declined',
  'promise-made',
  'promise-changed',
  'promise-confirmed',
  'promise-objected',
  'promise-withdrawn',
  'pass-enrolled',
  'pass-revoked',
  'pass-reissued',
]);

/** The sessions of a unit's team whose own view an entry may have changed. */
export function teamSessions(state: State, entry: { type: string; data: unknown }): string[] {
  if (!TOUCHES_TEAM.has(entry.type)) return [];
  const data = entry.data as { unit?: string; question?: string; pass?: string; state?: string };
  if (entry.type === 'question-asked' && data.state === 'submitted') return [];
  const bearer = state.passes.all.get(data.pass ?? '');
  const unit = data.unit ?? state.questions.all.get(data.question ?? '')?.unit ?? bearer?.unit;
  if (unit === undefined || unit === null) return [];
  return [...state.passes.all.values()].flatMap((pass) =>
    (pass.kind === 'member' || pass.kind === 'presenter') && pass.unit === unit && pass.session !== null
      ? [pass.session]
      : [],
  );
}
