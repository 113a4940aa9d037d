import { chromium } from '@playwright/test';
import { chromiumOptions } from '../support/chromium.ts';
import { expect, test, type Host } from './support/actors.ts';
import { filmOf } from './support/fake-camera.ts';

const main = (host: Host) => host.page.getByRole('main');
const status = (host: Host, text: string | RegExp) =>
  expect(main(host).getByRole('status').filter({ hasText: text })).toBeVisible();
const search = (host: Host) => host.page.getByRole('searchbox', { name: '号码、姓名、拼音或首字母' });
const types = async (host: Host, text: string) => {
  await search(host).fill(text);
  await search(host).press('Enter');
};
const opensDesk = async (host: Host) => {
  await host.page.getByRole('link', { name: '签到', exact: true }).click();
  await expect(search(host)).toBeFocused();
};
const count = (host: Host, category: string) =>
  host.page
    .getByRole('list', { name: '到场与计划' })
    .getByRole('listitem', { name: new RegExp(`^${category}`) });

test.describe('passes and check-in @console', () => {
  test('passes are issued, printed eight a page, and one is reissued alone', async ({ host }) => {
    await host.isSignedIn();
    await host.hasDemo();
    await host.issuesPasses();
    await host.press('为 5 家单位发述职凭证');
    await host.press('预览 50 张（7 页）');
    const sheet = host.page.getByRole('region', { name: '打印凭证' }).last();
    await expect(sheet.getByRole('article')).toHaveCount(50);
    const first = sheet.getByRole('article').first();
    for (const text of ['考官证', '党员代表', '01', '微信扫一扫', '一证一机，请勿转借', '演示数据'])
      await expect(first).toContainText(text);
    await host.page.emulateMedia({ media: 'print' });
    const size = await first.getByRole('img').boundingBox();
    // 30 mm at 96 dots an inch.
    expect(size?.width).toBeGreaterThanOrEqual((30 / 25.4) * 96);
    await host.page.emulateMedia({ media: 'screen' });
    await host.press('收起预览');

    const before = await host.page
      .getByRole('link', { name: '在新窗口打开 党员代表 02' })
      .getAttribute('href');
    await host.press('更多：党员代表 02');
    await host.press('换发：党员代表 02');
    await host.page.getByLabel('换发的理由').fill('证丢了');
    await host.press('确认换发');
    await expect(sheet.getByRole('article')).toHaveCount(1);
    await expect(sheet.getByRole('article')).toContainText('02');
    await host.press('收起预览');
    const link = host.page.getByRole('link', { name: '在新窗口打开 党员代表 02' });
    await expect(link).not.toHaveAttribute('href', before ?? '');
  });

  test('the desk checks in by number, name and initials, undoes a mistake, and notes who leaves', async ({
    host,
  }) => {
    await host.isSignedIn();
    await host.hasDemo();
    await host.issuesPasses();
    await opensDesk(host);
    await types(host, '党员 1');
    await status(host, '党员代表 01 号，已签到');
    await expect(count(host, '党员代表')).toContainText('1 / 10');
    await types(host, '何军');
    await status(host, '何军 党员代表 03 号，已签到');
    await types(host, 'lyc');
    await status(host, '罗雅成 党员代表 05 号，已签到');
    await types(host, '０１');
    await status(host, '对得上的不止一位');
    await expect(count(host, '党员代表')).toContainText('3 / 10');

    await types(host, 'hejun');
    await status(host, '早已签到');
    await search(host).fill('何军');
    await host.press('撤销签到：何军 党员代表 03 号');
    await status(host, '签到已撤销');
    await expect(count(host, '党员代表')).toContainText('2 / 10');
    await search(host).fill('罗雅成');
    await host.press('离场：罗雅成 党员代表 05 号');
    await status(host, '罗雅成 党员代表 05 号，已离场');
    await expect(count(host, '党员代表')).toContainText('离场 1');
    await expect(count(host, '党员代表')).toContainText('1 / 10');
  });

  test('a walk-in enrols with the code on the screen; a substitute takes the seat of somebody absent', async ({
    host,
    hub,
    examiner,
  }) => {
    await host.isSignedIn();
    await host.hasDemo();
    await host.issuesPasses();
    await opensDesk(host);
    await host.press('临时增加');
    await host.press('加入名单并发凭证');
    await expect(host.page.getByText('请填写。')).toBeVisible();
    await host.page.getByLabel('姓名', { exact: true }).fill('钟临时');
    await host.press('加入名单并发凭证');
    await status(host, '钟临时 党员代表 11 号，已加入名单');
    await expect(count(host, '党员代表')).toContainText('1 / 11');
    const shown = host.page.getByRole('region', { name: '党员代表 11 的凭证' });
    await expect(shown.getByRole('img')).toBeVisible();
    const secrets = await host.page.evaluate(
      (key) => JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, string>,
      `dkc.passes.${host.code}`,
    );
    const phone = await examiner(`${hub.url}/p/${host.code}#${secrets['party-11']}`);
    await phone.sees('党员代表');
    await expect(shown.getByText('他的手机已登记。')).toBeVisible();

    await search(host).fill('何军');
    await host.press('替补：何军 党员代表 03 号');
    await host.page.getByLabel('姓名', { exact: true }).fill('柳替补');
    await host.page.getByLabel('替补的理由').fill('生病请假');
    await host.press('作废原证并发新证');
    await status(host, '柳替补 党员代表 12 号，已加入名单');
    await expect(count(host, '党员代表')).toContainText('2 / 11');
    await search(host).fill('何军');
    await expect(host.page.getByText('没有对得上的人')).toBeVisible();
    await host.goTo('凭证');
    await expect(host.page.getByRole('button', { name: '考官都有凭证了' })).toBeVisible();
    await expect(host.page.getByRole('row', { name: /何军/ })).toContainText('已作废');
  });

  test('an anonymous meeting has stacks, numbers and no names', async ({ host }) => {
    await host.isSignedIn();
    await host.hasDemo();
    await host.goTo('准备');
    await host.opens('流程与公布');
    await host.page.getByLabel('记名方式').selectOption('anonymous');
    await host.press('保存流程与公布设置');
    await host.goTo('凭证');
    await host.page.getByLabel('媒体代表，已有 0 张，再发').fill('9');
    await host.press('发 9 张无记名凭证');
    await expect(host.page.getByLabel('媒体代表，已有 9 张，再发')).toBeVisible();
    await host.press('预览 9 张（2 页）');
    const sheet = host.page.getByRole('region', { name: '打印凭证' }).last();
    await expect(sheet.getByRole('article')).toHaveCount(9);
    await expect(
      sheet.getByText('9 至 9', { exact: false }).or(sheet.getByText('第 9 张', { exact: false })),
    ).toBeVisible();
    await host.press('收起预览');
    await opensDesk(host);
    await types(host, '媒体3');
    await status(host, '媒体代表 03 号，已签到');
    await expect(count(host, '媒体代表')).toContainText('1 / 9');
    await expect(host.page.getByRole('button', { name: /^替补/ })).toHaveCount(0);
    await host.press('临时增加');
    await host.page.getByLabel('考官类别').selectOption({ label: '媒体代表' });
    await host.press('再发一张');
    await status(host, '媒体代表 10 号');
    await expect(count(host, '媒体代表')).toContainText('1 / 10');
    const kept = await host.page.evaluate(() => JSON.stringify({ ...localStorage }));
    expect(kept).not.toMatch(/吴玉波|姜国波/);
  });

  test('the camera checks in a pass without taking it', async ({ host, hub, examiner, complaints }, info) => {
    await host.isSignedIn();
    await host.hasDemo();
    const [link = ''] = await host.issuesPasses('媒体代表 02');
    const film = await filmOf(link, info.outputPath('pass.y4m'));
    const browser = await chromium.launch({
      ...chromiumOptions,
      args: [
        ...chromiumOptions.args,
        '--use-fake-device-for-media-stream',
        '--use-fake-ui-for-media-stream',
        `--use-file-for-fake-video-capture=${film}`,
      ],
    });
    try {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
      await context.addCookies((await host.context.storageState()).cookies);
      const page = await context.newPage();
      complaints.watch(page, 'desk');
      await page.goto(`${hub.url}/console/${host.code}/check-in`);
      await page.getByRole('button', { name: '用摄像头扫' }).click();
      await expect(page.getByText('媒体代表 02 号，已签到')).toBeVisible();
      await page.getByRole('button', { name: '关摄像头' }).click();
    } finally {
      await browser.close();
    }
    const phone = await examiner(link);
    await phone.sees('媒体代表');
  });
});
