/** The live page of the console as a host works with it. */
import type { Page } from '@playwright/test';
import { FullMeeting } from '../../support/full-meeting.ts';
import { expect, type Host } from './actors.ts';

const WRITING = ':is(input, textarea, select):focus';

export class Desk {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }
  get main() {
    return this.page.locator('.go .btn.main');
  }
  get hand() {
    return this.page.getByRole('article', { name: '选中的问题' });
  }
  get staged() {
    return this.page.getByRole('region', { name: /^台上第/ });
  }
  get timer() {
    return this.page.getByRole('timer');
  }
  get undo() {
    return this.page.getByRole('button', { name: /^撤销：/ });
  }
  row(text: string | RegExp) {
    return this.page
      .getByRole('region', { name: '提问', exact: true })
      .getByRole('listitem')
      .filter({ hasText: text });
  }
  get units() {
    return this.page.getByRole('navigation', { name: '议程' }).getByRole('listitem');
  }
  unit(name: string) {
    return this.units.filter({ hasText: name });
  }
  /** Presses one key after the other, each once the page takes it: a hand is slower than the answer to the last one. */
  async key(...keys: string[]): Promise<void> {
    for (const key of keys) {
      await expect(this.page.locator('[aria-busy=true]')).toHaveCount(0);
      // In a form that is still open a letter is text; Enter, Tab and Escape are what leads out of it.
      if (!/^(Enter|Tab|Escape)$/.test(key)) await expect(this.page.locator(WRITING)).toHaveCount(0);
      await this.page.keyboard.press(key);
    }
  }
  press(name: string | RegExp): Promise<void> {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' }).click();
  }
  /** The red button says this and takes a press. */
  async offers(label: string | RegExp): Promise<void> {
    await expect(this.main).toContainText(label);
    await expect(this.main).not.toHaveAttribute('aria-busy');
  }
  async said(words: string | RegExp): Promise<void> {
    await expect(this.page.getByRole('alert').filter({ hasText: words }).first()).toBeVisible();
  }
  /** What the clock shows, in seconds. */
  async seconds(): Promise<number> {
    const [, minutes = '0', rest = '0'] = /(\d+):(\d\d)/.exec(await this.timer.innerText()) ?? [];
    return Number(minutes) * 60 + Number(rest);
  }
  /** Does it and holds the clock to so many seconds more, less what passes meanwhile where it runs down. */
  async adds(by: number, act: () => Promise<unknown>): Promise<void> {
    const before = await this.seconds();
    const since = Date.now();
    await act();
    const wrong = async () => {
      const more = (await this.seconds()) - before - by;
      return more > 2 || more < -2 - (Date.now() - since) / 1000;
    };
    await expect.poll(wrong, { timeout: 5000 }).toBe(false);
  }
  async doesNotScroll(): Promise<void> {
    const over = await this.page.evaluate(() => [
      document.documentElement.scrollHeight - window.innerHeight,
      document.documentElement.scrollWidth - window.innerWidth,
    ]);
    expect(over.filter((one) => one > 0)).toEqual([]);
  }
}

/**
 * A full meeting and its host at the live page; five examiners are there.
 * @param open whether the meeting has begun
 */
export async function begins(host: Host, hub: Parameters<typeof FullMeeting.on>[0], open = true) {
  await host.isSignedIn();
  const full = await FullMeeting.on(hub);
  if (open) await full.opens();
  await full.come(5);
  await host.page.goto(`${hub.url}/console/${full.code}`);
  const desk = new Desk(host.page);
  await expect(desk.main).toBeVisible();
  return { full, desk };
}
