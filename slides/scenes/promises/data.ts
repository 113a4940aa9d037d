/** P1 · The promise wall: a tile a promise under each unit's name; a single unit's few promises in words. */
import type { PromiseWallView, Slices } from '$assessment/view.ts';
import { sharedEnding, shortName } from '../../names.ts';
import { pageOf } from '../../pages.ts';
import { wallOf, type UnitOnWall } from '../../unit.ts';

type OnWall = PromiseWallView['newest'][number];

/** What a tile can be, in the order in which tiles stand. P2 adds what becomes of a promise: here, and in the legend. */
export const TILES = ['confirmed', 'made'] as const satisfies readonly OnWall['state'][];
export type Tile = (typeof TILES)[number];

export interface PromiseLine {
  id: string;
  /** Null once texts were purged (J6). */
  text: string | null;
  /** The unit as it is called; empty where its board hangs beside the words. */
  unit: string;
  /** Who is responsible: his name, or his post once names were purged. */
  member: string;
  /** A calendar day, `2026-11-30`. */
  due: string;
  tile: Tile;
}

export interface PromiseColumn {
  unit: string;
  name: string;
  short: string;
  counts: Record<Tile, number>;
}

export interface AllPromises {
  kind: 'wall';
  total: number;
  confirmed: number;
  columns: PromiseColumn[];
  /** The most promises of one unit, on all pages: tiles are as high on each. */
  most: number;
  newest: PromiseLine | null;
  /** It was promised a moment ago. */
  fresh: boolean;
  /** Units under their names in a row, or long names each on a line of its own. */
  layout: 'columns' | 'rows';
  page: number;
  pages: number;
}

/** One unit's promises in words, its board beside them. */
export interface UnitPromises {
  kind: 'unit';
  unit: UnitOnWall;
  lines: PromiseLine[];
  /** Of which these are the last. */
  total: number;
  fresh: boolean;
}

export type PromisesData = AllPromises | UnitPromises;

/** Short names up to this many letters stand upright over their tiles. */
const UPRIGHT = 5;
/** Units on a page: upright, on lines, and on lines of two rows. */
const PAGE = { columns: 28, rows: 24, long: 10 };
const LONG = 12;
/** Promises that fit a screen in words. */
const IN_WORDS = 3;
/** How long a promise counts as just made, in ms. */
const FRESH_MS = 180_000;

const lettersOf = (name: string): number => Array.from(name).length;

function lineOf(one: OnWall, unit: string): PromiseLine {
  const { id, text, due, state, member } = one;
  return { id, text, unit, member: member ? (member.name ?? member.post) : '', due, tile: state };
}

/** On a wall of tiles the newest is a few lines: a long one ends where one of its clauses does. */
export function teaser(text: string, most = 64): string {
  const letters = Array.from(text);
  if (letters.length <= most) return text;
  const cut = letters.slice(0, most).join('');
  const end = Math.max(
    ...['。', '；', '，', '！', '？', '. ', ', ', '; '].map((mark) => cut.lastIndexOf(mark)),
  );
  return `${end > most / 3 ? cut.slice(0, end) : cut}……`;
}

const sum = (counts: Record<Tile, number>): number => TILES.reduce((all, tile) => all + counts[tile], 0);

/** How many promises are public. */
export const promisesIn = (wall: PromiseWallView | undefined): number =>
  (wall?.units ?? []).reduce((all, { counts }) => all + sum(counts), 0);

function columnsOf(wall: PromiseWallView, agenda: Slices['agenda']): PromiseColumn[] {
  const ending = sharedEnding(agenda.map(({ name }) => name));
  const counts = new Map(wall.units.map((one) => [one.unit, one.counts]));
  return agenda.map(({ unit, name }) => ({
    unit,
    name,
    short: shortName(name, ending),
    counts: counts.get(unit) ?? { confirmed: 0, made: 0 },
  }));
}

function allOf(wall: PromiseWallView, slices: Partial<Slices>, now: number): AllPromises {
  const all = columnsOf(wall, slices.agenda ?? []);
  const letters = Math.max(1, ...all.map(({ short }) => lettersOf(short)));
  const layout = letters <= UPRIGHT ? 'columns' : 'rows';
  const size = layout === 'columns' ? PAGE.columns : letters <= LONG ? PAGE.rows : PAGE.long;
  const { shown, page, pages } = pageOf(all, size, now);
  const [newest] = wall.newest;
  const unit = all.find((one) => one.unit === newest?.unit);
  return {
    kind: 'wall',
    total: promisesIn(wall),
    confirmed: wall.units.reduce((count, { counts }) => count + counts.confirmed, 0),
    columns: shown,
    most: Math.max(1, ...all.map(({ counts }) => sum(counts))),
    newest: newest ? { ...lineOf(newest, unit?.name ?? ''), text: newest.text && teaser(newest.text) } : null,
    fresh: isFresh(newest, now),
    layout,
    page,
    pages,
  };
}

const isFresh = (one: OnWall | undefined, now: number): boolean =>
  one !== undefined && now - one.since < FRESH_MS;

/** What a unit promised last, in words; null where nothing of it is public. */
export function unitPromises(slices: Partial<Slices>, unit: string, now: number): UnitPromises | null {
  const { newest = [], units = [] } = slices.promiseWall ?? {};
  const own = newest.filter((one) => one.unit === unit).slice(0, IN_WORDS);
  const counts = units.find((one) => one.unit === unit)?.counts;
  if (own.length === 0) return null;
  return {
    kind: 'unit',
    unit: wallOf(slices.agenda ?? [], unit),
    lines: own.map((one) => lineOf(one, '')),
    total: counts ? sum(counts) : own.length,
    fresh: isFresh(own[0], now),
  };
}

/** Null where nothing was promised. */
export function promisesOf(slices: Partial<Slices>, now: number): PromisesData | null {
  const wall = slices.promiseWall;
  const total = promisesIn(wall);
  if (!wall || total === 0) return null;
  // A wall of one brick is no wall: what one unit promised is read, not counted.
  const [only, ...others] = wall.units;
  if (only && others.length === 0 && total <= IN_WORDS) return unitPromises(slices, only.unit, now);
  return allOf(wall, slices, now);
}

/** What one picture of it is: another page, or another promise in words. */
export const subjectOf = (data: PromisesData): string =>
  data.kind === 'wall' ? `wall ${data.page}` : `${data.unit.id} ${data.lines[0]?.id ?? ''}`;
