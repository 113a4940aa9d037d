/** I8, J4 · What is printed for the day when everything fails, and what the journal's head looks like to an organizer. */
import type { Page } from '@playwright/test';
import { FullMeeting } from '../support/full-meeting.ts';
import { expect, test } from './support/actors.ts';

/** What runs out of its page, its ballot or its line. */
const overflowing = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const parts = document.querySelectorAll(
      '.kit .a4, .kit .ballot, .kit td, .kit th, .kit .board, .kit .what',
    );
    for (const part of parts) {
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = part;
      if (scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1)
        found.push(`${part.className}: ${part.textContent?.trim().slice(0, 30)}`);
    }
    // What stands at the foot of a page stands below all that is above it.
    for (const a4 of document.querySelectorAll('.kit .a4')) {
      const foot = a4.querySelector('.sign, .signatures')?.getBoundingClientRect().top ?? Infinity;
      for (const above of a4.querySelectorAll('table, ol, dl, .stands'))
        if (above.getBoundingClientRect().bottom > foot + 1) found.push(`${a4.className} runs into its foot`);
    }
    return [...new Set(found)];
  });

const LONG = '葵湾街道社会工作与未成年人保护综合服务中心联合党总支委员会';

test('I8 an organizer prints the paper kit of his own sheet, and nothing runs out of a page @results', async ({
  host: organizer,
  hub,
}) => {
  await organizer.isSignedIn();
  const host = organizer.page;
  const full = await FullMeeting.on(hub);
  const { caller } = full;
  const { sheet, roster } = caller.slices;
  const units = (roster?.units ?? []).map((one, at) => (at === 0 ? { ...one, name: LONG } : one));
  await caller.must('units.set', { units });
  if (!sheet) throw new Error('no sheet');
  // Twelve criteria and a crowd that counts.
  const line = (at: number) => ({ id: `c${at}`, name: `群众工作与服务效能评价${at}`, full: 800, step: 50 });
  const by = 'examiners' as const;
  await caller.must('sheet.set', {
    ...sheet,
    sheet: [
      ...Array.from({ length: 12 }, (_, at) => ({
        ...line(at),
        stage: at === 0 ? ('report' as const) : ('questioning' as const),
        by,
      })),
      { id: 'voice', name: '群众评价', full: 400, step: 0, stage: 'crowd' as const, by: 'crowd' as const },
    ],
    crowd: {
      minimum: 30,
      grades: [
        { id: 'yes', name: '满意', worth: 10_000 },
        { id: 'no', name: '不满意', worth: 0 },
      ],
    },
  });
  await host.goto(`${hub.url}/console/${full.code}/passes`);
  await host.getByRole('link', { name: /^纸面材料/ }).click();
  await expect(host.getByRole('heading', { name: '纸面材料' })).toBeVisible();
  for (const part of ['空白评分票', '计票表', '群众满意度计票表', '结果签字页'])
    await host.getByRole('checkbox', { name: new RegExp(`^${part}`) }).check();
  await host.getByLabel('参评单位').selectOption({ label: LONG });
  await host.getByLabel('每叠多印备用票').fill('30');
  await expect(host.getByText('请填 0 到 20')).toBeVisible();
  await host.getByLabel('每叠多印备用票').fill('2');
  await host.getByRole('button', { name: /^预览 \d+ 页/ }).click();
  const sheets = host.getByRole('region', { name: '打印纸面材料' });
  // 50 examiners in seven categories with two spares each, and full pages of two ballots.
  await expect(sheets.getByRole('heading', { name: /^评分票/ })).toHaveCount(68);
  await expect(sheets.getByText('本人应当回避这一家，不评分。')).toHaveCount(68);
  for (const title of ['应急流程', '上场顺序表', '签条', '汇总表', '群众满意度计票表', '结果签字页'])
    await expect(sheets.getByRole('heading', { name: title, exact: true })).toBeVisible();
  await expect(sheets.getByText(/^会议记录共 \d+ 条，末条指纹$/)).toBeVisible();
  expect(await overflowing(host)).toEqual([]);
  // On paper there is nothing but the pages.
  await host.emulateMedia({ media: 'print' });
  await expect(host.getByRole('button', { name: '打印' })).toBeHidden();
  expect(await overflowing(host)).toEqual([]);
  await host.emulateMedia({ media: 'screen' });
  await host.keyboard.press('Escape');
  await expect(sheets).toBeHidden();
  full.close();
});

