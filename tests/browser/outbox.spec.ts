import type { HubProcess } from '../support/hub-process.ts';
import { Director } from '../support/director.ts';
import { countedReceipts } from './support/counted.ts';
import { expect, test, type ExaminerPhone } from './support/actors.ts';

const POINTS = { 述职: '27', 正面回应: '18', 言之有据: '26.5', 措施时限: '17' };

async function begin(hub: HubProcess, examiner: (link: string) => Promise<ExaminerPhone>) {
  const director = await Director.of(hub);
  const phone = await examiner(await director.pass('e1', 'party-01'));
  await director.brings('u1', 'waiting', 'scoring');
  await phone.sees('请给这家打分');
  return { director, phone };
}

test.describe('the outbox @outbox', () => {
  test('a ballot that is handed in without a network is kept, and arrives once when it is back', async ({
    hub,
    examiner,
    complaints,
  }) => {
    complaints.expectCuts();
    const { director, phone } = await begin(hub, examiner);
    await phone.page.context().setOffline(true);
    await phone.sees('没有网络');
    await phone.scores(POINTS);
    await phone.sees(/评分票已存好/);
    await phone.page.context().setOffline(false);
    const receipt = await phone.receipt();
    await director.returned(1);
    expect(await countedReceipts(hub, director)).toEqual([receipt]);
  });

  test('a ballot waits through a reload of the page', async ({ hub, examiner, complaints }) => {
    complaints.expectCuts();
    const { director, phone } = await begin(hub, examiner);
    // The hub is away, and the page with it, but the phone has what was handed in.
    await hub.kill();
    await phone.sees('没有网络');
    await phone.scores(POINTS);
    await phone.sees(/评分票已存好/);
    await hub.run();
    await phone.page.reload();
    const receipt = await phone.receipt();
    await director.returned(1);
    expect(await countedReceipts(hub, director)).toEqual([receipt]);
  });

  test('a hub that is killed behind the commit does not make two of one ballot', async ({
    hub,
    examiner,
    complaints,
  }) => {
    complaints.expectCuts();
    const { director, phone } = await begin(hub, examiner);
    await phone.fills(POINTS);
    await phone.press('核对评分票');
    await phone.press('确认提交');
    await hub.kill();
    await hub.run();
    const receipt = await phone.receipt();
    await director.returned(1);
    expect(await countedReceipts(hub, director)).toEqual([receipt]);
  });

  test('a second tab of the same phone shows the same ballot, and a replacement counts in its place', async ({
    hub,
    examiner,
    complaints,
  }) => {
    const { director, phone } = await begin(hub, examiner);
    const other = await phone.page.context().newPage();
    complaints.watch(other, 'second tab');
    await other.goto(phone.page.url().replace(/#.*$/, ''));
    await phone.scores(POINTS);
    const first = await phone.receipt();
    await expect(other.locator('body')).toContainText('已送达');
    await phone.press('修改评分票');
    await phone.page.getByRole('textbox', { name: /述职/ }).fill('28');
    await phone.press('核对评分票');
    await phone.press('确认提交');
    await expect.poll(() => phone.receipt()).not.toBe(first);
    const second = await phone.receipt();
    await director.returned(1);
    expect(await countedReceipts(hub, director)).toEqual([second]);
  });
});
