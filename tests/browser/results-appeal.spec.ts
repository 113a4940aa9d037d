/** B6, B4, V2 · A result is announced, appealed against, amended by two people, and made final when its time is over. */
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { appealEnds } from '../../assessment/appeal-period.ts';
import { momentOf } from '../../assessment/days.ts';
import { PASSWORD, staffedHub, type Staffed } from '../support/accounts.ts';
import { Caller } from '../support/caller.ts';
import { Director } from '../support/director.ts';
import { HubProcess } from '../support/hub-process.ts';
import { expect, test } from './support/actors.ts';

const FULL = { report: 3000, direct: 2000, evidence: 3000, measures: 2000 };
const GOOD = { report: 2700, direct: 1800, evidence: 2650, measures: 1700 };
const EVEN = { report: 2700, direct: 1800, evidence: 2700, measures: 1800 };
const DAY = 86_400_000;
const LATER = fileURLToPath(new URL('../support/later.ts', import.meta.url));

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const spoken = (at: number): string => {
  const { year, month, day, clock } = momentOf(at);
  return `${year}年${month}月${day}日 ${clock}`;
};

async function signsIn(page: Page, url: string, name: string): Promise<void> {
  const answer = await page
    .context()
    .request.post(`${url}/api/sign-in`, { data: { name, password: PASSWORD } });
  expect(answer.ok()).toBe(true);
}

async function organizer(browser: Browser, { hub }: Staffed, name: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  const page = await context.newPage();
  await signsIn(page, hub.url, name);
  return page;
}

/** What a page's person sends without a click. */
async function socketOf(page: Page, url: string, code: string): Promise<Caller> {
  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  return new Caller({ url, code, cookie }).ready();
}

async function phone(staffed: Staffed, director: Director, at: number): Promise<Caller> {
  const link = await director.pass(`e${at}`, `party-0${at}`);
  const [url, code] = [staffed.hub.url, director.code];
  const caller = await new Caller({ url, code, session: `phone-${at}`.padEnd(22, '0') }).ready();
  await caller.must('pass.enrol', { secret: link.slice(link.indexOf('#') + 1) });
  await caller.until(() => caller.mine?.way === 'enrolled');
  return caller;
}

/** u1 comes first by one ballot in full, u2 second; both are confirmed and public. */
async function played(staffed: Staffed, director: Director, scrutineer: Page): Promise<void> {
  const named = [{ id: staffed.ids['监票人甲'] ?? '', name: '监票人甲' }];
  await director.caller.must('meeting.scrutineers', { scrutineers: named });
  const phones = await Promise.all([1, 2, 3, 4].map((at) => phone(staffed, director, at)));
  const confirms = await socketOf(scrutineer, staffed.hub.url, director.code);
  for (const unit of ['u1', 'u2']) {
    await director.brings(unit, 'waiting', 'scoring');
    for (const [at, one] of phones.entries()) {
      const scores = unit === 'u2' ? EVEN : at === 0 ? FULL : GOOD;
      await one.must('ballot.submit', { unit, replaces: 0, scores });
    }
    await director.brings(unit, 'scoring', 'locked');
    await confirms.must('turn.confirm', { unit });
    await director.caller.must('turn.publish', { unit });
  }
  for (const one of [...phones, confirms]) one.close();
}

