/** Q5 · Questions of units that are gone, for my records: fetched when they are looked at, then known to this page. */
import type { StagedQuestion } from '../../../../assessment/view-asked.ts';

const known = new Map<string, StagedQuestion>();
const keyOf = (code: string, id: string): string => `${code} ${id}`;
/** As many as the hub answers at a time. */
const MOST = 100;

export const stagedQuestion = (code: string, id: string): StagedQuestion | null =>
  known.get(keyOf(code, id)) ?? null;

/** @returns whether all of them are known now */
export async function fetchStaged(code: string, ids: readonly string[]): Promise<boolean> {
  const missing = ids.filter((id) => !known.has(keyOf(code, id)));
  for (let at = 0; at < missing.length; at += MOST) {
    const some = missing.slice(at, at + MOST).join(',');
    try {
      const answer = await fetch(`/api/codes/${code}/staged/${encodeURIComponent(some)}`);
      if (!answer.ok) return false;
      for (const one of (await answer.json()) as StagedQuestion[]) known.set(keyOf(code, one.id), one);
    } catch {
      return false;
    }
  }
  return true;
}
