/** B2 · Where a ballot that is filled in criterion by criterion goes on. */

/** Things in an order, each known by its id. */
type Ordered = readonly { id: string }[];

/**
 * The place in `criteria` to go on at: the one that was open last, else the first without a value, else the first.
 * @param last the criterion that was open when the ballot was left; it may have gone from the sheet since
 */
export function goesOnAt(criteria: Ordered, last: string | null, given: (id: string) => boolean): number {
  const left = criteria.findIndex(({ id }) => id === last);
  if (left >= 0) return left;
  return Math.max(
    0,
    criteria.findIndex(({ id }) => !given(id)),
  );
}
