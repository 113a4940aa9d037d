/** The page on privacy on phones, laptops and paper, and the purge in the console. */
import type { Page } from '@playwright/test';
import { FullMeeting } from '../support/full-meeting.ts';
import { HubProcess } from '../support/hub-process.ts';
import { LAPTOPS, PAPER, PHONES, type Size } from './sizes.ts';
import { atRest, organizer, type Provider, type Studio } from './studio.ts';

async function take(studio: Studio, page: Page, name: string, sizes: Size[]) {
  for (const size of sizes) {
    const picture = `pages/privacy/${name} ${size.width}x${size.height}`;
    if (!studio.wants(picture)) continue;
    await page.setViewportSize(size);
    await atRest(page);
    await studio.save(picture, page);
  }
}

async function pages(studio: Studio, page: Page, url: string, code: string): Promise<void> {
  for (const lang of ['zh-CN', 'en']) {
    await page.goto(`${url}/privacy?m=${code}&lang=${lang}`, { waitUntil: 'networkidle' });
    await take(studio, page, `top ${lang}`, [...PHONES, ...LAPTOPS]);
    await page.locator('.noun').nth(2).scrollIntoViewIfNeeded();
    await take(studio, page, `nouns ${lang}`, PHONES);
  }
  await page.goto(`${url}/privacy?m=${code}&lang=zh-CN`, { waitUntil: 'networkidle' });
  await page.emulateMedia({ media: 'print' });
  await take(studio, page, 'print', [PAPER]);
  await page.emulateMedia({ media: 'screen' });
}

export const privacy: Provider = {
  name: 'privacy',
  async take(studio) {
    const hub = await HubProcess.start();
    const page = await organizer(studio, hub, LAPTOPS[0]!);
    try {
      const full = await FullMeeting.on(hub, { appealDays: 0 });
      const { code } = full;
      await full.caller.must('privacy.keep', { days: 20 });
      await page.goto(`${hub.url}/console/${code}/prepare#settings`, { waitUntil: 'networkidle' });
      await page.getByRole('form', { name: '个人信息保留多久' }).scrollIntoViewIfNeeded();
      await take(studio, page, 'keep', LAPTOPS);
      await full.opens();
      await full.caller.must('meeting.close', {});
      full.close();
      await pages(studio, page, hub.url, code);
      await page.goto(`${hub.url}/console`, { waitUntil: 'networkidle' });
      await take(studio, page, 'due', LAPTOPS);
      const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click();
      await press(/^更多/);
      await press('归档');
      await press('确认归档');
      await page.getByRole('heading', { name: /已归档/ }).click();
      await press(/^更多/);
      await press('清除个人信息');
      await take(studio, page, 'purge', LAPTOPS);
    } finally {
      await page.context().close();
      await hub.stop();
    }
  },
};
