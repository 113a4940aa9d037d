/** Small things that a page remembers: localStorage, and memory where there is none (private windows, old web views). */
const memory = new Map<string, string>();

export function recall(key: string): string | null {
  try {
    const found = localStorage.getItem(key);
    if (found !== null) return found;
  } catch {
    // Fall through to what this page load knows.
  }
  return memory.get(key) ?? null;
}

/** @returns whether it will still be there after a reload */
export function keep(key: string, value: string): boolean {
  memory.set(key, value);
  try {
    localStorage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

export function drop(key: string): void {
  memory.delete(key);
  try {
    localStorage.removeItem(key);
  } catch {
    // It was in memory alone.
  }
}

/** Drops everything whose key begins so. */
export function dropAll(prefix: string): void {
  const keys = new Set(memory.keys());
  try {
    for (const key of Object.keys(localStorage)) keys.add(key);
  } catch {
    // It was in memory alone.
  }
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
