/** Issue 4 §4 · The crowd: in by six figures, one voice, questions that are moderated, and nothing but what it needs. */
import { Director } from '../support/director.ts';
import { expect, test } from './support/actors.ts';

test('joins by a code with a typo, votes, changes its mind, and counts once @phones', async ({
  hub,
  crowd,
}) => {
  const director = await Director.of(hub);
  await director.brings('u1', 'waiting', 'scoring');
  const phone = await crowd();
  const { page } = phone;
  const code = page.getByLabel('参与码');
  const enters = async (typed: string) => {
    await code.fill(typed);
    await phone.press('进入');
  };
  await page.goto(hub.url);
  await enters('60521');
  await expect(page.getByRole('alert')).toHaveText('参与码是六位数字，这里有 5 位');
  // A code that is nobody's is said at the field; the browser has nothing to complain of.
  await enters(director.code === '000000' ? '111111' : '000000');
  await expect(page.getByRole('alert')).toContainText('没有参与码是');
  await expect(code).toBeFocused();
  await enters(` ${director.code.replace(/0/g, 'O').replace(/1/g, 'l').split('').join(' ')} `);
  await page.waitForURL(`**/m/${director.code}`);

  await phone.sees('您满意吗？');
  await phone.sees('只作展示，不计入得分');
  await phone.press('满意');
  await expect(page.getByRole('button', { name: /^满意/ })).toHaveAttribute('aria-pressed', 'true');
  await phone.sees('已送达');
  const tab = await page.context().newPage();
  await tab.goto(page.url());
  await expect(tab.getByRole('button', { name: /^满意/ })).toHaveAttribute('aria-pressed', 'true');
  await tab.getByRole('button', { name: /不满意/ }).click();
  // Two tabs are one voice: the other one shows it, and so does a reload.
  await expect(page.getByRole('button', { name: /不满意/ })).toHaveAttribute('aria-pressed', 'true');
  await page.reload();
  await expect(page.getByRole('button', { name: /不满意/ })).toHaveAttribute('aria-pressed', 'true');
  await director.caller.until(() => director.caller.slices.crowd?.votes === 1);
  expect(director.caller.slices.crowd?.votes).toBe(1);

  await director.brings('u1', 'scoring', 'locked');
  await phone.sees(/您给.+的评价：不满意/);
  await phone.press('我的评价');
  await phone.sees('不用登记姓名');
  await director.caller.must('meeting.close', {});
  await phone.sees('会议结束，感谢参与');
  // Whoever comes later, and has no pass, reads what is public.
  await page.goto(`${hub.url}/m/${director.code}`);
  await expect(page.getByRole('heading', { name: '排名' })).toBeVisible();
  await page.getByRole('link', { name: '我在这部手机上的评价和提问' }).click();
  await phone.sees('会议结束，感谢参与');
});

test('asks, reads what becomes of it, supports another’s, and becomes an examiner by a pass @phones', async ({
  hub,
  crowd,
}) => {
  const director = await Director.of(hub);
  await director.brings('u1', 'waiting', 'reporting');
  const [one, two] = [await crowd(), await crowd()];
  for (const phone of [one, two]) await phone.page.goto(`${hub.url}/m/${director.code}`);
  await one.sees('评分的时候，这里请您评价');
  const asks = async (text: string) => {
    await one.press('我要提问');
    await one.sees('提交后由工作人员审核');
    await one.page.getByLabel('您的问题').fill(text);
    await one.press('提交问题');
    await one.sees('等待审核');
    const has = () => director.caller.slices.questions?.find((each) => each.text === text);
    await director.caller.until(() => has() !== undefined);
    return has()?.id ?? '';
  };
  const declined = await asks('广场的音响太响了');
  await director.caller.must('question.decline', { question: declined, reason: '与这家无关' });
  await one.sees('没有采用：与这家无关');
  const accepted = await asks('东门的路灯什么时候修好');
  await director.caller.must('question.accept', { question: accepted });
  await one.sees('已收下');
  await two.sees('东门的路灯什么时候修好');
  await two.press('附议');
  await expect(two.page.getByRole('button', { name: '已附议' })).toBeVisible();
  await one.sees('1 人附议');

  await two.sees('您是考官？请扫自己的入场凭证');
  await two.page.goto(await director.pass('e1', 'party-01'));
  await two.press('进入考场');
  await two.page.waitForURL(`**/m/${director.code}`);
  await two.sees('01 号');
});
