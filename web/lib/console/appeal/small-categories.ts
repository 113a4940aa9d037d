/** B6, V4 · Categories in which the whole count would tell who gave what: one or two people, or ballots. */
import type { Slices } from '$assessment/view.ts';

/** V4: from so many on, a score is nobody's in particular. */
const ENOUGH = 3;

export interface SmallCategory {
  id: string;
  name: string;
  count: number;
}

const isSmall = ({ count }: SmallCategory): boolean => count > 0 && count < ENOUGH;

/** By the roster; where it names nobody (I3), by the passes that were issued. */
export function smallInRoster({ sheet, roster, people }: Partial<Slices>): SmallCategory[] {
  const listed = roster?.examiners ?? [];
  const issued = (people?.passes ?? []).filter(({ kind, revoked }) => kind === 'examiner' && !revoked);
  const of: readonly { category: string | null }[] = listed.length > 0 ? listed : issued;
  return (sheet?.categories ?? [])
    .map(({ id, name }) => ({ id, name, count: of.filter(({ category }) => category === id).length }))
    .filter(isSmall);
}

/** By the ballots that are in: the fewest that a category has for any unit. */
export function smallInCount({ sheet, count }: Partial<Slices>): SmallCategory[] {
  return (sheet?.categories ?? []).flatMap(({ id, name }) => {
    const counts = (count?.units ?? [])
      .filter(({ absent }) => !absent)
      .map((unit) => ({ id, name, count: unit.categories.find((one) => one.id === id)?.returned ?? 0 }))
      .filter(isSmall);
    return counts.sort((a, b) => a.count - b.count).slice(0, 1);
  });
}
