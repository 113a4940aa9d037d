/** V1 · What the crowd's phones show beside the stage, and no more: hundreds of them share the examiners' cell. */
import { announcementOf, type Announcement } from './appeal-period.ts';
import { crowdGrades, phoneVotesOf } from './crowd.ts';
import type { Question } from './questions.ts';
import type { Invalid } from './score.ts';
import type { State } from './state.ts';
import { appealView } from './view-appeal.ts';
import { picturesOf } from './view-evidence.ts';
import { publicRows } from './view-standings.ts';

/** Most questions that are listed to be supported: nobody reads more on a phone in a square. */
const MOST_OPEN = 20;

/** Q4: a question that waits to be asked. */
export interface OpenQuestion {
  id: string;
  text: string | null;
  from: Question['from'];
  category: string | null;
  support: number;
  /** Q1: the photo that came with it, where everybody may see it. */
  picture?: string;
}

export interface OpenView {
  /** In the host's order. */
  rows: OpenQuestion[];
  /** How many more wait. */
  more: number;
}

/** B8 */
export interface VoicesView {
  grades: { id: string; name: string }[];
  /** Whether the sheet counts the crowd's votes (S7); else they are only shown. */
  counts: boolean;
  unit: string | null;
  /** How many voted for the unit on stage by phone. */
  votes: number;
}

/** K: what is published, in order of rank. Names are in the agenda. */
export interface RankingRow {
  unit: string;
  rank: number | null;
  /** Points in hundredths. */
  score: number | null;
  level: string | null;
  why: Invalid | null;
  deductions: number;
}

export interface RankingView {
  final: boolean;
  units: number;
  /** Full marks in hundredths. */
  full: number;
  /** B6: left out until a result was announced. */
  result?: Announcement;
  rows: RankingRow[];
}

export function openView(state: State): OpenView {
  const { all, queue, onStage } = state.questions;
  const unit = state.agenda.onStage;
  const waiting = queue
    .flatMap((id) => all.get(id) ?? [])
    .filter((one) => one.id !== onStage && (one.state === 'accepted' || one.state === 'queued'))
    .filter((one) => unit === null || one.unit === unit);
  const rows = waiting.slice(0, MOST_OPEN).map((one) => {
    const { id, shown, text, from, category, support } = one;
    return {
      id,
      text: shown ?? text,
      from,
      category,
      support: support.size,
      ...picturesOf(state, one, false),
    };
  });
  return { rows, more: waiting.length - rows.length };
}

export function voicesView(state: State): VoicesView {
  const unit = state.agenda.onStage;
  const votes = unit === null ? [] : Object.values(phoneVotesOf(state, unit));
  return {
    grades: crowdGrades(state).map(({ id, name }) => ({ id, name })),
    counts: state.scoring.crowd !== null,
    unit,
    votes: votes.reduce((sum, count) => sum + count, 0),
  };
}

export function rankingView(state: State): RankingView {
  const result = announcementOf(appealView(state));
  const units = state.agenda.order.length;
  const { published } = state.publication;
  return {
    final: units > 0 && (state.meeting.phase === 'closed' || published.length === units),
    units,
    full: state.scoring.sheet.reduce((sum, one) => sum + one.full, 0),
    ...(result ? { result } : {}),
    rows: publicRows(state).map(({ unit, rank, score, level, why, deductions }) => {
      return { unit, rank, score, level, why, deductions };
    }),
  };
}
