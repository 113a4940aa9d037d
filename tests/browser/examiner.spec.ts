import { Director } from '../support/director.ts';
import { expect, test } from './support/actors.ts';

const POINTS = { 述职: '27', 正面回应: '18', 言之有据: '26.5', 措施时限: '17' };

test.describe('an examiner on a day that does not go straight @examiner', () => {
  test('I5 is told why he does not score the unit on stage, and scores the next one', async ({
    hub,
    examiner,
  }) => {
    const director = await Director.of(hub);
    // The demo's roster keeps this examiner away from the first unit.
    const phone = await examiner(await director.pass('e45', 'other-01'));
    const why = '您与这家单位有关联，所以由其他考官评分';
    for (const [from, to] of [
      ['waiting', 'reporting'],
      ['reporting', 'questioning'],
      ['questioning', 'scoring'],
      ['scoring', 'closing'],
    ] as const) {
      await director.brings('u1', from, to);
      await phone.sees(
        { reporting: '请听述职', questioning: '现场质询', scoring: '考官正在评分', closing: '考官正在评分' }[
          to
        ],
      );
      await phone.sees('这一家您回避，不用评分');
      await phone.sees(why);
      await expect(phone.page.getByRole('button', { name: /^(接着)?(填)?评分票$/ })).toHaveCount(0);
    }
    await phone.page.goto(`${hub.url}/m/${director.code}#ballot/u1`);
    await phone.sees(why);
    await expect(phone.page.getByRole('textbox')).toHaveCount(0);
    await phone.press('回到现场');
    await director.brings('u1', 'closing', 'locked');
    await director.brings('u2', 'waiting', 'scoring');
    await phone.sees('请给这家打分');
    await expect(phone.page.locator('body')).not.toContainText(why);
    await phone.scores(POINTS);
    await phone.receipt();
  });

  test('B1 hears at the field what is wrong with a figure, and nothing is submitted', async ({
    hub,
    examiner,
  }) => {
    const director = await Director.of(hub);
    const phone = await examiner(await director.pass('e1', 'party-01'));
    await director.brings('u1', 'waiting', 'scoring');
    await phone.fills(POINTS);
    const field = phone.page.getByRole('textbox', { name: /述职/ });
    for (const [typed, words] of [
      ['31', '请打 0 到 30 分'],
      ['18.3', '请按 0.5 分一档打分'],
      ['很好', '请输入数字：0 到 30，0.5 分一档'],
      ['', '还没有打分'],
    ] as const) {
      await field.fill(typed);
      await phone.press('核对评分票');
      await expect(field).toBeFocused();
      await expect(field).toHaveAccessibleDescription(words);
      await expect(field).toHaveValue(typed);
    }
    expect(director.caller.slices.progress?.returned).toBe(0);
    await field.fill('２７．５');
    await phone.press('核对评分票');
    await phone.press('确认提交');
    await phone.receipt();
    await director.returned(1);
  });

  test('A2 loses nothing of what he types when the host steps back', async ({ hub, examiner }) => {
    const director = await Director.of(hub);
    const phone = await examiner(await director.pass('e1', 'party-01'));
    await director.brings('u1', 'waiting', 'scoring');
    await phone.fills({ ...POINTS, 措施时限: '1' });
    const field = phone.page.getByRole('textbox', { name: /措施时限/ });
    const step = (from: 'scoring' | 'questioning', to: 'scoring' | 'questioning') =>
      from === 'scoring'
        ? director.caller.must('turn.back', { unit: 'u1', from, reason: '还有一问' })
        : director.brings('u1', from, to);
    await step('scoring', 'questioning');
    await expect(phone.page.getByText(/^评分还剩/)).toHaveCount(0);
    await expect(field).toBeFocused();
    await phone.page.keyboard.type('7');
    await expect(field).toHaveValue('17');
    await phone.press('核对评分票');
    await phone.sees('评分开始后才能提交，您填的已经存好。');
    await expect(phone.page.getByRole('button', { name: '确认提交' })).toBeDisabled();
    await step('questioning', 'scoring');
    await phone.press('确认提交');
    await phone.receipt();
    await phone.sees('88.5');
  });

  test('A2 learns that his ballot is void when the unit is marked absent', async ({ hub, examiner }) => {
    const director = await Director.of(hub);
    const phone = await examiner(await director.pass('e1', 'party-01'));
    await director.brings('u1', 'waiting', 'scoring');
    await phone.scores(POINTS);
    await phone.receipt();
    await director.caller.must('turn.absent', { unit: 'u1', from: 'scoring', reason: '临时有会' });
    await phone.sees('您提交的评分票作废，不计入成绩');
    await expect(phone.page.locator('body')).not.toContainText('评分票已送达');
  });

  test('I2 takes his pass to another phone by one tap in the console; I4 a revoked pass ends on its page', async ({
    hub,
    host,
    examiner,
    crowd,
  }) => {
    await host.isSignedIn();
    const director = await Director.of(hub);
    await host.page.goto(`${hub.url}/console/${director.code}`);
    const link = await director.pass('e1', 'party-01');
    const first = await examiner(link);
    await director.brings('u1', 'waiting', 'scoring');
    await first.scores(POINTS);
    const receipt = await first.receipt();
    const second = await crowd();
    await second.page.goto(link);
    await second.press('进入考场');
    await second.sees('请工作人员确认');
    await host.press('同意换手机：党员代表 01');
    await second.page.waitForURL(/\/m\/\d{6}/);
    await first.sees('您的凭证已换到另一部手机');
    await second.press('看回执');
    await second.sees(`${receipt.slice(0, 4)} ${receipt.slice(4)}`);
    await second.press('修改评分票');
    await second.page.getByRole('textbox', { name: /述职/ }).fill('28');

    await host.goTo('凭证');
    await host.press('更多：党员代表 01');
    await host.press('作废：党员代表 01');
    await host.page.getByLabel('作废的理由').fill('丢了');
    await host.press('确认作废');
    await second.sees('这部手机上的凭证已经停用');
    await second.sees('您已提交的评分票都还在');
    await expect(second.page.getByRole('textbox')).toHaveCount(0);
  });
});
