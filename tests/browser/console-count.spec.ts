/** B4, B7, S9, V2, J · The count behind the lock: a host and a scrutineer, each in his own browser and account. */
import type { Browser, Page } from '@playwright/test';
import { Caller } from '../support/caller.ts';
import { PASSWORD, staffedHub, type Staffed } from '../support/accounts.ts';
import { Director } from '../support/director.ts';
import { expect, test as base } from './support/actors.ts';

const GOOD = { report: 2700, direct: 1800, evidence: 2650, measures: 1700 };
const FULL = { report: 3000, direct: 2000, evidence: 3000, measures: 2000 };
const PEOPLE = { 主办甲: 'owner', 主持甲: 'host', 监票人甲: 'scrutineer', 查看甲: 'viewer' } as const;
type Name = keyof typeof PEOPLE;

interface Desk {
  director: Director;
  /** Opens a page of the console as one of the organizers. */
  as: (name: Name, path: string) => Promise<Page>;
  phones: Caller[];
  unit: string;
}

async function signedIn(browser: Browser, staffed: Staffed, name: Name): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  const page = await context.newPage();
  const answer = await context.request.post(`${staffed.hub.url}/api/sign-in`, {
    data: { name, password: PASSWORD },
  });
  expect(answer.ok()).toBe(true);
  return page;
}

async function phone(staffed: Staffed, director: Director, person: string, id: string): Promise<Caller> {
  const link = await director.pass(person, id);
  const caller = new Caller({
    url: staffed.hub.url,
    code: director.code,
    session: `phone-${id}`.padEnd(22, '0'),
  });
  await caller.ready();
  await caller.must('pass.enrol', { secret: link.slice(link.indexOf('#') + 1) });
  await caller.until(() => caller.mine?.way === 'enrolled');
  return caller;
}

const test = base.extend<{ desk: Desk }, { staffed: Staffed }>({
  staffed: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names from the pattern
    async ({}, use) => {
      const staffed = await staffedHub(PEOPLE);
      await use(staffed);
      await staffed.stop();
    },
    { scope: 'worker' },
  ],
  desk: async ({ browser, staffed, complaints }, use) => {
    const director = await Director.of(staffed.hub);
    const named = [{ id: staffed.ids['监票人甲'] ?? '', name: '监票人甲' }];
    await director.caller.must('meeting.scrutineers', { scrutineers: named });
    const phones: Caller[] = [];
    for (const at of [1, 2, 3, 4]) phones.push(await phone(staffed, director, `e${at}`, `party-0${at}`));
    const pages: Page[] = [];
    const as = async (name: Name, path: string) => {
      const page = await signedIn(browser, staffed, name);
      complaints.watch(page, name);
      pages.push(page);
      await page.goto(`${staffed.hub.url}/console/${director.code}${path}`);
      return page;
    };
    const unit = director.caller.slices.agenda?.find((one) => one.unit === 'u1')?.name ?? '';
    await use({ director, as, phones, unit });
    for (const one of phones) one.close();
    director.caller.close();
    await Promise.all(pages.map((page) => page.context().close()));
  },
});

