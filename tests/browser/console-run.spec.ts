/** One host runs a meeting of 25 units, by clicks and by keys: the flow, the clock, the agenda. */
import { expect, test } from './support/actors.ts';
import { begins } from './support/desk.ts';

const UNIT = '葵湾社区党委';

test('every action of the flow, the clock and the agenda, by keys @console', async ({ host, hub }) => {
  const { full, desk } = await begins(host, hub, false);
  await desk.offers('开始考场');
  await desk.key(' ');
  await desk.offers(`请${UNIT}上台述职`);
  await desk.key(' ');
  await desk.offers('开始质询');

  await desk.key('p');
  await expect(host.page.getByText('计时已停')).toBeVisible();
  await desk.key('z');
  await expect(host.page.getByText('计时已停')).toHaveCount(0);
  await desk.adds(10, () => desk.key('+'));
  await desk.adds(-10, () => desk.key('-'));
  await desk.adds(60, () => desk.key(']'));
  await desk.adds(-60, () => desk.key('['));
  await desk.adds(60, () => desk.key('z'));

  await desk.key('r', 'Enter');
  await expect(desk.main).toContainText('恢复考场');
  await desk.key('r');
  await desk.offers('开始质询');

  await desk.key('Backspace', 'Enter');
  await desk.offers(`请${UNIT}上台述职`);
  await desk.key(' ');
  await desk.offers('开始质询');
  await desk.key('z');
  await desk.offers(`请${UNIT}上台述职`);

  const waiting = () => (full.caller.slices.agenda ?? []).map(({ unit }) => unit);
  await desk.key('v', 'v', 'v', 'PageDown');
  await expect.poll(() => waiting().slice(0, 4)).toEqual(['u1', 'u2', 'u4', 'u3']);
  await expect(desk.units.nth(3)).toContainText('新圩社区党委');
  await desk.key('PageUp');
  await expect.poll(() => waiting().slice(0, 4)).toEqual(['u1', 'u2', 'u3', 'u4']);
  await expect(desk.units.nth(2)).toContainText('新圩社区党委');
  await desk.key('Home');
  await expect.poll(() => waiting().slice(0, 4)).toEqual(['u3', 'u1', 'u2', 'u4']);
  await expect(desk.units.nth(0)).toContainText('新圩社区党委');
  await desk.key('z');
  await expect.poll(() => waiting().slice(0, 4)).toEqual(['u1', 'u2', 'u3', 'u4']);
  await expect(desk.units.nth(2)).toContainText('新圩社区党委');
  await desk.key('b', 'u', 'Enter');
  await expect(desk.unit('葵园社区党委')).toContainText('缺席');
  await desk.key('z');
  await expect(desk.unit('葵园社区党委')).not.toContainText('缺席');

  await desk.key('?');
  const sheet = host.page.getByRole('region', { name: '全部快捷键' });
  await expect(sheet).toContainText('退回上一阶段');
  await expect(sheet).toContainText('抽到的人不在场，换下一位');
  await desk.key('Escape');
  await expect(sheet).toHaveCount(0);
  full.close();
});

test('every action of the flow, the clock and the agenda, by clicks @console', async ({ host, hub }) => {
  const { full, desk } = await begins(host, hub, false);
  const { page } = host;
  await desk.press(/^开始考场/);
  await desk.press(/上台述职/);
  await desk.offers('开始质询');

  await desk.press('暂停计时');
  await expect(page.getByText('计时已停')).toBeVisible();
  await desk.press('开始计时');
  await expect(page.getByText('计时已停')).toHaveCount(0);
  await desk.adds(10, () => desk.press('加 10 秒'));
  await desk.adds(-10, () => desk.press('减 10 秒'));
  await desk.adds(60, () => desk.press('加 1 分'));
  await desk.adds(-60, () => desk.press('减 1 分'));

  await desk.press('因雨暂停');
  await page.getByLabel('对大家说一句（可以不填）').fill('雨停了接着开');
  await desk.press('现在暂停');
  await expect(page.getByText('雨停了接着开')).toBeVisible();
  const frozen = await desk.timer.innerText();
  await expect(desk.main).toContainText('恢复考场');
  expect(await desk.timer.innerText()).toBe(frozen);
  await desk.press(/^恢复考场/);
  await desk.offers('开始质询');

  await desk.press('退回候场');
  await page.getByLabel('退回的理由').fill('话筒没有声音');
  await desk.press('确认退回');
  await desk.offers(`请${UNIT}上台述职`);

  const order = () => (full.caller.slices.agenda ?? []).slice(0, 4).map(({ unit }) => unit);
  const hand = (name: string) => page.getByRole('region', { name, exact: true });
  await desk.unit('新圩社区党委').getByRole('button').click();
  await hand('新圩社区党委').getByRole('button', { name: '下移' }).click();
  await expect.poll(order).toEqual(['u1', 'u2', 'u4', 'u3']);
  await hand('新圩社区党委').getByRole('button', { name: '上移' }).click();
  await expect.poll(order).toEqual(['u1', 'u2', 'u3', 'u4']);
  await hand('新圩社区党委').getByRole('button', { name: '提到下一家' }).click();
  await desk.offers('请新圩社区党委上台述职');
  await desk.unit('葵园社区党委').getByRole('button').click();
  await hand('葵园社区党委').getByRole('button', { name: '标为缺席' }).click();
  await page.getByLabel('缺席的理由').fill('临时有会');
  await desk.press('确认缺席');
  await expect(desk.unit('葵园社区党委')).toContainText('缺席');
  await hand('葵园社区党委').getByRole('button', { name: '改为到场' }).click();
  await desk.press('确认到场');
  await expect(desk.unit('葵园社区党委')).not.toContainText('缺席');
  await desk.press(/上台述职/);
  await desk.offers('开始质询');
  full.close();
});
