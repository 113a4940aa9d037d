/** Issue 5, item 2: a wall without a keyboard becomes a screen by the code on it, and comes back by itself. */
import type { BrowserContext, Page } from '@playwright/test';
import { Caller } from '../support/caller.ts';
import { expect, ScreenActor, test, type Host } from './support/actors.ts';

const CODE = /^[34679CDFHJKNPRTXY]{4}$/;
const sceneOf = (page: Page) => page.locator('main.screen').last();
/** The code on a wall, as it is read from the console's table. */
const codeOn = async (page: Page): Promise<string> => {
  await expect(sceneOf(page)).toHaveAttribute('data-scene', 'pairing');
  const code = sceneOf(page).getByText(CODE);
  await expect(code).toBeVisible();
  return code.innerText();
};
const waitingOn = (host: Host) => host.page.getByRole('region', { name: '等待配对的屏幕' });
const noBars = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement;
    return scrollWidth <= clientWidth && scrollHeight <= clientHeight;
  });

test.describe('pairing a screen @screen', () => {
  test('the code of the meeting is typed once, the console confirms the wall, and a wall that is revoked waits quietly', async ({
    host,
    hub,
    browser,
    complaints,
  }) => {
    await host.isSignedIn();
    await host.hasDemo();
    const context = await browser.newContext({ viewport: { width: 1536, height: 768 } });
    const wall = await context.newPage();
    complaints.watch(wall, 'wall');
    // A person with a keyboard, once.
    await wall.goto(`${hub.url}/screen`);
    const field = wall.getByRole('textbox', { name: /输入参与码/ });
    await expect(field).toBeFocused();
    await field.fill('99999');
    await wall.keyboard.press('Enter');
    await expect(wall.getByRole('alert')).toHaveText('参与码是六位数字，现在是 5 位');
    await field.fill(host.code);
    await wall.keyboard.press('Enter');
    const code = await codeOn(wall);
    expect(await noBars(wall)).toBe(true);
    // Large enough for the console's table: key figures are at least 7 % of the height.
    const { height } = (await sceneOf(wall).getByText(code).boundingBox()) ?? { height: 0 };
    expect(height).toBeGreaterThan(0.25 * 768);

    const list = waitingOn(host);
    await expect(list).toContainText('一块屏幕在等待配对。');
    await expect(list).toContainText(`${code} 1536×768，本机`);
    await host.press(`配对 ${code}`);
    await new ScreenActor(wall).shows('微信扫一扫');
    await host.page.getByRole('textbox', { name: /这块屏叫什么/ }).fill('主席台');
    await host.press('改好了');
    const row = host.page.getByRole('list', { name: '对哪块屏' }).getByRole('button', { name: /^主席台/ });
    await expect(row).toContainText(/欢迎与参与.*1536×768.*最新/);
    await expect(list).toHaveCount(0);

    // From here on without a keyboard: the bare address leads back to it.
    await wall.goto(`${hub.url}/screen`);
    await new ScreenActor(wall).shows('微信扫一扫');
    expect(new URL(wall.url()).pathname).toBe(`/screen/${host.code}`);

    // I4: a wall that loses its pass in the middle of it shows the square no word of an error, and a small code.
    const caller = await new Caller({ url: hub.url, code: host.code, token: hub.token() }).ready();
    await caller.must('pass.revoke', { pass: 'screen-1', reason: '换到另一台电脑' });
    caller.close();
    const again = await codeOn(wall);
    expect(again).not.toBe(code);
    await expect(wall.locator('body')).not.toContainText(/失效|撤销|错误/);
    const small = (await sceneOf(wall).getByText(again).boundingBox()) ?? { height: 0 };
    expect(small.height).toBeLessThan(0.08 * 768);
    await host.press(`配对 ${again}`);
    await new ScreenActor(wall).shows('微信扫一扫');
    await context.close();
  });

  test('V3 a wall whose computer lost its power shows its last picture while the hub is away, and one whose storage was cleared is the same screen again by one tap', async ({
    host,
    hub,
    browser,
    complaints,
  }) => {
    await host.isSignedIn();
    await host.hasDemo();
    await host.drawsOrder(386);
    const opens = async (context: BrowserContext) => {
      const page = await context.newPage();
      complaints.watch(page, 'wall');
      await page.goto(`${hub.url}/screen/${host.code}`);
      return page;
    };
    const first = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
    const wall = await opens(first);
    await host.press(`配对 ${await codeOn(wall)}`);
    await host.page.getByRole('textbox', { name: /这块屏叫什么/ }).fill('左侧');
    await host.press('改好了');
    await new ScreenActor(wall).shows('社区党委上场顺序');

    // The power goes: the page ends, its storage stays; the hub takes no connections when it comes back.
    await wall.close();
    await first.routeWebSocket(/socket\.io/, (socket) => void socket.close());
    complaints.expectCuts();
    const back = await opens(first);
    await new ScreenActor(back).shows('社区党委上场顺序');
    await new ScreenActor(back).shows('正在重连');
    await first.close();

    // Another time its storage is gone with it.
    const second = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
    const cleared = await opens(second);
    const code = await codeOn(cleared);
    await host.press(`${code} 还是“左侧”`);
    await new ScreenActor(cleared).shows('社区党委上场顺序');
    const row = host.page.getByRole('list', { name: '对哪块屏' }).getByRole('button', { name: /^左侧/ });
    await expect(row).toContainText('最新');
    await second.close();
  });

  test('V3 a screen’s computer that is on before the hub waits on its own disk and goes on by itself', async ({
    host,
    hub,
    browser,
    complaints,
  }, info) => {
    await host.isSignedIn();
    await host.hasDemo();
    await host.goTo('凭证');
    const download = host.page.waitForEvent('download');
    await host.press('下载起始页');
    const file = info.outputPath('start.html');
    await (await download).saveAs(file);
    complaints.expectCuts();
    await hub.kill();
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
    const wall = await context.newPage();
    complaints.watch(wall, 'wall');
    await wall.goto(`file://${file}`);
    await expect(wall.getByText('正在等会议服务器')).toBeVisible();
    await hub.run();
    await codeOn(wall);
    expect(new URL(wall.url()).pathname).toBe(`/screen/${host.code}`);
    await context.close();
  });
});
