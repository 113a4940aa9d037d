/** Parts of a phone that are fetched later (issue 4, 5 and 7): on a bad cell, in words, with their styles. */
import type { Browser, Page } from '@playwright/test';
import { Director } from '../support/director.ts';
import { expect, ExaminerPhone, test } from './support/actors.ts';

/** What is asked for by this name is lost until it is let through. */
async function loses(page: Page, name: RegExp): Promise<() => Promise<void>> {
  await page.route(name, (route) => route.abort('connectionrefused'));
  return () => page.unroute(name);
}

/** Names of the styles in the page, in their order. */
const styles = (page: Page) =>
  page.evaluate(() =>
    Array.from(document.styleSheets, ({ href }) => /\/([a-z]+)-[^/]*\.css$/.exec(href ?? '')?.[1]),
  );
/** The smallest letters of the layout. */
const letters = (page: Page) =>
  page.evaluate(() => {
    const phone = document.querySelector('.phone');
    return phone ? getComputedStyle(phone).getPropertyValue('--t1').trim() : '';
  });

/** Without a worker, which would answer for the network. */
async function opened(browser: Browser): Promise<ExaminerPhone> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 640 },
    serviceWorkers: 'block',
  });
  return new ExaminerPhone(await context.newPage());
}

test.describe('what a phone fetches later @phones', () => {
  test('a part that cannot be fetched is tried again, said in words, and never shown without its style', async ({
    hub,
    browser,
    complaints,
  }) => {
    const director = await Director.of(hub);
    const phone = await opened(browser);
    const { page } = phone;
    complaints.watch(page, 'examiner');
    complaints.expectCuts();
    const script = await loses(page, /\/examiner-[^/]*\.js$/);
    const style = await loses(page, /\/examiner-[^/]*\.css$/);
    await phone.enrols(await director.pass('e1', 'party-01'));
    await phone.sees('您填过的都还在。现在网络不好，这一页会自动再试，请稍等，不用一直按。');
    const asked = page.waitForResponse(/\/examiner-[^/]*\.js$/);
    await script();
    await asked;
    await phone.sees('您填过的都还在。现在网络不好');
    await style();
    await expect(page.getByRole('button', { name: '我要提问' })).toBeVisible({ timeout: 15_000 });
    expect(await styles(page)).toContain('examiner');

    // I4: the ballot of an examiner who has left says so, whatever address he opens.
    await director.brings('u1', 'waiting', 'scoring');
    await phone.fills({ 述职: '27' });
    await director.caller.must('pass.check-out', { pass: 'party-01' });
    await phone.sees('您已登记离场');
    await phone.sees('现在不能评分，填了的还在这部手机上。要接着参加，请工作人员为您签到。');
    await director.caller.must('pass.check-in', { pass: 'party-01' });
    await expect(page.getByRole('textbox', { name: /述职/ })).toHaveValue('27');
    await page.context().close();
    director.caller.close();
  });

  test('large letters are fetched by who chooses them, stand before what comes later, and are there at once from then on', async ({
    hub,
    browser,
    complaints,
  }) => {
    const director = await Director.of(hub);
    const phone = await opened(browser);
    const { page } = phone;
    complaints.watch(page, 'examiner');
    complaints.expectCuts();
    await phone.enrols(await director.pass('e1', 'party-01'));
    await expect(page.getByRole('button', { name: '我要提问' })).toBeVisible();
    expect(await styles(page)).not.toContain('elder');
    await phone.press('大字');
    await expect.poll(() => letters(page)).toBe('1.5rem');
    expect((await styles(page)).slice(0, 2)).toEqual(['start', 'elder']);

    await page.addInitScript(() => {
      new MutationObserver((_, watching) => {
        const first = document.querySelector('.phone');
        if (!first) return;
        watching.disconnect();
        (window as unknown as { first: string }).first = getComputedStyle(first).getPropertyValue('--t1');
      }).observe(document, { childList: true, subtree: true });
    });
    await page.reload();
    await expect(page.getByRole('button', { name: '我要提问' })).toBeVisible();
    expect(await page.evaluate(() => (window as unknown as { first: string }).first.trim())).toBe('1.5rem');

    // Lost: the page is there without them, and they come by themselves.
    const style = await loses(page, /\/elder-[^/]*\.css$/);
    await page.reload();
    await expect(page.getByRole('button', { name: '我要提问' })).toBeVisible({ timeout: 15_000 });
    expect(await letters(page)).toBe('1.125rem');
    await style();
    await expect.poll(() => letters(page), { timeout: 15_000 }).toBe('1.5rem');
    await page.context().close();
    director.caller.close();
  });
});
