import { Director } from '../support/director.ts';
import { expect, test } from './support/actors.ts';
import { meets, PLAIN } from './support/sizes.ts';

const POINTS = { 述职: '27', 正面回应: '18', 言之有据: '26.5', 措施时限: '17' };

test('an examiner goes his whole way by one sentence and one button, and asks a unit that waits @phones', async ({
  hub,
  examiner,
}) => {
  const director = await Director.of(hub);
  const phone = await examiner(await director.pass('e1', 'party-01'));
  const colleague = await examiner(await director.pass('e2', 'party-02'));
  await phone.page.setViewportSize({ width: 360, height: 640 });
  const looks = () => meets(phone.page, PLAIN);
  await looks();
  await director.brings('u1', 'waiting', 'reporting');
  await phone.sees('请听述职。可以先填评分票，也可以提问。');

  await looks();

  // Q1, Q2: u2 waits, and its portfolios are there all the same
  await phone.press('我要提问');
  const field = phone.page.getByRole('textbox', { name: '您的问题' });
  await phone.page.getByLabel('问哪一家').selectOption('u2');
  const portfolio = phone.page.getByRole('region', { name: '问哪方面' }).getByRole('button').first();
  await portfolio.click();
  await field.fill('海堤步道的护栏坏了半年，什么时候修好？');
  await phone.press('提交问题');
  await director.caller.until(() => director.caller.slices.questions?.[0]?.unit === 'u2');
  expect(director.caller.slices.questions?.[0]?.portfolio).not.toBeNull();

  // Q4: who is about to ask the same is offered to support it
  await colleague.press('我要提问');
  await colleague.page.getByLabel('问哪一家').selectOption('u2');
  await colleague.page.getByRole('textbox', { name: '您的问题' }).fill('海堤步道护栏坏了谁来修');
  await colleague.sees('已有人问了类似的问题，附议？');
  await colleague.press('附议');
  await director.caller.until(() => director.caller.slices.questions?.[0]?.support === 1);
  await expect(colleague.page.getByRole('textbox', { name: '您的问题' })).toHaveValue(
    '海堤步道护栏坏了谁来修',
  );

  await director.brings('u1', 'reporting', 'questioning');
  await phone.sees('请等下一个问题。');
  await looks();
  await director.brings('u1', 'questioning', 'scoring');
  await phone.sees('请给这家打分。');
  await looks();
  await phone.fills(POINTS);
  await looks();
  await phone.press('核对评分票');
  await looks();
  await phone.press('确认提交');
  await phone.receipt();
  await looks();
  await phone.press('回到现场');
  await phone.sees('评分票已送达，锁票前可以改。');
  await director.brings('u1', 'scoring', 'locked');
  await phone.sees(/的评分票已收好，请等候下一家。/);
  await looks();
});

test('Q5 a rating that opens while somebody writes leaves text, focus and place @phones', async ({
  hub,
  examiner,
}) => {
  const director = await Director.of(hub);
  const phone = await examiner(await director.pass('e1', 'party-01'));
  await director.brings('u1', 'waiting', 'questioning');
  const body = { unit: 'u1', text: '公厕谁来考核？', portfolio: null, member: null };
  const { n } = await director.caller.must('question.ask', body);
  await director.caller.must('question.stage', { question: `q${n}` });
  await phone.press('我要提问');
  const field = phone.page.getByRole('textbox', { name: '您的问题' });
  await field.pressSequentially('停车');
  const before = await field.boundingBox();
  await director.caller.must('question.answered', { question: `q${n}` });
  const bar = phone.page.getByRole('region', { name: '这次回答怎么样？' });
  await bar.getByRole('button', { name: '较好' }).click();
  await phone.sees('已评“较好”');
  await expect(field).toBeFocused();
  await phone.page.keyboard.type('位不够');
  await expect(field).toHaveValue('停车位不够');
  expect(await field.boundingBox()).toEqual(before);
  // A2: nor does the next stage, nor the lock of the unit that is asked
  await director.brings('u1', 'questioning', 'locked');
  await phone.sees('您写的还在，可以改问别家。');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('停车位不够');
  // of all units, not of the one on stage alone
  await director.brings('u2', 'waiting', 'reporting');
  await phone.page.evaluate(() => (location.hash = 'records'));
  const ratings = phone.page.getByRole('heading', { name: '我评过的回答' });
  await expect(ratings).toBeVisible();
  await phone.sees('公厕谁来考核？');
});

test('help lights up on the console until it is done; I2 a handover is denied in words, then granted @phones', async ({
  hub,
  host,
  examiner,
  crowd,
}) => {
  await host.isSignedIn();
  const director = await Director.of(hub);
  await host.page.goto(`${hub.url}/console/${director.code}`);
  const link = await director.pass('e1', 'party-01');
  const phone = await examiner(link);
  await phone.press('求助');
  await phone.press('看不清');
  await phone.press('请工作人员来');
  await phone.sees('已告诉工作人员，请在座位上稍等');
  await phone.page.reload();
  await phone.sees('已告诉工作人员，请在座位上稍等');
  await expect(host.page.getByRole('listitem').filter({ hasText: '看不清' })).toContainText('党员代表 01');
  await host.press('已帮好：党员代表 01');
  await expect(phone.page.locator('body')).not.toContainText('已告诉工作人员');

  const second = await crowd();
  await second.page.goto(link);
  await second.press('进入考场');
  await host.press('不换手机：党员代表 01');
  await second.sees('工作人员没有换手机，凭证还在原来的手机上');
  await second.press('再请工作人员确认');
  // the same on the page of the meeting: it does not turn into the crowd's page without a word
  await second.sees('请工作人员确认');
  await second.page.goto(`${hub.url}/m/${director.code}`);
  await second.sees('请工作人员确认');
  await host.press('不换手机：党员代表 01');
  await second.sees('没有换到这部手机');
  await second.page.goto(link);
  await second.press('进入考场');
  await host.press('同意换手机：党员代表 01');
  await second.page.waitForURL(/\/m\/\d{6}/);
  await phone.sees('您的凭证已换到另一部手机');
});
