import type { MeetingView, Slices } from '$assessment/view.ts';
import { nextUnit, wallOf, type UnitOnWall } from '../../unit.ts';

/** The ballots are in, the result is not public yet. */
export interface LockedData {
  unit: UnitOnWall;
  absent: boolean;
  publish: MeetingView['settings']['publish'];
  scrutineer: boolean;
  next: string | null;
}

export function lockedOf(meeting: MeetingView, agenda: Slices['agenda'], unit: string): LockedData {
  return {
    unit: wallOf(agenda, unit),
    absent: agenda.find((row) => row.unit === unit)?.absent ?? false,
    publish: meeting.settings.publish,
    scrutineer: meeting.scrutineers > 0,
    next: nextUnit(agenda)?.name ?? null,
  };
}
