/**
 * Small things that a page remembers: localStorage; sessionStorage where that is full, because it has room of its own
 * and outlives a reload; memory where both are closed (private windows, old web views).
 */
const memory = new Map<string, string>();
const PLACES = [() => localStorage, () => sessionStorage];

/** What the first place has that can be asked and knows; null where none does. */
function first<T>(ask: (place: Storage) => T | null): T | null {
  for (const place of PLACES) {
    try {
      const found = ask(place());
      if (found !== null) return found;
    } catch {
      // Closed: the next one.
    }
  }
  return null;
}

const stored = (key: string): string | null => first((place) => place.getItem(key));

export const recall = (key: string): string | null => stored(key) ?? memory.get(key) ?? null;

/** Whether a reload will find it again. */
export const isKept = (key: string): boolean => stored(key) !== null;

/** @returns whether it will still be there after a reload */
export function keep(key: string, value: string): boolean {
  memory.set(key, value);
  const kept = first((place) => {
    try {
      place.setItem(key, value);
      return true;
    } catch {
      // Full: what it had before must not be found in place of what is newer.
      place.removeItem(key);
      return null;
    }
  });
  return kept !== null;
}

export function drop(key: string): void {
  memory.delete(key);
  first((place) => {
    place.removeItem(key);
    return null;
  });
}

/** Drops everything whose key begins so. */
export function dropAll(prefix: string): void {
  const keys = new Set(memory.keys());
  first((place) => {
    for (const key of Object.keys(place)) keys.add(key);
    return null;
  });
  for (const key of keys) if (key.startsWith(prefix)) drop(key);
}

/** A value kept as JSON; null where there is none or it cannot be read. */
export function recallJson<T>(key: string): T | null {
  const found = recall(key);
  if (found === null) return null;
  try {
    return JSON.parse(found) as T;
  } catch {
    return null;
  }
}

export const keepJson = (key: string, value: unknown): boolean => keep(key, JSON.stringify(value));
