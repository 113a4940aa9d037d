/** 长辈版 and the ballot in two ways (issue 4, 1 and 2). */
import type { Page } from '@playwright/test';
import { Director } from '../support/director.ts';
import { ExaminerPhone, expect, test } from './support/actors.ts';
import { ELDER, meets, PLAIN } from './support/sizes.ts';

const SMALL = { width: 360, height: 640 };
const criterion = (page: Page, name: string) => page.getByRole('textbox', { name: new RegExp(`^${name}`) });
const switched = (page: Page) => page.getByRole('button', { name: '大字', exact: true });

/** A voice that writes down what it says. */
const voice = () => {
  const said: string[] = [];
  const machine = {
    speaking: false,
    pending: false,
    getVoices: () => [{ lang: 'zh-CN' }],
    speak: (one: { text: string; onstart?: () => void }) => {
      said.push(one.text);
      one.onstart?.();
    },
    cancel: () => undefined,
    addEventListener: () => undefined,
  };
  class Utterance {
    readonly text: string;
    constructor(text: string) {
      this.text = text;
    }
  }
  for (const [key, value] of Object.entries({
    said,
    speechSynthesis: machine,
    SpeechSynthesisUtterance: Utterance,
  }))
    Object.defineProperty(window, key, { value, configurable: true });
};
const heard = (page: Page) =>
  page.evaluate(() => (window as unknown as { said: string[] }).said.splice(0).join(''));

test.describe('an examiner of seventy-five @phones', () => {
  test('B2 B3 enrols with large letters, hears, scores one by one, corrects, is read back, waits for nobody', async ({
    hub,
    browser,
    complaints,
  }) => {
    const director = await Director.of(hub);
    const context = await browser.newContext({ viewport: SMALL });
    await context.addInitScript(voice);
    const page = await context.newPage();
    complaints.watch(page, 'elder');
    const phone = new ExaminerPhone(page);
    await page.goto(await director.pass('e1', 'party-01'));
    await page.getByRole('switch', { name: /大字/ }).click();
    await meets(page, ELDER);
    await phone.press('进入考场');
    await page.waitForURL(/\/m\/\d{6}/);
    await page.evaluate(() => (location.hash = 'ask'));
    await page.getByRole('textbox').fill('渔排污水排到哪里去了？');
    await meets(page, ELDER);
    await phone.press('下一步');
    await meets(page, ELDER);
    await phone.press('下一步');
    await phone.sees('请核对问题');
    await meets(page, ELDER);
    await phone.press('朗读');
    expect(await heard(page)).toContain('渔排污水排到哪里去了？');
    await phone.press('提交问题');
    await director.brings('u1', 'waiting', 'scoring');
    await phone.sees('请给这家打分');
    await meets(page, ELDER);
    await phone.press('朗读');
    expect(await heard(page)).toContain('葵湾社区党委');

    await phone.press('填评分票');
    await phone.sees('第 1 项，共 4 项');
    expect(await heard(page)).toBe('');
    await phone.press('朗读');
    expect(await heard(page)).toContain('述职，满分三十分。还没有打分。');
    await meets(page, ELDER);
    await phone.press('述职 减 0.5 分');
    await phone.press('述职 减 0.5 分');
    await phone.press('下一项');
    await criterion(page, '正面回应').fill('18.3');
    await phone.press('下一项');
    await phone.sees('请按 0.5 分一档打分');
    await criterion(page, '正面回应').fill('18');
    await criterion(page, '正面回应').press('Enter');
    await phone.sees('第 3 项，共 4 项');
    await page.reload();
    await phone.sees('第 3 项，共 4 项');
    await criterion(page, '言之有据').fill('26');
    await phone.press('下一项');
    await phone.press('核对评分票');
    await phone.sees('还没有打分');
    await criterion(page, '措施时限').fill('17');
    await phone.press('一页全部');
    await expect(page.getByRole('textbox')).toHaveCount(4);
    await meets(page, ELDER);
    await phone.press('核对评分票');

    await phone.press('朗读');
    expect(await heard(page)).toContain(
      '述职二十九点五分，正面回应十八分，言之有据二十六分，措施时限十七分。合计九十点五分。',
    );
    await meets(page, ELDER);
    await director.brings('u1', 'scoring', 'closing');
    await phone.press('再等一下');
    await phone.sees('主持人已经知道您还在填');
    await director.caller.until(() =>
      (director.caller.slices.progress?.pending ?? []).some((one) => one.pass === 'party-01' && one.waits),
    );
    await meets(page, ELDER);
    await phone.press('确认提交');
    await phone.receipt();
    await meets(page, ELDER);
    await phone.press('修改评分票');
    await criterion(page, '述职').fill('28');
    await phone.press('核对评分票');
    await phone.sees('八十九分');
    await phone.press('确认提交');
    await phone.receipt();
    await director.returned(1);
    await director.brings('u1', 'closing', 'locked');
    await phone.sees('这家已锁票，不能再改');
    for (const place of ['records', 'results', 'ask', 'help', 'stage']) {
      await page.evaluate((hash) => (location.hash = hash), place);
      await expect(page.locator('.phone .bar')).toBeVisible();
      await meets(page, ELDER);
    }
    await switched(page).click();
    for (const place of ['stage', 'records', 'results', 'ask', 'help', 'sent/u1', 'ballot/u1']) {
      await page.evaluate((hash) => (location.hash = hash), place);
      await expect(page.locator('.phone .bar')).toBeVisible();
      await meets(page, PLAIN);
    }
    await context.close();
  });

  test('A2 B1 grades in both ways; the lock throws nothing away', async ({ hub, examiner }) => {
    const director = await Director.of(hub);
    const scoring = director.caller.slices.sheet;
    if (!scoring) throw new Error('no sheet');
    const grades = [
      { id: 'good', name: '好', worth: 10_000 },
      { id: 'fair', name: '较好', worth: 8_000 },
      { id: 'poor', name: '较差', worth: 5_000 },
    ];
    await director.caller.must('sheet.set', { ...scoring, input: 'grades', grades });
    const phone = await examiner(await director.pass('e1', 'party-01'));
    const { page } = phone;
    await page.setViewportSize(SMALL);
    await director.brings('u1', 'waiting', 'scoring');
    await phone.press('填评分票');
    await meets(page, PLAIN);
    const group = (name: string) => page.getByRole('group', { name: new RegExp(`^${name}`) });
    await group('述职').getByRole('button', { name: '较好' }).click();
    await phone.press('逐项打分');
    await phone.sees('第 2 项，共 4 项');
    await meets(page, PLAIN);
    await switched(page).click();
    await meets(page, ELDER);
    await group('正面回应').getByRole('button', { name: /^好/ }).click();
    await phone.press('上一项');
    await expect(group('述职').getByRole('button', { name: /较好/ })).toHaveAttribute('aria-pressed', 'true');
    await director.brings('u1', 'scoring', 'closing');
    await phone.sees('快要锁票了');
    await director.brings('u1', 'closing', 'locked');
    await phone.sees('您填过的还在这部手机里，合计 44 分');
    await meets(page, ELDER);
  });
});
