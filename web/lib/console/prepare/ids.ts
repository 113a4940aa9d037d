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
