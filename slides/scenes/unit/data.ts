import type { Clock } from '$assessment/clocks.ts';
import type { StageView } from '$assessment/view.ts';
import { teamOf, type TeamMember } from '../../team.ts';
import { wallOnStage, type UnitOnWall } from '../../unit.ts';

/** Who comes up: the unit, which one of how many it is, and its people. */
export interface UnitData {
  unit: UnitOnWall;
  team: TeamMember[];
  /** A2: the step that calls a unit starts its clock; null where it has none or stands untouched. */
  clock: Clock | null;
}

/** How long a unit is introduced before the wall belongs to its clock. */
export const INTRODUCED_MS = 8000;

/** Nothing of its time has been used: nobody has begun to speak. */
const untouched = ({ since, remaining, total }: Clock): boolean => since === null && remaining === total;

/** Whether the wall introduces the unit: its clock has not begun, or began just now. A clock that was given or taken
 * seconds, or was stopped before, belongs to somebody who speaks. */
export const isIntroduced = (clock: Clock | null, now: number): boolean =>
  clock !== null &&
  (untouched(clock) ||
    (clock.since !== null && clock.remaining === clock.total && now - clock.since < INTRODUCED_MS));

export const unitOf = (unit: NonNullable<StageView['unit']>, clock: Clock | null): UnitData => ({
  unit: wallOnStage(unit),
  team: teamOf(unit.members),
  clock: clock && untouched(clock) ? null : clock,
});
