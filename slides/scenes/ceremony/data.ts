import type { Slices, StandingsView } from '$assessment/view.ts';
import { sharedEnding, shortName } from '../../names.ts';

type Ceremony = NonNullable<StandingsView['ceremony']>;

/** V2: one place of the ranking at a time, its score a beat before its name. */
export interface CeremonyData {
  /** 0 before the first place; a place has two beats. */
  at: number;
  places: number;
  rank: number | null;
  score: number | null;
  level: string | null;
  /** Null until its beat: nothing under the cloth tells who it is. */
  name: string | null;
  /** What every unit is called in the end; hangs below the cloth from the start. */
  ending: string;
  /** Letters of the longest name of the meeting: sizes must not tell who it is. */
  letters: number;
  parts: { id: string; name: string; points: number | null }[];
  full: number;
  /** Short names of the units not public yet, in the order of turns. */
  left: string[];
}

export function ceremonyOf(
  ceremony: Ceremony,
  standings: StandingsView,
  slices: Partial<Slices>,
): CeremonyData {
  const agenda = slices.agenda ?? [];
  const names = agenda.map((row) => row.name);
  const ending = sharedEnding(names);
  const shown = new Set(standings.rows.map((row) => row.unit));
  const row = ceremony.unit === null ? undefined : standings.rows.find((one) => one.unit === ceremony.unit);
  const sheet = standings.rows[0]?.parts ?? [];
  return {
    at: ceremony.at,
    places: ceremony.of / 2,
    rank: ceremony.rank,
    score: ceremony.score,
    level: ceremony.level,
    name: ceremony.name,
    ending,
    letters: Math.max(1, ...names.map((name) => Array.from(name).length)),
    parts: (row?.parts ?? []).map(({ id, name, points }) => ({ id, name, points })),
    full: sheet.reduce((sum, part) => sum + part.full, 0) || 10_000,
    left: agenda.filter((one) => !shown.has(one.unit)).map((one) => shortName(one.name, ending)),
  };
}
