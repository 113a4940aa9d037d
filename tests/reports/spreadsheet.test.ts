import { beforeAll, describe, expect, it } from 'vitest';
import type { Bundle } from '../../assessment/bundle.ts';
import { pointsOf, scoringOf } from '../../assessment/bundle.ts';
import { recount, recountUnits } from '../../assessment/recount.ts';
import { examinerCriteria } from '../../assessment/sheet.ts';
import { aboutOf, NOTHING_ABOUT } from '../../reports/about.ts';
import { xmlText } from '../../reports/safe-text.ts';
import { rankingXlsx } from '../../reports/spreadsheet.ts';
import { setScene } from '../support/scene.ts';
import { readXlsx, tableIn, type ReadSheet } from '../support/xlsx.ts';
import total from '../examples/recount-total.json' with { type: 'json' };
import { ODD_NAMES } from './hostile-names.ts';
import { bundleIn, playedMeeting } from './meetings.ts';

const played = playedMeeting();
const bundle = bundleIn(played);
const about = aboutOf(played.state, (id) => (id === 'host' ? '主持人乙' : null));
let sheets: ReadSheet[];
let workbook: string;

const sheet = (name: string): ReadSheet => sheets.find((one) => one.name === name) as ReadSheet;
const rowsOf = (name: string) => tableIn(sheet(name)).slice(1);
const number = (text: string | null) => (text === null ? null : Number(text));
const nameOf = (unit: string) => bundle.units.find(({ id }) => id === unit)?.name;

beforeAll(async () => {
  ({ sheets, workbook } = readXlsx(await rankingXlsx(bundle, about)));
});

