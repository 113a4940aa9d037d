/**
 * What became of a slice since the last frame, as values and not as steps: applying one twice, or to a newer slice, ends
 * in the same. Objects are patched key by key, lists whose rows have a key row by row; anything else is sent again.
 */

/**
 * `[value]` is the new value, `[]` that the key is gone; an object patches what is there key by key. In a list the key is
 * a row's, and `''` the order of all rows where it is another one than that of the old ones with the new behind them.
 */
export type Patch = [] | [unknown] | { [key: string]: Patch };

type Dict = Record<string, unknown>;
const isDict = (value: unknown): value is Dict =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What tells a row from the others of its list; null where nothing does. */
function keyOf(row: unknown): string | null {
  if (!isDict(row)) return null;
  const key = row.id ?? row.pass ?? row.unit;
  return typeof key === 'string' && key !== '' ? key : null;
}

/** Rows by their keys; null where a row has none, or two have the same. */
function rowsOf(list: unknown): Map<string, unknown> | null {
  if (!Array.isArray(list) || list.length === 0) return null;
  const rows = new Map<string, unknown>();
  for (const row of list as unknown[]) {
    const key = keyOf(row);
    if (key === null || rows.has(key)) return null;
    rows.set(key, row);
  }
  return rows;
}

/** What JSON would say of it; a map, because a key of a slice may be called like anything that objects inherit. */
const partsOf = (dict: Dict): Map<string, unknown> =>
  new Map(Object.entries(dict).filter(([, value]) => value !== undefined));

function ofDicts(old: Map<string, unknown>, now: Map<string, unknown>): Patch | null {
  const changed = ofParts(old, now);
  for (const key of old.keys()) if (!now.has(key)) changed.push([key, []]);
  return changed.length === 0 ? null : Object.fromEntries(changed);
}

const ofParts = (old: Map<string, unknown>, now: Map<string, unknown>): [string, Patch][] =>
  [...now].flatMap(([key, value]): [string, Patch][] => {
    const patch = old.has(key) ? difference(old.get(key), value) : ([value] as Patch);
    return patch === null ? [] : [[key, patch]];
  });

function ofRows(old: Map<string, unknown>, now: Map<string, unknown>): Patch | null {
  const patch: { [key: string]: Patch } = Object.fromEntries(ofParts(old, now));
  const after = [...now.keys()];
  // Rows that were there keep their places and new ones come behind them, unless it is said otherwise: in the order in
  // which the patch is read, where keys that are figures come before all others.
  const told = [...old.keys(), ...Object.keys(patch).filter((key) => !old.has(key))];
  if (told.length !== after.length || told.some((key, at) => key !== after[at])) patch[''] = [after];
  return Object.keys(patch).length === 0 ? null : patch;
}

/** What has to be said to whoever has `old`, both being JSON; null where that is nothing. */
export function difference(old: unknown, now: unknown): Patch | null {
  if (isDict(old) && isDict(now)) return ofDicts(partsOf(old), partsOf(now));
  const [before, after] = [rowsOf(old), rowsOf(now)];
  if (before && after) return ofRows(before, after);
  return JSON.stringify(old) === JSON.stringify(now) ? null : [now];
}

function patchedList(old: readonly unknown[], patch: { [key: string]: Patch }): unknown[] {
  const rows = new Map(old.map((row) => [keyOf(row) ?? '', row]));
  for (const [key, one] of Object.entries(patch)) if (key !== '') rows.set(key, patched(rows.get(key), one));
  const order = patch[''] as [string[]] | undefined;
  return (order ? order[0] : [...rows.keys()]).map((key) => rows.get(key));
}

/** `old` with a patch applied; what did not change is the same object as before, and `old` stays as it was. */
export function patched(old: unknown, patch: Patch): unknown {
  if (Array.isArray(patch)) return patch[0];
  if (Array.isArray(old)) return patchedList(old, patch);
  const next = new Map(Object.entries(isDict(old) ? old : {}));
  for (const [key, one] of Object.entries(patch)) {
    if (Array.isArray(one) && one.length === 0) next.delete(key);
    else next.set(key, patched(next.get(key), one));
  }
  return Object.fromEntries(next);
}

/** The slices that a client has once a frame that follows on them is applied (decision 0010). */
export function withFrame<S extends object>(
  have: S,
  frame: { from: number | null; slices?: S; patch?: Record<string, Patch> },
): S {
  if (frame.from === null) return frame.slices ?? have;
  const next = { ...have, ...frame.slices } as Dict;
  for (const [name, patch] of Object.entries(frame.patch ?? {})) next[name] = patched(next[name], patch);
  return next as S;
}
