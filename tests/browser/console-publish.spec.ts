/**
 * Items 7 and 10 of the console, V2: publishing at once and after the next, as the host sees it beforehand and the screen
 * shows it then; a ceremony is in screen-ceremony.spec.ts.
 */
import type { Settings } from '../../assessment/meeting.ts';
import { FullMeeting } from '../support/full-meeting.ts';
import { expect, test, type Host } from './support/actors.ts';

/** Three committees, five examiners, a screen; the first two units are locked or on their way. */
async function begins(host: Host, hub: Parameters<typeof FullMeeting.on>[0], publish: Settings['publish']) {
  await host.isSignedIn();
  const full = await FullMeeting.on(hub, { publish });
  const units = full.caller.slices.agenda ?? [];
  await full.caller.must('members.set', { members: [] });
  await full.caller.must('units.set', {
    units: units.slice(0, 3).map(({ unit, name }) => ({ id: unit, name, street: '' })),
  });
  await full.opens();
  await full.come(5);
  await host.page.goto(`${hub.url}/console/${full.code}/passes`);
  const names = units.slice(0, 3).map(({ name }) => name);
  return { full, names, main: host.page.locator('.go .btn.main'), outlook: host.page.locator('.outlook') };
}

/** A whole turn; all five give the same share of full marks. */
async function plays(full: FullMeeting, unit: string, share: number): Promise<void> {
  await full.brings(unit, 'waiting', 'scoring');
  await full.score(unit, 5, 0, share);
  await full.brings(unit, 'scoring', 'locked');
}

test('V2 at once: the host reads what the screen will show, then taps @console', async ({
  host,
  hub,
  complaints,
}) => {
  const { full, names, main, outlook } = await begins(host, hub, 'at-once');
  await plays(full, 'u1', 0.8);
  const screen = await host.opensScreen(complaints);
  await host.goTo('现场');
  await expect(main).toContainText(`公布得分：${names[0]}`);
  await expect(outlook).toContainText('大屏将显示：80.00 分，目前第 1 名');
  await main.click();
  await screen.shows(names[0]!);
  await screen.shows('80');
  await plays(full, 'u2', 0.6);
  await expect(outlook).toContainText('大屏将显示：60.00 分，目前第 2 名');
  await main.click();
  await screen.shows('60');
  full.close();
});

test('V2 after-next: the host reads which unit the next lock publishes @console', async ({
  host,
  hub,
  complaints,
}) => {
  const { full, names, main, outlook } = await begins(host, hub, 'after-next');
  await plays(full, 'u1', 0.8);
  const screen = await host.opensScreen(complaints);
  await host.goTo('现场');
  const soon = `锁票后公布${names[0]}：80.00 分，目前第 1 名`;
  await expect(outlook).toContainText(soon);
  await full.brings('u2', 'waiting', 'scoring');
  await full.score('u2', 5, 0, 0.6);
  await full.brings('u2', 'scoring', 'closing');
  await expect(outlook).toContainText(soon);
  await expect(main).toContainText('锁票');
  await main.click();
  await expect(outlook).toContainText(`锁票后公布${names[1]}：60.00 分，目前第 2 名`);
  // J1: the lock stands on the wall for twelve seconds before what it published.
  await screen.shows('80', 20_000);
  await plays(full, 'u3', 0.7);
  await expect(main).toContainText(`公布得分：${names[2]}`);
  await expect(outlook).toContainText('大屏将显示：70.00 分，目前第 2 名');
  await main.click();
  await expect(main).toContainText('结束考场');
  full.close();
});
