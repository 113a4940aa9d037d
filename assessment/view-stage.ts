/** V1 · The meeting as it is announced, what is on stage, and the order of the units. The same for everybody. */
import type { Clock } from './clocks.ts';
import { openPhoto, shownPicture } from './evidence.ts';
import type { Mode, Phase, Settings } from './meeting.ts';
import { replaced } from './arrivals.ts';
import { examinerPasses, isPresent } from './passes.ts';
import type { Question, QuestionState, Rating } from './questions.ts';
import { RATINGS } from './questions.ts';
import { isSecretary, membersOf, unitName } from './roster.ts';
import { clockOf } from './stage-clocks.ts';
import type { State } from './state.ts';
import { neighbour, stagesOf, type Stage } from './turns.ts';
import type { Audience } from './audiences.ts';

export interface MeetingView {
  id: string;
  code: string;
  title: string;
  place: string;
  date: string;
  demo: boolean;
  mode: Mode;
  phase: Phase;
  /** What the host says of a pause. */
  note: string | null;
  settings: Settings;
  stages: Stage[];
  scrutineers: number;
  /** Names of the examiners' categories, for whoever is not sent the sheet. */
  categories: { id: string; name: string }[];
  /** For organizers and screens: a phone does not show who has come, so it is not sent each of them. */
  examiners: { planned: number; present: number } | null;
}

export interface MemberView {
  id: string;
  name: string | null;
  post: string;
  portfolios: string[];
  secretary: boolean;
}

/** Q5: how many gave each rating; only after the window. */
export type RatingCounts = Record<Rating, number>;

export interface StagedQuestion {
  id: string;
  /** Which question of this turn it is, from 1. */
  number: number;
  text: string | null;
  /** Its photo, to be opened on a phone. */
  picture: string | null;
  /** The picture that the host shows on the screen. */
  shown: string | null;
  from: Question['from'];
  category: string | null;
  portfolio: string | null;
  member: MemberView | null;
  state: QuestionState;
  support: number;
  /** For screens and their preview: how many questions were merged into it (Q1); left out where none was. */
  merged?: number;
  clock: Clock | null;
  ratingUntil: number | null;
  ratings: RatingCounts | null;
}

/** What changes of the question on stage; the rest stands in its row of the list. */
export type AskedQuestion = Pick<
  StagedQuestion,
  'id' | 'number' | 'shown' | 'state' | 'clock' | 'ratingUntil'
>;

export interface StageView {
  unit: { id: string; name: string; place: number; of: number; members: MemberView[] } | null;
  stage: Stage | null;
  /** Organizers and screens: where the next step leads. */
  next: Stage | null;
  back: Stage | null;
  clock: Clock | null;
  question: StagedQuestion | null;
  /** Instead of `question` for phones that are sent the list: no text travels twice. */
  asked?: AskedQuestion;
  hands: number;
}

export interface AgendaRow {
  unit: string;
  name: string;
  street: string;
  stage: Stage;
  absent: boolean;
}

function examinersHere(state: State): { planned: number; present: number } {
  const passes = examinerPasses(state).filter((pass) => !pass.revoked);
  const expected = state.roster.examiners.size - replaced(state.passes.all.values()).size;
  return { planned: Math.max(passes.length, expected), present: passes.filter(isPresent).length };
}

export function meetingView(state: State, audience: Audience): MeetingView {
  const { id, code, info, demo, mode, phase, note, settings, scrutineers } = state.meeting;
  return {
    id,
    code,
    ...info,
    demo,
    mode,
    phase,
    note,
    settings,
    stages: stagesOf(settings),
    scrutineers: scrutineers.length,
    categories: state.scoring.categories.map((one) => ({ id: one.id, name: one.name })),
    examiners: audience === 'organizer' || audience === 'screen' ? examinersHere(state) : null,
  };
}

export const memberView = (member: Omit<MemberView, 'secretary'>): MemberView => ({
  id: member.id,
  name: member.name,
  post: member.post,
  portfolios: member.portfolios,
  secretary: isSecretary(member),
});

export function ratingCounts(question: Question): RatingCounts | null {
  if (!question.rated) return null;
  const counts = Object.fromEntries(RATINGS.map((rating) => [rating, 0])) as RatingCounts;
  for (const rating of question.ratings.values()) counts[rating] += 1;
  return counts;
}

/** Phones that have the list of questions beside the stage. */
const LISTED: readonly Audience[] = ['examiner', 'member', 'kiosk'];

function stagedQuestion(state: State, audience: Audience): StagedQuestion | null {
  const question =
    state.questions.onStage === null ? undefined : state.questions.all.get(state.questions.onStage);
  if (!question) return null;
  const all = [...state.questions.all.values()];
  const asked = all.filter(
    (one) => one.unit === question.unit && ['asked', 'answered', 'closed'].includes(one.state),
  );
  const merged = all.filter((one) => one.mergedInto === question.id).length;
  const member = question.member === null ? undefined : state.roster.members.get(question.member);
  return {
    id: question.id,
    number: asked.length,
    text: question.shown ?? question.text,
    picture: audience === 'screen' ? null : openPhoto(state, question),
    shown: shownPicture(state, question),
    from: question.from,
    category: question.category,
    portfolio: question.portfolio,
    member: member ? memberView(member) : null,
    state: question.state,
    support: question.support.size,
    ...(merged > 0 && (audience === 'screen' || audience === 'organizer') ? { merged } : {}),
    clock: question.clock,
    ratingUntil: question.rated ? null : question.ratingUntil,
    ratings: ratingCounts(question),
  };
}

const askedOf = ({ id, number, shown, state, clock, ratingUntil }: StagedQuestion): AskedQuestion => {
  return { id, number, shown, state, clock, ratingUntil };
};

export function stageView(state: State, audience: Audience): StageView {
  const { onStage, order, turns } = state.agenda;
  const hands = audience === 'organizer' ? state.questions.hands.size : 0;
  const turn = onStage === null ? undefined : turns.get(onStage);
  if (!turn) return { unit: null, stage: null, next: null, back: null, clock: null, question: null, hands };
  const { settings } = state.meeting;
  const place = order.indexOf(turn.unit) + 1;
  // The crowd’s page fetches a team when a question is written, and shows none before.
  const members = audience === 'crowd' ? [] : membersOf(state, turn.unit).map(memberView);
  const unit = { id: turn.unit, name: unitName(state, turn.unit), place, of: order.length, members };
  const steers = audience === 'organizer' || audience === 'screen';
  const question = stagedQuestion(state, audience);
  const listed = question !== null && LISTED.includes(audience);
  return {
    unit,
    stage: turn.stage,
    next: steers ? neighbour(settings, turn.stage, 1) : null,
    back: steers ? neighbour(settings, turn.stage, -1) : null,
    clock: clockOf(state, 'stage'),
    question: listed ? null : question,
    ...(listed ? { asked: askedOf(question) } : {}),
    hands,
  };
}

/** A stage in the agenda says nothing of a result: `locked` and `published` are no scores (V1). */
export function agendaView(state: State): AgendaRow[] {
  return state.agenda.order.flatMap((id) => {
    const unit = state.roster.units.find((one) => one.id === id);
    const turn = state.agenda.turns.get(id);
    if (!unit || !turn) return [];
    return [{ unit: id, name: unit.name, street: unit.street, stage: turn.stage, absent: turn.absent }];
  });
}
