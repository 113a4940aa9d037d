/** B6 · The public page of a closed meeting: on phones in both layouts, on a laptop, and as it is printed. */
import type { Page } from '@playwright/test';
import { closedMeeting } from '../support/closed-meeting.ts';
import { HubProcess } from '../support/hub-process.ts';
import { LAPTOPS, PAPER, PHONES, type Size } from './sizes.ts';
import { atRest, type Provider, type Studio } from './studio.ts';

interface Look {
  name: string;
  sizes: Size[];
  elder?: boolean;
  query?: string;
}

const LOOKS: Look[] = [
  { name: 'phone', sizes: PHONES },
  { name: 'elder', sizes: PHONES, elder: true },
  { name: 'night', sizes: PHONES.slice(1), query: '?night' },
  { name: 'english', sizes: PHONES.slice(0, 1), query: '?lang=en' },
  { name: 'laptop', sizes: LAPTOPS },
];

const finds = (receipt: string) => async (page: Page) => {
  await page.getByRole('textbox').fill(receipt);
  await page.getByRole('button', { name: /^(查一查|Find)$/ }).click();
  await page.getByRole('textbox').scrollIntoViewIfNeeded();
};
const at = (hash: string) => async (page: Page) => {
  await page.evaluate((to) => (location.hash = to), hash);
};
const below = (name: RegExp) => async (page: Page) => {
  await page
    .getByRole('heading', { name })
    .first()
    .evaluate((one) => one.scrollIntoView());
};

/** What each shows, one after the other. */
const stops = (receipt: string): [string, (page: Page) => Promise<unknown>][] => [
  ['01 ranking', at('#')],
  ['02 receipt', finds(receipt)],
  ['03 not on the list', finds('00000000')],
  ['04 record', below(/^(计票记录|Record of the count)$/)],
  ['05 unit', at('#unit/u1')],
  [
    '06 questions',
    (page) =>
      page
        .locator('article.on li')
        .first()
        .evaluate((one) => one.scrollIntoView()),
  ],
  ['07 absent', at('#unit/u5')],
];

async function take(studio: Studio, url: string, look: Look, receipt: string): Promise<void> {
  const context = await studio.browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const page = await context.newPage();
  page.on('pageerror', (error) => studio.complain(`publication ${look.name}: ${error.message}`));
  if (look.elder) await page.addInitScript(() => localStorage.setItem('dkc.elder', '1'));
  for (const size of look.sizes) {
    await page.setViewportSize(size);
    await page.goto(`${url}/result#`);
    await page.goto(`${url}${look.query ?? ''}`);
    await page.getByRole('heading', { name: /^(排名|Ranking)$/ }).waitFor();
    for (const [stop, act] of stops(receipt)) {
      const picture = `pages/publication/${stop} ${look.name} ${size.width}x${size.height}`;
      await act(page).catch((error: unknown) =>
        studio.complain(`${picture}: ${String(error).slice(0, 200)}`),
      );
      if (!studio.wants(picture)) continue;
      await atRest(page);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (over > 0) studio.complain(`${picture} is ${over} px too wide`);
      await studio.save(picture, page);
    }
  }
  await context.close();
}

async function paper(studio: Studio, url: string): Promise<void> {
  const picture = `pages/publication/08 paper ${PAPER.width}x${PAPER.height}`;
  if (!studio.wants(picture)) return;
  const page = await studio.browser.newPage({ viewport: PAPER });
  await page.emulateMedia({ media: 'print' });
  await page.goto(url);
  await page.getByRole('table').waitFor();
  await studio.save(picture, page);
  await page.close();
}

export const publication: Provider = {
  name: 'publication',
  async take(studio) {
    const hub = await HubProcess.start();
    try {
      const { full, code, receipts } = await closedMeeting(hub, { settings: { publication: 'full' } });
      const url = `${hub.url}/m/${code}`;
      for (const look of LOOKS) await take(studio, url, look, receipts.get('u1') ?? '');
      await paper(studio, url);
      full.close();
    } finally {
      await hub.stop();
    }
  },
};
