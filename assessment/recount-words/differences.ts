/** What a recount found, as sentences. */
import type { Bundle } from '../bundle.ts';
import type { Difference } from '../recount.ts';
import { safe } from './safe.ts';
import type { RecountWords } from './zh-CN.ts';

/** One difference: what differs, what was published, and what the recount finds. */
export interface Told {
  /** The unit that it is about; null for a draw. */
  unit: string | null;
  where: string;
  published: string;
  recounted: string;
}

/** `announced.score`, `before.2.score`, `after.2.rank` (`bundle-appeal.ts`). */
function changeOf(unit: string, [when = '', ...rest]: string[], words: RecountWords): string {
  const what = rest[rest.length - 1] ?? '';
  const named = words.results[what] ?? what;
  return words.change[when]?.(Number(rest[0]), unit, named) ?? words.announced(unit, named);
}

function placeOf(bundle: Bundle, path: string, words: RecountWords): Pick<Told, 'unit' | 'where'> {
  const [list = '', key = '', what = '', at = ''] = path.split('.');
  if (list === 'draws') {
    const draw = bundle.draws[Number(key)]?.draw ?? key;
    const where = what === 'commitment' ? words.commitment(draw) : words.drawn(draw, Number(at) + 1);
    return { unit: null, where };
  }
  const unit = unitOf(bundle, key);
  if (list === 'result') return { unit: key, where: changeOf(unit, path.split('.').slice(2), words) };
  const told = (where: string) => ({ unit: key, where });
  if (list === 'attendance') return told(what === 'returned' ? words.returned(unit) : words.eligible(unit));
  return told(what === '' ? words.noResult(unit) : words.result(unit, words.results[what] ?? what));
}

/** A unit by its name, and its id where another has the same name or it is no unit of the meeting. */
function unitOf({ units }: Bundle, id: string): string {
  const name = units.find((one) => one.id === id)?.name;
  if (name === undefined) return id;
  return units.some((one) => one.id !== id && one.name === name) ? `${name} (${id})` : name;
}

/** The differences of a bundle in words, in the order in which they were found. */
export function differencesTold(
  bundle: Bundle,
  differences: readonly Difference[],
  words: RecountWords,
): Told[] {
  // What is drawn is an id: a unit's has a name.
  const say = (value: string | number | null, drawn: boolean): string =>
    value === null ? words.nothing : safe(drawn ? unitOf(bundle, String(value)) : String(value));
  return differences.map(({ path, published, recounted }) => {
    const { unit, where } = placeOf(bundle, path, words);
    const drawn = unit === null;
    return { unit, where: safe(where), published: say(published, drawn), recounted: say(recounted, drawn) };
  });
}

/** One difference as a sentence. */
export const differenceLine = ({ where, published, recounted }: Told, words: RecountWords): string =>
  words.line(where, published, recounted);
