/** Names of units on little room: the words that all of them end in are said once, not on every slip. */

/** Where the common ending may begin, so that no name is cut inside a place name (葵湾社区党委 → 葵湾). */
const STARTS = [
  '社区',
  '街道',
  '村',
  '镇',
  '乡',
  '党工委',
  '党委',
  '党总支',
  '党支部',
  '居委会',
  '工作站',
  '中心',
  '服务',
];
/** What a short name keeps at least, in characters. */
const LEAST = 2;

const charsOf = (name: string): string[] => Array.from(name);

function commonEnding(names: readonly string[]): string {
  const [first = [], ...rest] = names.map(charsOf);
  let length = first.length;
  for (const other of rest) {
    let same = 0;
    while (
      same < length &&
      same < other.length &&
      first[first.length - 1 - same] === other[other.length - 1 - same]
    )
      same += 1;
    length = same;
  }
  return first.slice(first.length - length).join('');
}

/** The ending that all names share, from the start of an institution's word; empty where there is none. */
export function sharedEnding(names: readonly string[]): string {
  if (names.length < 2) return '';
  const ending = commonEnding(names);
  const starts = STARTS.map((word) => ending.indexOf(word)).filter((at) => at >= 0);
  if (starts.length === 0) return '';
  const shared = ending.slice(Math.min(...starts));
  return names.every((name) => charsOf(name).length - charsOf(shared).length >= LEAST) ? shared : '';
}

export function shortName(name: string, ending: string): string {
  return ending !== '' && name.endsWith(ending) ? name.slice(0, -ending.length) : name;
}

/** A board is so many times as long as wide, and letters fill this part of its length and of its width. */
const BOARD = 70 / 18;
const FILLED_LONG = 0.86;
const FILLED_SHORT = 0.74;

/** The cut into columns that leaves the largest letters, and how many of them stand in a column. */
export function plaqueLetters(name: string): { columns: number; letters: number } {
  const count = Math.max(1, charsOf(name).length);
  const cuts = [1, 2, 3, 4].map((columns) => ({ columns, letters: Math.ceil(count / columns) }));
  const sizeOf = (cut: { columns: number; letters: number }) =>
    Math.min((BOARD * FILLED_LONG) / cut.letters, FILLED_SHORT / cut.columns);
  return cuts.reduce((best, cut) => (sizeOf(cut) > sizeOf(best) ? cut : best));
}
