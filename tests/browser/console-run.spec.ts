/** Item 7, 9 and 12 of the console: one host runs a meeting of 25 units by clicks and by keys, two race, one loses his network. */
import type { Page } from '@playwright/test';
import { FullMeeting, LONG_QUESTION, someQuestions } from '../support/full-meeting.ts';
import { expect, test, type Host } from './support/actors.ts';

const UNIT = '葵湾社区党委';

const WRITING = ':is(input, textarea, select):focus';

/** The live page as a host works with it. */
class Desk {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }
  get main() {
    return this.page.locator('.go .btn.main');
  }
  get hand() {
    return this.page.getByRole('article', { name: '选中的问题' });
  }
  get staged() {
    return this.page.getByRole('region', { name: /^台上第/ });
  }
  get timer() {
    return this.page.getByRole('timer');
  }
  get undo() {
    return this.page.getByRole('button', { name: /^撤销：/ });
  }
  row(text: string | RegExp) {
    return this.page
      .getByRole('region', { name: '提问', exact: true })
      .getByRole('listitem')
      .filter({ hasText: text });
  }
  get units() {
    return this.page.getByRole('navigation', { name: '议程' }).getByRole('listitem');
  }
  unit(name: string) {
    return this.units.filter({ hasText: name });
  }
  /** Presses one key after the other, each once the page takes it: a hand is slower than the answer to the last one. */
  async key(...keys: string[]): Promise<void> {
    for (const key of keys) {
      await expect(this.page.locator('[aria-busy=true]')).toHaveCount(0);
      // In a form that is still open a letter is text; Enter, Tab and Escape are what leads out of it.
      if (!/^(Enter|Tab|Escape)$/.test(key)) await expect(this.page.locator(WRITING)).toHaveCount(0);
      await this.page.keyboard.press(key);
    }
  }
  press(name: string | RegExp): Promise<void> {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' }).click();
  }
  /** The red button says this and takes a press. */
  async offers(label: string | RegExp): Promise<void> {
    await expect(this.main).toContainText(label);
    await expect(this.main).not.toHaveAttribute('aria-busy');
  }
  async said(words: string | RegExp): Promise<void> {
    await expect(this.page.getByRole('alert').filter({ hasText: words }).first()).toBeVisible();
  }
  /** What the clock shows, in seconds. */
  async seconds(): Promise<number> {
    const [, minutes = '0', rest = '0'] = /(\d+):(\d\d)/.exec(await this.timer.innerText()) ?? [];
    return Number(minutes) * 60 + Number(rest);
  }
  /** Does it and holds the clock to so many seconds more, less what passes meanwhile where it runs down. */
  async adds(by: number, act: () => Promise<unknown>): Promise<void> {
    const before = await this.seconds();
    const since = Date.now();
    await act();
    const wrong = async () => {
      const more = (await this.seconds()) - before - by;
      return more > 2 || more < -2 - (Date.now() - since) / 1000;
    };
    await expect.poll(wrong, { timeout: 5000 }).toBe(false);
  }
  async doesNotScroll(): Promise<void> {
    const over = await this.page.evaluate(() => [
      document.documentElement.scrollHeight - window.innerHeight,
      document.documentElement.scrollWidth - window.innerWidth,
    ]);
    expect(over.filter((one) => one > 0)).toEqual([]);
  }
}

/** A full meeting and its host at the live page; five examiners are there. */
async function begins(host: Host, hub: Parameters<typeof FullMeeting.on>[0], open = true) {
  await host.isSignedIn();
  const full = await FullMeeting.on(hub);
  if (open) await full.opens();
  await full.come(5);
  await host.page.goto(`${hub.url}/console/${full.code}`);
  const desk = new Desk(host.page);
  await expect(desk.main).toBeVisible();
  return { full, desk };
}

