import { expect, test } from './support/actors.ts';

test.describe('the big screen @screen', () => {
  test('is opened by the console alone, and says in words what else it was given', async ({
    host,
    hub,
    browser,
    complaints,
  }) => {
    await host.isSignedIn();
    await host.hasDemo();
    const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
    const page = await context.newPage();
    complaints.watch(page, 'stranger');
    const opens = async (address: string, words: string) => {
      await page.goto('about:blank');
      await page.goto(address);
      await expect(page.getByText(words)).toBeVisible();
      await expect(page.getByRole('button')).toHaveCount(0);
    };
    await opens(`${hub.url}/screen/999999`, '没有这个会议');
    await opens(`${hub.url}/screen/${host.code}#AAAAAAAAAAAAAAAAAAAAAAAA`, '这个链接不能用了');
    const [link = ''] = await host.issuesPasses('党员代表 01');
    await opens(link.replace('/p/', '/screen/'), '这个链接不是大屏幕的凭证');
    await context.close();
  });

  test('V3 keeps its picture through a reload and a killed hub, and comes back by itself', async ({
    host,
    hub,
    complaints,
  }) => {
    await host.isSignedIn();
    await host.hasDemo();
    await host.drawsOrder(386);
    const screen = await host.opensScreen(complaints);
    await screen.shows('社区党委上场顺序');
    // The secret of the pass does not stay where a camera could read it.
    expect(new URL(screen.page.url()).hash).toBe('');
    await screen.page.reload();
    await screen.shows('社区党委上场顺序');
    await host.press(/^开始考场/);
    await host.press(/上台述职/);
    await screen.shows('正在述职');
    complaints.expectCuts();
    await hub.kill();
    await screen.shows('正在重连');
    await screen.shows('正在述职');
    await hub.run();
    await expect(screen.page.locator('body')).not.toContainText('正在重连');
    await screen.shows('正在述职');
  });
});
