/** Issue 4, 6 · An examiner's whole way in Chromium 92; a photo comes upright out of old and new browsers. */
import type { Locator, Page } from '@playwright/test';
import { Director } from '../support/director.ts';
import { OldChromium } from '../support/old-chromium.ts';
import { jpegOnItsSide } from '../support/pictures.ts';
import { ExaminerPhone, expect, test as base } from './support/actors.ts';
import { ELDER, meets, PLAIN } from './support/sizes.ts';

const SMALL = { width: 360, height: 640 };
const QUESTION = '码头的路灯坏了一年，什么时候修好？';
const photo = { name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: jpegOnItsSide() };

const test = base.extend<{ old: ExaminerPhone }, { chromium92: OldChromium }>({
  chromium92: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names from the pattern
    async ({}, use) => {
      const started = await OldChromium.start();
      await use(started);
      await started.stop();
    },
    { scope: 'worker' },
  ],
  old: async ({ chromium92, complaints }, use) => {
    const context = await chromium92.browser.newContext({ viewport: SMALL, locale: 'zh-CN' });
    const page = await context.newPage();
    complaints.watch(page, 'Chromium 92');
    await use(new ExaminerPhone(page));
    await context.close();
  },
});

/** How large a picture is, how light at its top and its bottom, and whether it still says what a camera noted. */
const lookAt = (image: Locator) =>
  image.evaluate((one: HTMLImageElement) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [one.naturalWidth, one.naturalHeight];
    const context = canvas.getContext('2d');
    context?.drawImage(one, 0, 0);
    const light = (part: number) =>
      (context?.getImageData(canvas.width / 2, Math.floor(canvas.height * part), 1, 1).data[0] ?? 0) > 128;
    const bytes = atob(one.src.slice(one.src.indexOf(',') + 1));
    return {
      size: [canvas.width, canvas.height],
      lightAt: [light(0.1), light(0.9)],
      small: bytes.length < 300_000,
      noted: bytes.includes('Exif'),
    };
  });

/** The preview of a photo that was taken upright and stored on its side. */
async function takesPhoto(page: Page): Promise<void> {
  await page.getByLabel('加一张照片').setInputFiles(photo);
  const preview = page.getByAltText('您选的照片');
  await expect(preview).toBeVisible();
  expect(await lookAt(preview)).toEqual({
    size: [1200, 1600],
    lightAt: [true, false],
    small: true,
    noted: false,
  });
}

test.describe('old web views @phones', () => {
  test('an examiner goes his whole way in Chromium 92, in both layouts', async ({ hub, old, chromium92 }) => {
    expect(chromium92.browser.version()).toMatch(/^92\./);
    const { page } = old;
    const director = await Director.of(hub);
    const criterion = (name: string) => page.getByRole('textbox', { name: new RegExp(`^${name}`) });
    const letters = page.getByRole('button', { name: '大字', exact: true });
    await old.enrols(await director.pass('e1', 'party-01'));
    await director.brings('u1', 'waiting', 'questioning');

    // Q1: a question with a photo; both are there after a reload
    await old.press('我要提问');
    await page.getByRole('textbox', { name: '您的问题' }).fill(QUESTION);
    await takesPhoto(page);
    await page.reload();
    await expect(page.getByRole('textbox', { name: '您的问题' })).toHaveValue(QUESTION);
    await expect(page.getByAltText('您选的照片')).toBeVisible();
    await old.press('提交问题');
    const asked = () => director.caller.slices.questions?.[0];
    await director.caller.until(() => typeof asked()?.picture === 'string');

    // Q5: an answer is rated by one tap; a note stays here
    const question = asked()?.id ?? '';
    await director.caller.must('question.stage', { question, instead: null });
    await director.caller.must('question.answered', { question });
    await page.getByRole('button', { name: '较好', exact: true }).click();
    await old.sees('已评“较好”');
    await page.getByText('我的笔记').click();
    await page.getByRole('textbox', { name: /我的笔记/ }).fill('路灯年底前修好');
    await meets(page, PLAIN);

    // B2: one by one in large letters, then all on one page in plain ones
    await letters.click();
    await director.brings('u1', 'questioning', 'scoring');
    await old.sees('请给这家打分');
    await meets(page, ELDER);
    await old.press('填评分票');
    await old.press('述职 减 0.5 分');
    await old.press('下一项');
    await criterion('正面回应').fill('18');
    await old.press('下一项');
    await meets(page, ELDER);
    await page.reload();
    await old.sees('第 3 项，共 4 项');
    await old.press('一页全部');
    await old.press(/^返回/);
    await letters.click();
    await old.press(/填评分票$/);
    await criterion('言之有据').fill('26');
    await criterion('措施时限').fill('17');
    await meets(page, PLAIN);
    await old.press('核对评分票');
    await old.sees('合计');
    await old.press('确认提交');
    const first = await old.receipt();
    await page.reload();
    expect(await old.receipt()).toBe(first);

    // B2: replaced until the lock
    await old.press('修改评分票');
    await criterion('述职').fill('28');
    await old.press('核对评分票');
    await old.press('确认提交');
    await old.sees('89');
    await expect.poll(() => old.receipt()).not.toBe(first);
    await director.returned(1);
    await director.brings('u1', 'scoring', 'locked');
    await old.sees('这家已锁票，不能再改');
    director.caller.close();
  });

  test('Q1 a photo that a camera stored on its side comes upright out of a new browser too', async ({
    hub,
    examiner,
  }) => {
    const director = await Director.of(hub);
    const phone = await examiner(await director.pass('e1', 'party-01'));
    await director.brings('u1', 'waiting', 'questioning');
    await phone.press('我要提问');
    await takesPhoto(phone.page);
    director.caller.close();
  });
});
