/** The recount page in each of its states, on phones, a laptop and A4, in both languages; opened as a file. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import type { Bundle } from '../../assessment/bundle.ts';
import { sampleBundle } from '../support/sample-bundle.ts';
import { atRest, type Provider } from './studio.ts';

const SIZES = [
  { width: 360, height: 640 },
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
  /** A4 at 96 dots an inch, as it is printed. */
  { width: 794, height: 1123 },
];
const PAPER = 794;

const bundle = sampleBundle({ units: 5, ballots: 14 });
const changed = (change: (copy: Bundle) => void): string => {
  const copy = JSON.parse(JSON.stringify(bundle)) as Bundle;
  change(copy);
  return JSON.stringify(copy);
};
const forged = changed(({ ballots, draws, attendance }) => {
  const one = ballots.find(({ status, category }) => status === 'counted' && category === 'media');
  if (one) one.scores['report'] = '0';
  draws[1]?.drawn.reverse();
  if (attendance[1]) attendance[1].returned = 12;
});
const broken = changed((copy) => {
  const [first, second, third] = copy.ballots;
  if (first && second) second.receipt = first.receipt;
  if (third) third.scores['report'] = '27.25';
  if (copy.ballots[5]) copy.ballots[5].category = 'nobody';
  if (copy.crowd[0]) copy.crowd[0].votes['other'] = 1;
});

interface Moment {
  name: string;
  text: string | null;
  /** What comes into sight; the top where nothing is named. */
  at?: string;
  act?: (page: Page) => Promise<unknown>;
}
const unit = (page: Page) => page.locator('#which').selectOption({ index: 1 });
const receipt = async (page: Page) => {
  await page.locator('#receipt').fill(bundle.ballots[3]?.receipt ?? '');
  await page.locator('#receipt').press('Enter');
};
const MOMENTS: Moment[] = [
  { name: '01 nothing yet', text: null },
  { name: '02 equal', text: JSON.stringify(bundle) },
  { name: '03 ranking', text: JSON.stringify(bundle), at: '#results' },
  { name: '04 unit', text: JSON.stringify(bundle), at: '#unit', act: unit },
  { name: '05 receipt', text: JSON.stringify(bundle), at: '#find', act: receipt },
  { name: '06 draws', text: JSON.stringify(bundle), at: '#draws' },
  { name: '07 differing', text: forged },
  { name: '08 draw differing', text: forged, at: '#draws' },
  { name: '09 broken', text: broken },
  { name: '10 another file', text: 'PK' },
];

export const recount: Provider = {
  name: 'recount',
  async take(studio) {
    const path = resolve(process.env.RECOUNT_PAGE ?? join('build/web', 'recount.html'));
    if (!existsSync(path)) return studio.complain(`no ${path}: build first`);
    for (const language of ['zh-CN', 'en'] as const) {
      for (const size of SIZES) {
        const wanted = MOMENTS.map((one) => ({
          ...one,
          picture: `pages/recount/${one.name} ${language.slice(0, 2)} ${size.width}x${size.height}`,
        })).filter(({ picture }) => studio.wants(picture));
        if (wanted.length === 0) continue;
        const context = await studio.browser.newContext({ viewport: size, locale: 'zh-CN' });
        const page = await context.newPage();
        page.on('pageerror', (error) => studio.complain(`recount: ${error.message}`));
        for (const { picture, text, at, act } of wanted) {
          await page.emulateMedia({ media: 'screen' });
          await page.goto(`${pathToFileURL(path).href}?lang=${language}`);
          const buffer = Buffer.from(text ?? '');
          if (text !== null)
            await page
              .locator('input[type=file]')
              .setInputFiles({ name: '246810-计票包.json', mimeType: 'application/json', buffer });
          if (text !== null) await page.locator('#verdict, #wrong').waitFor();
          await act?.(page);
          if (size.width === PAPER) await page.emulateMedia({ media: 'print' });
          if (at !== undefined) await page.locator(at).evaluate((one) => one.scrollIntoView());
          await atRest(page);
          const over = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          if (over > 0) studio.complain(`${picture} is ${over} px too wide`);
          await studio.save(picture, page);
        }
        await context.close();
      }
    }
  },
};
