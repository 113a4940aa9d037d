/** B6 · Where the announced result stands, from the slices and the time alone. */
import type { Slices } from '$assessment/view.ts';

export type Standing =
  | { kind: 'none' }
  /** The period runs, or (without days) never did. */
  | { kind: 'running' | 'over' | 'no-period'; until: number; ready: boolean }
  | { kind: 'final'; at: number; early: boolean };

/** `now` is server time in ms. `ready` says that nothing is missing but the time. */
export function standingOf({ appeal }: Partial<Slices>, now: number): Standing {
  if (!appeal || appeal.state === 'open' || appeal.until === null) return { kind: 'none' };
  if (appeal.state === 'final') return { kind: 'final', at: appeal.finalAt ?? 0, early: appeal.early };
  const { waits, until, days } = appeal;
  const ready = waits !== null && waits.amendments.length === 0 && waits.unconfirmed.length === 0;
  if (days === 0) return { kind: 'no-period', until, ready };
  return { kind: now < until ? 'running' : 'over', until, ready };
}

/** What changes a count can be proposed and confirmed: until the closing, and on appeal until the result is final. */
export const correctable = ({ meeting, appeal }: Partial<Slices>): boolean =>
  meeting?.phase !== 'closed' || appeal?.state === 'provisional';

/** Units whose rank moved since the announcement. */
export function movedOf({
  appeal,
}: Partial<Slices>): { unit: string; before: number | null; after: number | null }[] {
  const now = new Map(appeal?.now.map((one) => [one.unit, one.rank]));
  return (appeal?.announced ?? []).flatMap(({ unit, rank: before }) => {
    const after = now.get(unit) ?? null;
    return before === after ? [] : [{ unit, before, after }];
  });
}