/** Three of four score in time, one of them in full; the fourth comes too late. */
async function locksWithOneLate({ director, phones }: Desk): Promise<void> {
  await director.brings('u1', 'waiting', 'scoring');
  for (const [at, one] of phones.slice(0, 3).entries())
    await one.must('ballot.submit', { unit: 'u1', replaces: 0, scores: at === 0 ? FULL : GOOD });
  await director.brings('u1', 'scoring', 'locked');
  const reply = await phones[3]?.command('ballot.submit', { unit: 'u1', replaces: 0, scores: GOOD });
  expect(reply).toMatchObject({ ok: false, code: 'turn-locked' });
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

test.describe('the count behind the lock @console', () => {
  test('B4 V2 the host proposes a late ballot, the scrutineer sees it at once and confirms, then confirms the count anew', async ({
    desk,
  }) => {
    await locksWithOneLate(desk);
    const host = await desk.as('主持甲', '/count');
    const scrutineer = await desk.as('监票人甲', '/count');

    await expect(scrutineer.getByRole('region', { name: '计票', exact: true })).toContainText('收回 3 票');
    await expect(scrutineer.getByRole('region', { name: '确认计票' })).toContainText('指纹');
    await press(scrutineer, `确认计票：${desk.unit}`);
    await expect(host.getByRole('region', { name: '确认计票' })).toContainText('监票人甲 于');

    await press(host, /^建议补计：党员代表 04/);
    await press(host, '提出补计');
    await expect(host.getByText('请写明理由')).toBeVisible();
    await host.getByLabel('补计的理由').fill('现场网络中断');
    await press(host, '提出补计');

    const proposed = scrutineer.getByRole('region', { name: '更正' });
    await expect(proposed).toContainText('现场网络中断');
    await expect(proposed).toContainText('主持甲');
    await expect(host.getByRole('button', { name: /^确认更正/ })).toHaveCount(0);
    await press(scrutineer, /^确认更正：党员代表 04/);

    await expect(scrutineer.getByRole('region', { name: '计票', exact: true })).toContainText('收回 4 票');
    await expect(host.getByRole('region', { name: '更正' })).toContainText('监票人甲');
    await expect(host.getByRole('region', { name: '确认计票' })).toContainText('等监票人确认后才能公布');
    await press(scrutineer, `确认计票：${desk.unit}`);
    await expect(host.getByRole('region', { name: '确认计票' })).toContainText('监票人甲 于');
    await desk.director.caller.must('turn.publish', { unit: 'u1' });
    await expect(host.getByText('扣分由主持提出、监票人确认后才生效')).toBeVisible();
  });

  test('S9 B7 two deductions with their reasons, one taken back; odd ballots by receipt', async ({
    desk,
  }) => {
    await locksWithOneLate(desk);
    const host = await desk.as('主持甲', '/count');
    const list = host.getByRole('region', { name: '扣分' });
    const deduct = async (points: string, reason: string) => {
      await list.getByLabel('扣几分').fill(points);
      await list.getByRole('button', { name: reason, exact: true }).click();
      await list.getByRole('button', { name: '扣分', exact: true }).click();
    };
    await deduct('1.555', '述职超时');
    await expect(list.getByText(/请填大于 0/)).toBeVisible();
    await deduct('1.5', '述职超时');
    await expect(list).toContainText('−1.5');
    await deduct('0.25', '回答超时');
    await expect(list).toContainText('共扣 1.75 分');
    await list.getByRole('button', { name: '撤销扣分：1.5 分，述职超时' }).click();
    await list.getByLabel('撤销的理由').fill('计时有误');
    await list.getByRole('button', { name: '确认撤销' }).click();
    await expect(list).not.toContainText('−1.5');
    await expect(list).toContainText('−0.25');

    const flags = host.getByRole('list', { name: '请留意的票（照常计票）' });
    const receipt = desk.phones[0]?.mine?.ballots[0]?.receipt ?? '';
    await expect(flags).toContainText(`${receipt.slice(0, 4)} ${receipt.slice(4)}`);
    await expect(flags).toContainText('各项全给满分');
  });

  test('B4 other scores are checked at the field, shown to the scrutineer, and to no viewer', async ({
    desk,
  }) => {
    await locksWithOneLate(desk);
    const host = await desk.as('主持甲', '/count');
    await press(host, '更正一张评分票');
    await host.getByLabel('怎样更正').selectOption('replace');
    await host.getByLabel('谁的评分票（凭证号或姓名）').fill('02');
    await expect(host.getByLabel('评分票', { exact: true })).not.toHaveValue('');
    await host.getByLabel(/^述职/).fill('30.5');
    await press(host, '提出更正');
    await expect(host.getByText('请填 0 到 30，0.5 分一档').first()).toBeVisible();
    for (const [name, points] of Object.entries({
      述职: '21.5',
      正面回应: '11',
      言之有据: '22',
      措施时限: '13',
    }))
      await host.getByLabel(new RegExp(`^${name}`)).fill(points);
    await host.getByLabel('理由', { exact: true }).fill('纸质票录错');
    await press(host, '提出更正');

    const scrutineer = await desk.as('监票人甲', '/count');
    await expect(scrutineer.getByRole('region', { name: '更正' })).toContainText('21.5');
    const viewer = await desk.as('查看甲', '/count');
    await expect(viewer.getByRole('region', { name: '更正' })).toContainText('纸质票录错');
    await expect(viewer.getByRole('region', { name: '更正' })).not.toContainText('21.5');
    await expect(viewer.getByText('只给主持和监票人看')).toBeVisible();
    await press(scrutineer, /^撤回更正/);
    await expect(host.getByRole('region', { name: '更正' })).toContainText('已撤回');
  });

  test('B4 where nobody is scrutineer the page says that nothing can be confirmed', async ({ desk }) => {
    await desk.director.caller.must('meeting.scrutineers', { scrutineers: [] });
    await locksWithOneLate(desk);
    const host = await desk.as('主持甲', '/count');
    await expect(host.getByText('这个考场没有指定监票人：公布不用确认')).toBeVisible();
    await press(host, '更正一张评分票');
    await expect(host.getByText('没有人能确认').first()).toBeVisible();
  });

  test('J the journal is read in sentences, filtered by a person, and holds no score', async ({ desk }) => {
    await locksWithOneLate(desk);
    const host = await desk.as('查看甲', '/journal');
    const rows = host.getByRole('table', { name: '会议记录' }).getByRole('row');
    await expect(rows.nth(1)).toContainText('在锁票之后才到，已封存');
    await expect(host.locator('body')).toContainText(/[0-9a-f]{64}/);
    const name = desk.director.caller.slices.people?.passes.find((one) => one.id === 'party-02')?.name ?? '';
    await host.getByLabel('谁', { exact: true }).fill(name);
    await press(host, '查找');
    await expect(rows).toHaveCount(3);
    await expect(rows.nth(1)).toContainText(`党员代表 02 ${name} 提交 ${desk.unit} 的评分票`);
    await expect(rows.nth(2)).toContainText('已到场');
    await host.getByLabel('类别').selectOption('draws');
    await expect(host.getByText('没有找到这样的记录。')).toBeVisible();
    await press(host, '清除筛选');
    await expect(rows.nth(1)).toContainText('已封存');
    await desk.director.caller.must('turn.publish', { unit: 'u1' }).catch(() => undefined);
    await desk.director.caller.must('deduction.set', {
      id: 'd-1',
      unit: 'u1',
      points: 150,
      reason: '述职超时',
    });
    await press(host, /^有 \d+ 条新记录/);
    await expect(rows.nth(1)).toContainText('扣 1.5 分，理由：述职超时');
  });

  test('I7 a scrutineer and a viewer find nothing on the live page that runs the meeting', async ({
    desk,
  }) => {
    const { director, phones } = desk;
    await director.brings('u1', 'waiting', 'questioning');
    const asked = await phones[0]?.must('question.ask', {
      unit: 'u1',
      text: '停车位？',
      portfolio: null,
      member: null,
    });
    await director.caller.must('question.stage', { question: `q${asked?.n}` });
    await phones[1]?.must('hand.raise', { on: true });
    for (const name of ['监票人甲', '查看甲'] as const) {
      const page = await desk.as(name, '');
      await expect(page.getByText('停车位？').first()).toBeVisible();
      for (const panel of ['提问', '抽签', '成绩']) await press(page, new RegExp(`^${panel}$`));
      const acts =
        /^(开始|下一步|退回|暂停|因雨|结束|收票|锁票|公布|上台|答复|采用|不采用|记|放下|打开大屏|扣分|更正|抽签，|公布承诺|\+|−)/;
      const found = await page.getByRole('button', { name: acts }).allInnerTexts();
      expect(found, name).toEqual([]);
      await page.keyboard.press('Space');
      await page.keyboard.press('p');
      await expect(page.getByRole('alert')).toHaveCount(0);
    }
    expect(director.caller.slices.stage?.stage).toBe('questioning');
  });
});
