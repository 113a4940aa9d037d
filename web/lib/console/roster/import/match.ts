/** Names of units and categories as people spell them. Nothing is guessed where two could be meant. */
import type { Unit } from '$assessment/roster.ts';
import type { Category } from '$assessment/sheet.ts';
import { isNothing, keyOf, tidy } from './tidy.ts';

/** `close` is proposed and shown; `chosen` is what the organizer said that a spelling means. */
export type Match =
  { id: string; how: 'exact' | 'close' | 'chosen' } | { id: null; how: 'unknown' | 'ambiguous' };

/** What an organizer said that a spelling means: `category 党员` → id. */
export type Choices = Readonly<Record<string, string>>;
export const choiceKey = (field: 'unit' | 'category', spelling: string): string =>
  `${field} ${keyOf(spelling)}`;

type Test = (key: string) => boolean;

/** The first test that fits exactly one; two that fit one test end the search. */
function closest(named: readonly { id: string; key: string }[], tests: readonly Test[]): Match {
  for (const test of tests) {
    const fitting = named.filter(({ key }) => test(key));
    const [only] = fitting;
    if (fitting.length > 1) return { id: null, how: 'ambiguous' };
    if (only) return { id: only.id, how: 'close' };
  }
  return { id: null, how: 'unknown' };
}

const exactly = (named: readonly { id: string; key: string }[], key: string): Match | null => {
  const fitting = named.filter((one) => one.key === key);
  const [only] = fitting;
  return fitting.length === 1 && only ? { id: only.id, how: 'exact' } : null;
};

/** 区人大代表 → 人大代表: who sends a list writes which level it is. */
const LEVEL = /^(?:全国|省级?|市级?|区级?|县级?|镇级?|街道级?|社区级?|本[省市区县镇])+/;

/** @returns a lookup that remembers: a list of thousands has a handful of spellings */
export function categoryMatcher(categories: readonly Category[], choices: Choices): (text: string) => Match {
  const named = categories.map(({ id, name }) => ({ id, key: keyOf(name) }));
  return remembered((text) => {
    const chosen = choices[choiceKey('category', text)];
    if (chosen !== undefined && named.some(({ id }) => id === chosen)) return { id: chosen, how: 'chosen' };
    const key = keyOf(text);
    const exact = exactly(named, key);
    if (exact || key === '') return exact ?? { id: null, how: 'unknown' };
    const bare = key.replace(LEVEL, '');
    return closest(named, [
      (one) => one === bare,
      (one) => bare.length >= 2 && one.startsWith(bare),
      (one) => (bare.length >= 2 && one.includes(bare)) || bare.includes(one),
    ]);
  });
}

const BODY =
  /(?:党委|党总支|党支部|党组织|委员会|居委会|居民委员会|村委会|党群服务中心|工作站|社区|街道|村)+$/;

/** 葵湾社区党委, 葵湾社区 and 葵湾 are about the same place. */
function placeOfUnit(key: string): string {
  const place = key.replace(/^(?:中共|中国共产党)/, '').replace(BODY, '');
  return place === '' ? key : place;
}

export function unitMatcher(units: readonly Unit[], choices: Choices): (text: string) => Match {
  const named = units.map(({ id, name, street }) => ({ id, key: keyOf(name), street: keyOf(street) }));
  return remembered((text) => {
    const chosen = choices[choiceKey('unit', text)];
    if (chosen !== undefined && named.some(({ id }) => id === chosen)) return { id: chosen, how: 'chosen' };
    const key = keyOf(text);
    const exact = exactly(named, key);
    if (exact || key === '') return exact ?? { id: null, how: 'unknown' };
    const place = placeOfUnit(key);
    const behindStreet = named.filter(
      (one) =>
        one.street !== '' &&
        key.startsWith(one.street) &&
        placeOfUnit(key.slice(one.street.length)) === placeOfUnit(one.key),
    );
    if (behindStreet.length === 1 && behindStreet[0]) return { id: behindStreet[0].id, how: 'close' };
    return closest(named, [(one) => place.length >= 2 && placeOfUnit(one) === place]);
  });
}

const STRONG = /[、，,;；/／|\n]+/;

/** The units named in one cell; a space separates them only where that makes sense of it. */
export function unitsIn(cell: string, match: (text: string) => Match): { text: string; match: Match }[] {
  if (isNothing(cell)) return [];
  const whole = match(tidy(cell));
  if (whole.id !== null) return [{ text: tidy(cell), match: whole }];
  return cell
    .split(STRONG)
    .map(tidy)
    .filter((one) => !isNothing(one))
    .flatMap((text) => {
      const found = match(text);
      const parts = text.split(' ').map((part) => ({ text: part, match: match(part) }));
      const apart = found.id === null && parts.length > 1 && parts.some((one) => one.match.id !== null);
      return apart ? parts : [{ text, match: found }];
    });
}

function remembered(find: (text: string) => Match): (text: string) => Match {
  const known = new Map<string, Match>();
  return (text) => {
    const before = known.get(text);
    if (before) return before;
    const found = find(text);
    known.set(text, found);
    return found;
  };
}
