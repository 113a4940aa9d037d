/**
 * V2, K1, K2, X2: the ceremony on the wall, beat by beat, is the ranking of the downloaded bundle read from its end: two
 * units that share a place, one that was absent, a step back, a pause, a play at the host's pace, a killed hub.
 */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { parseBundle, type Bundle } from '../../assessment/bundle.ts';
import { FullMeeting } from '../support/full-meeting.ts';
import { expect, test, type Host, type ScreenActor } from './support/actors.ts';

const SHARES: Record<string, number | null> = { u1: 0.6, u2: 0.8, u3: 0.8, u4: 0.9, u5: null };

/** Five committees whose turns are over: two are equal, the last one never came. */
async function played(host: Host, hub: Parameters<typeof FullMeeting.on>[0]) {
  const full = await FullMeeting.on(hub, { publish: 'ceremony' });
  const names = new Map((full.caller.slices.agenda ?? []).slice(0, 5).map(({ unit, name }) => [unit, name]));
  await full.caller.must('units.set', {
    units: [...names].map(([id, name]) => ({ id, name, street: '' })),
  });
  await full.opens();
  await full.come(3);
  for (const [unit, share] of Object.entries(SHARES)) {
    if (share === null) {
      await full.caller.must('turn.absent', { unit, from: 'waiting', reason: '没有到场' });
      continue;
    }
    await full.brings(unit, 'waiting', 'scoring');
    await full.score(unit, 3, 0, share);
    await full.brings(unit, 'scoring', 'locked');
  }
  await host.page.goto(`${hub.url}/console/${full.code}/passes`);
  return { full, names };
}

/** What the wall says of the place at hand; a name that is not public is nowhere on it (V1). */
const wall = ({ page }: ScreenActor) => ({
  rank: page.locator('[data-rank]'),
  rankOf: (rank: number) => page.locator(`[data-rank="${rank}"]`),
  score: page.locator('[data-units]'),
  /** One picture: the one before it has faded. */
  pictures: page.getByRole('main'),
  boards: page.getByRole('heading', { level: 1 }),
});

interface Place {
  rank: number;
  score: string;
  names: string[];
}

/** K1: the places of a recount from the last one up, equals together. */
function placesOf(bundle: Bundle, names: ReadonlyMap<string, string>): Place[] {
  const places = new Map<number, Place>();
  for (const { unit } of bundle.units.map(({ id }) => ({ unit: id }))) {
    const result = bundle.results.find((one) => one.unit === unit);
    if (!result || result.rank === null || result.score === null) continue;
    const place = places.get(result.rank) ?? { rank: result.rank, score: result.score, names: [] };
    place.names.push(names.get(unit) ?? '');
    places.set(result.rank, place);
  }
  return [...places.values()].sort((a, b) => b.rank - a.rank);
}

async function bundleOf(page: Page, url: string): Promise<Bundle> {
  await page.goto(url);
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: '计票包 .json' }).click();
  const parsed = parseBundle(JSON.parse(await readFile(await (await downloading).path(), 'utf8')));
  if (!('bundle' in parsed)) throw new Error(JSON.stringify(parsed.problems));
  return parsed.bundle;
}

test('V2 K1 K2 X2 the wall unveils the recount from its last place up, through a rewind, a pause and a crash @screen', async ({
  host,
  hub,
  complaints,
}) => {
  await host.isSignedIn();
  const { full, names } = await played(host, hub);
  const main = host.page.locator('.go .btn.main');
  const outlook = host.page.locator('.outlook');
  const screen = await host.opensScreen(complaints);
  const { rank, rankOf, score, boards, pictures } = wall(screen);
  const places = placesOf(await bundleOf(host.page, `${hub.url}/console/${full.code}`), names);
  expect(places.map((one) => [one.rank, one.names.length])).toEqual([
    [4, 1],
    [2, 2],
    [1, 1],
  ]);

  const showsScore = async ({ rank: place, score: points, names: hidden }: Place) => {
    await expect(rankOf(place)).toBeVisible();
    await expect(pictures).toHaveCount(1);
    await expect(score).toHaveAttribute('data-units', '');
    await screen.shows(points);
    await expect(boards).toHaveCount(hidden.length);
    for (const name of hidden) await expect(screen.page.locator('body')).not.toContainText(name);
  };
  const showsNames = async ({ rank: place, names: shown }: Place) => {
    await expect(rankOf(place)).toBeVisible();
    await expect(pictures).toHaveCount(1);
    await expect(boards).toHaveText(shown);
  };
  const [last, shared, first] = places as [Place, Place, Place];

  await expect(outlook).toContainText(`开始时先公布没有名次的：${names.get('u5')}`);
  await main.click();
  // K2: who has no place is said first, and without a beat of his own.
  await screen.shows('即将揭晓');
  await screen.shows('不排名次');
  await screen.shows(names.get('u5')!.replace('社区党委', ''));

  await expect(outlook).toContainText(`接下来：第 4 名的得分 ${last.score}`);
  await main.click();
  await showsScore(last);
  await expect(outlook).toContainText(`接下来：第 4 名是 ${last.names[0]}`);
  await main.click();
  await showsNames(last);

  // The page plays: the next beat comes by itself; a step back stops it.
  await host.page.getByLabel('每步').selectOption('4');
  await host.press('自动播放');
  await showsScore(shared);
  await expect(outlook).toContainText(`接下来：第 2 名是 ${shared.names.join('、')}`);
  await host.page.keyboard.press('Backspace');
  await expect(host.page.getByRole('button', { name: '自动播放' })).toBeVisible();
  await showsNames(last);
  await expect(main).toContainText('揭晓得分');
  await main.click();
  await showsScore(shared);

  // A pause of the meeting, and a hub that dies in it: the ceremony stands where it was.
  await expect(main).toContainText('揭晓单位');
  await full.caller.must('meeting.pause', { note: null });
  await expect(main).toContainText('恢复考场');
  await expect(rank).toHaveCount(0);
  complaints.expectCuts();
  // What is pressed without a network is not carried out, and would not be later.
  const offline = host.page.getByText('没有网络。计时照走');
  await hub.kill();
  await expect(offline).toBeVisible();
  await hub.run();
  await expect(offline).toHaveCount(0);
  await expect(main).toContainText('恢复考场');
  await main.click();
  await showsScore(shared);
  await expect(main).toContainText('揭晓单位');
  await main.click();
  await showsNames(shared);

  // The first place is the host's own press: playing stops before it.
  await expect(host.page.getByRole('status').filter({ hasText: '第一名由主持亲手揭晓' })).toBeVisible();
  await expect(outlook).toContainText(`接下来：第 1 名的得分 ${first.score}`);
  await main.click();
  await showsScore(first);
  await expect(main).toContainText('揭晓单位');
  await main.click();
  await showsNames(first);
  await expect(main).toContainText('结束考场');
  full.close();
});
