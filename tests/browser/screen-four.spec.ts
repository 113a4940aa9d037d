/** Issue 5, item 2: four walls of four shapes, each with a picture of its own, through a killed hub and a lost computer. */
import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { CommandBody } from '../../assessment/decide.ts';
import { Caller } from '../support/caller.ts';
import { expect, ScreenActor, test } from './support/actors.ts';

const CODE = /^[34679CDFHJKNPRTXY]{4}$/;
type Told = CommandBody<'screen.show'>['scene'];

interface Wall {
  name: string;
  size: { width: number; height: number };
  told: Told;
  text: string | null;
  /** The scene that stands there once a unit reports. */
  scene: string;
  says: string;
}
const WALLS: Wall[] = [
  {
    name: '主屏',
    size: { width: 1920, height: 1080 },
    told: 'auto',
    text: null,
    scene: 'report',
    says: '正在述职',
  },
  {
    name: '顺序',
    size: { width: 2304, height: 768 },
    told: 'agenda',
    text: null,
    scene: 'agenda',
    says: '社区党委',
  },
  {
    name: '返送',
    size: { width: 960, height: 540 },
    told: 'stage-facing',
    text: null,
    scene: 'stage-facing',
    says: '正在述职',
  },
  {
    name: '竖屏',
    size: { width: 1080, height: 1920 },
    told: 'message',
    text: '请从东门入场',
    scene: 'message',
    says: '请从东门入场',
  },
];

const sceneOf = (page: Page) => page.locator('main.screen').last();

/** Opens a wall, and a host confirms what stands on it. @returns its page */
async function pairs(
  browser: Browser,
  url: string,
  host: Caller,
  wall: Wall,
): Promise<[BrowserContext, Page]> {
  const context = await browser.newContext({ viewport: wall.size });
  const page = await context.newPage();
  await page.goto(url);
  const code = await sceneOf(page).getByText(CODE).innerText();
  await host.must('screen.pair', { code, screen: null, name: wall.name });
  await expect(sceneOf(page)).not.toHaveAttribute('data-scene', 'pairing');
  return [context, page];
}

async function stands(page: Page, { scene, says, size }: Wall): Promise<void> {
  await expect(sceneOf(page)).toHaveAttribute('data-scene', scene);
  await new ScreenActor(page).shows(says);
  const bars = await page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    return { width: scrollWidth, height: scrollHeight };
  });
  expect(bars).toEqual(size);
}

test('four screens show four pictures, keep them while the hub is dead, and all come back @screen', async ({
  host,
  hub,
  browser,
  complaints,
}) => {
  // Five browsers and a restart: on a busy machine that takes its time.
  test.slow();
  await host.isSignedIn();
  await host.hasDemo();
  const { code } = host;
  const caller = await new Caller({ url: hub.url, code, token: hub.token() }).ready();
  const url = `${hub.url}/screen/${code}`;
  const pages: Page[] = [];
  const contexts: BrowserContext[] = [];
  for (const [at, wall] of WALLS.entries()) {
    const [context, page] = await pairs(browser, url, caller, wall);
    complaints.watch(page, wall.name);
    contexts.push(context);
    pages.push(page);
    if (wall.told !== 'auto')
      await caller.must('screen.show', { screen: `screen-${at + 1}`, scene: wall.told, text: wall.text });
  }
  await expect(host.page.getByText('4 块屏，画面最新')).toBeVisible();
  await caller.must('meeting.open', {});
  const unit = caller.slices.agenda?.[0]?.unit ?? '';
  await caller.must('turn.step', { unit, from: 'waiting', to: 'reporting' });
  const all = () => Promise.all(WALLS.map((wall, at) => stands(pages[at] as Page, wall)));
  await all();

  // The hub dies: each keeps its picture, with the small mark.
  complaints.expectCuts();
  await hub.kill();
  for (const at of [0, 1, 2]) await new ScreenActor(pages[at] as Page).shows('正在重连');
  await all();
  await hub.run();
  await expect(host.page.getByText('4 块屏，画面最新')).toBeVisible();
  await all();

  // The computer of one loses its power, and starts again where it was.
  await pages[1]?.close();
  await expect(host.page.getByText('3 块屏，画面最新')).toBeVisible();
  const again = (await contexts[1]?.newPage()) as Page;
  complaints.watch(again, 'again');
  await again.goto(`${hub.url}/screen`);
  await stands(again, WALLS[1] as Wall);
  await expect(host.page.getByText('4 块屏，画面最新')).toBeVisible();
  caller.close();
  await Promise.all(contexts.map((context) => context.close()));
});
