/** Every sheet read back by LibreOffice, a program that did not write it, and held against the recount cell by cell. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Bundle } from '../../assessment/bundle.ts';
import { recount, recountUnits } from '../../assessment/recount.ts';
import { aboutOf } from '../../reports/about.ts';
import { askedOf } from '../../reports/asked.ts';
import { rankingCsv } from '../../reports/csv.ts';
import { questionsXlsx } from '../../reports/questions.ts';
import { looksLikeFormula, xmlText } from '../../reports/safe-text.ts';
import { rankingXlsx } from '../../reports/spreadsheet.ts';
import { officeTable, readFods, type OfficeCell } from '../support/fods.ts';
import { convert, reads } from '../support/soffice.ts';
import { readXlsx, tableIn } from '../support/xlsx.ts';
import total from '../examples/recount-total.json' with { type: 'json' };
import { askedMeeting } from './asked-meeting.ts';
import { ODD_NAMES, oddName, unitsNamed } from './hostile-names.ts';
import { bundleIn, playedMeeting } from './meetings.ts';

const played = playedMeeting();
const bundle = bundleIn(played);
const about = aboutOf(played.state, (id) => (id === 'host' ? '主持人乙' : null));
const asked = askedMeeting();

/** Those that are known to be hard, and as many from chance. */
const NAMES = [
  ...ODD_NAMES,
  ...fc.sample(oddName, { numRuns: 40, seed: Number(process.env.FC_SEED ?? 20190601) }),
];
const odd = unitsNamed(total as Bundle, NAMES);

type Sheets = Map<string, (OfficeCell | null)[][]>;
const read = new Map<string, Sheets>();
const written = new Map<string, Uint8Array>();
let said = '';

const UTF8_CSV = 'CSV:44,34,76,1';

async function readAll(): Promise<void> {
  const books = {
    'ranking.xlsx': await rankingXlsx(bundle, about),
    'questions.xlsx': await questionsXlsx(bundleIn(asked), askedOf(asked.state), aboutOf(asked.state)),
    'odd.xlsx': await rankingXlsx(odd),
  };
  const lists = { 'csv.csv': rankingCsv(bundle, about), 'oddcsv.csv': rankingCsv(odd) };
  for (const [name, file] of Object.entries(books)) written.set(name, file);
  for (const converted of [await convert(books, 'fods'), await convert(lists, 'fods', UTF8_CSV)]) {
    said += converted.said;
    for (const [name, file] of converted.files) read.set(name, readFods(file));
  }
}

const cells = (file: string): OfficeCell[] =>
  [...(read.get(file) ?? new Map<string, (OfficeCell | null)[][]>()).values()]
    .flat(2)
    .flatMap((cell) => cell ?? []);
const sheet = (file: string, name: string) => read.get(file)?.get(name) ?? [];
const rowsOf = (name: string) => officeTable(sheet('ranking.fods', name)).slice(1);
const nameOf = (unit: string) => bundle.units.find(({ id }) => id === unit)?.name;
const number = (text: string | null) => (text === null ? null : Number(text));

