import { expect, Phone, test } from './support/actors.ts';

test.describe('before the meeting opens @console', () => {
  test('a phone scans the code and reports back; what was seen by eye is ticked', async ({
    host,
    hub,
    browser,
    complaints,
  }) => {
    await host.isSignedIn();
    await host.hasDemo();
    await host.page.getByRole('link', { name: '开场检查', exact: true }).click();
    const checks = host.page.getByRole('list', { name: '开场检查' });
    await expect(checks.getByText(/^好$/).first()).toBeVisible();
    await expect(host.page.getByText('还没有手机来试。')).toBeVisible();

    // The picture holds what the hub was asked for: the token is taken from the page's own question.
    const asked = await host.page.waitForRequest(/\/api\/reach\/[\w-]{24}$/);
    const token = asked.url().split('/').at(-1) ?? '';
    const context = await browser.newContext({ viewport: { width: 360, height: 640 } });
    const phone = new Phone(await context.newPage());
    complaints.watch(phone.page, 'phone');
    await phone.page.goto(`${hub.url}/reach/${token}`);
    await phone.sees('连得上');
    await expect(host.page.getByText(/其他设备，来回 \d+ 毫秒/)).toBeVisible();
    await expect(host.page.getByText('实时连接通了')).toBeVisible();

    const list = host.page.getByRole('list', { name: '要亲眼看一看的' });
    await list.getByRole('checkbox', { name: /自动休眠/ }).check();
    await expect(list.getByText(/已办好/)).toBeVisible();
    await host.page.reload();
    await expect(list.getByRole('checkbox', { name: /自动休眠/ })).toBeChecked();
    await context.close();
  });
});
