/** V1, V2, V4, K · Results: what is published to everybody, what is locked to organizers. */
import { ballotsOf } from './ballots.ts';
import { beatsOf, namesAt, placeAt } from './ceremony.ts';
import { flagsOf, type Flags } from './flags.ts';
import { paperVotesOf } from './crowd-paper.ts';
import { votesOf } from './crowd.ts';
import { returnedOf, scoreOf, standingsOf } from './results.ts';
import { rankUnits } from './ranking.ts';
import { unitName } from './roster.ts';
import type { Invalid, UnitScore } from './score.ts';
import type { State } from './state.ts';
import { comingBeat, comingOf, type Coming, type ComingBeat } from './view-coming.ts';
import type { Audience } from './audiences.ts';

export interface StandingRow {
  unit: string;
  name: string;
  rank: number | null;
  /** Points in hundredths, as all below. */
  score: number | null;
  questioning: number | null;
  crowd: number | null;
  level: string | null;
  why: Invalid | null;
  deductions: number;
  parts: { id: string; name: string; full: number; points: number | null }[];
  /** V4: null where a category is too small to be shown. */
  categories: { id: string; name: string; mean: number | null }[] | null;
  /** S6: names of categories that had no ballot. */
  empty: string[];
  eligible: number;
  returned: number;
  counted: number;
  votes: { id: string; count: number }[];
  /** I8: how many of them came on paper; only where any did. */
  paperVotes?: number;
}

/** Organizers: what a locked turn is like before it is public. */
export interface LockedRow extends StandingRow {
  public: boolean;
  confirmed: boolean;
  void: number;
  late: number;
  /** B7: counted ballots that give everything the same, or everything in full. */
  flags: Flags;
}

/** V2: the place that the ceremony shows; the names come a beat after the score. */
export interface CeremonyView {
  at: number;
  of: number;
  rank: number | null;
  score: number | null;
  level: string | null;
  /** K1: how many units share this place; 0 before the first one. */
  shared: number;
  /** Those units in the order of turns; none before their beat. */
  units: { unit: string; name: string }[];
  /** Organizers only (V1): what the next beat shows. */
  coming: ComingBeat | null;
}

export interface StandingsView {
  /** True once nothing can change a rank: every unit is published, or the meeting is closed (K2). */
  final: boolean;
  units: number;
  rows: StandingRow[];
  /** The turn that was locked or became public last, and when: what a screen stays with between two turns. */
  last: { unit: string; at: number } | null;
  /** Organizers only. */
  locked: LockedRow[];
  /** Organizers only: what the next tap or lock makes public (V2). */
  coming: Coming | null;
  ceremony: CeremonyView | null;
}

/** V4 */
export const showsCategories = (score: UnitScore): boolean =>
  score.categories.every(({ count }) => count === 0 || count >= 3);

function row(state: State, unit: string, rank: number | null, score: UnitScore): StandingRow {
  const ballots = ballotsOf(state, unit);
  const votes = Object.entries(votesOf(state, unit)).map(([id, count]) => ({ id, count }));
  const paper = Object.values(paperVotesOf(state, unit)).reduce((sum, count) => sum + count, 0);
  const nameOf = (id: string) => state.scoring.categories.find((one) => one.id === id)?.name ?? id;
  return {
    unit,
    name: unitName(state, unit),
    rank,
    score: score.score,
    questioning: score.questioning,
    crowd: score.crowd,
    level: score.level,
    why: score.why,
    deductions: score.deductions,
    parts: state.scoring.sheet.map(({ id, name, full }) => ({
      id,
      name,
      full,
      points: score.parts[id] ?? null,
    })),
    categories: showsCategories(score)
      ? score.categories.map(({ id, mean }) => ({ id, name: nameOf(id), mean }))
      : null,
    empty: score.empty.map(nameOf),
    eligible: state.agenda.turns.get(unit)?.frozen?.eligible ?? 0,
    returned: returnedOf(ballots),
    counted: ballots.filter((one) => one.status === 'counted').length,
    votes,
    ...(paper > 0 ? { paperVotes: paper } : {}),
  };
}

const decided = (state: State): string[] =>
  state.agenda.order.filter((unit) => {
    const stage = state.agenda.turns.get(unit)?.stage;
    return stage === 'locked' || stage === 'published';
  });

/** Whose places are shown: while a ceremony goes on those of its whole field, otherwise those of what is public. */
function fieldOf(state: State): string[] {
  const { published, ceremony } = state.publication;
  return inOrder(state, [...published, ...(ceremony?.places.flat() ?? [])]);
}

/** V2: what everybody may see. */
export function publicRows(state: State): StandingRow[] {
  const shown = new Set(state.publication.published);
  return standingsOf(state, fieldOf(state))
    .filter((one) => shown.has(one.unit))
    .map((one) => row(state, one.unit, one.rank, one.score));
}

const inOrder = (state: State, units: readonly string[]): string[] =>
  state.agenda.order.filter((one) => units.includes(one));

function ceremonyView(state: State, audience: Audience): CeremonyView | null {
  const { ceremony } = state.publication;
  if (!ceremony) return null;
  const field = fieldOf(state);
  const here = placeAt(ceremony, ceremony.at);
  const place = standingsOf(state, field).find((one) => one.unit === here[0]);
  const named = namesAt(ceremony.at) ? here : [];
  return {
    at: ceremony.at,
    of: beatsOf(ceremony),
    rank: place?.rank ?? null,
    score: place?.score.score ?? null,
    level: place?.score.level ?? null,
    shared: here.length,
    units: named.map((unit) => ({ unit, name: unitName(state, unit) })),
    coming: audience === 'organizer' ? comingBeat(state, field) : null,
  };
}

function lockedRows(state: State): LockedRow[] {
  const ranked = rankUnits(
    state.scoring,
    decided(state).map((unit) => ({ unit, score: scoreOf(state, unit) })),
  );
  return ranked.map(({ unit, rank, score }) => {
    const turn = state.agenda.turns.get(unit);
    return {
      ...row(state, unit, rank, score),
      public: turn?.stage === 'published',
      confirmed: turn?.confirmedBy != null,
      void: ballotsOf(state, unit).filter((one) => one.status === 'void').length,
      late: state.ballots.late.get(unit)?.size ?? 0,
      flags: flagsOf(state, unit),
    };
  });
}

/** Of two at the same moment the public one: a lock can publish the unit before it (V2 after-next). */
function lastDecided(state: State): StandingsView['last'] {
  const atOf = (unit: string): number => {
    const { steps } = state.agenda.turns.get(unit) ?? { steps: [] };
    return steps[steps.length - 1]?.at ?? 0;
  };
  const { published } = state.publication;
  const open = published[published.length - 1];
  const units = [
    ...decided(state).filter((unit) => !published.includes(unit)),
    ...(open === undefined ? [] : [open]),
  ];
  return units
    .map((unit) => ({ unit, at: atOf(unit) }))
    .reduce<StandingsView['last']>((last, one) => (last === null || one.at >= last.at ? one : last), null);
}

export function standingsView(state: State, audience: Audience): StandingsView {
  const units = state.agenda.order.length;
  return {
    final: units > 0 && (state.meeting.phase === 'closed' || state.publication.published.length === units),
    units,
    rows: publicRows(state),
    last: lastDecided(state),
    locked: audience === 'organizer' ? lockedRows(state) : [],
    coming: audience === 'organizer' ? comingOf(state) : null,
    ceremony: ceremonyView(state, audience),
  };
}