test('every action of the flow, the clock and the agenda, by keys @console', async ({ host, hub }) => {
  const { full, desk } = await begins(host, hub, false);
  await desk.offers('开始考场');
  await desk.key(' ');
  await desk.offers(`请${UNIT}上台述职`);
  await desk.key(' ');
  await desk.offers('开始质询');

  await desk.key('p');
  await expect(host.page.getByText('计时已停')).toBeVisible();
  await desk.key('z');
  await expect(host.page.getByText('计时已停')).toHaveCount(0);
  await desk.adds(10, () => desk.key('+'));
  await desk.adds(-10, () => desk.key('-'));
  await desk.adds(60, () => desk.key(']'));
  await desk.adds(-60, () => desk.key('['));
  await desk.adds(60, () => desk.key('z'));

  await desk.key('r', 'Enter');
  await expect(desk.main).toContainText('恢复考场');
  await desk.key('r');
  await desk.offers('开始质询');

  await desk.key('Backspace', 'Enter');
  await desk.offers(`请${UNIT}上台述职`);
  await desk.key(' ');
  await desk.offers('开始质询');
  await desk.key('z');
  await desk.offers(`请${UNIT}上台述职`);

  const waiting = () => (full.caller.slices.agenda ?? []).map(({ unit }) => unit);
  await desk.key('v', 'v', 'v', 'PageDown');
  await expect.poll(() => waiting().slice(0, 4)).toEqual(['u1', 'u2', 'u4', 'u3']);
  await expect(desk.units.nth(3)).toContainText('新圩社区党委');
  await desk.key('PageUp');
  await expect.poll(() => waiting().slice(0, 4)).toEqual(['u1', 'u2', 'u3', 'u4']);
  await expect(desk.units.nth(2)).toContainText('新圩社区党委');
  await desk.key('Home');
  await expect.poll(() => waiting().slice(0, 4)).toEqual(['u3', 'u1', 'u2', 'u4']);
  await expect(desk.units.nth(0)).toContainText('新圩社区党委');
  await desk.key('z');
  await expect.poll(() => waiting().slice(0, 4)).toEqual(['u1', 'u2', 'u3', 'u4']);
  await expect(desk.units.nth(2)).toContainText('新圩社区党委');
  await desk.key('b', 'u', 'Enter');
  await expect(desk.unit('葵园社区党委')).toContainText('缺席');
  await desk.key('z');
  await expect(desk.unit('葵园社区党委')).not.toContainText('缺席');

  await desk.key('?');
  const sheet = host.page.getByRole('region', { name: '全部快捷键' });
  await expect(sheet).toContainText('退回上一阶段');
  await expect(sheet).toContainText('抽到的人不在场，换下一位');
  await desk.key('Escape');
  await expect(sheet).toHaveCount(0);
  full.close();
});

test('every action of the flow, the clock and the agenda, by clicks @console', async ({ host, hub }) => {
  const { full, desk } = await begins(host, hub, false);
  const { page } = host;
  await desk.press(/^开始考场/);
  await desk.press(/上台述职/);
  await desk.offers('开始质询');

  await desk.press('暂停计时');
  await expect(page.getByText('计时已停')).toBeVisible();
  await desk.press('开始计时');
  await expect(page.getByText('计时已停')).toHaveCount(0);
  await desk.adds(10, () => desk.press('加 10 秒'));
  await desk.adds(-10, () => desk.press('减 10 秒'));
  await desk.adds(60, () => desk.press('加 1 分'));
  await desk.adds(-60, () => desk.press('减 1 分'));

  await desk.press('因雨暂停');
  await page.getByLabel('对大家说一句（可以不填）').fill('雨停了接着开');
  await desk.press('现在暂停');
  await expect(page.getByText('雨停了接着开')).toBeVisible();
  const frozen = await desk.timer.innerText();
  await expect(desk.main).toContainText('恢复考场');
  expect(await desk.timer.innerText()).toBe(frozen);
  await desk.press(/^恢复考场/);
  await desk.offers('开始质询');

  await desk.press('退回候场');
  await page.getByLabel('退回的理由').fill('话筒没有声音');
  await desk.press('确认退回');
  await desk.offers(`请${UNIT}上台述职`);

  const order = () => (full.caller.slices.agenda ?? []).slice(0, 4).map(({ unit }) => unit);
  const hand = (name: string) => page.getByRole('region', { name, exact: true });
  await desk.unit('新圩社区党委').getByRole('button').click();
  await hand('新圩社区党委').getByRole('button', { name: '下移' }).click();
  await expect.poll(order).toEqual(['u1', 'u2', 'u4', 'u3']);
  await hand('新圩社区党委').getByRole('button', { name: '上移' }).click();
  await expect.poll(order).toEqual(['u1', 'u2', 'u3', 'u4']);
  await hand('新圩社区党委').getByRole('button', { name: '提到下一家' }).click();
  await desk.offers('请新圩社区党委上台述职');
  await desk.unit('葵园社区党委').getByRole('button').click();
  await hand('葵园社区党委').getByRole('button', { name: '标为缺席' }).click();
  await page.getByLabel('缺席的理由').fill('临时有会');
  await desk.press('确认缺席');
  await expect(desk.unit('葵园社区党委')).toContainText('缺席');
  await hand('葵园社区党委').getByRole('button', { name: '改为到场' }).click();
  await desk.press('确认到场');
  await expect(desk.unit('葵园社区党委')).not.toContainText('缺席');
  await desk.press(/上台述职/);
  await desk.offers('开始质询');
  full.close();
});

