/** The first visit of an examiner with his pass, what he fetched for it, and the second visit. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { Phone, type Fetched } from './phone.ts';

export interface Visits {
  /** From the link of the pass to its button, in ms. */
  card: number;
  /** From the tap on it to the stage whose button answers, in ms. */
  stage: number;
  second: number;
  fetched: Fetched[];
  secondFetched: Fetched[];
  /** Bytes over the socket until the ballot could be filled in. */
  socket: number;
}

const FILL = '填评分票';

/** The stage is there and its button answers: the ballot opens. */
async function answers(phone: Phone): Promise<void> {
  await phone.page.getByRole('button', { name: FILL, exact: true }).click();
  await phone.page.getByRole('heading', { level: 1 }).first().waitFor();
  await phone.page.waitForFunction(() => location.hash.startsWith('#ballot'));
}

export async function visits(browser: Browser, link: string): Promise<Visits> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 640 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  try {
    const phone = await Phone.open(context);
    await phone.throttle();
    let began = performance.now();
    await phone.page.goto(link, { waitUntil: 'commit' });
    const enter = phone.page.getByRole('button', { name: '进入考场' });
    await enter.waitFor();
    const card = performance.now() - began;
    began = performance.now();
    await enter.click();
    await answers(phone);
    const stage = performance.now() - began;
    await phone.quiet();
    const fetched = [...phone.fetched];
    const socket = phone.socket.in + phone.socket.out;
    await scoresOffline(phone);
    await phone.page.close();

    const again = await Phone.open(context);
    await again.throttle();
    const [, code] = /\/p\/(\d{6})/.exec(link) ?? [];
    began = performance.now();
    await again.page.goto(`${new URL(link).origin}/m/${code}`, { waitUntil: 'commit' });
    await again.page
      .getByRole('button', { name: /评分票/ })
      .first()
      .waitFor();
    const second = performance.now() - began;
    await again.quiet();
    return { card, stage, second, fetched, secondFetched: again.fetched, socket };
  } finally {
    await context.close();
  }
}

/** What was fetched is enough: the network dies, and the ballot can be filled in, read back and submitted. */
async function scoresOffline(phone: Phone): Promise<void> {
  const { page } = phone;
  await phone.offline();
  for (const field of await page.getByRole('spinbutton').or(page.getByRole('textbox')).all()) {
    await field.fill('10');
    await field.blur();
  }
  await page.getByRole('button', { name: '核对评分票' }).click();
  await page.getByRole('button', { name: '确认提交' }).click();
  await page
    .getByText(/已存好|已保存在本机/)
    .first()
    .waitFor();
}

/** The body of a built file as it would travel, in bytes: compressed where that was worth it. */
export function bodyOf(pages: string, path: string, how: 'gz' | 'br'): number {
  const name = path.includes('.') ? path : '/phone.html';
  for (const file of [`${name}.${how}`, name])
    try {
      return readFileSync(join(pages, file)).length;
    } catch {
      // not compressed
    }
  return 0;
}
