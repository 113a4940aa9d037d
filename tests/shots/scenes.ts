/** Every scene of the big screen with each of its samples, at every size and in both themes. */
import type { Page } from '@playwright/test';
import { SAMPLES, SCENES, SIZES } from '../../slides/gallery.ts';
import { findCuts } from './cuts.ts';
import type { Provider, Studio } from './studio.ts';

const THEMES = ['day', 'night'] as const;

interface Picture {
  name: string;
  query: string;
}

function picturesAt(size: string, studio: Studio): Picture[] {
  const all = SCENES.flatMap((scene) =>
    SAMPLES[scene].flatMap((_, sample) =>
      THEMES.map((theme) => ({
        name: `scenes/${scene}-${sample}/${size.replace('×', 'x')}-${theme}`,
        query: `scene=${scene}&sample=${sample}&theme=${theme}&bare=1`,
      })),
    ),
  );
  return all.filter((one) => studio.wants(one.name));
}

async function take(studio: Studio, page: Page, { name, query }: Picture): Promise<void> {
  await page.goto(`${studio.origin}/slides?${query}`);
  await page.locator('main.screen').waitFor();
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
      for (const picture of pictures) await take(studio, page, picture);
      await page.close();
    }
  },
};
