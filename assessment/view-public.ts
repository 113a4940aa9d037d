/**
 * V1, B6, K · What everybody may read of a meeting once it is closed: the ranking, and what each unit's place is made
 * of. Nobody's name but those of the members who answered in public; no ballot, no pass, and nothing that V4 hides.
 */
import { appealView, type AppealView } from './view-appeal.ts';
import { crowdGrades } from './crowd.ts';
import type { Points } from './decimal.ts';
import type { Head } from './journal.ts';
import type { Mode, Settings } from './meeting.ts';
import { unitName } from './roster.ts';
import { fullMarks, type Criterion, type Scoring } from './sheet.ts';
import type { State } from './state.ts';
import {
  publicPromises,
  publicQuestions,
  type PublicPromise,
  type PublicQuestion,
} from './view-public-asked.ts';
import { publicRows, type StandingRow } from './view-standings.ts';

export interface PublicMeeting {
  code: string;
  title: string;
  place: string;
  date: string;
  mode: Mode;
  /** Fictional data, to be marked as such. */
  demo: boolean;
  /** Server time in ms, as below. */
  closedAt: number | null;
  /** J6: when names and texts were removed as the rules provide. */
  purgedAt: number | null;
}

/** How it was scored; points, weights and worths in hundredths. */
export interface PublicSheet {
  full: Points;
  criteria: Pick<Criterion, 'id' | 'name' | 'full' | 'by'>[];
  categories: Scoring['categories'];
  trim: Scoring['trim'];
  empty: Scoring['empty'];
  quorum: Scoring['quorum'];
  /** S7, B8: what the crowd could say; `minimum` is null where that is shown and not counted. */
  crowd: { grades: { id: string; name: string }[]; minimum: number | null };
}

/** Points in hundredths. */
export interface PublicUnit extends Omit<StandingRow, 'why'> {
  /** K2: why it has no rank; `not-held`: its turn never came. */
  why: StandingRow['why'] | 'not-held';
  /** S9: each with its reason, which is null once texts were purged (J6). */
  off: { points: Points; reason: string | null }[];
  questions: PublicQuestion[];
  /** Promises whose question was not asked aloud. */
  promises: PublicPromise[];
}

/** The public page of a closed meeting, whatever its level. */
export interface PublicResult {
  meeting: PublicMeeting;
  sheet: PublicSheet;
  /** Provisional or final, and what an appeal changed between (B6, B4). */
  appeal: Omit<AppealView, 'waits'>;
  /** In order of rank, and below them those without one (K2). */
  units: PublicUnit[];
}

/** B6 · What is published, by the meeting's level. */
export interface Published extends PublicResult {
  publication: Settings['publication'];
  journal: Head;
  /** Receipts that were counted, sorted, without scores; null where only results are published. */
  receipts: string[] | null;
}

function meetingOf({ meeting, privacy }: State): PublicMeeting {
  const { code, info, mode, demo, closedAt } = meeting;
  const { title, place, date } = info;
  return { code, title, place, date, mode, demo, closedAt, purgedAt: privacy.purged?.at ?? null };
}

function sheetOf(state: State): PublicSheet {
  const { scoring } = state;
  return {
    full: fullMarks(scoring),
    criteria: scoring.sheet.map(({ id, name, full, by }) => ({ id, name, full, by })),
    categories: scoring.categories,
    trim: scoring.trim,
    empty: scoring.empty,
    quorum: scoring.quorum,
    crowd: {
      grades: crowdGrades(state).map(({ id, name }) => ({ id, name })),
      minimum: scoring.crowd?.minimum ?? null,
    },
  };
}

function appealOf(state: State): PublicResult['appeal'] {
  const { waits: _waits, ...appeal } = appealView(state);
  return appeal;
}

/** A unit whose turn never came: all that can be said of it. */
const notHeld = (state: State, unit: string): Omit<StandingRow, 'why'> & { why: 'not-held' } => ({
  unit,
  name: unitName(state, unit),
  rank: null,
  score: null,
  questioning: null,
  crowd: null,
  level: null,
  why: 'not-held',
  deductions: 0,
  parts: [],
  categories: null,
  empty: [],
  eligible: 0,
  returned: 0,
  counted: 0,
  votes: [],
});

function unitOf(state: State, row: Omit<StandingRow, 'why'> & Pick<PublicUnit, 'why'>): PublicUnit {
  const off = [...state.amendments.deductions.values()]
    .filter(({ unit, points }) => unit === row.unit && points > 0 && row.why !== 'not-held')
    .map(({ points, reason }) => ({ points, reason }));
  return {
    ...row,
    off,
    questions: publicQuestions(state, row.unit),
    promises: publicPromises(state, row.unit),
  };
}

/** Null before the meeting is closed: nothing of it is public as a whole until then (B6). */
export function publicResult(state: State): PublicResult | null {
  if (state.meeting.phase !== 'closed') return null;
  const rows = publicRows(state);
  const held = new Set(rows.map(({ unit }) => unit));
  const rest = state.agenda.order.filter((unit) => !held.has(unit)).map((unit) => notHeld(state, unit));
  return {
    meeting: meetingOf(state),
    sheet: sheetOf(state),
    appeal: appealOf(state),
    units: [...rows, ...rest].map((row) => unitOf(state, row)),
  };
}
