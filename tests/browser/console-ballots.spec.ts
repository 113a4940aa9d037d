import { Director } from '../support/director.ts';
import type { Host } from './support/actors.ts';
import { ExaminerPhone, expect, test } from './support/actors.ts';

const POINTS = { 述职: '27', 正面回应: '18', 言之有据: '26.5', 措施时限: '17' };

async function opens(host: Host, url: string, path: string): Promise<void> {
  await host.page.goto(`${url}/console/${path}`);
}

/** Keys a ballot by keyboard alone and submits it. */
async function keys({ page }: Host, points: Record<string, string>, submit: string): Promise<void> {
  for (const value of Object.values(points)) {
    await page.keyboard.type(value);
    await page.keyboard.press('Enter');
  }
  await expect(page.getByRole('button', { name: submit })).toBeFocused();
  await page.keyboard.press('Enter');
}

test.describe('ballots by other ways than a phone @console', () => {
  test('I8 a tablet serves two examiners in turn, and shows nothing of one to the next', async ({
    host,
    hub,
    browser,
    complaints,
  }) => {
    await host.isSignedIn();
    const director = await Director.of(hub);
    const links = [await director.pass('e1', 'party-01'), await director.pass('e2', 'party-02')];
    const context = await browser.newContext({ viewport: { width: 1024, height: 768 } });
    const tablet = new ExaminerPhone(await context.newPage());
    complaints.watch(tablet.page, 'tablet');
    await tablet.page.goto(await director.issues('kiosk-1', 'kiosk', { number: '1' }));
    await tablet.press('进入考场');
    await tablet.sees('请扫您的入场凭证');
    await director.brings('u1', 'waiting', 'scoring');

    const receipts: string[] = [];
    for (const [at, link] of links.entries()) {
      // A scanner types the link and presses Enter.
      await expect(tablet.page.getByRole('textbox', { name: '扫码' })).toBeFocused();
      await tablet.page.keyboard.type('http://other/1234');
      await tablet.page.keyboard.press('Enter');
      await tablet.sees('没有认出这个码');
      await tablet.page.keyboard.type(link);
      await tablet.page.keyboard.press('Enter');
      await tablet.sees(`0${at + 1} 号`);
      for (const field of await tablet.page.getByRole('textbox').all()) await expect(field).toHaveValue('');
      for (const [criterion, value] of Object.entries(POINTS))
        await tablet.page.getByRole('textbox', { name: new RegExp(criterion) }).fill(value);
      await tablet.press('核对评分票');
      await tablet.press('确认提交');
      receipts.push(await tablet.receipt());
      await tablet.sees('请把平板交给下一位');
      await tablet.press('记好了，退出');
      await tablet.sees('请扫您的入场凭证');
      await tablet.page.goBack().catch(() => null);
      await expect(tablet.page.locator('body')).not.toContainText('26.5');
      if (!tablet.page.url().includes('/k/')) await tablet.page.goto(`${hub.url}/k/${director.code}`);
    }
    expect(new Set(receipts).size).toBe(2);
    await director.returned(2);
    await context.close();
  });

  test('I8 a host lets somebody in, assists another, and neither phone is taken over', async ({
    host,
    hub,
    browser,
    examiner,
  }) => {
    await host.isSignedIn();
    const director = await Director.of(hub);
    const phone = await examiner(await director.pass('e1', 'party-01'));
    await director.pass('e2', 'party-02');
    await director.caller.must('pass.check-in', { pass: 'party-02' });
    const context = await browser.newContext({ viewport: { width: 768, height: 1024 } });
    const tablet = new ExaminerPhone(await context.newPage());
    await tablet.page.goto(await director.issues('kiosk-1', 'kiosk', { number: '1' }));
    await tablet.press('进入考场');
    await tablet.sees('请扫您的入场凭证');
    await director.brings('u1', 'waiting', 'scoring');
    await opens(host, hub.url, director.code);
    await host.press('处理：党员代表 01');
    await host.press('上平板 1：党员代表 01');
    await tablet.sees('01 号');
    await phone.sees('请给这家打分');
    await host.press('退出平板：党员代表 01');
    await tablet.sees('请扫您的入场凭证');

    await host.press('处理：党员代表 02');
    await host.press('协助评分：党员代表 02');
    await host.page.getByLabel('协助人').fill('志愿者甲');
    await host.page.getByRole('textbox', { name: /述职/ }).focus();
    await keys(host, { ...POINTS, 措施时限: '17' }, '念给考官听，确认提交');
    await expect(host.page.getByText('评分票已送达')).toBeVisible();
    await expect(host.page.getByText(/^[0-9A-HJKMNP-TV-Z]{4} [0-9A-HJKMNP-TV-Z]{4}$/)).toBeVisible();
    await director.returned(1);
    await phone.scores(POINTS);
    await phone.receipt();
    await context.close();
  });

  test('I8, B6 paper is keyed twice: equal counts, unequal is void until corrected; its phone says so', async ({
    host,
    hub,
    examiner,
    colleague,
  }) => {
    await host.isSignedIn();
    const director = await Director.of(hub);
    const phone = await examiner(await director.pass('e1', 'party-01'));
    const second = await colleague('监票人甲', 'scrutineer');
    await director.brings('u1', 'waiting', 'scoring');
    await phone.sees('请给这家打分');

    await opens(host, hub.url, `${director.code}/paper`);
    await host.page.getByLabel('凭证号').fill('1');
    await host.press('发纸票');
    await phone.sees('这一家您用纸票评分');
    await expect(phone.page.getByRole('button', { name: /评分票$/ })).toHaveCount(0);
    const row = (who: Host) => who.page.getByRole('row', { name: /党员代表 01/ });
    await expect(row(host)).toContainText('未录入');
    await host.press('录入：党员代表 01');
    await keys(host, POINTS, '确认录入');
    await expect(row(host)).toContainText('已录一遍');
    await expect(host.page.locator('main')).not.toContainText('26.5');

    await opens(second, hub.url, `${director.code}/paper`);
    await expect(second.page.getByRole('button', { name: '发纸票' })).toHaveCount(0);
    await second.press('录入：党员代表 01');
    await keys(second, { ...POINTS, 言之有据: '26' }, '确认录入');
    for (const who of [host, second]) {
      await expect(row(who)).toContainText('两遍不一致');
      await expect(row(who)).toContainText('言之有据');
    }
    await second.press('录入：党员代表 01');
    await keys(second, POINTS, '确认录入');
    await expect(row(host)).toContainText('两遍一致');
    await director.returned(1);
    await phone.sees('评分票已送达');
  });

  test('B3, I2 a phone that sleeps is seen asleep; one tap moves a pass to another phone', async ({
    host,
    hub,
    examiner,
    browser,
  }) => {
    await host.isSignedIn();
    const director = await Director.of(hub);
    const link = await director.pass('e1', 'party-01');
    const phone = await examiner(link);
    await director.brings('u1', 'waiting', 'scoring');
    await phone.sees('请给这家打分');
    await opens(host, hub.url, director.code);
    const row = host.page.getByRole('listitem').filter({ hasText: '党员代表 01' });
    await expect(row.first()).toContainText('在线');
    await phone.page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await expect(row.first()).toContainText(/休眠 \d+:\d\d/);

    const other = new ExaminerPhone(await (await browser.newContext()).newPage());
    await other.page.goto(link);
    await other.press('进入考场');
    await other.sees('请工作人员确认');
    await host.press('同意换手机：党员代表 01');
    await other.sees('请给这家打分');
    await other.page.context().close();
  });
});
