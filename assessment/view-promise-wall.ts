/**
 * V1, P1 · The promise wall: what was promised aloud, counted by unit, and the newest in words. It was said in public,
 * by members whose names stand on the stage; who asked, and what, is no part of it.
 */
import type { Promised } from './promises.ts';
import type { State } from './state.ts';

/**
 * What a tile can be. `confirmed`: the questioner says that it is so. `made`: it was said aloud and written down, but he
 * is not there, or has not said so yet. What becomes of it after the meeting (P2) adds its own.
 */
export type TileState = 'confirmed' | 'made';

export interface PromiseOnWall {
  id: string;
  unit: string;
  /** Null once texts were purged (J6). */
  text: string | null;
  /** Who is responsible; null where he left the roster. */
  member: { name: string | null; post: string } | null;
  /** A calendar day, `2026-11-30`. */
  due: string;
  state: TileState;
  /** Server time in ms since when it is public. */
  since: number;
}

export interface PromiseWallView {
  /** Units that promised something: how many promises of theirs are in each state. */
  units: { unit: string; counts: Record<TileState, number> }[];
  /** The last first, and no more than a screen has room for. */
  newest: PromiseOnWall[];
}

/** Promises in words: those that a screen can show at once. */
export const NEWEST = 4;

/** Since when everybody may read it; null as long as it is between the member, the questioner and the host. */
export function publicSince(promised: Promised): number | null {
  if (promised.state !== 'made' || promised.objected) return null;
  return promised.from === 'host' ? promised.at : promised.confirmedAt;
}

/** What its tile is. */
export const promiseTile = ({ confirmed }: Promised): TileState =>
  confirmed === 'questioner' || confirmed === 'aloud' ? 'confirmed' : 'made';

function onWall(state: State, promised: Promised, since: number): PromiseOnWall {
  const { id, unit, text, due } = promised;
  const member = state.roster.members.get(promised.member);
  return {
    id,
    unit,
    text,
    member: member ? { name: member.name, post: member.post } : null,
    due,
    state: promiseTile(promised),
    since,
  };
}

export function promiseWallView(state: State): PromiseWallView {
  const shown = [...state.promises.all.values()].flatMap((one) => {
    const since = publicSince(one);
    return since === null ? [] : [onWall(state, one, since)];
  });
  const units = state.roster.units.flatMap(({ id }) => {
    const own = shown.filter(({ unit }) => unit === id);
    if (own.length === 0) return [];
    const count = (wanted: TileState) => own.filter((one) => one.state === wanted).length;
    return [{ unit: id, counts: { confirmed: count('confirmed'), made: count('made') } }];
  });
  // Of two at the same moment the one that was said later.
  const newest = shown.reverse().sort((a, b) => b.since - a.since);
  return { units, newest: newest.slice(0, NEWEST) };
}
