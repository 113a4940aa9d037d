/** Issue 5: what a host tells a wall by hand; and the gallery of scenes, which is an owner's (I7). */
import { FullMeeting } from '../support/full-meeting.ts';
import { expect, test } from './support/actors.ts';

const ASKED = '消防通道什么时候通？';
const PROMISED = '给夜市划出四米宽的消防通道';

/** The hub keeps real time here, and takes a day that is not too far away. */
const inAMonth = () => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

/** Two results are public, and a third unit has promised something before its ballots were locked. */
async function threeTurns(hub: Parameters<typeof FullMeeting.on>[0]): Promise<FullMeeting> {
  const full = await FullMeeting.on(hub, { publish: 'at-once' });
  const { caller } = full;
  await full.opens();
  await full.come(3);
  for (const [unit, share] of [
    ['u1', 0.8],
    ['u2', 0.9],
  ] as const) {
    await full.brings(unit, 'waiting', 'scoring');
    await full.score(unit, 3, 0, share);
    await full.brings(unit, 'scoring', 'locked');
    await caller.must('turn.publish', { unit });
  }
  await full.brings('u3', 'waiting', 'questioning');
  const [question = ''] = await full.ask('u3', [ASKED]);
  await caller.must('question.stage', { question, instead: null });
  await caller.must('question.answered', { question });
  await caller.must('promise.make', { question, text: PROMISED, due: inAMonth() });
  await full.brings('u3', 'questioning', 'locked');
  return full;
}

test('P1 V1 V2 a host tells the wall the promises, and the result of the unit that he chooses @screen', async ({
  host,
  hub,
  complaints,
}) => {
  await host.isSignedIn();
  const full = await threeTurns(hub);
  const [first = '', second = ''] = (full.caller.slices.agenda ?? []).map(({ name }) => name);
  await host.page.goto(`${hub.url}/console/${full.code}`);
  const wall = await host.opensScreen(complaints);
  const pictures = host.page.getByRole('group', { name: '换画面' });
  await wall.shows('已锁票');
  await pictures.getByRole('button', { name: '承诺墙', exact: true }).click();
  await wall.shows(PROMISED);
  await expect(wall.page.locator('body')).not.toContainText(ASKED);
  await expect(host.page.getByText('停在“承诺墙”')).toBeVisible();

  await pictures.getByRole('button', { name: '得分', exact: true }).click();
  const whose = host.page.getByRole('combobox', { name: '放哪一家的得分' });
  await expect(whose.getByRole('option')).toHaveText([second, first]);
  await whose.selectOption(first);
  await host.press('放到大屏');
  await wall.shows('80.00');
  await wall.shows(first);
  await expect(whose).toHaveCount(0);
  await pictures.getByRole('button', { name: '自动', exact: true }).click();
  await wall.shows('已锁票');
  full.close();
});

test('I7 the hub shows the gallery of scenes to an owner alone; keys lead through it @screen', async ({
  host,
  hub,
}) => {
  const { page } = host;
  await page.goto(`${hub.url}/slides?scene=promises`);
  await expect(page).toHaveURL(/\/console$/);
  await host.isSignedIn();
  await page.goto(`${hub.url}/slides?scene=promises`);
  const sample = page.getByRole('combobox', { name: '样例' });
  await expect(sample).toHaveValue('0');
  const picture = page.frameLocator('iframe');
  await expect(picture.locator('main')).toContainText('承诺墙');
  await page.keyboard.press('ArrowRight');
  await expect(sample).toHaveValue('1');
  await page.keyboard.press('n');
  await expect(page.getByRole('combobox', { name: '主题' })).toHaveValue('night');
  await page.keyboard.press('a');
  await expect(page.getByRole('link', { name: /承诺墙/ })).toBeVisible();
});
