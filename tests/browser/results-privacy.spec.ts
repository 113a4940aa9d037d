/** J6 · Names go, the count stays: an owner purges a meeting that is over, and everybody can read what is kept. */
import { differences } from '../../assessment/recount.ts';
import type { Bundle } from '../../assessment/bundle.ts';
import { isSound, verifyFolder, wasPurged } from '../../db/verify-folder.ts';
import { FullMeeting } from '../support/full-meeting.ts';
import { Access } from './support/access.ts';
import { expect, test, type Host } from './support/actors.ts';

/** A meeting in which one unit was scored and that is closed, its result beyond appeal. */
async function over(hub: Parameters<typeof FullMeeting.on>[0]): Promise<string> {
  const full = await FullMeeting.on(hub, { appealDays: 0 });
  await full.opens();
  await full.come(6);
  await full.brings('u1', 'waiting', 'scoring');
  await full.score('u1', 6);
  await full.brings('u1', 'scoring', 'locked');
  await full.caller.must('meeting.close', {});
  full.close();
  return full.code;
}

/** The ranking as it is downloaded. */
const ranking = async (host: Host, url: string, code: string): Promise<string> =>
  (await host.context.request.get(`${url}/api/meetings/${code}/ranking.csv`)).text();

test.describe('privacy @results', () => {
  test('J6 an owner purges a meeting that was put away; its chain holds and its ranking is the same', async ({
    hub,
    host,
  }) => {
    const code = await over(hub);
    await host.isSignedIn();
    await host.page.goto(`${hub.url}/console`);
    const before = await ranking(host, hub.url, code);
    const row = host.page.getByRole('row').filter({ hasText: code });
    await row.getByRole('button', { name: /^更多/ }).click();
    await host.press('归档');
    await host.press('确认归档');
    await host.page.getByRole('heading', { name: /已归档的考场/ }).click();
    await row.getByRole('button', { name: /^更多/ }).click();
    await host.press('清除个人信息');
    const form = host.page.getByRole('form', { name: /^清除/ });
    await expect(form.getByText('考官、班子成员、监票人的姓名和单位')).toBeVisible();
    const typed = form.getByLabel(`输入参与码 ${code} 确认`);
    await typed.fill('123456');
    await form.getByRole('button', { name: '清除个人信息' }).click();
    await expect(form.getByText(`请输入参与码 ${code}`)).toBeVisible();
    await typed.fill(code);
    await form.getByRole('button', { name: '清除个人信息' }).click();
    await expect(row.getByText(/^个人信息已在 .+ 清除$/)).toBeVisible();
    expect(await ranking(host, hub.url, code)).toBe(before);
    const bundle = (await (
      await host.context.request.get(`${hub.url}/api/meetings/${code}/bundle.json`)
    ).json()) as Bundle;
    expect(differences(bundle)).toEqual([]);
    const check = verifyFolder(hub.data).find((one) => one.code === code);
    expect(check && isSound(check) && wasPurged(check)).toBe(true);
    await host.page.goto(`${hub.url}/console/${code}/journal`);
    await expect(host.page.getByText('清除了姓名、文字、照片和材料（负责人清除）')).toBeVisible();
  });

  test('J6 anybody reads what is kept and for how long, as the owner set it; large and for readers of screens too', async ({
    hub,
    host,
    complaints,
  }) => {
    const access = new Access();
    await host.isSignedIn();
    await host.hasDemo();
    const { code } = host;
    await host.page.goto(`${hub.url}/console/${code}/prepare#settings`);
    const form = host.page.getByRole('form', { name: '个人信息保留多久' });
    await form.getByLabel('保留天数').fill('3651');
    await expect(form.getByText('请写 0 到 3650 之间的整数。')).toBeVisible();
    await form.getByLabel('保留天数').fill('90');
    await form.getByRole('button', { name: '保存保留天数' }).click();
    await expect(form.getByText('已保存')).toBeVisible();
    const context = await host.context.browser()!.newContext({ viewport: { width: 390, height: 844 } });
    const phone = await context.newPage();
    complaints.watch(phone, 'phone');
    await phone.goto(`${hub.url}/m/${code}`);
    await phone.getByRole('link', { name: '隐私说明' }).click();
    await expect(phone.getByText('考场结束后保留 90 天，到期自动清除', { exact: false })).toBeVisible();
    await expect(phone.getByText('登录记录和运行日志：保留 184 天', { exact: false })).toBeVisible();
    await access.look(phone, 'privacy');
    await access.enlarge(phone, 'privacy');
    await phone.getByRole('link', { name: 'English' }).click();
    await expect(phone.getByRole('heading', { name: 'Privacy', exact: true })).toBeVisible();
    await expect(phone.getByText('90 days after the end', { exact: false })).toBeVisible();
    await phone.getByRole('link', { name: 'Back' }).click();
    await expect(phone).toHaveURL(`${hub.url}/m/${code}`);
    await context.close();
    expect(access.found).toEqual([]);
  });
});