test('L1, L2 a questioner and a question are drawn, one is away, one is put on stage, by clicks @console', async ({
  host,
  hub,
}) => {
  const { full, desk } = await begins(host, hub);
  const { page } = host;
  await full.brings('u1', 'waiting', 'questioning');
  await full.ask('u1', ['老楼加装电梯卡在哪里？', '物业空置率多少？']);
  const drawn = page.locator('.outcome');
  const draws = async (what: string, number: number) => {
    await desk.press(what);
    await page.getByLabel('现场报的数（0 至 999999）').fill(String(number));
    await page.getByRole('button', { name: '抽签', exact: true }).last().click();
  };
  await draws('抽提问人', 471);
  await expect(drawn).toContainText('抽到的提问人');
  const first = await drawn.locator('b').innerText();
  await desk.press('不在场，换下一位');
  await expect(drawn.locator('b')).not.toHaveText(first);
  await drawn.getByRole('button', { name: '请他问' }).click();
  await page.getByLabel('问题内容').fill('停车难怎么解决？');
  await desk.press('记下问题');
  await expect(desk.row('停车难')).toContainText('口头');
  await draws('抽问题', 99);
  await expect(drawn).toContainText('抽到的问题');
  await drawn.getByRole('button', { name: '上台' }).click();
  await expect(desk.staged).toBeVisible();
  full.close();
});