test('B4 B6 V2 a result is announced, amended on appeal by two organizers, and made final when the period is over; then nothing changes @results', async ({
  browser,
  complaints,
}) => {
  const staffed = await staffedHub({ 主持甲: 'host', 监票人甲: 'scrutineer' });
  const director = await Director.of(staffed.hub);
  const host = await organizer(browser, staffed, '主持甲');
  const scrutineer = await organizer(browser, staffed, '监票人甲');
  let later: HubProcess | null = null;
  try {
    await played(staffed, director, scrutineer);
    for (const [who, page] of [
      ['host', host],
      ['scrutineer', scrutineer],
    ] as const)
      complaints.watch(page, who);
    const live = `${staffed.hub.url}/console/${director.code}`;
    const unit = director.caller.slices.agenda?.find((one) => one.unit === 'u1')?.name ?? '';

    await host.goto(live);
    const ends = spoken(appealEnds(Date.now(), 3));
    await press(host, /^结束考场/);
    await expect(host.getByRole('region', { name: '结束考场' })).toContainText(`结束后公示到 ${ends}`);
    await press(host, '确认结束考场');
    const appeal = host.getByRole('region', { name: '公示', exact: true });
    await expect(appeal).toContainText('公示结果');
    await expect(appeal).toContainText(ends);
    await expect(appeal).toContainText('没有变动');
    await expect(host.getByRole('button', { name: /最终结果/ })).toHaveCount(0);

    await appeal.getByRole('link', { name: '更正评分票或扣分' }).click();
    const counts = host.getByRole('navigation', { name: '各单位的计票' });
    await counts.getByRole('button', { name: unit }).click();
    await press(host, '更正一张评分票');
    await host.getByLabel('谁的评分票（凭证号或姓名）').fill('01');
    await expect(host.getByLabel('评分票', { exact: true })).not.toHaveValue('');
    await host.getByLabel('理由', { exact: true }).fill('与参评单位有利害关系');
    await press(host, '提出更正');
    await expect(host.getByRole('region', { name: '更正' })).toContainText('待确认');

    await scrutineer.goto(`${live}/count`);
    await press(scrutineer, /^确认更正：党员代表 01/);
    await press(scrutineer, `确认计票：${unit}`);
    await expect(scrutineer.getByRole('region', { name: '确认计票' })).toContainText('监票人甲 于');

    await host.getByRole('link', { name: '现场', exact: true }).click();
    const change = appeal.getByRole('row', { name: new RegExp(unit) });
    await expect(change).toContainText('作废一张票');
    await expect(change).toContainText('与参评单位有利害关系');
    await expect(change).toContainText('91.38，第 1 名');
    await expect(change).toContainText('88.50，第 2 名');

    complaints.expectCuts();
    director.caller.close();
    await staffed.hub.stop();
    later = await HubProcess.start({
      data: staffed.hub.data,
      port: Number(new URL(staffed.hub.url).port),
      env: { NODE_OPTIONS: `--import=${LATER}`, LATER: String(4 * DAY) },
    });
    await signsIn(host, later.url, '主持甲');
    await host.goto(live);
    await expect(appeal).toContainText('公示期已满');
    await press(host, /^定为最终结果/);
    await expect(host.getByRole('region', { name: '定为最终结果' })).toContainText('不能重新开放');
    await press(host, '确认定为最终结果');
    await expect(appeal).toContainText('最终结果');
    const day = spoken(Date.now() + 4 * DAY).replace(/ .*/, '');
    await expect(appeal).toContainText(new RegExp(`${day} \\d\\d:\\d\\d 定为最终结果，名次和得分不再变动`));
    await expect(host.getByRole('button', { name: /最终结果/ })).toHaveCount(0);

    await host.goto(`${live}/count`);
    await expect(host.getByText('结果已定为最终结果，不能再改。')).toBeVisible();
    await expect(host.getByRole('button', { name: '更正一张评分票' })).toHaveCount(0);
    const caller = await socketOf(host, later.url, director.code);
    const late = { unit: 'u1', pass: 'party-02', kind: 'void', scores: null, reason: '再改一张' } as const;
    expect(await caller.command('amendment.propose', late)).toMatchObject({
      ok: false,
      code: 'result-final',
    });
    expect(caller.slices.appeal).toMatchObject({ state: 'final', early: false });
    caller.close();

    const everybody = await host.context().newPage();
    complaints.watch(everybody, 'crowd');
    await everybody.goto(`${later.url}/m/${director.code}`);
    await expect(everybody.getByText('最终结果', { exact: true }).first()).toBeVisible();
  } finally {
    await host.context().close();
    await scrutineer.context().close();
    await later?.stop();
    await staffed.stop();
  }
});
