/** Stable ids for what is entered as text: `u1`, `m12`, `e07`. What has an id keeps it. */

/** The next id with this prefix that nobody has. */
export function freshId(prefix: string, taken: Iterable<{ id: string }>, digits = 1): string {
  const ids = new Set<string>();
  for (const one of taken) ids.add(one.id);
  let n = 1;
  const idOf = () => `${prefix}${String(n).padStart(digits, '0')}`;
  while (ids.has(idOf())) n += 1;
  return idOf();
}

interface Naming<T> {
  /** What makes two entries the same one, best first: a person who changed category is still himself. */
  same: readonly ((item: T) => string)[];
  prefix: string;
  digits?: number;
}

/** Gives every item an id: that of a known one that is the same, else a fresh one. */
export function withIds<T extends { id: string }>(
  items: readonly T[],
  known: readonly T[],
  { same, prefix, digits = 1 }: Naming<T>,
): T[] {
  const free = new Set(known.map((one) => one.id));
  const ids: (string | undefined)[] = items.map(() => undefined);
  for (const nameOf of same) {
    items.forEach((item, at) => {
      if (ids[at] !== undefined) return;
      const found = known.find((one) => free.has(one.id) && nameOf(one) === nameOf(item));
      if (!found) return;
      ids[at] = found.id;
      free.delete(found.id);
    });
  }
  const given: { id: string }[] = [...known];
  return items.map((item, at) => {
    const id = ids[at] ?? freshId(prefix, given, digits);
    given.push({ id });
    return { ...item, id };
  });
}

/** Puts pasted items into a list: in its place, or behind it with the known ones brought up to date. */
export function taken<T extends { id: string }>(
  list: readonly T[],
  items: readonly T[],
  how: 'replace' | 'append',
): T[] {
  const ids = new Set(items.map((one) => one.id));
  return how === 'replace' ? [...items] : [...list.filter((one) => !ids.has(one.id)), ...items];
}

/** What stands in a list and what the server has beside it: ids of both are taken. */
export const both = <T extends { id: string }>(list: readonly T[], server: readonly T[]): T[] => [
  ...list,
  ...server.filter((one) => !list.some(({ id }) => id === one.id)),
];