test('every action on questions, hands and lots, by keys @console', async ({ host, hub }) => {
  const { full, desk } = await begins(host, hub);
  await full.brings('u1', 'waiting', 'questioning');
  await full.ask('u1', [
    '老楼加装电梯卡在哪里？',
    '老楼加装电梯卡在哪儿呢？',
    '物业空置率多少？',
    '路灯不亮谁来修？',
  ]);
  await full.crowdAsks('u1', ['公厕没灯谁来管？', '谁家的狗不拴绳？']);
  await full.raiseHands(2);
  const of = (text: string) => full.caller.slices.questions?.find((one) => one.text === text);
  const order = () =>
    (full.caller.slices.questions ?? [])
      .filter(({ state }) => state === 'accepted' || state === 'queued')
      .map(({ text }) => text?.slice(0, 4));
  await expect(desk.row('路灯不亮')).toBeVisible();

  // what the crowd sent in
  await desk.key('l', 'l', 'l');
  await expect(host.page.getByRole('button', { name: /^待审核 2/ })).toHaveAttribute('aria-pressed', 'true');
  await desk.key('j');
  await expect(desk.hand).toContainText('公厕没灯');
  await desk.key('a');
  await expect.poll(() => of('公厕没灯谁来管？')?.state).toBe('accepted');
  await expect(desk.hand).toContainText('谁家的狗');
  await desk.key('d');
  await expect(host.page.getByLabel('不采用的理由')).toHaveValue('与本场无关');
  await desk.key('Enter');
  await expect.poll(() => of('谁家的狗不拴绳？')?.state).toBe('declined');
  // What can be taken back is what the bar says.
  await expect(host.page.getByRole('button', { name: '撤销：不采用问题' })).toBeVisible();
  await desk.key('z');
  await expect.poll(() => of('谁家的狗不拴绳？')?.state).toBe('submitted');

  // the queue: order, words, merging, another member
  await desk.key('l', 'j', 'j', '.');
  await expect.poll(() => order().slice(1, 3)).toEqual(['物业空置', '老楼加装']);
  await expect(desk.row(/.+/).nth(1)).toContainText('物业空置');
  await desk.key(',');
  await expect.poll(() => order().slice(1, 3)).toEqual(['老楼加装', '物业空置']);
  await desk.key('m');
  // The most alike is offered first.
  await expect(host.page.getByLabel('合并到')).toHaveValue(of('老楼加装电梯卡在哪里？')?.id ?? '');
  await desk.key('Tab', 'Enter');
  await expect.poll(() => of('老楼加装电梯卡在哪儿呢？')?.state).toBe('merged');
  await expect(host.page.getByLabel('合并到')).toHaveCount(0);
  await desk.key('k');
  await expect(desk.hand).toContainText('老楼加装电梯卡在哪里？');
  await desk.key('e');
  await host.page.getByLabel('屏幕上的文字').fill('加装电梯卡在哪一步？');
  await desk.key('Enter');
  await expect(desk.hand).toContainText('原话：老楼加装电梯卡在哪里？');
  await desk.key('z');
  await expect(desk.hand).not.toContainText('加装电梯卡在哪一步');
  await desk.key('h');
  const members = host.page.getByLabel('改由谁回答');
  await members.selectOption({ index: 1 });
  await host.page.getByRole('button', { name: '确认改派' }).press('Enter');
  await expect(members).toHaveCount(0);
  await desk.key('q');
  await expect.poll(() => of('老楼加装电梯卡在哪里？')?.state).toBe('queued');
  await expect(desk.row('老楼加装电梯卡在哪里？')).toContainText('已排定');

  // on stage
  await desk.key('Enter');
  await expect(desk.staged).toContainText('老楼加装电梯卡在哪里？');
  await desk.key('f');
  await expect(desk.staged).toContainText('正在评价');
  await desk.key('c');
  await expect(desk.staged).toHaveCount(0);
  await desk.key('1');
  await expect(desk.staged).toContainText('物业空置率多少？');
  await desk.key('z');
  await expect(desk.staged).toHaveCount(0);
  await expect.poll(() => order()[0]).toBe('物业空置');

  // aloud, and hands
  await desk.key('n');
  await host.page.getByLabel('问题内容').fill('停车难怎么解决？');
  await desk.key('Enter');
  await expect(desk.row('停车难怎么解决？')).toContainText('口头');
  await desk.key('g');
  await expect(host.page.getByLabel('提问人')).not.toHaveValue('');
  await host.page.getByLabel('问题内容').fill('孩子放学谁来接？');
  await desk.press('记下并上台');
  await expect(desk.staged).toContainText('孩子放学谁来接？');
  await expect(host.page.getByRole('heading', { name: '举手' })).toContainText('1');
  await desk.key('x');
  await expect(host.page.getByRole('heading', { name: '举手' })).toHaveCount(0);

  // lots: a questioner, who is away; a question; the order of those that wait
  const number = host.page.getByLabel('现场报的数（0 至 999999）');
  await desk.key('f');
  await expect(desk.staged).toContainText('正在评价');
  await desk.key('c');
  await expect(desk.staged).toHaveCount(0);
  await desk.key('y');
  await number.fill('471');
  await desk.key('Enter');
  const drawn = host.page.locator('.outcome');
  await expect(drawn).toContainText('抽到的提问人');
  const first = await drawn.locator('b').innerText();
  await desk.key('w');
  await expect(drawn.locator('b')).not.toHaveText(first);
  await desk.key('t');
  await number.fill('99');
  await desk.key('Enter');
  await expect(drawn).toContainText('抽到的问题');
  await desk.key('o');
  await number.fill('7');
  await desk.key('Enter');
  await expect.poll(() => full.caller.slices.agenda?.[1]?.unit).not.toBe('u2');
  full.close();
});

