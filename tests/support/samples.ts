/** The samples of the big screen in one page that is loaded once: the part behind `#` steps from one to the next. */
import type { Page } from '@playwright/test';
import { SAMPLES, SCENES } from '../../slides/gallery.ts';
import type { SceneName } from '../../slides/scene.ts';

export const THEMES = ['day', 'night'] as const;
export type Theme = (typeof THEMES)[number];

export interface OneSample {
  scene: SceneName;
  sample: number;
  title: string;
}

export const allSamples = (): OneSample[] =>
  SCENES.flatMap((scene) => SAMPLES[scene].map(({ title }, sample) => ({ scene, sample, title })));

/**
 * The page that the samples are stepped through in.
 * @param origin of a hub with an owner signed in, or of pages alone @param query more of it: `&lang=en`
 */
export async function openSamples(page: Page, origin: string, query = ''): Promise<void> {
  await page.goto(`${origin}/slides?bare=1${query}`);
  await page.locator('html[data-shown]').waitFor({ state: 'attached' });
}

/** Resolves once the sample stands: letters loaded, sizes measured, drawn. Nothing moves on this page. */
export function showSample(page: Page, one: Omit<OneSample, 'title'>, theme: Theme): Promise<void> {
  return page.evaluate(
    async ([scene, sample, theme]) => {
      const wanted = `${scene}-${sample}-${theme}`;
      location.hash = `scene=${scene}&sample=${sample}&theme=${theme}`;
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      while (document.documentElement.dataset.shown !== wanted) await frame();
      await document.fonts.ready;
      await frame();
      await frame();
    },
    [one.scene, one.sample, theme] as const,
  );
}