describe.skipIf(!reads.sheets)('LibreOffice Calc (skipped where this machine has none)', () => {
  beforeAll(async () => {
    await readAll();
  }, 90_000);

  it('opens every file and complains of none', () => {
    expect([...read.keys()].sort()).toEqual(
      ['csv', 'odd', 'oddcsv', 'questions', 'ranking'].map((one) => `${one}.fods`),
    );
    expect(
      said.split('\n').filter((line) => /warn|error|fail|repair/i.test(line) && !/javaldx/.test(line)),
    ).toEqual([]);
  });

  it('X2 reads the ranking as it was recounted', () => {
    const results = new Map(recount(bundle).map((one) => [one.unit, one]));
    const wanted = recountUnits(bundle).map(({ unit, score }) => {
      const one = results.get(unit) as Bundle['results'][number];
      const { rank, level } = one;
      return [
        rank,
        nameOf(unit),
        number(one.score),
        number(one.questioning),
        number(one.crowd),
        level,
        score.deductions / 100,
      ];
    });
    expect(rowsOf('排名').map((row) => row.slice(0, 7))).toEqual(wanted);
  });

  it('S5 S10 V4 reads the parts of every score as they were recounted', () => {
    const wanted = recountUnits(bundle).map(({ unit, score }) => {
      const small = score.categories.some(({ count }) => count > 0 && count < 3);
      const means = score.categories.map(({ mean }) => (small ? null : mean));
      const points = [...Object.values(score.parts), ...means];
      return [nameOf(unit), ...points.map((one) => (one === null ? null : one / 100))];
    });
    expect(rowsOf('各项得分')).toEqual(wanted);
  });

  it('S2 finds the same total of every ballot as stands in it', () => {
    const [head, ...rows] = sheet('ranking.fods', '评分票').slice(3);
    const at = (head ?? []).findIndex((cell) => cell?.value === '合计');
    for (const [index, ballot] of bundle.ballots.entries()) {
      const sum = Object.values(ballot.scores).reduce((all, points) => all + Number(points) * 100, 0);
      expect(rows[index]?.[0]?.value).toBe(ballot.receipt);
      expect(rows[index]?.[at]).toEqual({
        type: 'float',
        value: sum / 100,
        formula: `of:=SUM([.D${index + 5}:.G${index + 5}])`,
      });
    }
  });

  it.each(['ranking.xlsx', 'questions.xlsx'])(
    'finds in %s the cells that the XML has, one by one',
    (name) => {
      for (const one of readXlsx(written.get(name) as Uint8Array).sheets) {
        const office = officeTable(sheet(name.replace('.xlsx', '.fods'), one.name));
        const days = office[0]?.indexOf('完成期限');
        const plain = office.map((row) =>
          row.map((value, at) => (at === days && row !== office[0] ? serial(value) : value)),
        );
        expect(plain).toEqual(tableIn(one));
      }
    },
  );

  it('reads the CSV as the same ranking, numbers as numbers', () => {
    const rows = officeTable([...(read.get('csv.fods')?.values() ?? [])][0] ?? [], 0);
    const wanted = rowsOf('排名').map((row) => row.map((value) => (value === '' ? null : value)));
    expect(rows.slice(1).map((row) => row.slice(0, 8))).toEqual(wanted);
  });

  it('has no formula but the sums of ballots, whatever a name looks like', () => {
    const formulas = (file: string) => cells(file).flatMap(({ formula }) => formula ?? []);
    expect(formulas('odd.fods').filter((one) => !/^of:=SUM\(\[\.D\d+:\.G\d+\]\)$/.test(one))).toEqual([]);
    expect(formulas('odd.fods')).toHaveLength(odd.ballots.length);
    expect(formulas('oddcsv.fods')).toEqual([]);
    expect(cells('odd.fods').filter(({ type }) => type === 'other')).toEqual([]);
  });

  it('keeps every name the text that it is', () => {
    const sheets = ['排名', '出席'].map((name) => officeTable(sheet('odd.fods', name)).slice(1));
    const order = recountUnits(odd).map(({ unit }) => NAMES[Number(unit.slice(1))] ?? '');
    expect(sheets[0]?.map((row) => row[1])).toEqual(order.map(xmlText));
    expect(sheets[1]?.map((row) => row[0])).toEqual(NAMES.map(xmlText));
    const reasons = sheet('odd.fods', '扣分与更正').slice(4, 4 + NAMES.length);
    expect(reasons.map((row) => row[4])).toEqual(
      NAMES.map((name) => ({ type: 'string', value: xmlText(name) })),
    );
  });

  it('keeps in the CSV every name that looks like a formula a text', () => {
    const rows = officeTable([...(read.get('oddcsv.fods')?.values() ?? [])][0] ?? [], 0).slice(1);
    const order = recountUnits(odd).map(({ unit }) => NAMES[Number(unit.slice(1))] ?? '');
    order.forEach((name, at) => {
      if (looksLikeFormula(name)) expect(rows[at]?.[1]).toBe(`'${xmlText(name)}`);
    });
  });
});

/** A day as the number that stands in the file. */
const serial = (day: string | number | null): number | string | null =>
  typeof day === 'string' ? Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569 : day;
