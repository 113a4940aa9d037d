/** S, K · The count of a unit as the state holds it, its score, and the ranking of units. One recount for all (X2). */
import { ballotsOf, type Ballot } from './ballots.ts';
import { perCount } from './count-kept.ts';
import { votesOf } from './crowd.ts';
import { rankUnits, type Ranked } from './ranking.ts';
import { scoreUnit, type UnitCount, type UnitScore } from './score.ts';
import type { State } from './state.ts';

/** S9: the deductions of a unit, summed, in hundredths. */
function deductedFrom(state: State, unit: string): number {
  let sum = 0;
  for (const one of state.amendments.deductions.values()) if (one.unit === unit) sum += one.points;
  return sum;
}

/** B5: counted and void ballots. */
export const returnedOf = (ballots: readonly Ballot[]): number =>
  ballots.filter((one) => one.status !== 'late').length;

/** What goes into the score of a unit whose turn is locked; nobody eligible before that (V1). */
export function countOf(state: State, unit: string): UnitCount {
  const turn = state.agenda.turns.get(unit);
  const ballots = ballotsOf(state, unit).filter((one) => one.status === 'counted');
  return {
    absent: turn?.absent ?? false,
    ballots: ballots.map(({ receipt, category, scores }) => ({ receipt, category, scores })),
    votes: votesOf(state, unit),
    deductions: deductedFrom(state, unit),
    eligible: turn?.frozen?.eligible ?? 0,
  };
}

export const scoreOf: (state: State, unit: string) => UnitScore = perCount((state, unit) =>
  scoreUnit(state.scoring, countOf(state, unit)),
);

/** K1, K2: the ranking of these units among themselves. */
export function standingsOf(state: State, units: readonly string[]): Ranked[] {
  return rankUnits(
    state.scoring,
    units.map((unit) => ({ unit, score: scoreOf(state, unit) })),
  );
}
