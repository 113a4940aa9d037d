/** Text that looks like something else, wherever people may type. */
import fc from 'fast-check';
import type { Bundle } from '../../assessment/bundle.ts';

export const ODD_NAMES = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '＝1＋1',
  '＋1',
  '－1',
  '＠A',
  ' =1+1',
  '\u3000=1+1',
  '﹣1',
  '−1',
  '#N/A',
  '#REF!',
  '<&>"\'',
  '0012',
  '1e3',
  '2026-11-07',
  'TRUE',
  '=HYPERLINK("http://x.example","点这里")',
  "=cmd|' /C calc'!A0",
  '_x0041_',
  "'=1",
  ']]>',
  '甲\u0000乙',
  '丙\ufffe丁',
];

/** Signs that begin a formula or mean something to a format, between ordinary words. */
export const oddName = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'=+-@＝＋－＠ \t\'"<>&;,|#_x0%{}[]()\\/'),
      fc.constantFrom('甲', '社区', '𠮷', '\ufffe', '\u0007', 'R1C1', '_x000D_', '\u200b', '﹦'),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join(''))
  .filter((name) => name.trim() !== '');

/** The same bundle in which everything that people typed is this. */
export function named(bundle: Bundle, name: string): Bundle {
  const copy = JSON.parse(JSON.stringify(bundle)) as Bundle;
  copy.meeting.title = name;
  for (const unit of copy.units) unit.name = name;
  for (const deduction of copy.deductions) deduction.reason = name;
  for (const category of copy.scoring.categories) category.name = name;
  for (const criterion of copy.scoring.sheet) criterion.name = name;
  return copy;
}

/** A bundle with a unit for every name, all of them with the ballots and the reason of the first unit. */
export function unitsNamed(bundle: Bundle, names: readonly string[]): Bundle {
  const first = bundle.units[0]?.id ?? '';
  const of = <T extends { unit: string }>(list: T[]): T[] => list.filter(({ unit }) => unit === first);
  const each = <T extends { unit: string }>(list: T[]): T[] =>
    names.flatMap((_name, at) => of(list).map((one) => ({ ...one, unit: `n${at}` })));
  return {
    ...bundle,
    units: names.map((name, at) => ({ id: `n${at}`, name })),
    ballots: each(bundle.ballots),
    crowd: each(bundle.crowd),
    attendance: each(bundle.attendance),
    deductions: names.map((reason, at) => ({ unit: `n${at}`, points: '0.5', reason })),
    results: [],
    draws: [],
  };
}
