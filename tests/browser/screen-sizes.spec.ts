/**
 * Every scene of the big screen with each of its samples at every size, measured in the browser: no text cut off, on
 * other text, outside the safe area, smaller than 3 % of the height or fainter than 7:1, by day and by night. One test
 * a scene (docs/screens.md); all that is wrong with it is said at once.
 */
import { expect, test, type Page } from '@playwright/test';
import { SAMPLES, SCENES, SIZES } from '../../slides/gallery.ts';
import { CUT_LIMITS, cutsIn } from '../shots/cuts.ts';
import { serve, type Served } from '../shots/serve.ts';
import { openSamples } from '../support/samples.ts';
import { faintIn, LEAST_CONTRAST } from './support/grounds.ts';

// A recording would cost more than the measuring.
test.use({ trace: 'off' });

interface Measures {
  cutsIn: typeof cutsIn;
  faintIn: typeof faintIn;
}

/** What is wrong with each sample of a scene at the size of the page. */
const measureAll = (page: Page, scene: string, samples: number): Promise<string[][]> =>
  page.evaluate(
    async ([scene, samples, limits, least]) => {
      const { cutsIn, faintIn } = (window as unknown as { measures: Measures }).measures;
      const { dataset } = document.documentElement;
      const places = () => {
        const range = document.createRange();
        range.selectNodeContents(document.body);
        return Array.from(range.getClientRects(), ({ x, y, width, height }) => [x, y, width, height].join())
          .sort()
          .join(' ');
      };
      const shows = async (sample: number) => {
        location.hash = `scene=${scene}&sample=${sample}`;
        const wanted = `${scene}-${sample}-day`;
        while (dataset.shown !== wanted) await new Promise((done) => setTimeout(done));
      };
      const measure = () => {
        const found = [...cutsIn(limits), ...faintIn(least)];
        const byDay = places();
        dataset.theme = 'night';
        found.push(...faintIn(least).map((one) => `by night ${one}`));
        if (places() !== byDay) found.push('stands elsewhere by night');
        delete dataset.theme;
        return found;
      };
      const all: string[][] = [];
      for (let sample = 0; sample < samples; sample += 1) {
        await shows(sample);
        all.push(measure());
      }
      return all;
    },
    [scene, samples, CUT_LIMITS, LEAST_CONTRAST] as const,
  );

test.describe('the big screen at every size @screen', () => {
  let served: Served;
  let page: Page;
  const errors: string[] = [];

  test.beforeAll(async ({ browser }) => {
    served = await serve('build/web');
    page = await browser.newPage({ locale: 'zh-CN', reducedMotion: 'reduce' });
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.addInitScript({
      content: `window.measures = { cutsIn: ${String(cutsIn)}, faintIn: ${String(faintIn)} }`,
    });
    await openSamples(page, process.env.PAGES_AT ?? served.origin);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
  });
  test.afterAll(async () => {
    await page.close();
    await served.close();
  });

  for (const scene of SCENES) {
    test(`${scene} · is whole, large enough and clear`, async () => {
      const wrong: string[] = [];
      for (const size of SIZES) {
        const [width = 0, height = 0] = size.split('×').map(Number);
        await page.setViewportSize({ width, height });
        const all = await measureAll(page, scene, SAMPLES[scene].length);
        all.forEach((found, sample) => {
          const title = SAMPLES[scene][sample]?.title ?? '';
          const said = found.map((one) => `${scene} ${sample} ${title} · ${size} · ${one}`);
          wrong.push(...said);
        });
      }
      expect(errors.splice(0), 'what the page complained of').toEqual([]);
      expect(wrong.join('\n'), 'what is wrong').toBe('');
    });
  }
});
