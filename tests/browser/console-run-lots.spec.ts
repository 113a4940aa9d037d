/** L1, L2 · Who asks, what is asked and the order of units are drawn at the console. */
import { expect, test } from './support/actors.ts';
import { begins } from './support/desk.ts';

test('L1, L2 a questioner and a question are drawn, one is away, one is put on stage, by clicks @console', async ({
  host,
  hub,
}) => {
  const { full, desk } = await begins(host, hub);
  const { page } = host;
  await full.brings('u1', 'waiting', 'questioning');
  await full.ask('u1', ['老楼加装电梯卡在哪里？', '物业空置率多少？']);
  const drawn = page.locator('.outcome');
  const draws = async (what: string, number: number) => {
    await desk.press(what);
    await page.getByLabel('现场报的数（0 至 999999）').fill(String(number));
    await page.getByRole('button', { name: '抽签', exact: true }).last().click();
  };
  await draws('抽提问人', 471);
  await expect(drawn).toContainText('抽到的提问人');
  const first = await drawn.locator('b').innerText();
  await desk.press('不在场，换下一位');
  await expect(drawn.locator('b')).not.toHaveText(first);
  await drawn.getByRole('button', { name: '请他问' }).click();
  await page.getByLabel('问题内容').fill('停车难怎么解决？');
  await desk.press('记下问题');
  await expect(desk.row('停车难')).toContainText('口头');
  await draws('抽问题', 99);
  await expect(drawn).toContainText('抽到的问题');
  await drawn.getByRole('button', { name: '上台' }).click();
  await expect(desk.staged).toBeVisible();
  full.close();
});

test('L1, L2 a lot: the commitment before, the proof after, repeated in the page; an abandoned one stays @console', async ({
  host,
  hub,
}) => {
  const { full, desk } = await begins(host, hub, false);
  const { page } = host;
  await desk.press('公布承诺，抽上场顺序');
  await expect(page.locator('.open-draw .code')).toHaveText(/^[0-9a-f]{64}$/);
  const promised = await page.locator('.open-draw .code').innerText();
  await desk.press('放弃这次抽签');
  await page.getByLabel('放弃的理由').fill('有人没有到');
  await desk.press('确认放弃');
  await expect(page.getByRole('heading', { name: /上场顺序.*已放弃/ })).toBeVisible();
  await desk.press('公布承诺，抽上场顺序');
  await page.getByLabel('现场报的数（0 至 999999）').fill('三八六');
  await page.getByRole('button', { name: '抽签', exact: true }).last().click();
  await expect(page.getByText('请填 0 至 999999 的整数')).toBeVisible();
  await page.getByLabel('现场报的数（0 至 999999）').fill('386');
  await desk.key('Enter');
  await expect(page.getByRole('heading', { name: /现场报数 386/ })).toBeVisible();
  await page.getByText('抽签凭据').first().click();
  await page.getByRole('button', { name: '重算一遍' }).first().click();
  await expect(page.getByText('重算的结果与公布的完全一致')).toBeVisible();
  await expect(page.getByRole('table', { name: '重算的每一步' }).getByRole('row')).toHaveCount(25);
  await page.getByText('抽签凭据').last().click();
  await expect(page.getByLabel('凭据全文').last()).toHaveValue(new RegExp(promised));
  await page.getByRole('button', { name: '重算一遍' }).last().click();
  await expect(page.getByText('这次抽签在报数之前就放弃了')).toBeVisible();
  full.close();
});
