import { readFile } from 'node:fs/promises';
import { writeXlsx, type CellValue, type MergeRange } from 'hucre/xlsx';
import type { Locator } from '@playwright/test';
import { expect, test, type Host } from './support/actors.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const STREETS = ['葵湾街道', '鹏角街道', '南屿街道', '东渔街道', '海滨街道'];
const unit = (at: number) => `第${at + 1}社区党委`;

interface Sent {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

async function workbook(name: string, rows: CellValue[][], merges: MergeRange[] = []): Promise<Sent> {
  const sheets = [
    { name: '说明', rows: [['请填写第二张表，不要改表头。']] },
    { name: '名单', rows, merges },
  ];
  return { name, mimeType: XLSX, buffer: Buffer.from(await writeXlsx({ sheets })) };
}

/** 25 units under a title, five to a street, the street merged down. */
const unitsFile = () =>
  workbook(
    '参评单位.xlsx',
    [
      ['2026 年开放式党建大考场参评单位', null, null],
      ['序号', '镇街', '单位名称'],
      ...Array.from({ length: 25 }, (_none, at) => [
        at + 1,
        at % 5 === 0 ? (STREETS[at / 5] ?? '') : null,
        at === 11 ? '第１２社区　党委' : unit(at),
      ]),
      ['合计', null, 25],
    ],
    STREETS.map((_one, at) => ({ startRow: 2 + at * 5, endRow: 6 + at * 5, startCol: 1, endCol: 1 })),
  );

/** A secretary and a member in each; nobody would guess what the third column is called. */
const membersFile = () =>
  workbook('班子.xlsx', [
    ['社区', '名字', '任什么', '分管'],
    ...Array.from({ length: 25 }, (_none, at) => [
      [`第${at + 1}社区`, `岑 ${String.fromCharCode(0x4e00 + at)}`, '书记', '全面工作、党建'],
      [`第${at + 1}社区`, `余𬭎${String.fromCharCode(0x4e00 + at)}`, '委员', '城建更新'],
    ]).flat(),
    ['第99社区', '马松', '委员', ''],
  ]);

const CATEGORIES = ['党员代表', '老党员代表', '区人大代表', '政协委员', '居民'];
const examinersFile = () =>
  workbook('考官.xlsx', [
    ['姓名', '身份', '工作单位', '回避'],
    ...Array.from({ length: 50 }, (_none, at) => [
      `考官${String.fromCharCode(0x4e00 + at)}`,
      CATEGORIES[at % 5] ?? '',
      `第${at + 1}厂`,
      at === 0 ? '第1社区、第2社区党委' : '无',
    ]),
    [null, '党员代表', '第51厂', null],
    ['考官一', '党员代表', '第1厂', '第1社区、第2社区党委'],
    ['合计', 51, null, null],
  ]);

class Importing {
  readonly #host: Host;
  readonly panel: Locator;

  private constructor(host: Host, panel: Locator) {
    this.#host = host;
    this.panel = panel;
  }

  /** Opens the import of one list. */
  static async of(host: Host, section: string, title: string): Promise<Importing> {
    await host.opens(section);
    const panel = host.page.getByRole('region', { name: title });
    await panel.getByRole('button', { name: title }).click();
    return new Importing(host, panel);
  }

  async takes(file: Sent): Promise<void> {
    await this.panel.getByLabel('选择文件').setInputFiles(file);
  }

  /** How many rows of each kind, as the filter says it. */
  async counts(...texts: string[]): Promise<void> {
    for (const name of texts)
      await expect(this.panel.getByRole('button', { name, exact: true })).toBeVisible();
  }

  async confirms(name: string, done: string): Promise<void> {
    await this.panel.getByRole('button', { name, exact: true }).click();
    await expect(this.panel.getByText(done)).toBeVisible();
    await expect(this.panel.getByRole('table', { name: '预览' })).toBeHidden();
  }

