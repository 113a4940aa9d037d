/** V1, V2 · What the next step would make public. For organizers alone: nobody else may know it before it is shown. */
import { beatsOf, namesAt, placeAt } from './ceremony.ts';
import { allLocked, confirmedUnits } from './publication.ts';
import { standingsOf } from './results.ts';
import { unitName } from './roster.ts';
import type { Invalid } from './score.ts';
import type { State } from './state.ts';

/** A unit as it will stand among what is public then. Points in hundredths. */
export interface ComingRow {
  unit: string;
  name: string;
  rank: number | null;
  score: number | null;
  level: string | null;
  why: Invalid | null;
}

/** What becomes public: by a tap each unit by itself, by the next lock all of them together (V2 after-next). */
export interface Coming {
  by: 'tap' | 'lock';
  rows: ComingRow[];
}

/** The next beat of a ceremony: a place with its score, then the names of those who share it. */
export interface ComingBeat {
  shows: 'score' | 'name';
  /** Whether it is the first place: the host's own press, whoever plays the others. */
  last: boolean;
  rows: ComingRow[];
}

function rowOf(state: State, unit: string, field: readonly string[]): ComingRow {
  const place = standingsOf(state, field).find((one) => one.unit === unit);
  return {
    unit,
    name: unitName(state, unit),
    rank: place?.rank ?? null,
    score: place?.score.score ?? null,
    level: place?.score.level ?? null,
    why: place?.score.why ?? null,
  };
}

/** Null in a ceremony, which goes by beats. `published` and what joins it, in the order of the agenda, is the field. */
export function comingOf(state: State): Coming | null {
  const { publish } = state.meeting.settings;
  if (publish === 'ceremony' || state.meeting.phase === 'closed') return null;
  const units = confirmedUnits(state);
  const field = (more: readonly string[]): string[] => {
    const shown = new Set([...state.publication.published, ...more]);
    return state.agenda.order.filter((unit) => shown.has(unit));
  };
  if (publish === 'after-next' && !allLocked(state))
    return { by: 'lock', rows: units.map((unit) => rowOf(state, unit, field(units))) };
  return { by: 'tap', rows: units.map((unit) => rowOf(state, unit, field([unit]))) };
}

/** @param field the units whose places the ceremony shows */
export function comingBeat(state: State, field: readonly string[]): ComingBeat | null {
  const { ceremony } = state.publication;
  if (!ceremony || state.meeting.phase === 'closed') return null;
  const next = ceremony.at + 1;
  const units = placeAt(ceremony, next);
  if (units.length === 0) return null;
  const last = next > beatsOf(ceremony) - 2;
  return {
    shows: namesAt(next) ? 'name' : 'score',
    last,
    rows: units.map((one) => rowOf(state, one, field)),
  };
}
