/** P1 · The host's side of promises: what was said aloud is written down, put right, confirmed for who is away, withdrawn. */
import { Director } from '../support/director.ts';
import { expect, test } from './support/actors.ts';

const QUESTION = '夜市占道，消防车进不来怎么办？';
const SAID = '给夜市划出消防通道';
const PUT_RIGHT = '给夜市划出四米宽的消防通道';

test('@console P1 the host records a promise, changes it, confirms it for who is away, and withdraws it', async ({
  hub,
  host,
}) => {
  await host.isSignedIn();
  const director = await Director.of(hub);
  const ask = { unit: 'u1', text: QUESTION, portfolio: null, member: 'm6' };
  const { n } = await director.caller.must('question.ask', ask);
  await director.brings('u1', 'waiting', 'questioning');
  const { page } = host;
  await page.goto(`${hub.url}/console/${director.code}`);
  await host.press('承诺');
  const panel = page.getByRole('region', { name: '承诺', exact: true });

  await test.step('before a question was asked there is nothing to promise', async () => {
    await expect(panel).toContainText('还没有问过的问题，没有承诺可记。');
    await director.caller.must('question.stage', { question: `q${n}`, instead: null });
  });

  await test.step('an empty form says at the field what is missing', async () => {
    await panel.getByRole('button', { name: '记一项承诺' }).click();
    const form = panel.getByRole('form', { name: '记下当场说的承诺' });
    await expect(form.getByLabel('办什么事')).toBeFocused();
    await form.getByRole('button', { name: '记下', exact: true }).click();
    await expect(form).toContainText('请写明办什么事。');
    await expect(form).toContainText('请选一个日期。');
    await form.getByLabel('办什么事').fill(SAID);
    await form.getByRole('button', { name: '两周' }).click();
    await form.getByRole('button', { name: '记下', exact: true }).click();
    await expect(form).toHaveCount(0);
  });

  const row = panel.getByRole('listitem');
  await test.step('it names who is responsible, the day, the question and who wrote it down', async () => {
    await expect(row).toContainText(SAID);
    for (const word of ['曾春莹', /\d{4}-\d\d-\d\d 前/, '主持记录', `问：${QUESTION}`, '等提问人确认'])
      await expect(row).toContainText(word);
  });

  await test.step('it is changed until somebody confirmed it', async () => {
    await row.getByRole('button', { name: `改承诺：${SAID}` }).click();
    await row.getByLabel('办什么事').fill(PUT_RIGHT);
    await row.getByLabel('谁负责').selectOption('m5');
    await row.getByRole('button', { name: '保存' }).click();
    await expect(row).toContainText(PUT_RIGHT);
    await expect(row).toContainText('蓝鹏');
  });

  await test.step('the questioner is away: the host confirms, and says so', async () => {
    await row.getByRole('button', { name: `代提问人确认：${PUT_RIGHT}` }).click();
    await row.getByRole('button', { name: '提问人不在场' }).click();
    await expect(row).toContainText('代为确认：提问人不在场');
    await expect(row.getByRole('button', { name: /^(改承诺|代提问人确认)：/ })).toHaveCount(0);
  });

  await test.step('it is withdrawn with a reason, and the page of all promises tells it', async () => {
    await row.getByRole('button', { name: `撤回承诺：${PUT_RIGHT}` }).click();
    await row.getByRole('button', { name: '撤回承诺', exact: true }).click();
    await expect(row).not.toContainText('已撤回');
    await row.getByLabel('撤回的理由').fill('日期说早了');
    await row.getByRole('button', { name: '撤回承诺', exact: true }).click();
    await expect(row).toContainText('已撤回');
    await page.getByRole('link', { name: '承诺', exact: true }).click();
    const told = page.getByRole('main').getByRole('listitem').filter({ hasText: PUT_RIGHT });
    await expect(told).toContainText('理由：日期说早了');
    await expect(told).toContainText('葵湾社区党委');
  });
});