  /** The same file again: nothing to do, and nothing that could be pressed. */
  async changesNothing(file: Sent): Promise<void> {
    await this.takes(file);
    await expect(this.panel.getByText('文件和名单一样，没有要改的。')).toBeVisible();
    await expect(this.panel.getByRole('button', { name: '导入', exact: true })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await this.#host.press('不导入了');
  }
}

async function newMeeting(host: Host): Promise<void> {
  await host.isSignedIn();
  await host.hasMeeting('导入演练');
}

test.describe('rosters from files, as people send them @console', () => {
  test('25 units, their members and 50 examiners: looked at, mended, confirmed, and the same again', async ({
    host,
  }) => {
    await newMeeting(host);

    const units = await Importing.of(host, '参评单位', '导入参评单位');
    await units.takes(await unitsFile());
    await units.counts('新增 25', '跳过 1', '有问题 0');
    await expect(units.panel.getByRole('row', { name: /^14 新增/ })).toContainText('第12社区 党委');
    await units.confirms('导入：新增 25', '已导入：新增 25。');
    await expect(host.page.getByLabel('第 25 行参评单位')).toHaveValue(unit(24));
    await units.changesNothing(await unitsFile());

    const members = await Importing.of(host, '班子成员', '导入班子成员');
    await members.takes(await membersFile());
    await expect(members.panel.getByText('还没有指明哪一列是“职务”。')).toBeVisible();
    await members.panel.getByLabel('职务', { exact: true }).selectOption({ label: 'C 列 任什么' });
    await members.counts('新增 50', '有问题 1');
    await expect(members.panel.getByText('第 52 行 A 列“社区”：名单里没有“第99社区”。')).toBeVisible();
    await expect(members.panel.getByRole('row', { name: /^2 新增/ })).toContainText('岑一');
    await members.confirms('导入：新增 50', '有 1 行有问题，没有导入。');

    const examiners = await Importing.of(host, '考官', '导入考官名单');
    await examiners.takes(await examinersFile());
    await examiners.counts('新增 40', '跳过 2', '有问题 11');
    await expect(examiners.panel.getByLabel('“区人大代表”当作')).toHaveValue(/.+/);
    await examiners.panel.getByLabel('“居民”当作').selectOption({ label: '群众代表' });
    await examiners.counts('新增 50', '跳过 2', '有问题 1');
    await expect(examiners.panel.getByText('第 52 行 A 列“姓名”：没有填。')).toBeVisible();
    await examiners.panel.getByRole('button', { name: '跳过 2' }).click();
    await expect(examiners.panel.getByText('与第 2 行重复')).toBeVisible();
    await examiners.confirms('导入：新增 50', '已导入：新增 50。');
    await expect(host.page.getByText('共 50 位。')).toBeVisible();
  });

  test('cells that were pasted go the same way; a change shows what it was; replacing says who goes', async ({
    host,
  }) => {
    await newMeeting(host);
    const units = await Importing.of(host, '参评单位', '导入参评单位');
    await units.panel.getByRole('button', { name: '粘贴表格' }).click();
    const pasted = units.panel.getByLabel(/复制，粘贴在这里/);
    await pasted.fill('参评单位\t街道\n甲社区党委\t东街道\n乙社区党委\t东街道');
    await units.panel.getByRole('button', { name: '读取' }).click();
    await units.confirms('导入：新增 2', '已导入：新增 2。');

    await pasted.fill('参评单位\t街道\n甲社区党委\t西街道');
    await units.panel.getByRole('button', { name: '读取' }).click();
    await units.counts('改动 1');
    await expect(units.panel.getByText('原为：东街道')).toBeVisible();
    await units.panel.getByLabel('导入方式').selectOption({ label: '用文件替换整张名单' });
    await expect(units.panel.getByText('不在文件里、会移走的 1')).toBeVisible();
    await units.confirms('导入：改动 1，移走 1', '已导入：改动 1，移走 1。');
    await expect(host.page.getByLabel('第 1 行街道')).toHaveValue('西街道');
  });

  test('a broken file, an old one and a huge one are refused in words, and the list stays', async ({
    host,
  }) => {
    await newMeeting(host);
    const units = await Importing.of(host, '参评单位', '导入参评单位');
    const alert = units.panel.getByRole('alert');
    const whole = await unitsFile();
    await units.takes({ ...whole, buffer: whole.buffer.subarray(0, 900) });
    await expect(alert).toHaveText('参评单位.xlsx：文件不完整或已损坏，读不出来。请重新保存或重新发送一份。');
    await units.takes({ name: '旧.xls', mimeType: '', buffer: Buffer.from('d0cf11e0a1b11ae1', 'hex') });
    await expect(alert).toContainText('旧版 Excel');
    await units.takes({ name: '大.csv', mimeType: 'text/csv', buffer: Buffer.alloc(5_000_001, '甲,') });
    await expect(alert).toContainText('超过 5 MB');
    await expect(units.panel.getByRole('table', { name: '预览' })).toBeHidden();
    await units.takes(whole);
    await expect(alert).toBeHidden();
    await units.counts('新增 25');
  });

  test('the templates come back as they went: their examples are nobody', async ({ host }) => {
    await newMeeting(host);
    const units = await Importing.of(host, '参评单位', '导入参评单位');
    for (const type of ['xlsx', 'csv']) {
      const downloading = host.page.waitForEvent('download');
      await units.panel.getByRole('button', { name: `下载模板 .${type}` }).click();
      const download = await downloading;
      expect(download.suggestedFilename()).toBe(`参评单位模板.${type}`);
      await units.takes({
        name: `模板.${type}`,
        mimeType: '',
        buffer: await readFile(await download.path()),
      });
      await units.counts('新增 0', '跳过 2', '有问题 0');
      await units.panel.getByRole('button', { name: '不导入了' }).click();
    }
  });

  test('2,000 rows are there to look at in under 2 s', async ({ host }) => {
    await newMeeting(host);
    await host.page.getByLabel('准备事项').getByText('考官', { exact: true }).click();
    const examiners = await Importing.of(host, '考官', '导入考官名单');
    const rows = Array.from({ length: 2000 }, (_none, at) => [
      `考官${at}`,
      CATEGORIES[at % 4] ?? '',
      `第${at}厂`,
      '无',
    ]);
    const file = await workbook('大名单.xlsx', [['姓名', '类别', '单位', '回避'], ...rows]);
    // The best of three: the machine may be busy with something else.
    let took = Infinity;
    for (let tries = 0; tries < 3 && took >= 2000; tries += 1) {
      const start = Date.now();
      await examiners.takes(file);
      await examiners.counts('新增 2000');
      took = Math.min(took, Date.now() - start);
      if (took >= 2000 && tries < 2) await examiners.panel.getByRole('button', { name: '不导入了' }).click();
    }
    expect(took).toBeLessThan(2000);
    await expect(examiners.panel.getByRole('row')).toHaveCount(201 + 2);
    await examiners.panel.getByRole('button', { name: '再显示 200 行（还有 1800 行）' }).click();
    await expect(examiners.panel.getByRole('row')).toHaveCount(401 + 2);
  });
});
