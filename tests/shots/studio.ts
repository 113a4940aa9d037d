/** What a provider of pictures works with. */
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Browser, Page } from '@playwright/test';

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

export async function savePage(folder: string, name: string, page: Page): Promise<void> {
  const path = join(folder, `${name}.png`);
  await mkdir(dirname(path), { recursive: true });
  await page.screenshot({ path, animations: 'disabled' });
}
