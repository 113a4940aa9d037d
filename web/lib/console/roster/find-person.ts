/** Finds people as a desk clerk types them: by name, pinyin, initials or a mixture, or by the short number of a pass. */

/** How the characters of a name may be read, without tones, the likeliest first: `单雄信` → [[shan, dan], [xiong], …]. */
export type Spell = (name: string) => readonly (readonly string[])[];

export interface Findable {
  name: string | null;
  /** The short number of his pass, where he has one. */
  number?: string;
  /** What may stand in front of the number: the name of his category or unit. */
  group?: string;
}

/**
 * How well somebody fits, best first: 0 his whole name or number, 1 the whole name in pinyin, 2 all initials,
 * 3 the beginning of the name, 4 a part within it.
 */
export type Rank = 0 | 1 | 2 | 3 | 4;
export interface Hit<T> {
  who: T;
  rank: Rank;
}

/** One way of writing for all: full-width figures and letters, capitals, spaces, apostrophes and ü. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/ü/g, 'v')
    .replace(/[\s'’·・.\-_]/gu, '');

/** A passport writes 吕 as lyu, a hurried clerk as lu. */
const spellings = (reading: string): string[] => {
  const one = plain(reading);
  return /^[ln]v/.test(one) ? [one, one.replace('v', 'yu'), one.replace('v', 'u')] : [one];
};

interface Letter {
  /** The character itself and its readings; a reading may be typed in part, a character not. */
  self: string;
  readings: string[];
}

function lettersOf(name: string, spell: Spell): Letter[] {
  const characters = Array.from(name);
  const read = spell(name);
  return characters.flatMap((character, at) => {
    const self = plain(character);
    if (self === '') return [];
    const readings = (read[at] ?? []).flatMap(spellings).filter((one) => one !== '' && one !== self);
    return [{ self, readings }];
  });
}

/** How a query was read off a name: how many letters it used up, and the least of what was typed of each. */
interface Reading {
  used: number;
  kind: 'whole' | 'pinyin' | 'initials';
}
const KINDS = ['whole', 'pinyin', 'initials'] as const;
const looser = (a: Reading['kind'], b: Reading['kind']): Reading['kind'] =>
  KINDS[Math.max(KINDS.indexOf(a), KINDS.indexOf(b))] ?? 'initials';

/** What was found out already, by letter and by what is left of the query: each is read once, however many ways lead there. */
type Known = Map<string, Reading | null>;

/** The best reading of `query` from letter `from` on; null where it cannot be read so. */
function readOff(
  letters: readonly Letter[],
  from: number,
  query: string,
  known: Known = new Map(),
): Reading | null {
  if (query === '') return { used: 0, kind: 'whole' };
  const letter = letters[from];
  if (!letter) return null;
  const key = `${from} ${query.length}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const best = readLetter(letters, from, query, known);
  known.set(key, best);
  return best;
}

function readLetter(letters: readonly Letter[], from: number, query: string, known: Known): Reading | null {
  const letter = letters[from];
  if (!letter) return null;
  let best: Reading | null = null;
  const tries = (eaten: number, kind: Reading['kind']) => {
    const rest = readOff(letters, from + 1, query.slice(eaten), known);
    if (!rest) return;
    const found = { used: rest.used + 1, kind: looser(kind, rest.kind) };
    if (!best || KINDS.indexOf(found.kind) < KINDS.indexOf(best.kind)) best = found;
  };
  if (query.startsWith(letter.self)) tries(letter.self.length, 'whole');
  for (const reading of letter.readings) {
    let common = 0;
    while (common < reading.length && reading[common] === query[common]) common += 1;
    for (let eaten = common; eaten > 0; eaten -= 1)
      tries(eaten, eaten === reading.length ? 'pinyin' : 'initials');
  }
  return best;
}

function rankOfName(letters: readonly Letter[], query: string): Rank | null {
  const known: Known = new Map();
  for (let from = 0; from < letters.length; from += 1) {
    const reading = readOff(letters, from, query, known);
    if (!reading) continue;
    if (from > 0) return 4;
    if (reading.used < letters.length) return 3;
    return KINDS.indexOf(reading.kind) as Rank;
  }
  return null;
}

/** `8`, `08`, `党员 08`, `dy8`: a number alone, or behind the beginning of its category's name. */
function rankOfNumber({ number, group = '' }: Findable, query: string, spell: Spell): Rank | null {
  const asked = /^(.*?)0*(\d+)$/u.exec(query);
  if (number === undefined || !asked) return null;
  const [, before = '', figures = ''] = asked;
  if (plain(number).replace(/^0+(?=\d)/, '') !== figures) return null;
  const words = before.replace(/(no|号)$/u, '');
  if (words === '') return 0;
  return readOff(lettersOf(group, spell), 0, words) === null ? null : 0;
}

/** Everybody who fits, best first and otherwise in the order given; nobody where nothing is asked. */
export function findPeople<T extends Findable>(people: readonly T[], asked: string, spell: Spell): Hit<T>[] {
  const query = plain(asked).replace(/号$/u, '').slice(0, 40);
  if (query === '') return [];
  const hits = people.flatMap((who): Hit<T>[] => {
    const byNumber = rankOfNumber(who, query, spell);
    const byName = who.name === null ? null : rankOfName(lettersOf(who.name, spell), query);
    const ranks = [byNumber, byName].filter((one) => one !== null);
    return ranks.length === 0 ? [] : [{ who, rank: Math.min(...ranks) as Rank }];
  });
  return hits.sort((a, b) => a.rank - b.rank);
}

/** The one that Enter may act on: the only hit, or the only one whose whole name or number was typed. */
export function sureHit<T>(hits: readonly Hit<T>[]): T | null {
  const [first, second] = hits;
  if (!first) return null;
  if (!second) return first.who;
  return first.rank <= 1 && second.rank > first.rank ? first.who : null;
}