test('J4 the wall shows where the journal stood at a lock, and the console says the same @results', async ({
  host: organizer,
  hub,
  complaints,
}) => {
  await organizer.isSignedIn();
  const host = organizer.page;
  const full = await FullMeeting.on(hub);
  await full.opens();
  await full.come(3);
  await full.brings('u1', 'waiting', 'scoring');
  await full.score('u1', 3);
  await full.brings('u1', 'scoring', 'locked');
  await expect.poll(() => full.caller.slices.locks?.length).toBe(1);
  const { length = 0, head = '' } = full.caller.slices.locks?.[0] ?? {};
  const groups = head.match(/.{4}/g) ?? [];
  const reads = (page: Page) => page.getByLabel(head, { exact: true }).first();
  await host.goto(`${hub.url}/console/${full.code}/count`);
  await expect(host.getByText(`锁票时会议记录共 ${length} 条，末条指纹`)).toBeVisible();
  await expect(reads(host)).toHaveText(new RegExp(groups.join('\\s*')));
  await host.goto(`${hub.url}/console/${full.code}/journal`);
  await expect(host.getByRole('button', { name: /^复制：共 [\d,]+ 条，最后一条的指纹/ })).toBeVisible();
  await host.goto(`${hub.url}/console/${full.code}/passes`);
  const wall = await organizer.opensScreen(complaints);
  await wall.shows(`会议记录第 ${length} 条，指纹`);
  await expect(wall.page.getByLabel(head, { exact: true })).toHaveText(new RegExp(groups.join('\\s*')));
  full.close();
});

test('I8 S7 the crowd’s tally is keyed by two people, told apart from the phones, and the page to be signed says what result it is @results', async ({
  host: organizer,
  hub,
}) => {
  await organizer.isSignedIn();
  const host = organizer.page;
  const full = await FullMeeting.on(hub, {}, 1);
  const { caller } = full;
  const { sheet } = caller.slices;
  if (!sheet) throw new Error('no sheet');
  const grades = ['满意', '基本满意', '不满意'].map((name, at) => ({
    id: `g${at}`,
    name,
    worth: 10_000 - at * 5_000,
  }));
  await caller.must('sheet.set', {
    ...sheet,
    sheet: [
      ...sheet.sheet,
      { id: 'voice', name: '群众评价', full: 2_000, step: 0, stage: 'crowd', by: 'crowd' },
    ],
    crowd: { minimum: 3, grades },
  });
  await full.opens();
  await full.come(3);
  await full.brings('u1', 'waiting', 'scoring');
  await full.score('u1', 3);
  await caller.must('crowd.key', { unit: 'u1', votes: { g0: 31, g1: 7, g2: 2 } });

  await host.goto(`${hub.url}/console/${full.code}/paper`);
  const tally = host.getByRole('region', { name: '群众满意度纸面计票' });
  await expect(tally).toContainText('已录一遍，未计入');
  await tally.getByRole('button', { name: '录入群众计票' }).click();
  await expect(tally.getByLabel('满意', { exact: true })).toBeFocused();
  for (const count of ['３1', '17', '二']) {
    await host.keyboard.type(count);
    await host.keyboard.press('Enter');
  }
  await expect(tally.getByText('请填 0 到 999999 的整数，没有票填 0')).toBeVisible();
  await tally.getByLabel('不满意', { exact: true }).fill('2');
  await host.keyboard.press('Enter');
  await expect(tally.getByLabel('核对票数')).toContainText('合计 50');
  await host.keyboard.press('Enter');
  // He misread the second line: nothing counts until it is mended.
  await expect(tally).toContainText('不一致的：基本满意。');
  await tally.getByRole('button', { name: '再录一遍' }).click();
  for (const count of ['31', '7', '2']) {
    await expect(tally.getByLabel('核对票数')).toBeHidden();
    await host.keyboard.type(count);
    await host.keyboard.press('Enter');
  }
  await expect(tally.getByLabel('核对票数')).toContainText('合计 40');
  await host.keyboard.press('Enter');
  await expect(tally).toContainText('两遍一致，已计入');
  await full.brings('u1', 'scoring', 'locked');
  await expect(tally).toContainText('已经锁票，票数不再变动。');
  await expect(tally.getByRole('button')).toHaveCount(0);
  await host.goto(`${hub.url}/console/${full.code}/count?unit=u1`);
  await expect(host.getByText('手机 0 票，纸面 40 票')).toBeVisible();

  await caller.must('meeting.close', {});
  await host.goto(`${hub.url}/console/${full.code}/paper/kit`);
  await host.getByRole('checkbox', { name: /^结果签字页/ }).check();
  await host.getByRole('button', { name: /^预览 \d+ 页/ }).click();
  const sheets = host.getByRole('region', { name: '打印纸面材料' });
  await expect(sheets.getByRole('heading', { name: '公示结果', exact: true })).toBeVisible();
  await expect(sheets.getByText(/^20\d\d年.+公示，公示期到 20\d\d年.+，共 3 天。$/)).toBeVisible();
  expect(await overflowing(host)).toEqual([]);
  await caller.must('result.finalise', { reason: '演练' });
  await expect(sheets.getByRole('heading', { name: '最终结果', exact: true })).toBeVisible();
  await expect(sheets.getByText(/^20\d\d年.+公示，20\d\d年.+提前定为最终结果。$/)).toBeVisible();
  full.close();
});
