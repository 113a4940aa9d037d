/**
 * The purpose of the console: somebody who has never seen it prepares a meeting of 25 units from the lists that he was
 * sent, and runs it alone. He goes where the pages say that it goes on.
 */
import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { writeXlsx } from 'hucre/xlsx';
import { expect, test, type ExaminerPhone, type Host } from './support/actors.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const POINTS = { 述职: '27', 正面回应: '18', 言之有据: '26.5', 措施时限: '17' };

/** A list of the demo data as a workbook, under a title. */
async function workbook(list: string, title: string) {
  const text = await readFile(new URL(`../../db/demo/${list}.csv`, import.meta.url), 'utf8');
  const rows = parse(text, { bom: true }) as string[][];
  const buffer = Buffer.from(await writeXlsx({ sheets: [{ name: title, rows: [[title], ...rows] }] }));
  return { name: `${title}.xlsx`, mimeType: XLSX, buffer };
}

test.use({ ownHub: true });

class Newcomer {
  readonly #host: Host;
  constructor(host: Host) {
    this.#host = host;
  }

  get page() {
    return this.#host.page;
  }

  /** The page says what comes next, and he goes there. */
  async goesOnTo(what: string): Promise<void> {
    await this.page.getByRole('link', { name: `接下来：${what}` }).click();
  }

  async imports(list: string, title: string, count: number): Promise<void> {
    const panel = this.page.getByRole('region', { name: title });
    await panel.getByRole('button', { name: title }).click();
    await panel.getByLabel('选择文件').setInputFiles(await workbook(list, title));
    await panel.getByRole('button', { name: `导入：新增 ${count}`, exact: true }).click();
    await expect(panel.getByText(`已导入：新增 ${count}。`)).toBeVisible();
  }

  async preparesLists(): Promise<void> {
    const { page } = this;
    await page.getByLabel('名称', { exact: true }).fill('开放式党建大考场第一场');
    await page.getByLabel('地点').fill('葵湾文化广场');
    await this.#host.press('新建考场');
    await expect(page.getByText(/^还没有参评单位。/)).toBeVisible();
    await this.imports('committees', '导入参评单位', 25);
    await this.goesOnTo('班子成员');
    await this.imports('members', '导入班子成员', 175);
    await this.goesOnTo('评分表');
    await expect(page.getByRole('form', { name: '评分表' })).toContainText('都是预设的假设');
    await this.goesOnTo('考官');
    await this.imports('examiners', '导入考官名单', 50);
    await this.goesOnTo('流程与公布');
    await this.goesOnTo('汇报材料');
    await this.goesOnTo('检查就绪');
    await expect(page.getByText('班子成员 175 人')).toBeVisible();
    await this.#host.press('准备就绪');
    await expect(page.getByText('考场现在：准备就绪')).toBeVisible();
  }

  /** @returns the links of two examiners of one category */
  async issuesAndPrints(): Promise<string[]> {
    await this.goesOnTo('发凭证，打印');
    await this.#host.press('为 50 位考官发凭证');
    await this.#host.press('预览 50 张（7 页）');
    const sheet = this.page.getByRole('region', { name: '打印凭证' }).last();
    await expect(sheet.getByRole('article')).toHaveCount(50);
    await this.#host.press('收起预览');
    const links = ['党员代表 01', '党员代表 02'].map((name) =>
      this.page.getByRole('link', { name: `在新窗口打开 ${name}` }).getAttribute('href'),
    );
    return (await Promise.all(links)).map((one) => new URL(one ?? '', this.page.url()).href);
  }

  async looksAtPreflight(): Promise<void> {
    await this.goesOnTo('开场检查');
    const checks = this.page.getByRole('list', { name: '开场检查' });
    await expect(checks).toContainText('25 家单位，175 位班子成员。');
    await expect(checks).toContainText('50 位考官都有凭证，已到 0 位。');
    await expect(checks).toContainText('4 项，满分 100 分，没有问题。');
  }

  async checksIn(name: string): Promise<void> {
    const field = this.page.getByRole('searchbox', { name: '号码、姓名、拼音或首字母' });
    await field.fill(name);
    await field.press('Enter');
    await expect(this.page.getByRole('main').getByText(new RegExp(`^${name}.*已签到$`))).toBeVisible();
  }

  /** A2: one unit from the call to the published score, by the one red button. */
  async runsOneUnit(examiners: ExaminerPhone[]): Promise<void> {
    await this.#host.drawsOrder(386);
    await this.#host.press(/^开始考场/);
    await this.#host.press(/上台述职/);
    await this.#host.press(/^开始质询/);
    await this.#host.press(/^开始评分/);
    for (const one of examiners) {
      await one.scores(POINTS);
      await one.receipt();
    }
    await expect(this.page.getByRole('status', { name: '已交 2 票，应到 3 人' })).toBeVisible();
    await this.#host.press(/^收票，进入 30 秒宽限/);
    await this.#host.press(/^锁票/);
    await this.#host.press(/^公布得分/);
    await this.#host.press('成绩');
    await expect(this.page.getByRole('table', { name: '成绩' })).toContainText('88.50');
  }
}

test('a newcomer prepares a meeting of 25 units from three files and runs it, going where the pages say @console', async ({
  host,
  hub,
  examiner,
}) => {
  await host.isSignedIn();
  await host.page.goto(`${hub.url}/console`);
  const he = new Newcomer(host);
  await he.preparesLists();
  const links = await he.issuesAndPrints();
  await he.looksAtPreflight();
  await he.goesOnTo('签到');
  const examiners = await Promise.all(links.map((link) => examiner(link)));
  await he.checksIn('何军');
  await host.goTo('现场');
  await he.runsOneUnit(examiners);
});

test('an empty meeting says on every page what to do first @console', async ({ host }) => {
  await host.isSignedIn();
  await host.hasMeeting('空的考场');
  const { page } = host;
  const parts = page.getByRole('navigation', { name: '准备事项' });
  await expect(parts.getByRole('link', { name: '参评单位' })).toHaveAccessibleDescription('还没有');
  await expect(parts.getByRole('link', { name: '评分表' })).toHaveAccessibleDescription('好');
  await host.opens('班子成员');
  await expect(page.getByText('请先保存参评单位。')).toBeVisible();
  await host.opens('检查就绪');
  await page.getByRole('link', { name: '去处理，参评单位 0 家' }).click();
  await expect(page.getByText(/^还没有参评单位。/)).toBeVisible();
  await host.goTo('凭证');
  await expect(page.getByRole('button', { name: '考官都有凭证了' })).toHaveCount(0);
  await page.getByRole('link', { name: '先填考官名单' }).click();
  await expect(page.getByText(/^还没有考官。/)).toBeVisible();
  await page.getByRole('link', { name: '开场检查', exact: true }).click();
  await page.getByRole('link', { name: '去处理，单位与班子' }).click();
  await expect(page.getByText(/^还没有参评单位。/)).toBeVisible();
});
