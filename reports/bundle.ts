/**
 * X1 · The bundle of a meeting as its state holds it. Only turns that are locked are in it: nobody, organizers
 * included, sees a score before (V1). No name of a person gets in, and nothing tells in which order people voted.
 */
import { ballotsOf, type Ballot } from '../assessment/ballots.ts';
import { bundledResult } from '../assessment/bundle-appeal.ts';
import { scoringToBundle, type Bundle } from '../assessment/bundle.ts';
import { votesOf } from '../assessment/crowd.ts';
import { formatPoints } from '../assessment/decimal.ts';
import type { Draw } from '../assessment/draws.ts';
import type { Head } from '../assessment/journal.ts';
import { recount } from '../assessment/recount.ts';
import { returnedOf } from '../assessment/results.ts';
import { examinerCriteria, type Scoring } from '../assessment/sheet.ts';
import type { State } from '../assessment/state.ts';
import { appealView } from '../assessment/view-appeal.ts';
import { locksView } from '../assessment/view-locks.ts';

/** Units whose count stands, in roster order. */
const countedUnits = (state: State): string[] =>
  state.roster.units
    .map(({ id }) => id)
    .filter((id) => ['locked', 'published'].includes(state.agenda.turns.get(id)?.stage ?? 'waiting'));

/** Scores in the order of the sheet: a journal that was read again has them in another. */
function bundled(scoring: Scoring, ballot: Ballot): Bundle['ballots'][number] {
  const { receipt, unit, category, status } = ballot;
  const scores = examinerCriteria(scoring).flatMap(({ id }) => {
    const points = ballot.scores[id];
    return points === undefined ? [] : [[id, formatPoints(points)]];
  });
  return {
    receipt,
    unit,
    category,
    scores: Object.fromEntries(scores) as Record<string, string>,
    status,
    ...(ballot.assisted === null ? {} : { assisted: true }),
    ...(ballot.amended === null ? {} : { amended: true }),
  };
}

const byReceipt = (a: { receipt: string }, b: { receipt: string }): number =>
  a.receipt < b.receipt ? -1 : a.receipt > b.receipt ? 1 : 0;

/** What counts, what is void and what came late. */
function ballotsOfUnit(state: State, unit: string): Bundle['ballots'] {
  const late = state.ballots.late.get(unit)?.values() ?? [];
  return [...ballotsOf(state, unit), ...late].map((ballot) => bundled(state.scoring, ballot));
}

/** L2: draws that are over; a promise that is still open keeps its secret. */
function bundledDraw(draw: Draw): Bundle['draws'][number][] {
  const { id, purpose, secret, commitment, number, items, drawn, abandoned } = draw;
  if (number === null && !abandoned) return [];
  const base = {
    draw: id,
    purpose,
    secret,
    commitment,
    number,
    items: [...items],
    drawn: [...(drawn ?? [])],
  };
  return [abandoned ? { ...base, abandoned } : base];
}

function unitsOf(state: State): Bundle['units'] {
  return state.roster.units.map(({ id, name }) =>
    state.agenda.turns.get(id)?.absent ? { id, name, absent: true } : { id, name },
  );
}

/** J4: what the wall showed at each lock; nothing where it is not known. */
function bundledLocks(state: State, headAt: HeadAt): Pick<Bundle['journal'], 'locks'> {
  const locks = locksView(state, { headAt }).map(({ unit, length, head }) => ({ unit, length, head }));
  return locks.length > 0 ? { locks } : {};
}

/** The hash of an entry that locked a turn, by its number; null where it is not known. */
export type HeadAt = (n: number) => string | null;

/** The record of the count; `parseBundle` takes it and finds no difference in it (X2). */
export function bundleOf(state: State, { length, head }: Head, headAt: HeadAt = () => null): Bundle {
  const { code, info, mode } = state.meeting;
  const units = countedUnits(state);
  const counted = new Set(units);
  const deductions = [...state.amendments.deductions.values()].filter(({ unit }) => counted.has(unit));
  const bundle: Bundle = {
    format: 'dakaochang/bundle',
    version: 1,
    meeting: { code, title: info.title, mode },
    scoring: scoringToBundle(state.scoring),
    units: unitsOf(state),
    ballots: units.flatMap((unit) => ballotsOfUnit(state, unit)).sort(byReceipt),
    crowd: units.map((unit) => ({ unit, votes: votesOf(state, unit) })),
    attendance: units.map((unit) => ({
      unit,
      eligible: state.agenda.turns.get(unit)?.frozen?.eligible ?? 0,
      returned: returnedOf(ballotsOf(state, unit)),
    })),
    deductions: deductions.map(({ unit, points, reason }) => {
      return { unit, points: formatPoints(points), reason: reason ?? '' };
    }),
    draws: [...state.draws.all.values()].flatMap(bundledDraw),
    results: [],
    journal: { length, head, ...bundledLocks(state, headAt) },
  };
  return { ...bundle, results: recount(bundle), ...bundledResult(appealView(state)) };
}
