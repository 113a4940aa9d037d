/** Everything on a phone works by keyboard alone, focus is always somewhere that can be seen, and is never lost. */
import type { Page } from '@playwright/test';
import { Director } from '../support/director.ts';
import { expect, test } from './support/actors.ts';

/** Where the focus is, as a person would say it. */
const inHand = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const active = document.activeElement;
    if (!active || active === document.body) return '';
    const label = (active as HTMLInputElement).labels?.[0]?.textContent;
    return (active.getAttribute('aria-label') ?? label ?? active.textContent ?? '').trim();
  });

/** What shows where the focus is: at least 3 px, around it or around what holds it. */
const ring = (page: Page): Promise<number> =>
  page.evaluate(() => {
    for (let at = document.activeElement; at && at !== document.body; at = at.parentElement) {
      const { outlineStyle, outlineWidth } = getComputedStyle(at);
      if (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) return parseFloat(outlineWidth);
    }
    return 0;
  });

/** A person without a finger or a mouse: he presses Tab until he is where he wants to be. */
class Keys {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  async reach(name: RegExp): Promise<void> {
    const passed: string[] = [];
    for (let pressed = 0; pressed < 40; pressed += 1) {
      const here = await inHand(this.page);
      if (name.test(here)) {
        expect(await ring(this.page), `the ring around ${here}`).toBeGreaterThanOrEqual(3);
        return;
      }
      passed.push(here);
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`no ${name} among ${passed.join(' | ')}`);
  }

  async press(name: RegExp, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await this.page.getByRole('button', { name }).first().waitFor();
    await this.reach(name);
    await this.page.keyboard.press(key);
  }

  async holds(name: RegExp): Promise<void> {
    await expect.poll(() => inHand(this.page)).toMatch(name);
  }
}

test.describe('a phone without a finger @phones', () => {
  test('an examiner goes his whole way by keyboard, and the stage never takes the focus from him', async ({
    browser,
    hub,
    complaints,
  }) => {
    const director = await Director.of(hub);
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    complaints.watch(page, 'examiner');
    const keys = new Keys(page);
    await page.goto(await director.pass('e1', 'party-01'));
    await keys.press(/^进入考场$/);
    await page.waitForURL(/\/m\/\d{6}/);
    await expect(page.locator('[role=status].unseen')).toHaveCount(1);
    await director.brings('u1', 'waiting', 'questioning');

    await keys.press(/^我要提问$/);
    await keys.holds(/提问/);
    await keys.reach(/^您的问题$/);
    await page.keyboard.type('夜里的噪声谁来管？');
    await keys.press(/^提交问题$/, 'Space');
    // Back where he came from.
    await keys.holds(/^我要提问$/);
    await keys.press(/^我的记录$/);
    await keys.holds(/^我的记录$/);
    await page.goBack();
    await keys.holds(/^我的记录$/);

    const asked = () => director.caller.slices.questions ?? [];
    await director.caller.until(() => asked().length === 1);
    const question = asked()[0]?.id ?? '';
    await director.caller.must('question.stage', { question });
    await director.caller.must('question.answered', { question });
    await keys.press(/^较好$/, 'Space');
    await expect(page.getByRole('button', { name: '较好' })).toHaveAttribute('aria-pressed', 'true');
    // The window closes and the buttons go: the focus stays on the page.
    await director.brings('u1', 'questioning', 'scoring');
    await expect(page.getByRole('button', { name: '较好' })).toHaveCount(0);
    expect(await inHand(page)).not.toBe('');
    await expect(page.locator('[role=status].unseen')).toContainText('请评分');

    await keys.press(/^填评分票$/);
    for (const [criterion, points] of [
      ['述职', '27'],
      ['正面回应', '18'],
      ['言之有据', '26.5'],
      ['措施时限', '17'],
    ] as const) {
      await keys.reach(new RegExp(`^${criterion}(满分|分数| 分数|$)`));
      await page.keyboard.type(points);
    }
    await keys.press(/^核对评分票$/);
    await keys.press(/^确认提交$/);
    await expect(page.getByText('评分票已送达')).toBeVisible();
    expect(await inHand(page)).not.toBe('');
    await keys.press(/^回到现场$/);
    await keys.press(/^我的记录$/);
    await expect(page.getByText('88.5')).toBeVisible();
    // On the way out the unit leaves the stage under his hands.
    await page.goBack();
    await keys.reach(/^修改评分票$/);
    await director.brings('u1', 'scoring', 'locked');
    await expect(page.getByRole('button', { name: '修改评分票' })).toHaveCount(0);
    await expect.poll(() => inHand(page)).not.toBe('');
    director.caller.close();
    await context.close();
  });

  test('a voice of the crowd joins by code and votes by keyboard', async ({ hub, crowd }) => {
    const director = await Director.of(hub);
    await director.brings('u1', 'waiting', 'scoring');
    const { page } = await crowd();
    const keys = new Keys(page);
    await page.goto(hub.url);
    await keys.reach(/参与码|六位/);
    await page.keyboard.type(director.code);
    await page.keyboard.press('Enter');
    await keys.press(/^基本满意/, 'Space');
    await expect(page.getByRole('button', { name: /^基本满意/ })).toHaveAttribute('aria-pressed', 'true');
    director.caller.close();
  });
});
