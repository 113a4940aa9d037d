/**
 * B4, B7, S9, V2 · What organizers see of the counts behind the locks: who of how many, what came late, what is to be
 * amended and why, what comes off. Never a score of one ballot (V1), neither an old one nor one that is proposed;
 * and a receipt never stands beside a pass, for the bundle has the scores by receipt (X1).
 */
import { isPending, type Amendment } from './amendments.ts';
import { ballotsOf } from './ballots.ts';
import type { Correction } from './corrections.ts';
import { flaggedOf, type Flagged } from './flags.ts';
import { returnedOf } from './results.ts';
import { unitName } from './roster.ts';
import type { Scores } from './sheet.ts';
import type { State } from './state.ts';
import { nameOf } from './view-progress.ts';

/** A pass as people name it. */
export interface Bearer {
  pass: string;
  number: string;
  category: string;
  name: string | null;
}

export interface LateBallot extends Bearer {
  unit: string;
  at: number;
}

export interface AmendmentRow extends Bearer {
  id: string;
  unit: string;
  kind: Amendment['kind'];
  reason: string | null;
  /** Organizers by their ids, as below; times in ms. */
  proposedBy: string;
  at: number;
  state: 'pending' | 'confirmed' | 'withdrawn';
  decidedBy: string | null;
  decidedAt: number | null;
  /** B4: confirmed when the result was public already. */
  afterPublication: boolean;
}

export interface DeductionRow {
  id: string;
  unit: string;
  /** Hundredths of a point. */
  points: number;
  reason: string | null;
  by: string;
  at: number;
}

/** S9: what shall become of a deduction behind the publication. */
export interface CorrectionRow extends Pick<
  AmendmentRow,
  'id' | 'unit' | 'reason' | 'proposedBy' | 'at' | 'state' | 'decidedBy' | 'decidedAt'
> {
  deduction: string;
  /** Hundredths of a point; 0 takes it back. */
  points: number;
}

/** The count of a unit whose turn is over. */
export interface CountedUnit {
  unit: string;
  name: string;
  absent: boolean;
  public: boolean;
  eligible: number;
  returned: number;
  counted: number;
  void: number;
  categories: { id: string; name: string; eligible: number; returned: number }[];
  /**
   * Passes whose ballot can be amended (B4): who has scored, which the list of who has not tells as well. Null where
   * passes are anonymous: there the console counts by category only (I3).
   */
  given: string[] | null;
  /** B7: odd ballots by their receipts, which name nobody. */
  flagged: readonly Flagged[];
  /** What `turn.confirm` names: another number is another count. */
  count: number;
  confirmed: { by: string; at: number } | null;
}

export interface CountView {
  /** I7: who must confirm; empty where nobody is named. */
  scrutineers: { id: string; name: string }[];
  units: CountedUnit[];
  late: LateBallot[];
  amendments: AmendmentRow[];
  deductions: DeductionRow[];
  corrections: CorrectionRow[];
}

/** `host:o1` → `o1`. */
export const organizerOf = (by: string): string => by.slice(by.indexOf(':') + 1);

function bearerOf(state: State, id: string): Bearer {
  const pass = state.passes.all.get(id);
  return {
    pass: id,
    number: pass?.number ?? id,
    category: pass?.category ?? '',
    name: pass ? nameOf(state, pass) : null,
  };
}

function unitCount(state: State, unit: string): CountedUnit {
  const turn = state.agenda.turns.get(unit);
  const ballots = ballotsOf(state, unit);
  const categories = state.scoring.categories.map(({ id, name }) => ({
    id,
    name,
    eligible: turn?.frozen?.byCategory[id] ?? 0,
    returned: ballots.filter((one) => one.category === id).length,
  }));
  const { confirmedBy = null, confirmedAt = null } = turn ?? {};
  return {
    unit,
    name: unitName(state, unit),
    absent: turn?.absent ?? false,
    public: turn?.stage === 'published',
    eligible: turn?.frozen?.eligible ?? 0,
    returned: returnedOf(ballots),
    counted: ballots.filter((one) => one.status === 'counted').length,
    void: ballots.filter((one) => one.status === 'void').length,
    categories,
    given:
      state.meeting.settings.identity === 'anonymous'
        ? null
        : [...(state.ballots.byUnit.get(unit)?.keys() ?? [])].sort(),
    flagged: flaggedOf(state, unit),
    count: turn?.counted ?? 0,
    confirmed: confirmedBy === null ? null : { by: organizerOf(confirmedBy), at: confirmedAt ?? 0 },
  };
}

const publishedAt = (state: State, unit: string): number =>
  state.agenda.turns.get(unit)?.steps.find((one) => one.stage === 'published')?.at ?? Infinity;

/** What a proposal is and became: of an amendment, and of the correction of a deduction. */
function proposalOf(one: Amendment | Correction): Omit<CorrectionRow, 'deduction' | 'points'> {
  const decidedBy = one.confirmedBy ?? one.withdrawnBy;
  return {
    id: one.id,
    unit: one.unit,
    reason: one.reason,
    proposedBy: organizerOf(one.proposedBy),
    at: one.at,
    state: isPending(one) ? 'pending' : one.withdrawn ? 'withdrawn' : 'confirmed',
    decidedBy: decidedBy === null ? null : organizerOf(decidedBy),
    decidedAt: one.confirmedAt ?? one.withdrawnAt,
  };
}

function amendmentRow(state: State, one: Amendment): AmendmentRow {
  return {
    ...bearerOf(state, one.pass),
    ...proposalOf(one),
    kind: one.kind,
    afterPublication: one.confirmedAt !== null && one.confirmedAt > publishedAt(state, one.unit),
  };
}

const lateBallots = (state: State): LateBallot[] =>
  [...state.ballots.late].flatMap(([unit, late]) =>
    [...late.values()].map(({ pass, at }) => ({ ...bearerOf(state, pass), unit, at })),
  );

export function countView(state: State): CountView {
  const units = state.agenda.order.filter((unit) =>
    ['locked', 'published'].includes(state.agenda.turns.get(unit)?.stage ?? ''),
  );
  return {
    scrutineers: state.meeting.scrutineers,
    units: units.map((unit) => unitCount(state, unit)),
    late: lateBallots(state),
    amendments: [...state.amendments.all.values()].map((one) => amendmentRow(state, one)),
    deductions: [...state.amendments.deductions.values()].map(({ by, ...rest }) => ({
      ...rest,
      by: organizerOf(by),
    })),
    corrections: [...state.corrections.values()].map((one) => ({
      ...proposalOf(one),
      deduction: one.deduction,
      points: one.points,
    })),
  };
}

/**
 * B4: the scores that an amendment proposes, for the two who answer for it and as long as it is open. What stood on the
 * ballot before is nobody's to see; what stands there afterwards is again the examiner's alone (V1).
 */
export function proposedScores(state: State, amendment: string): Scores | null {
  const one = state.amendments.all.get(amendment);
  return one && isPending(one) ? one.scores : null;
}
