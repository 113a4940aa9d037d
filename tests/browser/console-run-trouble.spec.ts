/** Two hosts race, and one loses his network: nothing is done twice, and nothing later. */
import { expect, test } from './support/actors.ts';
import { Desk, begins } from './support/desk.ts';

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
