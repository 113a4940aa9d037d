/** What a provider of pictures works with. */
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import type { HubProcess } from '../support/hub-process.ts';

export interface Studio {
  browser: Browser;
  /** Where the built pages are served, without a hub behind them. */
  origin: string;
  /** Whether the pictures of this name were asked for. */
  wants(name: string): boolean;
  /** Saves what the page shows as `FOLDER/NAME.png`. */
  save(name: string, page: Page): Promise<void>;
  /** A complaint that fails the run once every picture is taken. */
  complain(text: string): void;
}

/** One kind of page: the scenes of the big screen, phones, the console. One that needs a hub starts it itself. */
export interface Provider {
  name: string;
  take(studio: Studio): Promise<void>;
}

/** How long nothing may have changed, and how long that is waited for, in ms: a frame of the hub comes within the first. */
const STILL = { quiet: 400, most: 4000 };

/** Resolves once what was asked for has arrived and stands still: letters loaded, transitions over, nothing changing. */
export const atRest = (page: Page): Promise<void> =>
  page.evaluate(async ({ quiet, most }) => {
    await document.fonts.ready;
    await new Promise<void>((resolve) => {
      setTimeout(resolve, most);
      let calm = setTimeout(resolve, quiet);
      new MutationObserver(() => {
        clearTimeout(calm);
        calm = setTimeout(resolve, quiet);
      }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    });
    // A pulse that never ends is stopped by the picture itself.
    const ending = document
      .getAnimations()
      .filter((one) => Number.isFinite(one.effect?.getComputedTiming().endTime));
    await Promise.all(ending.map((one) => one.finished.catch(() => null)));
  }, STILL);

export async function savePage(folder: string, name: string, page: Page): Promise<void> {
  const path = join(folder, `${name}.png`);
  await mkdir(dirname(path), { recursive: true });
  await page.screenshot({ path, animations: 'disabled' });
}

const PASSWORD = 'a long password';

/** The first organizer of a hub, signed in, on a page of his own; what it throws is a complaint. */
export async function organizer(
  studio: Studio,
  hub: HubProcess,
  viewport: { width: number; height: number },
): Promise<Page> {
  const context = await studio.browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  page.on('pageerror', (error) => studio.complain(`organizer: ${error.message}`));
  await page.goto(/http\S+\/set-up#\S+/.exec(hub.output)?.[0] ?? '');
  await page.getByLabel('您的姓名').fill('主办');
  await page.getByLabel('设置密码').fill(PASSWORD);
  await page.getByLabel('再输入一遍密码').fill(PASSWORD);
  await page.getByRole('button', { name: '创建并登录' }).click();
  await page.getByRole('button', { name: '载入演示考场' }).waitFor();
  return page;
}
