import type { LockView, MeetingView, OutcomeView, Slices } from '$assessment/view.ts';
import { nextUnit, wallOf, type UnitOnWall } from '../../unit.ts';

/** The ballots are in, the result is not public yet. */
export interface LockedData {
  unit: UnitOnWall;
  absent: boolean;
  publish: MeetingView['settings']['publish'];
  scrutineer: boolean;
  next: string | null;
  /** B5: ballots that are in, of those who could score; null where that is not known. */
  ballots: { returned: number; eligible: number } | null;
  /** J4: where the journal stood with this lock; null where the wall was not told. */
  chain: Pick<LockView, 'length' | 'head'> | null;
}

export function lockedOf(
  meeting: MeetingView,
  agenda: Slices['agenda'],
  unit: string,
  outcome: OutcomeView | undefined,
  locks: readonly LockView[],
): LockedData {
  const own = outcome?.locked?.unit === unit ? outcome.locked : null;
  return {
    unit: wallOf(agenda, unit),
    absent: agenda.find((row) => row.unit === unit)?.absent ?? false,
    publish: meeting.settings.publish,
    scrutineer: meeting.scrutineers > 0,
    next: nextUnit(agenda)?.name ?? null,
    chain: locks.find((one) => one.unit === unit) ?? null,
    ballots: own && { returned: own.returned, eligible: own.eligible },
  };
}