test('every action on questions, by clicks, with the original beside the new words @console', async ({
  host,
  hub,
}) => {
  const { full, desk } = await begins(host, hub);
  await full.brings('u1', 'waiting', 'reporting');
  await full.ask('u1', ['老楼加装电梯卡在哪里？', '物业空置率多少？', '路灯不亮谁来修？']);
  await full.raiseHands(2);
  const of = (text: string) => full.caller.slices.questions?.find((one) => one.text === text);

  await desk
    .row('路灯不亮')
    .getByRole('button', { name: /路灯不亮/ })
    .click();
  await desk.press('提到最前');
  await expect(desk.row(/.+/).first()).toContainText('路灯不亮');
  await desk.press('下移');
  await expect(desk.row(/.+/).nth(1)).toContainText('路灯不亮');
  await desk.press('改屏幕文字');
  await expect(desk.hand.getByText('提问人的原话')).toBeVisible();
  await host.page.getByLabel('屏幕上的文字').fill('路灯谁来修？');
  await desk.press('保存文字');
  await expect(desk.hand).toContainText('原话：路灯不亮谁来修？');
  await desk.press('不采用');
  await desk.press('与别的问题重复');
  await desk.press('确认不采用');
  await expect.poll(() => of('路灯谁来修？')?.declined).toBe('与别的问题重复');
  await desk.undo.click();
  await expect.poll(() => of('路灯谁来修？')?.state).toBe('accepted');

  await desk.press(/^开始质询/);
  await desk.row('物业空置').getByRole('button', { name: '上台', exact: true }).click();
  await expect(desk.staged).toContainText('物业空置率多少？');
  await desk.staged.getByRole('button', { name: '改派', exact: true }).click();
  await host.page.getByLabel('改由谁回答').selectOption({ index: 1 });
  await desk.press('确认改派');
  await expect(desk.staged).not.toContainText('（书记）');
  await desk.press('放回待问');
  await expect(desk.staged).toHaveCount(0);
  await desk.row('物业空置').getByRole('button', { name: '上台', exact: true }).click();
  await desk.staged.getByRole('button', { name: '答复完毕' }).click();
  await expect(desk.undo).toHaveCount(0);
  await expect(host.page.getByText('答复完毕，这一步不能撤销')).toBeVisible();
  await desk.staged.getByRole('button', { name: '结束这一问' }).click();
  await host.page
    .getByRole('button', { name: /^请他问/ })
    .first()
    .click();
  await host.page.getByLabel('问题内容').fill('停车难怎么解决？');
  await desk.press('记下问题');
  await expect(desk.row('停车难')).toContainText('口头');
  full.close();
});

test('L1, L2 a lot: the commitment before, the proof after, repeated in the page; an abandoned one stays @console', async ({
  host,
  hub,
}) => {
  const { full, desk } = await begins(host, hub, false);
  const { page } = host;
  await desk.press('公布承诺，抽上场顺序');
  await expect(page.locator('.open-draw .code')).toHaveText(/^[0-9a-f]{64}$/);
  const promised = await page.locator('.open-draw .code').innerText();
  await desk.press('放弃这次抽签');
  await page.getByLabel('放弃的理由').fill('有人没有到');
  await desk.press('确认放弃');
  await expect(page.getByRole('heading', { name: /上场顺序.*已放弃/ })).toBeVisible();
  await desk.press('公布承诺，抽上场顺序');
  await page.getByLabel('现场报的数（0 至 999999）').fill('三八六');
  await page.getByRole('button', { name: '抽签', exact: true }).last().click();
  await expect(page.getByText('请填 0 至 999999 的整数')).toBeVisible();
  await page.getByLabel('现场报的数（0 至 999999）').fill('386');
  await desk.key('Enter');
  await expect(page.getByRole('heading', { name: /现场报数 386/ })).toBeVisible();
  await page.getByText('抽签凭据').first().click();
  await page.getByRole('button', { name: '重算一遍' }).first().click();
  await expect(page.getByText('重算的结果与公布的完全一致')).toBeVisible();
  await expect(page.getByRole('table', { name: '重算的每一步' }).getByRole('row')).toHaveCount(25);
  await page.getByText('抽签凭据').last().click();
  await expect(page.getByLabel('凭据全文').last()).toHaveValue(new RegExp(promised));
  await page.getByRole('button', { name: '重算一遍' }).last().click();
  await expect(page.getByText('这次抽签在报数之前就放弃了')).toBeVisible();
  full.close();
});

