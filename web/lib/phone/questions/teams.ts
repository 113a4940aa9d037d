/** Q1, Q2 · Whom a unit that waits can be asked, and what it was asked already: fetched when a question is written. */
import type { AskedView } from '../../../../assessment/view-asked.ts';

const known = new Map<string, AskedView>();
const keyOf = (code: string, unit: string): string => `${code} ${unit}`;

/** As it was last fetched by this page. */
export const knownTeam = (code: string, unit: string): AskedView | null =>
  known.get(keyOf(code, unit)) ?? null;

/** Null where it cannot be had now: a question without a portfolio is a question, too. */
export async function fetchTeam(code: string, unit: string): Promise<AskedView | null> {
  try {
    const answer = await fetch(`/api/codes/${code}/units/${encodeURIComponent(unit)}`);
    if (!answer.ok) return knownTeam(code, unit);
    const team = (await answer.json()) as AskedView | null;
    if (team) known.set(keyOf(code, unit), team);
    return team;
  } catch {
    return knownTeam(code, unit);
  }
}
