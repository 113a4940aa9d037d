/**
 * Issue 5, item 3, on walls of a meeting that goes on: motion ends soon, flashes nothing and is left out where it is not
 * wanted; rare characters are letters; 黑 stands for 宋 where it was asked for.
 */
import type { Browser, Page } from '@playwright/test';
import { FullMeeting } from '../support/full-meeting.ts';
import { expect, test, ScreenActor } from './support/actors.ts';
import { boxedIn, heldHere } from './support/glyphs.ts';
import { film, flashesIn, movedOn, noteMotion, type Light } from './support/motion.ts';

const CODE = /^[34679CDFHJKNPRTXY]{4}$/;
/** Names of villages and of people that many fonts lack. */
const RARE = ['𠮷', '𬭎', '㙍', '䶮'];
const CLOTH_MS = 1800;
const sceneOf = (page: Page) => page.locator('main.screen').last();

/** One picture: the one before it has faded. */
async function stands(page: Page, scene: string): Promise<void> {
  await expect(sceneOf(page)).toHaveAttribute('data-scene', scene);
  await expect(page.getByRole('main')).toHaveCount(1);
}

async function wallOf(browser: Browser, full: FullMeeting, motion: 'reduce' | 'no-preference', query = '') {
  const viewport = { width: 960, height: 540 };
  const context = await browser.newContext({ viewport, reducedMotion: motion, locale: 'zh-CN' });
  const page = await context.newPage();
  await noteMotion(page);
  await page.goto(`${full.hub.url}/screen/${full.code}${query}`);
  const code = await sceneOf(page).getByText(CODE).innerText();
  await full.caller.must('screen.pair', { code, screen: null, name: motion === 'reduce' ? '静' : '动' });
  await stands(page, 'welcome');
  return page;
}

test('issue 5.3 a wall moves for a moment and flashes nothing; without motion it cuts; its letters are the ones asked for @screen', async ({
  hub,
  browser,
  complaints,
}) => {
  const full = await FullMeeting.on(hub, { publish: 'ceremony' });
  const { caller } = full;
  const units = (caller.slices.agenda ?? [])
    .slice(0, 4)
    .map(({ unit, name }) => ({ id: unit, name, street: '' }));
  await caller.must('units.set', { units });
  await full.come(3);
  const [moves, cuts] = await Promise.all([
    wallOf(browser, full, 'no-preference'),
    wallOf(browser, full, 'reduce', '?face=hei'),
  ]);
  complaints.watch(moves, 'moves');
  complaints.watch(cuts, 'cuts');
  const both = (check: (page: Page) => Promise<void>) => Promise.all([moves, cuts].map(check));
  await movedOn(moves);
  const filmed = await film(browser, moves);

  // A change of scene, and the draw.
  await caller.must('draw.promise', { purpose: 'order' });
  await both((page) => stands(page, 'commitment'));
  const scenes = await movedOn(moves);
  expect(scenes.filter(({ what }) => what === 'main').length, 'scenes fade').toBeGreaterThan(0);
  const draw = caller.slices.draws?.[0]?.id ?? '';
  await caller.must('draw.do', { draw, number: 314_159 });
  await both((page) => stands(page, 'lots'));
  await expect(moves.getByText('正在抽签')).toBeVisible();
  await expect(moves.getByText('正在抽签')).toHaveCount(0);
  const drawn = await movedOn(moves);
  expect(drawn.filter(({ what }) => what === 'li').length, 'slips trade places').toBeGreaterThan(0);

  // The cloth.
  await full.opens();
  const [first, ...others] = units.map(({ id }) => id);
  await full.brings(first ?? '', 'waiting', 'scoring');
  await full.score(first ?? '', 3);
  await full.brings(first ?? '', 'scoring', 'locked');
  for (const unit of others) await caller.must('turn.absent', { unit, from: 'waiting', reason: '没有到场' });
  await caller.must('ceremony.start', {});
  await both((page) => stands(page, 'ceremony'));
  const before = await movedOn(moves);
  await caller.must('ceremony.beat', { from: 0, to: 1 });
  await both((page) => expect(page.locator('[data-score]').first()).toBeVisible());
  await both((page) => stands(page, 'ceremony'));
  await caller.must('ceremony.beat', { from: 1, to: 2 });
  await both((page) => expect(page.getByRole('heading', { level: 1 })).toHaveText(units[0]?.name ?? ''));
  await expect.poll(() => moves.evaluate(() => document.getAnimations().length)).toBe(0);
  const cloth = await movedOn(moves);
  expect(cloth.filter(({ duration }) => duration === CLOTH_MS).length, 'the cloth rises').toBeGreaterThan(0);

  const all = [...scenes, ...drawn, ...before, ...cloth];
  expect(
    all.filter(({ duration }) => duration > 600).map(({ what, duration }) => `${what} ${duration}`),
  ).toEqual(all.filter(({ duration }) => duration === CLOTH_MS).map(() => `svg ${CLOTH_MS}`));
  expect(all.filter(({ iterations, oneWay }) => iterations !== 1 || !oneWay)).toEqual([]);
  expect(await movedOn(cuts), 'what moved on the wall that wants no motion').toEqual([]);
  const lights: Light[] = await filmed();
  expect(lights.length, 'pictures of the film').toBeGreaterThan(20);
  expect(flashesIn(lights), 'flashes in a second').toBeLessThanOrEqual(3);

  // The letters.
  await caller.must('screen.show', { screen: null, scene: 'test', text: null });
  await both((page) => stands(page, 'test'));
  await new ScreenActor(moves).shows('标题用宋体');
  await new ScreenActor(cuts).shows('标题用黑体');
  const held = heldHere(RARE);
  if (held === null || held.length < RARE.length)
    test
      .info()
      .annotations.push({ type: 'fonts', description: `this machine has ${held?.join('') ?? 'no list'}` });
  for (const page of [moves, cuts])
    for (const letters of ['.song', 'main.screen'])
      expect(await boxedIn(page, letters, held ?? []), letters).toEqual([]);
  const faceOf = (page: Page) =>
    page
      .locator('.song')
      .first()
      .evaluate((one) => getComputedStyle(one).fontFamily);
  const hei = await faceOf(cuts);
  expect(hei).not.toBe(await faceOf(moves));
  await cuts.goto(`${hub.url}/screen/${full.code}`);
  await new ScreenActor(cuts).shows('标题用黑体');
  expect(await faceOf(cuts)).toBe(hei);
  await Promise.all([moves, cuts].map((page) => page.context().close()));
  full.close();
});
