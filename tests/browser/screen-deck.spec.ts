/**
 * The deck of a unit on the wall: the presenter turns it on his phone, the host takes it back, a killed hub and a wall
 * that is loaded anew come back to the same page (J1, V3).
 */
import { deck, lockedDeck } from '../support/deck.ts';
import { FullMeeting } from '../support/full-meeting.ts';
import { issue, issued, passLink, printedSecret } from '../support/passes.ts';
import { expect, test } from './support/actors.ts';
import type { Page } from '@playwright/test';

/** A meeting that runs, its first unit waiting, with passes for a presenter and a screen. */
async function meeting(hub: Parameters<typeof FullMeeting.on>[0]) {
  const full = await FullMeeting.on(hub);
  await full.opens();
  await full.caller.until(() => full.caller.slices.agenda?.length === 25);
  const { unit, name } = full.caller.slices.agenda![0]!;
  await issued(full.caller, issue('presenter-91', 'presenter', { unit }), issue('screen-91', 'screen'));
  return { full, unit, name };
}

/** What is drawn on the page of the wall, in short: pages of the fixture differ by their figure. */
const drawn = (wall: Page, page: number): Promise<string> =>
  wall
    .getByRole('img', { name: `汇报材料第 ${page} 页，共 3 页` })
    .locator('canvas')
    .evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL('image/png'));

const pdfFile = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/pdf', buffer });

test('@screen J1 V3 the presenter turns the pages, the host turns back, and a crash comes back to the same page', async ({
  hub,
  host,
  examiner,
  complaints,
}) => {
  // A file goes up and through a reader of PDFs three times, and the hub starts twice.
  test.slow();
  await host.isSignedIn();
  const { full, unit, name } = await meeting(hub);

  // The phone: what no wall could show is said at once; a real file goes up and is there.
  const phone = await examiner(passLink(hub.url, full.code, 'presenter-91'));
  const mine = phone.page.getByRole('region', { name: '汇报材料' });
  const choose = mine.getByLabel('选一份 PDF（不超过 20 MB）');
  await choose.setInputFiles(pdfFile('幻灯片.pdf', Buffer.from('PK\x03\x04 slides')));
  await expect(mine.getByRole('alert')).toContainText('这不是 PDF 文件');
  await choose.setInputFiles(pdfFile('加密.pdf', lockedDeck()));
  await expect(mine.getByRole('alert')).toContainText('有密码');
  await choose.setInputFiles(pdfFile('述职汇报.pdf', deck(3, 1_400_000)));
  await expect(mine).toContainText('述职汇报.pdf');
  await expect(mine).toContainText('3 页');

  const wall = await host.context.newPage();
  complaints.watch(wall, 'wall');
  await wall.setViewportSize({ width: 960, height: 540 });
  await wall.goto(`${hub.url}/screen/${full.code}#${printedSecret('screen-91')}`);
  await wall.getByRole('button', { name: '打开大屏' }).click();
  await expect(wall.locator('main.screen')).toBeVisible();
  const shows = (page: number) =>
    expect(wall.getByRole('img', { name: `汇报材料第 ${page} 页，共 3 页` })).toBeVisible();

  await full.brings(unit, 'waiting', 'reporting');
  await shows(1);
  await expect(wall.getByRole('heading', { name, level: 1 })).toBeVisible();
  const first = await drawn(wall, 1);
  await phone.page.getByRole('button', { name: '下一页' }).click();
  await shows(2);
  await phone.sees('第 2 页，共 3 页');
  expect(await drawn(wall, 2)).not.toBe(first);

  await host.page.goto(`${hub.url}/console/${full.code}`);
  const bar = host.page.getByRole('region', { name: '汇报材料' });
  await expect(bar).toContainText('第 2 页，共 3 页');
  // The host sees what comes next: a canvas on which nothing was drawn is 300 pixels wide.
  const next = bar.getByRole('img', { name: '第 3 页，共 3 页' }).locator('canvas');
  await expect.poll(() => next.evaluate((canvas: HTMLCanvasElement) => canvas.width)).toBeLessThan(200);
  await host.page.keyboard.press('ArrowLeft');
  await shows(1);
  expect(await drawn(wall, 1)).toBe(first);
  await bar.getByRole('button', { name: '收起材料' }).click();
  await expect(wall.locator('[data-scene="report"]')).toBeVisible();
  await phone.sees('材料已收起');
  await phone.page.getByRole('button', { name: '下一页' }).click();
  await shows(2);

  // The hub is killed: the page stays. The wall loses its power: it comes back to the page.
  complaints.expectCuts();
  await hub.kill();
  await shows(2);
  await hub.run();
  await wall.reload();
  await shows(2);
  await phone.page.getByRole('button', { name: '下一页' }).click();
  await shows(3);
  full.close();
});
