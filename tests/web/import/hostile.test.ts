/** Issue 3, 2: a broken, huge or hostile file gets a clear error and does no harm. */
import * as fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { ImportFailure, LIMITS } from '../../../web/lib/console/roster/import/failure.ts';
import { findList } from '../../../web/lib/console/roster/import/find.ts';
import type { Table } from '../../../web/lib/console/roster/import/table.ts';
import {
  bytesOf,
  inline,
  planOf,
  rawWorkbook,
  refusal,
  sheet,
  sheetXml,
  tables,
  workbook,
  zip,
} from './support.ts';

const SEED = Number(process.env.SEED ?? 386);
const list = () =>
  workbook(
    sheet('名单', [
      ['姓名', '类别'],
      ['卓家玲', '党员代表'],
    ]),
  );
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const container = (name: string) =>
  new Uint8Array([...OLE, ...Buffer.alloc(600), ...Buffer.from(name, 'utf16le')]);

describe('what is no table', () => {
  test('an encrypted workbook', async () => {
    const file = await writeXlsx({
      sheets: [sheet('a', [['姓名']])],
      encryption: { password: 'x', spinCount: 1000 },
    });
    expect((await refusal(file)).code).toBe('encrypted');
  });

  test.each([
    ['an old .xls', container('Workbook'), 'old-excel', undefined],
    ['an old Word text', container('WordDocument'), 'other-format', 'Word'],
    ['a PDF', bytesOf('%PDF-1.7'), 'other-format', 'PDF'],
    ['a photo', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'other-format', 'JPEG'],
    ['a Word text', zip([{ name: 'word/document.xml', data: '<x/>' }]), 'other-format', 'Word'],
    ['an OpenDocument sheet', zip([{ name: 'content.xml', data: '<x/>' }]), 'other-format', 'OpenDocument'],
    ['a binary workbook', zip([{ name: 'xl/workbook.bin', data: 'x' }]), 'other-format', '.xlsb'],
    ['any other zip', zip([{ name: 'photo.jpg', data: 'x' }]), 'other-format', 'ZIP'],
    [
      'a web page called .xls',
      bytesOf('<html><table><tr><td>姓名</td></tr></table></html>'),
      'web-page',
      undefined,
    ],
    ['nothing', new Uint8Array(), 'empty', undefined],
    ['only spaces', bytesOf(' \n\t\n , ,'), 'empty', undefined],
  ])('%s', async (_name, file, code, format) => {
    const failure = await refusal(file);
    expect([failure.code, failure.detail.format]).toEqual([code, format]);
  });
});

describe('broken workbooks', () => {
  test('one that is cut off anywhere', async () => {
    const file = await list();
    for (const part of [0.1, 0.5, 0.9, 0.99]) {
      expect((await refusal(file.slice(0, file.length * part))).code).toBe('broken');
    }
  });

  test('one with a flipped byte in its packed XML is refused or read, never half', async () => {
    const file = await list();
    for (let at = 40; at < file.length; at += 37) {
      const flipped = file.slice();
      flipped[at] = (flipped[at] ?? 0) ^ 0xff;
      await tables(flipped).catch((error: unknown) => expect(error).toBeInstanceOf(ImportFailure));
    }
  });

  test('one whose XML is nonsense', async () => {
    expect((await refusal(rawWorkbook(sheetXml(''), [], '<workbook><sheets>'))).code).toBe('broken');
  });
});

describe('bombs', () => {
  test('a zip that would unpack to more than its limit is refused by its directory', async () => {
    const data = Buffer.alloc(LIMITS.unpacked + 1);
    expect((await refusal(rawWorkbook(sheetXml(''), [{ name: 'xl/media/a.bin', data }]))).code).toBe(
      'too-big-inside',
    );
  });

  test('one that lies about it is stopped at what it declared', async () => {
    const bomb = rawWorkbook('<x/>');
    const lying = zip([{ name: '[Content_Types].xml', data: Buffer.alloc(30_000_000), declared: 100 }]);
    expect((await refusal(lying)).code).toBe('broken');
    expect(
      (await refusal(zip([{ name: '[Content_Types].xml', data: Buffer.alloc(9_000_000), declared: 0 }])))
        .code,
    ).toBe('broken');
    expect((await refusal(bomb)).code).toBe('empty');
  });

  test('entities that multiply stay unread', async () => {
    const laughs = `<!DOCTYPE x [<!ENTITY a "哈哈哈哈哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>`;
    const file = rawWorkbook(laughs + sheetXml(`<row r="1">${inline('A1', '&c;')}</row>`));
    const read = await tables(file).catch((error: unknown) => error);
    if (read instanceof ImportFailure) return;
    expect((read as Table[])[0]?.rows[0]?.[0]?.length).toBeLessThan(100);
  });

  test('elements nested a hundred thousand deep', async () => {
    const deep = '<a>'.repeat(100_000) + '</a>'.repeat(100_000);
    await tables(rawWorkbook(sheetXml(deep))).catch((error: unknown) =>
      expect(error).toBeInstanceOf(ImportFailure),
    );
  });

  test('merged cells over the whole sheet, many times over', async () => {
    const merge = '<mergeCell ref="A1:XFD1048576"/>';
    const rows = `<row r="1">${inline('A1', '姓名')}</row><row r="9000">${inline('B9000', '甲')}</row>`;
    const file = rawWorkbook(sheetXml(rows, `<mergeCells>${merge.repeat(15_000)}</mergeCells>`));
    const start = performance.now();
    await tables(file).catch((error: unknown) => expect(error).toBeInstanceOf(ImportFailure));
    expect(performance.now() - start).toBeLessThan(LIMITS.time);
  });
});

