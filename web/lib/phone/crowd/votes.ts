/** B8 · What this phone said of each unit, in words. */
import type { Seat } from '../seat.svelte.ts';

export interface MyVote {
  id: string;
  unit: string;
  grade: string;
}

/** In the order of the turns; a vote that the server does not know yet stands as the phone knows it. */
export function myVotes(seat: Seat): MyVote[] {
  const grades = seat.live.slices.voices?.grades ?? [];
  return (seat.live.slices.agenda ?? []).flatMap(({ unit, name }) => {
    const vote = seat.voteOf(unit);
    if (!vote) return [];
    return [{ id: unit, unit: name, grade: grades.find((one) => one.id === vote.grade)?.name ?? vote.grade }];
  });
}

/** Of the unit that left the stage last, where this phone said something of it. */
export function lastVote(seat: Seat): MyVote | null {
  const done = (seat.live.slices.agenda ?? []).filter(
    (row) => row.stage === 'locked' || row.stage === 'published',
  );
  const last = done[done.length - 1];
  return myVotes(seat).find((one) => one.id === last?.unit) ?? null;
}
