/** Issue 3, item 10: screens by name, what they are told, and the page that faces the stage. */
import { Caller } from '../support/caller.ts';
import type { HubProcess } from '../support/hub-process.ts';
import { issue, issued, printedSecret } from '../support/passes.ts';
import { expect, ScreenActor, test, type Host } from './support/actors.ts';
import type { Page } from '@playwright/test';

/** A pass for one more wall, as the page of passes makes it. @returns its link */
async function anotherScreen(hub: HubProcess, code: string, number: string): Promise<string> {
  const caller = await new Caller({ url: hub.url, code, token: hub.token() }).ready();
  const id = `screen-${number}`;
  await issued(caller, issue(id, 'screen', { number }));
  caller.close();
  return `${hub.url}/screen/${code}#${printedSecret(id)}`;
}

const rowOf = (host: Host, name: string) =>
  host.page.getByRole('list', { name: '对哪块屏' }).getByRole('button', { name: new RegExp(`^${name}`) });
const pictures = (host: Host) => host.page.getByRole('group', { name: '换画面' });
const sceneOf = (page: Page) => page.locator('main.screen').last();

test.describe('the screens @console', () => {
  test('one is told a message, all a test card, and a killed hub tells them the same again', async ({
    host,
    hub,
    browser,
    complaints,
  }) => {
    await host.isSignedIn();
    await host.hasDemo();
    const first = await host.opensScreen(complaints);
    await first.shows('微信扫一扫');
    const context = await browser.newContext({ viewport: { width: 1152, height: 384 } });
    const page = await context.newPage();
    complaints.watch(page, 'second screen');
    await page.goto(await anotherScreen(hub, host.code, '2'));
    await page.getByRole('button', { name: '打开大屏' }).click();
    const second = new ScreenActor(page);
    await second.shows('微信扫一扫');

    // Each by name, with what it shows, how large it is and whether that is so.
    await expect(rowOf(host, '大屏 1')).toContainText(/欢迎与参与.*1920×1080.*最新/);
    await expect(rowOf(host, '大屏 2')).toContainText(/欢迎与参与.*1152×384.*最新/);
    await expect(host.page.getByText('2 块屏，画面最新')).toBeVisible();

    await rowOf(host, '大屏 2').click();
    await pictures(host).getByRole('button', { name: '消息' }).click();
    await host.page.getByRole('textbox', { name: /放到大屏上的话/ }).fill('第一排请留给考官\n谢谢');
    await host.press('放到大屏');
    await second.shows('第一排请留给考官');
    await first.shows('微信扫一扫');
    await expect(rowOf(host, '大屏 2')).toContainText('消息');
    await expect(rowOf(host, '大屏 1')).toContainText('欢迎与参与');
    // The preview is the picture of the wall that is chosen.
    const preview = host.page.frameLocator('iframe[title="大屏预览：大屏 2"]');
    await expect(preview.locator('body')).toContainText('第一排请留给考官');

    await rowOf(host, '全部大屏').click();
    await pictures(host).getByRole('button', { name: '测试图' }).click();
    await first.shows('1920 × 1080');
    await second.shows('1152 × 384');
    await second.shows('大屏 2');

    complaints.expectCuts();
    await hub.kill();
    const cut = host.page.getByText('现在按下的都不会执行，也不会留到以后');
    await expect(cut).toBeVisible();
    await second.page.reload().catch(() => undefined);
    await hub.run();
    // The browser's own page for a server that is away comes back by itself, too, and would be in the way once.
    await expect(() => second.page.goto(`${hub.url}/screen/${host.code}`)).toPass();
    await second.shows('1152 × 384');
    await first.shows('1920 × 1080');
    await expect(host.page.getByText('停在“测试图”')).toBeVisible();

    // Everybody is back, the console too.
    await expect(cut).toHaveCount(0);
    await expect(host.page.getByText('2 块屏，画面最新')).toBeVisible();
    await pictures(host).getByRole('button', { name: '自动' }).click();
    await first.shows('微信扫一扫');
    await second.shows('微信扫一扫');
    await expect(host.page.getByText('停在“测试图”')).toBeHidden();
    await context.close();
  });

  test('a wall that is closed is seen to be away, one that is named is called so, and black is black', async ({
    host,
    complaints,
  }) => {
    await host.isSignedIn();
    await host.hasDemo();
    const screen = await host.opensScreen(complaints);
    await expect(rowOf(host, '大屏 1')).toContainText('最新');
    await host.press('改名');
    await host.page.getByRole('textbox', { name: /这块屏叫什么/ }).fill('主席台');
    await host.press('改好了');
    await expect(rowOf(host, '主席台')).toContainText('最新');
    // The key leads to the picture that is told, and Tab and Enter go on from there.
    await host.page.keyboard.press('s');
    await expect(pictures(host).getByRole('button', { name: '自动' })).toBeFocused();
    await pictures(host).getByRole('button', { name: '黑屏' }).focus();
    await host.page.keyboard.press('Enter');
    await expect(sceneOf(screen.page)).toHaveAttribute('data-scene', 'black');
    await screen.page.close();
    await expect(rowOf(host, '主席台')).toContainText('离线');
    await expect(host.page.getByText('没有屏幕在线')).toBeVisible();
  });

  test('the page that faces the stage shows the clock, the question and what comes, on a wall and on the laptop', async ({
    host,
    complaints,
  }) => {
    await host.isSignedIn();
    await host.hasDemo();
    const screen = await host.opensScreen(complaints);
    await expect(rowOf(host, '大屏 1')).toContainText('最新');
    await pictures(host).getByRole('button', { name: '返送' }).click();
    await screen.shows('还没有开始');
    await host.press(/^开始考场/);
    await host.press(/上台述职/);
    await screen.shows('正在述职');
    const clock = screen.page.getByRole('timer');
    await expect(clock).toHaveText(/^[78]:\d\d$/);
    const { height } = (await clock.boundingBox()) ?? { height: 0 };
    // Figures are nine tenths of the box that is as high as their line.
    expect(height * 0.9).toBeGreaterThan(0.3 * 1080);
    await screen.shows('现场质询');
    await expect(screen.page.getByRole('button', { name: '打开提示音' })).toBeVisible();

    // What all are told passes it by.
    await rowOf(host, '大屏 1').click();
    const opened = host.context.waitForEvent('page');
    await host.page.getByRole('link', { name: '在这台电脑上打开返送屏' }).click();
    const laptop = await opened;
    complaints.watch(laptop, 'stage-facing');
    await expect(laptop.getByRole('timer')).toHaveText(/^[78]:\d\d$/);
    await expect(laptop.getByRole('link', { name: '准备' })).toHaveCount(0);
    await laptop.getByRole('button', { name: '打开提示音' }).click();
    await expect(laptop.getByText('提示音已打开')).toBeVisible();
  });
});
