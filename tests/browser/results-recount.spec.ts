/** Issue 6, 2: a disputed result is checked with two files on a laptop that has no network. */
import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from '@playwright/test';
import type { Bundle } from '../../assessment/bundle.ts';
import { Caller } from '../support/caller.ts';
import { Director } from '../support/director.ts';
import { OldChromium } from '../support/old-chromium.ts';
import { expect, test, type Host } from './support/actors.ts';

/** Two units are scored by seven, so that the highest and the lowest are dropped (S4); the order was drawn (L1). */
async function played(director: Director, hub: { url: string }): Promise<string[]> {
  const { caller } = director;
  const promised = await caller.must('draw.promise', { purpose: 'order' });
  await caller.must('draw.do', { draw: `order-${promised.n}`, number: 471 });
  const examiners: Caller[] = [];
  for (let at = 1; at <= 7; at += 1) {
    const id = `party-0${at}`;
    const link = await director.pass(`e${at}`, id);
    const session = `session-of-${id}`.padEnd(22, '0');
    const one = await new Caller({ url: hub.url, code: director.code, session }).ready();
    await one.must('pass.enrol', { secret: link.split('#')[1] ?? '' });
    examiners.push(one);
  }
  const receipts: string[] = [];
  for (const unit of ['u1', 'u2']) {
    await director.brings(unit, 'waiting', 'scoring');
    for (const [at, one] of examiners.entries()) {
      const scores = { report: 2000 + 50 * at, direct: 1500, evidence: 2500, measures: 1700 };
      const reply = await one.must('ballot.submit', { unit, replaces: 0, scores });
      receipts.push(reply.receipt ?? '');
    }
    await director.brings(unit, 'scoring', 'locked');
  }
  for (const one of examiners) one.close();
  return receipts;
}

/** What the host takes home: both files, as the console gives them. */
async function takes(host: Host, link: string, path: string): Promise<string> {
  const downloading = host.page.waitForEvent('download');
  await host.page.getByRole('link', { name: link }).click();
  await (await downloading).saveAs(path);
  return path;
}

/** A page that was opened from a stick; whatever it asks any network for is a complaint. */
async function fromStick(context: BrowserContext, path: string, asked: string[]): Promise<Page> {
  await context.setOffline(true);
  const page = await context.newPage();
  page.on('request', (request) => {
    if (!/^(?:file|data):/.test(request.url())) asked.push(request.url());
  });
  await page.goto(pathToFileURL(path).href);
  return page;
}

/** Drops a file on the page, as from the desktop. */
async function drops(page: Page, name: string, content: string): Promise<void> {
  const data = await page.evaluateHandle(
    ([file = '', text = '']) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], file, { type: 'application/json' }));
      return transfer;
    },
    [name, content],
  );
  await page.dispatchEvent('main', 'drop', { dataTransfer: data });
}

