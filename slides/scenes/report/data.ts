import type { Clock } from '$assessment/clocks.ts';
import type { StageView } from '$assessment/view.ts';
import { teamOf, type TeamMember } from '../../team.ts';
import { wallOnStage, type UnitOnWall } from '../../unit.ts';

export interface ReportData {
  unit: UnitOnWall;
  clock: Clock | null;
  presenter: TeamMember | null;
  team: TeamMember[];
  crowdAsks: boolean;
}

export function reportOf(
  unit: NonNullable<StageView['unit']>,
  clock: Clock | null,
  crowdAsks: boolean,
): ReportData {
  const team = teamOf(unit.members);
  const presenter = team.find((one) => one.secretary) ?? team[0] ?? null;
  return { unit: wallOnStage(unit), clock, presenter, team, crowdAsks };
}
