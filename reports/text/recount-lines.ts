/** What a recount found, as sentences. */
import type { Bundle, BundleProblem } from '../../assessment/bundle.ts';
import type { Difference } from '../../assessment/recount.ts';
import type { ReportText } from './index.ts';

/** A file may hold anything; a terminal must not obey it. */
// eslint-disable-next-line no-control-regex -- they are what is taken out
export const safe = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e]/g, ' ');

function placeOf(bundle: Bundle, path: string, { recount: text }: ReportText): string {
  const [list = '', key = '', what = '', at = ''] = path.split('.');
  if (list === 'draws') {
    const draw = bundle.draws[Number(key)]?.draw ?? key;
    return what === 'commitment' ? text.commitment(draw) : text.drawn(draw, Number(at) + 1);
  }
  const name = bundle.units.find(({ id }) => id === key)?.name;
  const unit = name === undefined ? key : `${name} (${key})`;
  if (list === 'attendance') return what === 'returned' ? text.returned(unit) : text.eligible(unit);
  if (what === '') return text.noResult(unit);
  return text.result(unit, text.keys[what as keyof typeof text.keys]);
}

/** One difference in words, its path behind it for programs. */
export function differenceLine(bundle: Bundle, difference: Difference, text: ReportText): string {
  const { path, published, recounted } = difference;
  const say = (value: string | number | null): string =>
    value === null ? text.recount.nothing : String(value);
  return `${text.recount.line(placeOf(bundle, path, text), say(published), say(recounted))} [${path}]`;
}

export const problemLine = ({ path, code }: BundleProblem, { recount: text }: ReportText): string =>
  `${path === '' ? text.whole : path}: ${text.problems[code]}`;