describe('ranking.xlsx', () => {
  it('has its seven sheets', () => {
    const names = ['排名', '各项得分', '评分票', '出席', '扣分与更正', '计分规则', '抽签'];
    expect(sheets.map(({ name }) => name)).toEqual(names);
  });

  it('X2 ranks as the recount does, in numbers that are numbers', () => {
    const order = recountUnits(bundle).map(({ unit }) => unit);
    const results = new Map(recount(bundle).map((one) => [one.unit, one]));
    const rows = rowsOf('排名').map((row) => row.slice(0, 6));
    const wanted = order.map((unit) => {
      const one = results.get(unit) as Bundle['results'][number];
      return [
        one.rank,
        nameOf(unit),
        number(one.score),
        number(one.questioning),
        number(one.crowd),
        one.level,
      ];
    });
    expect(rows).toEqual(wanted);
    expect(sheet('排名').cells.get('C5')).toMatchObject({ type: 'number', format: '0.00' });
    expect(sheet('排名').cells.get('A5')?.type).toBe('number');
  });

  it('I7 says who confirmed instead of whom, when and why, once the meeting was official', async () => {
    const scrutineerChanges = [
      {
        at: Date.UTC(2026, 10, 21, 3, 4),
        by: '王主任',
        from: ['李监票'],
        to: ['周监票'],
        reason: '=临时有事',
      },
    ];
    const changed = readXlsx(await rankingXlsx(bundle, { ...about, scrutineerChanges }));
    const sheet = changed.sheets.find(({ name }) => name === '扣分与更正') as ReadSheet;
    expect(tableIn(sheet).slice(1)).toContainEqual([
      '监票人变更',
      null,
      null,
      null,
      '2026年11月21日 11:04 由李监票改为周监票：=临时有事',
      '王主任',
      null,
    ]);
  });

  it('K2 says why there is no result, and what has not been counted yet', () => {
    const notes = new Map(rowsOf('排名').map((row) => [row[1], row[7]]));
    expect(notes.get(nameOf('B') ?? '')).toBe('计入的评分票未达到规定比例，无有效成绩');
    expect(notes.get(nameOf('C') ?? '')).toBe('未到场，不计名次');
    expect(notes.get(nameOf('G') ?? '')).toBe('没有可以评分的考官，无有效成绩');
    expect(notes.get(nameOf('H') ?? '')).toBe('尚未锁票');
    expect(notes.get(nameOf('F') ?? '')).toContain('媒体代表没有评分票');
    expect(notes.get(nameOf('A') ?? '')).toBe(null);
    expect(notes.get(nameOf('D') ?? '')).toContain('群众 0 人评价');
  });

  it('S9 has the deductions of each unit', () => {
    const deducted = new Map(rowsOf('排名').map((row) => [row[1], row[6]]));
    expect(deducted.get(nameOf('A') ?? '')).toBe(0.75);
    expect(deducted.get(nameOf('D') ?? '')).toBe(0);
    expect(rowsOf('扣分与更正').slice(0, 2)).toEqual([
      ['扣分', nameOf('A'), 0.5, null, '超时', null, null],
      ['扣分', nameOf('A'), 0.25, null, '材料不全', null, null],
    ]);
  });

  it('B4 names the host and the scrutineer of an amendment', () => {
    const rows = rowsOf('扣分与更正').slice(2);
    expect(rows.map((row) => row[0])).toEqual(['迟到票计入', '评分票作废', '评分票更正']);
    for (const row of rows) expect(row.slice(4)).toEqual(['核对原票', '主持人乙', '监票人甲']);
    const receipts = bundle.ballots.filter(({ amended }) => amended).map(({ receipt }) => receipt);
    expect(rows.map((row) => row[3]).sort()).toEqual(receipts);
  });

  it('B6 B4 says on every sheet that the result is provisional, and lists what an appeal changed', async () => {
    const scene = setScene({ scrutineer: true });
    for (const unit of ['A', 'B', 'C']) scene.scores(unit, () => (unit === 'A' ? 0.8 : 0.7));
    for (const unit of ['A', 'B', 'C']) scene.scrutineer.confirmsCount(unit);
    scene.host.send('meeting.close', {});
    scene.scrutineer.confirms(scene.host.proposes('void', 'A', 'people-01'));
    const read = readXlsx(await rankingXlsx(bundleIn(scene), aboutOf(scene.state)));
    for (const { cells } of read.sheets)
      expect(cells.get('A2')?.value).toMatch(
        /公示结果，2026年11月7日 09:0\d 公布，公示至 2026年11月\d+日 18:00/,
      );
    const [, ...rows] = tableIn(read.sheets.find(({ name }) => name === '扣分与更正') as ReadSheet);
    expect(rows.map((row) => row[0])).toEqual(['评分票作废', '公示期内变动']);
    expect(rows[1]?.[4]).toMatch(/评分票作废：80\.00 分、第 1 名，改为80\.00 分、第 1 名$/);
  });

  it('S5 has each criterion, V4 category means only where no category is small', () => {
    const [head, ...rows] = tableIn(sheet('各项得分'));
    expect(head?.slice(1, 3)).toEqual(['述职\n（满分 30）', '正面回应\n（满分 20）']);
    for (const { unit, score } of recountUnits(bundle)) {
      const row = rows.find(([name]) => name === nameOf(unit)) ?? [];
      const parts = Object.values(score.parts).map((points) => (points === null ? null : points / 100));
      expect(row.slice(1, 6)).toEqual(parts);
      const small = score.categories.some(({ count }) => count > 0 && count < 3);
      const means = score.categories.map(({ mean }) => (small || mean === null ? null : mean / 100));
      expect(row.slice(6)).toEqual(means);
    }
    const shown = rows.filter((row) => row.slice(6).some((mean) => mean !== null)).map(([name]) => name);
    expect(shown).toEqual([nameOf('F')]);
  });

  it('B6 lists every ballot by its receipt', () => {
    const rows = rowsOf('评分票');
    expect(rows).toHaveLength(bundle.ballots.length);
    bundle.ballots.forEach((ballot, at) => {
      const scores = Object.values(ballot.scores).map(pointsOf);
      const sum = scores.reduce((all, one) => all + one, 0);
      const [receipt, unit, , ...rest] = rows[at] ?? [];
      expect([receipt, unit]).toEqual([ballot.receipt, nameOf(ballot.unit)]);
      expect(rest.slice(0, 5)).toEqual([...scores, sum].map((points) => points / 100));
      expect(rest[5]).toBe({ counted: '计入', void: '作废', late: '迟到' }[ballot.status]);
      expect(rest.slice(6)).toEqual([ballot.assisted ? '是' : null, ballot.amended ? '是' : null]);
    });
  });

  it('S2 adds every ballot up once more, and nothing else is a formula', () => {
    const width = examinerCriteria(scoringOf(bundle)).length;
    for (const { name, cells } of sheets) {
      for (const [at, { formula, value }] of cells) {
        if (formula === undefined) continue;
        const row = Number(at.slice(1));
        expect([name, at[0], formula]).toEqual(['评分票', 'H', `SUM(D${row}:${'DEFG'[width - 1]}${row})`]);
        const given = [...'DEFG'].map((column) => Number(cells.get(`${column}${row}`)?.value ?? 0));
        expect(value).toBe(given.reduce((sum, one) => sum + one, 0));
      }
    }
    const sums = [...sheet('评分票').cells.values()].filter(({ formula }) => formula !== undefined);
    expect(sums).toHaveLength(bundle.ballots.length);
  });

  it('B5 has the attendance of every unit that was locked', () => {
    const of = (unit: string, status: string) =>
      bundle.ballots.filter((one) => one.unit === unit && one.status === status).length;
    expect(rowsOf('出席')).toEqual(
      bundle.attendance.map(({ unit, eligible, returned }) => [
        nameOf(unit),
        eligible,
        returned,
        of(unit, 'counted'),
        of(unit, 'void'),
        of(unit, 'late'),
      ]),
    );
  });

  it('L2 shows the abandoned draw with the proof', () => {
    const rows = rowsOf('抽签');
    expect(rows[0]?.slice(1, 6)).toEqual(['上场顺序', null, null, null, '已作废']);
    const done = bundle.draws[1] as Bundle['draws'][number];
    expect(rows.slice(1).map((row) => row[4])).toEqual(done.drawn.map(nameOf));
    expect(rows[1]?.slice(6, 8)).toEqual([done.commitment, done.secret]);
  });

  it('S1 tells the rules in words', () => {
    const text = rowsOf('计分规则').flat().join('\n');
    for (const one of [
      '述职：满分 30 分，由考官评分，每档 0.5 分',
      '群众满意度：满分 20 分',
      '2/3',
      '好 90 分起',
    ]) {
      expect(text).toContain(one);
    }
  });

  it('is marked on every sheet as demo data and as a rehearsal, with its date', () => {
    for (const { cells } of sheets) {
      expect(cells.get('A1')?.value).toContain('测试考场');
      expect(cells.get('A2')?.value).toContain('演示数据 · 演练 · 2026年11月7日 · 广场');
    }
  });

  it('is ready to be printed', () => {
    for (const { name, xml } of sheets) {
      expect(xml).toMatch(/<pageSetup [^>]*orientation="landscape"/);
      expect(xml).toMatch(/<col [^>]*width="/);
      expect(workbook).toMatch(new RegExp(`_xlnm.Print_Area"[^>]*>${name}!\\$A\\$1:\\$[A-Z]\\$\\d+<`));
    }
  });

  it('has no name of an examiner or of an assistant', () => {
    const text = sheets.flatMap(({ cells }) => [...cells.values()].map(({ value }) => value)).join('\n');
    expect(text).not.toContain('考官姓名');
    expect(text).not.toContain('志愿者');
  });
});

/** What XML cannot hold comes back as something else. */
const NAMES = ODD_NAMES.filter((name) => xmlText(name) === name);

describe('text that looks like something else', () => {
  const odd = (name: string): Bundle => {
    const copy = JSON.parse(JSON.stringify(total)) as Bundle;
    copy.meeting.title = name;
    (copy.units[0] as { name: string }).name = name;
    (copy.deductions[0] as { reason: string }).reason = name;
    return copy;
  };

  it.each(NAMES)('stays the text %j in every cell', async (name) => {
    const { sheets: read } = readXlsx(await rankingXlsx(odd(name), { ...NOTHING_ABOUT, place: name }));
    const all = read.flatMap(({ cells }) => [...cells.values()]);
    expect(all.filter(({ type }) => type === 'error')).toEqual([]);
    const found = all.filter(({ value }) => value === name);
    expect(found.length).toBeGreaterThan(20 - 8);
    for (const { type, format } of found) {
      expect(type).toBe('text');
      if (/^\s*[=+\-@＝＋－＠]/.test(name)) expect(format).toBe('@');
    }
    const formulas = read.flatMap(({ cells }) => [...cells.values()].flatMap((cell) => cell.formula ?? []));
    expect(formulas.filter((formula) => !/^SUM\(D\d+:[A-Z]\d+\)$/.test(formula))).toEqual([]);
  });
});

describe('in English', () => {
  it('has sheets whose names need no quotes in a print area', async () => {
    const read = readXlsx(await rankingXlsx(bundle, about, 'en'));
    expect(read.sheets.map(({ name }) => name).every((name) => /^[A-Za-z]+$/.test(name))).toBe(true);
    expect(read.sheets[0]?.cells.get('A2')?.value).toContain('Demo data · Rehearsal');
  });
});
