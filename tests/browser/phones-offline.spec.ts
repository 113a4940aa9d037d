import { Director } from '../support/director.ts';
import { expect, test } from './support/actors.ts';

const POINTS = { 述职: '27', 正面回应: '18', 言之有据: '26.5', 措施时限: '17' };

test.describe('what a secure address adds to a phone @phones', () => {
  test('starts without a network as it was left, takes a ballot, and hands it in when the hub is back', async ({
    hub,
    examiner,
    complaints,
  }) => {
    const director = await Director.of(hub);
    const link = await director.pass('e1', 'party-01');
    const phone = await examiner(link);
    const { page } = phone;
    await director.brings('u1', 'waiting', 'scoring');
    await phone.fills({ 述职: '27' });
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });

    director.caller.close();
    complaints.expectCuts();
    await hub.kill();
    await page.reload();
    await phone.sees(/以下是 \d\d:\d\d 的情况，正在连接/);
    await phone.sees('没有网络');
    await expect(page.getByRole('textbox', { name: /述职/ })).toHaveValue('27');
    for (const [criterion, value] of Object.entries(POINTS))
      await page.getByRole('textbox', { name: new RegExp(criterion) }).fill(value);
    await phone.press('核对评分票');
    await phone.press('确认提交');
    await phone.sees(/评分票已存好/);
    await page.reload();
    await phone.sees(/评分票已存好/);

    await hub.run();
    await phone.receipt();
    await expect(page.getByText(/以下是/)).toHaveCount(0);

    // Nothing of the hub's, and no address that somebody opened: links of passes carry a secret.
    const kept = await page.evaluate(async () => {
      const all: string[] = [];
      for (const name of await caches.keys())
        for (const request of await (await caches.open(name)).keys()) all.push(request.url);
      return all.map((url) => url.replace(location.origin, ''));
    });
    expect(kept).toContain('/');
    expect(kept.filter((path) => path !== '/' && !path.startsWith('/_app/immutable/'))).toEqual([]);
  });

  test('starts without a network in English, too', async ({ hub, browser, complaints }) => {
    const director = await Director.of(hub);
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    complaints.watch(page, 'examiner');
    await page.goto((await director.pass('e1', 'party-01')).replace('#', '?lang=en#'));
    await page.getByRole('button', { name: 'Enter', exact: true }).click();
    await page.waitForURL(/\/m\/\d{6}/);
    await expect(page.getByRole('button', { name: 'Ask a question' })).toBeVisible();
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    director.caller.close();
    complaints.expectCuts();
    await hub.kill();
    await page.reload();
    await expect(page.getByText(/This is how it was at \d\d:\d\d; connecting/)).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await page.getByRole('button', { name: 'Ask a question' }).click();
    await page.getByRole('textbox').fill('Who pays?');
    await expect(page.locator('body')).not.toContainText(/[提问网络]/);
    await page.context().close();
    await hub.run();
  });

  test('the phone stays awake while a unit is on stage, hums once when scoring opens, and its icon leads back here', async ({
    hub,
    examiner,
  }) => {
    const director = await Director.of(hub);
    const phone = await examiner(await director.pass('e1', 'party-01'));
    const { page } = phone;
    await page.addInitScript(() => {
      const told = ((window as unknown as { told: string[] }).told = []) as string[];
      Object.defineProperty(navigator, 'wakeLock', {
        value: {
          request: () => {
            told.push('awake');
            return Promise.resolve({ release: () => Promise.resolve(told.push('asleep')) });
          },
        },
      });
      navigator.vibrate = () => told.push('hum') > 0;
    });
    await page.reload();
    const told = () => page.evaluate(() => (window as unknown as { told: string[] }).told.join(' '));
    await phone.press('我的记录');
    await page.goBack();
    expect(await told()).toBe('');
    await director.brings('u1', 'waiting', 'questioning');
    await expect.poll(told).toBe('awake');
    await page.waitForFunction(() => performance.now() > 3500);
    await director.brings('u1', 'questioning', 'scoring');
    await expect.poll(told).toBe('awake hum');
    await director.brings('u1', 'scoring', 'locked');
    await expect.poll(told).toBe('awake hum asleep');

    const manifest = (await (await page.request.get(`${hub.url}/manifest.webmanifest`)).json()) as {
      start_url: string;
      icons: { src: string }[];
    };
    for (const { src } of manifest.icons)
      expect((await page.request.get(hub.url + src)).headers()['content-type']).toMatch(/^image\//);
    await page.goto(hub.url + manifest.start_url);
    await expect(page).toHaveURL(new RegExp(`/m/${director.code}$`));
    director.caller.close();
  });
});