test.describe('a result that is disputed @results', () => {
  test('X1 X2 L1 the other side recounts it from a stick: all is equal, a forged ballot shows, a broken file is named', async ({
    hub,
    host,
    browser,
    complaints,
  }, info) => {
    const director = await Director.of(hub);
    const receipts = await played(director, hub);
    await host.isSignedIn();
    await host.page.goto(`${hub.url}/console/${director.code}`);
    await host.press(/^成绩$/);
    const file = await takes(host, '计票包 .json', info.outputPath('bundle.json'));
    const html = await takes(host, '复算页 .html', info.outputPath('recount.html'));
    const json = await readFile(file, 'utf8');

    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const asked: string[] = [];
    const page = await fromStick(context, html, asked);
    complaints.watch(page, 'recount page');
    await drops(page, 'bundle.json', json);
    await expect(page.getByRole('heading', { name: '全部一致' })).toBeVisible();
    await expect(page.getByText('演练', { exact: true })).toBeVisible();

    // S4–S10: the steps of one unit, with what was dropped by its receipt
    const bundle = JSON.parse(json) as Bundle;
    const unit = bundle.units.find(({ id }) => id === 'u1')?.name ?? '';
    const spaced = (receipt = '') => `${receipt.slice(0, 4)} ${receipt.slice(4)}`;
    await page.getByRole('button', { name: `看${unit}怎么算出来` }).click();
    const steps = page.getByRole('region', { name: '一家单位的计算' });
    await expect(steps).toContainText(
      `去掉的最低票：${spaced(receipts[0])}（77 分）；去掉的最高票：${spaced(receipts[6])}（80 分）`,
    );
    await expect(steps).toContainText('392.5 ÷ 5 = 78.50');

    // B6: a receipt as an old hand types it
    const old = (receipts[6] ?? '').toLowerCase().replace(/0/g, 'o').replace(/1/g, 'l');
    await page.getByLabel('回执码（8 位）').fill(` ${old.slice(0, 4)}-${old.slice(4)} `);
    await page.getByRole('button', { name: '查票' }).click();
    const ballot = page.getByRole('article', { name: `回执 ${spaced(receipts[6])}` });
    await expect(ballot).toContainText(unit);
    await expect(ballot).toContainText('计入，作为最高票去掉');

    // L1: the draw again, and each step of its shuffle
    const draw = page.getByRole('article', { name: /^抽上场顺序/ });
    await expect(draw).toContainText('与承诺值相同');
    await expect(draw).toContainText(`重抽一遍，${bundle.units.length} 个次序全部相同`);
    await draw.getByText('每一步怎么换').click();
    await expect(draw).toContainText(`第 ${bundle.units.length} 位：取数`);

    // One ballot changed: the unit is named, and nothing of the bundle before is left
    const forged = JSON.parse(json) as Bundle;
    const one = forged.ballots.find(({ receipt }) => receipt === receipts[3]);
    if (one) one.scores['report'] = '0';
    await drops(page, 'forged.json', JSON.stringify(forged));
    await expect(page.getByRole('heading', { name: /处不一致$/ })).toBeVisible();
    await expect(page.getByRole('rowheader', { name: `${unit}的得分` })).toBeVisible();
    await expect(page.getByRole('heading', { name: '全部一致' })).toBeHidden();
    await expect(ballot).toBeHidden();

    // A broken file: what is wrong, where, in words
    if (one) Object.assign(one, { scores: { report: 'zwanzig' } });
    await writeFile(info.outputPath('broken.json'), JSON.stringify(forged));
    await page.getByLabel('换一个文件').setInputFiles(info.outputPath('broken.json'));
    await expect(page.getByRole('heading', { name: '不能复算' })).toBeVisible();
    await expect(page.getByRole('listitem')).toContainText(
      `（回执 ${receipts[3]}） · 分数 · 述职：格式不对（现在是 "zwanzig"）`,
    );
    await expect(page.getByText('得分')).toBeHidden();
    await page.getByRole('button', { name: 'English' }).click();
    await expect(page.getByRole('heading', { name: 'Cannot be recounted' })).toBeVisible();

    expect(asked).toEqual([]);
    await context.close();
    director.caller.close();
  });

  test('it counts in Chromium 92, also what was pasted', async ({ complaints }) => {
    const old = await OldChromium.start();
    try {
      const context = await old.browser.newContext({ viewport: { width: 360, height: 640 } });
      const page = await context.newPage();
      complaints.watch(page, 'Chromium 92');
      await page.goto(pathToFileURL('build/web/recount.html').href);
      await page.getByRole('button', { name: '粘贴内容' }).click();
      const example = await readFile('tests/examples/recount-criterion.json', 'utf8');
      await page.getByLabel('把计票包里的全部文字粘贴在这里').fill(example);
      await page.getByRole('button', { name: '复算', exact: true }).click();
      await expect(page.getByRole('heading', { name: '全部一致' })).toBeVisible();
      await page.getByLabel('参评单位', { exact: true }).selectOption('葵湾社区党委');
      await expect(page.getByText(/^去掉的最低票/).first()).toBeVisible();
      await context.close();
    } finally {
      await old.stop();
    }
  });
});
