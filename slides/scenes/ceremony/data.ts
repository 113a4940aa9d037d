import type { Slices, StandingsView } from '$assessment/view.ts';
import { sharedEnding, shortName } from '../../names.ts';

type Ceremony = NonNullable<StandingsView['ceremony']>;
type Why = StandingsView['rows'][number]['why'];

/** V2: one place of the ranking at a time, its score a beat before its names. */
export interface CeremonyData {
  /** 0 before the first place; a place has two beats. */
  at: number;
  places: number;
  rank: number | null;
  score: number | null;
  level: string | null;
  /** K1: how many units share the place. */
  shared: number;
  /** Those units; none until their beat: nothing under the cloth tells who it is. */
  names: string[];
  /** What every unit is called in the end; hangs below the cloth from the start. */
  ending: string;
  /** Letters of the longest name of the meeting: sizes must not tell who it is. */
  letters: number;
  /** Of a place that one unit has. */
  parts: { id: string; name: string; points: number | null; full: number }[];
  /** S9 in hundredths, of a place that one unit has. */
  deductions: number;
  full: number;
  /** Short names of the units not public yet, in the order of turns. */
  left: string[];
  /** K2: who has no rank: public since the ceremony began. */
  unranked: { name: string; why: Why }[];
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
  const only = ceremony.units.length === 1 ? ceremony.units[0]?.unit : undefined;
  const row = standings.rows.find((one) => one.unit === only);
  const unranked = standings.rows.filter((one) => one.rank === null);
  return {
    at: ceremony.at,
    places: ceremony.of / 2,
    rank: ceremony.rank,
    score: ceremony.score,
    level: ceremony.level,
    shared: ceremony.shared,
    names: ceremony.units.map(({ name }) => name),
    ending,
    letters: Math.max(1, ...names.map((name) => Array.from(name).length)),
    parts: row?.parts ?? [],
    deductions: row?.deductions ?? 0,
    full: slices.outcome?.full ?? 10_000,
    left: agenda.filter((one) => !shown.has(one.unit)).map((one) => shortName(one.name, ending)),
    unranked: unranked.map(({ name, why }) => ({ name: shortName(name, ending), why })),
  };
}
