/** Every scene of the big screen with each of its samples, at every size and in both themes. */
import type { Page } from '@playwright/test';
import { SIZES } from '../../slides/gallery.ts';
import {
  allSamples,
  openSamples,
  showSample,
  THEMES,
  type OneSample,
  type Theme,
} from '../support/samples.ts';
import { findCuts } from './cuts.ts';
import type { Provider, Studio } from './studio.ts';

interface Picture {
  name: string;
  one: OneSample;
  theme: Theme;
}

function picturesAt(size: string, studio: Studio): Picture[] {
  const all = THEMES.flatMap((theme) =>
    allSamples().map((one) => ({
      name: `scenes/${one.scene}-${one.sample}/${size.replace('×', 'x')}-${theme}`,
      one,
      theme,
    })),
  );
  return all.filter((one) => studio.wants(one.name));
}

async function take(studio: Studio, page: Page, { name, one, theme }: Picture): Promise<void> {
  await showSample(page, one, theme);
  await studio.save(name, page);
  for (const cut of await findCuts(page)) studio.complain(`${name}: ${cut}`);
}

export const scenes: Provider = {
  name: 'scenes',
  async take(studio) {
    for (const size of SIZES) {
      const pictures = picturesAt(size, studio);
      if (pictures.length === 0) continue;
      const [width = 0, height = 0] = size.split('×').map(Number);
      const page = await studio.browser.newPage({ viewport: { width, height }, locale: 'zh-CN' });
      page.on('console', (message) => {
        if (message.type() === 'error') studio.complain(`${size}: ${message.text()}`);
      });
      page.on('pageerror', (error) => studio.complain(`${size}: ${error.message}`));
      await openSamples(page, studio.origin);
      for (const picture of pictures) await take(studio, page, picture);
      await page.close();
    }
  },
};
