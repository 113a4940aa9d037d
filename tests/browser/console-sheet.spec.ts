import { Director } from '../support/director.ts';
import { expect, test, type Host } from './support/actors.ts';

const POINTS = { 述职: '20', 正面回应: '18', 言之有据: '26.5', 措施时限: '17' };

/** The sheet of a demo meeting, and what an organizer does there. */
class SheetPage {
  readonly host: Host;
  constructor(host: Host) {
    this.host = host;
  }

  get #page() {
    return this.host.page;
  }

  async opens(url: string, code: string): Promise<void> {
    await this.#page.goto(`${url}/console/${code}/prepare`);
    await this.host.opens('评分表');
    await expect(this.#page.getByRole('heading', { name: '评分表' })).toBeVisible();
  }

  list(name: string) {
    return this.#page.getByRole('table', { name, exact: true });
  }

  field(list: string, label: string) {
    return this.list(list).getByLabel(label, { exact: true });
  }

  get tryOut() {
    return this.#page.getByRole('region', { name: '试算' });
  }

  get score() {
    return this.tryOut.getByText(/^\d+\.\d{2}$/).first();
  }

  form() {
    return this.#page.getByRole('form', { name: '评分表' });
  }
}

test.describe('the sheet @console', () => {
  test('S1 an organizer edits the sheet, is told what to look at, tries it out and saves', async ({
    hub,
    host,
  }) => {
    await host.isSignedIn();
    const director = await Director.of(hub);
    const sheet = new SheetPage(host);
    await sheet.opens(hub.url, director.code);
    const form = sheet.form();
    await expect(form).toContainText('都是预设的假设');

    // What is worth knowing stands where it is, and blocks nothing.
    await expect(sheet.list('考官类别')).toContainText('只有 3 位考官，分数可能被猜出。');
    await expect(form).toContainText('50 人都到场时至少要收到 34 张票');
    const before = await sheet.score.innerText();
    await sheet.field('评分项', '第 1 行满分').fill('25');
    await expect(form).toContainText('满分合计 95 分，不是 100 分');
    await expect(sheet.tryOut).toContainText('满分 95');
    await expect(sheet.score).not.toHaveText(before);

    // What is wrong is said at its field, and keeps the sheet from being saved.
    const step = sheet.field('评分项', '第 2 行打分间隔');
    await step.fill('0.3');
    await expect(step).toHaveAccessibleDescription('要改 0.3 不能整除满分 20。');
    await expect(host.page.getByRole('button', { name: '保存评分表' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await expect(sheet.tryOut).toContainText('表里还有要改的地方');
    await step.fill('０．２');
    await expect(sheet.tryOut).not.toContainText('表里还有要改的地方');

    // Weights are shares; a category moves with its people.
    await sheet.field('考官类别', '第 1 行权重').fill('40');
    await expect(form).toContainText('权重合计 120，不是 100。按占比计算');
    await expect(sheet.list('考官类别')).toContainText('33.33%');
    const up = host.page.getByRole('button', { name: '上移：媒体代表' });
    await up.click();
    await expect(up).toBeFocused();
    await expect(sheet.field('考官类别', '第 5 行类别')).toHaveValue('媒体代表');
    await host.press('加一个等次');
    await expect(sheet.field('等次', '第 5 行等次')).toBeFocused();
    await host.press('删除：第 5 行');

    await host.press('保存评分表');
    await expect(form.getByText('已保存')).toBeVisible();
    await host.page.reload();
    await host.opens('评分表');
    await expect(sheet.field('评分项', '第 1 行满分')).toHaveValue('25');
    await expect(sheet.field('评分项', '第 2 行打分间隔')).toHaveValue('0.2');
    await expect(sheet.field('考官类别', '第 5 行类别')).toHaveValue('媒体代表');
  });

  test('S4 S6 S7 the try-out shows step by step how made-up ballots count', async ({ hub, host }) => {
    await host.isSignedIn();
    const director = await Director.of(hub);
    const sheet = new SheetPage(host);
    await sheet.opens(hub.url, director.code);
    const { tryOut } = sheet;
    await expect(tryOut).toContainText('都是编的');
    const party = tryOut.getByRole('region', { name: '党员代表', exact: true });
    await expect(party).toContainText('高低各去 1 张');
    await expect(party).toContainText(/÷ 8 [=≈]/);
    await expect(tryOut.getByRole('region', { name: '媒体代表' })).toContainText('不到 6 张，不去');

    // A ballot is typed over: its score falls, and with it the result.
    const before = await sheet.score.innerText();
    await tryOut.getByRole('button', { name: /^媒体代表第 1 张/ }).click();
    await tryOut.getByLabel('媒体代表第 1 张：述职').fill('0');
    await expect(sheet.score).not.toHaveText(before);
    await tryOut.getByLabel('试算：媒体代表的票数').fill('0');
    await expect(tryOut).toContainText('媒体代表没有票，其余类别的占比按比例放大');
    await tryOut.getByLabel('试算：应到人数').fill('90');
    await expect(tryOut).toContainText('没有达到');
    await expect(tryOut).toContainText('没有有效成绩');
    await host.press('换一组');
    await expect(tryOut).toContainText('收到 50 张，至少要 34 张，达到');

    // A preset with the crowd: it says what a voice is, and what happens below the minimum.
    await host.press('从预设开始');
    await host.press('用这一张：群众评价计入');
    await expect(sheet.form()).toContainText('里面的数字是假设，请逐项核对');
    await expect(sheet.form()).toContainText('一票是一个浏览器，不是一个人');
    await tryOut.getByLabel('试算：满意的票数').fill('1');
    await tryOut.getByLabel('试算：基本满意的票数').fill('0');
    await tryOut.getByLabel('试算：不满意的票数').fill('0');
    await expect(tryOut).toContainText('1 票，不到 30 票，不计');
    await expect(tryOut).toContainText('考官部分从满分 80 放大到满分 100');
    await host.press('撤回');
    await expect(sheet.field('评分项', '第 1 行满分')).toHaveValue('30');
    await expect(sheet.form().getByText('有没保存的修改')).toHaveCount(0);
  });

  test('S1 the first ballot freezes the sheet, and the page says so and since when', async ({
    hub,
    host,
    examiner,
  }) => {
    await host.isSignedIn();
    const director = await Director.of(hub);
    const sheet = new SheetPage(host);
    await sheet.opens(hub.url, director.code);
    await sheet.field('评分项', '第 1 行满分').fill('25');
    const phone = await examiner(await director.pass('e1', 'party-01'));
    await director.brings('u1', 'waiting', 'scoring');
    await phone.scores(POINTS);
    await phone.receipt();

    const form = sheet.form();
    await expect(form).toContainText('评分表已经定下，不能再改。');
    await expect(form).toContainText(/收到了第一张评分票（葵湾社区党委）/);
    await expect(form).toContainText('您刚才的修改没有保存');
    await host.press('放弃修改');
    await expect(sheet.field('评分项', '第 1 行满分')).toHaveValue('30');
    await expect(sheet.field('评分项', '第 1 行满分')).toBeDisabled();
    await expect(host.page.getByRole('button', { name: '保存评分表' })).toHaveCount(0);
    await expect(host.page.getByRole('button', { name: '从预设开始' })).toHaveCount(0);
    const before = await sheet.score.innerText();
    await host.press('换一组');
    await expect(sheet.score).not.toHaveText(before);
  });
});