describe('too much of everything, each in its own words', () => {
  test.each([
    ['too-big', () => bytesOf('姓名,'.repeat(1_000_000))],
    ['too-many-rows', () => bytesOf('姓名\n'.repeat(LIMITS.rows + 1))],
    ['too-many-rows', () => bytesOf('甲\n'.repeat(400_000))],
    ['too-many-columns', () => bytesOf('甲,'.repeat(100_000))],
    ['cell-too-long', () => bytesOf(`姓名\n${'长'.repeat(LIMITS.cell + 1)}`)],
    [
      'too-many-sheets',
      () => workbook(...Array.from({ length: LIMITS.sheets + 1 }, (_none, at) => sheet(`s${at}`, [['a']]))),
    ],
  ])('%s', async (code, make) => {
    expect((await refusal(await make())).code).toBe(code);
  });

  test('the row and the column are named', async () => {
    const { detail } = await refusal(`a,b\nc,${'长'.repeat(LIMITS.cell + 1)}`);
    expect(detail).toMatchObject({ row: 2, column: 1 });
  });

  test('quotes in quotes in quotes', async () => {
    const start = performance.now();
    await tables('"'.repeat(999_999)).catch((error: unknown) => expect(error).toBeInstanceOf(ImportFailure));
    await tables('"a""b",'.repeat(200_000)).catch((error: unknown) =>
      expect(error).toBeInstanceOf(ImportFailure),
    );
    expect(performance.now() - start).toBeLessThan(LIMITS.time);
  });
});

describe('names that mean something to a program', () => {
  test('headings and cells called __proto__ or constructor', async () => {
    const found = await tables('姓名,类别,__proto__\nconstructor,党员代表,x\n__proto__,党员代表,toString');
    const { plan, type } = planOf(found, 'examiners');
    expect([type, plan.counts.new]).toEqual(['examiners.set', 2]);
    expect(Object.prototype.hasOwnProperty.call(Object.prototype, 'x')).toBe(false);
    expect(planOf(await tables('姓名,类别\n甲,__proto__'), 'examiners').plan.problems[0]?.code).toBe(
      'unknown',
    );
  });

  test('text that looks like a formula or markup stays text', async () => {
    const { plan } = planOf(await tables('姓名,类别,工作单位\n=cmd|甲,党员代表,<img src=x>'), 'examiners');
    expect(plan.rows[0]?.texts).toMatchObject({ name: '=cmd|甲', employer: '<img src=x>' });
  });
});

describe('garbage', () => {
  /** Reads it and plans all three lists; nothing but a failure of the import may come out. */
  async function survives(file: Uint8Array | string): Promise<void> {
    let found: Table[];
    try {
      found = await tables(file);
    } catch (error) {
      expect(error).toBeInstanceOf(ImportFailure);
      return;
    }
    for (const kind of ['units', 'members', 'examiners'] as const) {
      expect(findList(found, kind).sheet).toBeLessThan(found.length);
      for (const mode of ['update', 'replace'] as const) planOf(found, kind, { mode });
    }
  }

  test('random bytes', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), survives), {
      seed: SEED,
      numRuns: 300,
    });
  });

  test('random bytes that begin like a workbook', async () => {
    const start = await list();
    await fc.assert(
      fc.asyncProperty(fc.nat(start.length), fc.uint8Array({ maxLength: 60 }), (at, noise) =>
        survives(new Uint8Array([...start.slice(0, at), ...noise, ...start.slice(at + noise.length)])),
      ),
      { seed: SEED, numRuns: 200 },
    );
  });

  test('random text around real headings', async () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '姓名',
        '类别',
        '单位',
        '合计',
        '同上',
        '一、党员代表（3人）',
        '"',
        '\t',
        '\n',
        ',',
        '示例',
        '无',
      ),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { maxLength: 60 }), (cells) =>
        survives(`姓名,类别\n${cells.join('')}`),
      ),
      { seed: SEED, numRuns: 300 },
    );
  });
});
