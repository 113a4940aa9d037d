/** Everything that a host does with questions and hands, by keys and by clicks. */
import { expect, test } from './support/actors.ts';
import { begins } from './support/desk.ts';

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
