import type { StageView } from '$assessment/view.ts';
import { teamOf, type TeamMember } from '../../team.ts';
import { wallOnStage, type UnitOnWall } from '../../unit.ts';

/** Questioning goes on and no question is on stage: who may ask, and whom. */
export interface FloorData {
  unit: UnitOnWall;
  team: TeamMember[];
  crowdAsks: boolean;
}

export const floorOf = (unit: NonNullable<StageView['unit']>, crowdAsks: boolean): FloorData => ({
  unit: wallOnStage(unit),
  team: teamOf(unit.members),
  crowdAsks,
});
