/** A place in a bundle in words: `ballots.3.scores.report` is 第 4 张评分票（回执 28JT97KB） · 分数 · 述职. */
import { short } from './safe.ts';
import type { RecountWords } from './zh-CN.ts';

type Json = Record<string, unknown>;

/** An own property of whatever stands there; nothing of it is known to be what it should be. */
function within(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.prototype.hasOwnProperty.call(value, key) ? (value as Json)[key] : undefined;
}

const at = (json: unknown, ...keys: string[]): unknown => keys.reduce(within, json);

/** The name of what has this id in a list, cut short. */
function nameIn(list: unknown, id: unknown): string | null {
  if (!Array.isArray(list) || typeof id !== 'string') return null;
  const found: unknown = list.slice(0, 1000).find((one) => within(one, 'id') === id);
  const name = within(found, 'name');
  return typeof name === 'string' ? short(name) : null;
}

/** What an item of a list is known by: its receipt, its own name, its unit's, or its id. */
function nameOf(json: unknown, list: string, item: unknown, words: RecountWords): string | null {
  const receipt = within(item, 'receipt');
  if (list === 'ballots') return typeof receipt === 'string' ? words.receipt(short(receipt)) : null;
  const own = within(item, list === 'draws' ? 'draw' : 'name');
  if (typeof own === 'string') return short(own);
  return nameIn(at(json, 'units'), within(item, 'unit'));
}

/** A key that names something of the sheet: a criterion, a choice of the crowd. */
function namedKey(json: unknown, holder: string, key: string): string | null {
  if (holder === 'scores') return nameIn(at(json, 'scoring', 'sheet'), key);
  if (holder === 'votes') return nameIn(at(json, 'scoring', 'crowd', 'grades'), key);
  return null;
}

const isIndex = (key: string): boolean => /^[0-9]{1,7}$/.test(key);
const own = <T>(record: Record<string, T>, key: string): T | undefined =>
  Object.prototype.hasOwnProperty.call(record, key) ? record[key] : undefined;

/** @param json the bundle as it was read, which need not be one @param path keys with dots between */
export function placeOf(json: unknown, path: string, words: RecountWords): string {
  if (path === '') return words.whole;
  const keys = path.split('.');
  const parts: string[] = [];
  let here: unknown = json;
  keys.forEach((key, depth) => {
    const [list, next] = [keys[depth - 1] ?? '', keys[depth + 1]];
    const item = within(here, key);
    if (Array.isArray(here) && isIndex(key)) {
      const place = (own(words.items, list) ?? words.other)(Number(key) + 1);
      const name = nameOf(json, list, item, words);
      parts.push(name === null ? place : words.named(place, name));
    } else if (!(Array.isArray(item) && next !== undefined && isIndex(next))) {
      const holder = ['scores', 'votes'].includes(list);
      parts.push(
        namedKey(json, list, key) ?? (holder ? null : own(words.keys, key)) ?? words.key(short(key)),
      );
    }
    here = item;
  });
  return parts.join(words.inside);
}
