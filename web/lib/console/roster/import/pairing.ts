/** Which entries of a file are which of the list: ids stay with whom they belong to. */
import type { Rules } from './rules.ts';

/** Indexes by key, in order. */
function groups<T>(items: readonly (T | undefined)[], key: (item: T) => string): Map<string, number[]> {
  const all = new Map<string, number[]>();
  items.forEach((item, at) => {
    if (item === undefined) return;
    const known = all.get(key(item));
    if (known) known.push(at);
    else all.set(key(item), [at]);
  });
  return all;
}

/**
 * For each entry of the file the one of the list that it is, the surest likeness first. Where several are called
 * the same, the less sure likenesses pair nobody.
 */
export function pair<T extends { id: string }>(
  entries: readonly T[],
  known: readonly T[],
  same: Rules<T>['same'],
): (T | undefined)[] {
  const found: (T | undefined)[] = entries.map(() => undefined);
  const free: (T | undefined)[] = [...known];
  for (const { key, alone } of same) {
    const open = groups(
      entries.map((one, at) => (found[at] ? undefined : one)),
      key,
    );
    const left = groups(free, key);
    for (const [text, places] of open) {
      const owners = left.get(text) ?? [];
      if (alone && (places.length > 1 || owners.length > 1)) continue;
      places.forEach((place, at) => {
        const owner = owners[at];
        if (owner === undefined) return;
        found[place] = free[owner];
        free[owner] = undefined;
      });
    }
  }
  return found;
}

/** Ids that nobody has or had: `e01`, `e02`… */
export function* freshIds(
  prefix: string,
  digits: number,
  taken: ReadonlySet<string>,
): Generator<string, never> {
  for (let n = 1; ; n += 1) {
    const id = `${prefix}${String(n).padStart(digits, '0')}`;
    if (!taken.has(id)) yield id;
  }
}