test('two hosts with their own accounts: each sees the other at once, and nothing is done twice @console', async ({
  host,
  hub,
  colleague,
}) => {
  const { full, desk } = await begins(host, hub);
  const second = await colleague('李主持', 'host');
  // What the hub tells the second host can be held back, as on a slow line.
  let held: (() => void)[] | null = null;
  await second.context.routeWebSocket(/socket\.io/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) => {
      if (held) held.push(() => socket.send(message));
      else socket.send(message);
    });
    socket.onMessage((message) => server.send(message));
  });
  await second.page.goto(host.page.url());
  const other = new Desk(second.page);
  await expect(other.main).toBeVisible();
  await full.brings('u1', 'waiting', 'reporting');
  await full.ask('u1', ['老楼加装电梯卡在哪里？', '物业空置率多少？']);
  await desk.offers('开始质询');
  await other.offers('开始质询');

  held = [];
  await desk.key(' ');
  await desk.offers('开始评分');
  await other.offers('开始质询');
  await other.key(' ');
  await expect.poll(() => full.caller.slices.stage?.stage).toBe('questioning');
  for (const send of held.splice(0)) send();
  held = null;
  await other.said('流程刚刚由别人推进了');
  await other.offers('开始评分');
  expect(full.caller.slices.stage?.stage).toBe('questioning');

  await desk.key('j', 'e');
  await desk.page.getByLabel('屏幕上的文字').fill('加装电梯卡在哪一步？');
  await desk.key('Enter');
  await expect(other.row('加装电梯卡在哪一步？')).toBeVisible();
  await expect(other.page.getByRole('region', { name: '刚刚' })).toContainText('改屏幕文字');
  await expect(other.page.getByRole('region', { name: '刚刚' })).toContainText('负责人');

  held = [];
  await desk.key('2');
  await expect(desk.staged).toContainText('物业空置率');
  await other.key('1');
  await expect.poll(() => held?.length ?? 0).toBeGreaterThan(1);
  for (const send of held.splice(0)) send();
  held = null;
  await other.said('刚刚由别人改动了');
  await expect(other.staged).toContainText('物业空置率');
  full.close();
});

test('a laptop that loses its network for a minute in the middle of a turn: nothing fires later, no reload, it goes on @console', async ({
  host,
  hub,
  complaints,
}) => {
  complaints.expectCuts();
  const { page } = host;
  // The page's own clock, so that a minute of it can go by at once.
  await page.clock.install();
  const { full, desk } = await begins(host, hub);
  await full.brings('u1', 'waiting', 'reporting');
  await desk.offers('开始质询');
  await page.evaluate(() => ((window as { mark?: string }).mark = 'the same page'));

  await host.context.setOffline(true);
  await expect(page.getByRole('status').filter({ hasText: '没有网络' }).first()).toBeVisible();
  const before = await desk.seconds();
  await desk.key(' ');
  await desk.said('没有网络，这次操作没有执行');
  await desk.key('+');
  await expect(page.getByText('现在按下的都不会执行，也不会留到以后')).toBeVisible();
  await page.clock.fastForward('01:00');
  // A4: the clock on the page goes on; and still nothing is done that was pressed.
  await expect.poll(async () => before - (await desk.seconds())).toBeGreaterThanOrEqual(60);
  await desk.key(' ');
  await desk.said('没有网络，这次操作没有执行');
  // Meanwhile the meeting goes on under another host.
  await full.caller.must('turn.step', { unit: 'u1', from: 'reporting', to: 'questioning' });
  await desk.offers('开始质询');

  await host.context.setOffline(false);
  await expect(page.getByText('现在按下的都不会执行，也不会留到以后')).toHaveCount(0, { timeout: 30_000 });
  await desk.offers('开始评分');
  expect(full.caller.slices.stage?.stage).toBe('questioning');
  await desk.key(' ');
  await desk.offers('收票，进入 30 秒宽限');
  expect(await page.evaluate(() => (window as { mark?: string }).mark)).toBe('the same page');
  full.close();
});

for (const [width, height] of [
  [1440, 900],
  [1536, 768],
  [1366, 768],
] as const) {
  test(`the page does not scroll at ${width}×${height} with 25 units, a long question, a queue and hands @console`, async ({
    host,
    hub,
  }) => {
    const { full, desk } = await begins(host, hub);
    await host.page.setViewportSize({ width, height });
    await desk.doesNotScroll();
    await full.brings('u1', 'waiting', 'questioning');
    const asked = await full.ask('u1', [LONG_QUESTION.slice(0, 200), ...someQuestions(20)]);
    await full.raiseHands(5);
    await full.caller.must('question.stage', { question: asked[0] ?? '' });
    await expect(desk.staged).toBeVisible();
    await desk.doesNotScroll();
    await desk.key('j', 'e');
    const field = host.page.getByLabel('屏幕上的文字');
    await expect(field).toBeInViewport();
    await expect(host.page.getByRole('button', { name: '保存文字' })).toBeInViewport();
    await desk.doesNotScroll();
    await desk.key('Escape');
    await expect(desk.unit('西湾社区党委')).toBeInViewport();
    await full.brings('u1', 'questioning', 'scoring');
    await expect(desk.main).toContainText('收票');
    await desk.doesNotScroll();
    full.close();
  });
}
