/** A question on its way through a unit: heard, handed on, promised, confirmed. Each on a phone of his own. */
import type { PassKind } from '../../assessment/actors.ts';
import { Director } from '../support/director.ts';
import type { HubProcess } from '../support/hub-process.ts';
import { issue, issued, passLink } from '../support/passes.ts';
import { expect, test } from './support/actors.ts';
import { ELDER, meets, PLAIN } from './support/sizes.ts';

/** Of the demo roster: 葵湾社区党委 is u1; 岑晓辉 heads it, 蓝鹏 and 曾春莹 are members of its committee. */
const HEAD = { kind: 'member', id: 'member-01', person: 'm1' } as const;
const LAN = { kind: 'member', id: 'member-05', person: 'm5' } as const;
const ZENG = { kind: 'member', id: 'member-06', person: 'm6' } as const;
const EXAMINER = { kind: 'examiner', id: 'people-08', person: null } as const;
const QUESTION = '渔排污水排到哪里去了？';

interface Bearer {
  kind: PassKind & ('member' | 'examiner');
  id: string;
  person: string | null;
}

/** I1: passes for these people. @returns the links in their QR codes */
async function passes(hub: HubProcess, director: Director, ...people: Bearer[]): Promise<string[]> {
  const of = { examiner: { category: 'people' }, member: { unit: 'u1' } };
  await issued(
    director.caller,
    ...people.map(({ kind, id, person }) => issue(id, kind, { ...of[kind], person })),
  );
  return people.map(({ id }) => passLink(hub.url, director.code, id));
}

/** What the examiner asked aloud, written down for him (Q3). */
async function asked(director: Director, text: string, member: string): Promise<string> {
  const body = { unit: 'u1', text, portfolio: null, member, oral: { pass: EXAMINER.id } };
  const { n } = await director.caller.must('question.ask', body);
  return `q${n}`;
}

test('@phones P1 Q2 a question is handed on, taken over, promised, put right and confirmed', async ({
  hub,
  complaints,
  examiner: opens,
}) => {
  test.slow();
  complaints.expectCuts();
  const director = await Director.of(hub);
  const links = await passes(hub, director, HEAD, LAN, ZENG, EXAMINER);
  const question = await asked(director, QUESTION, 'm6');
  await asked(director, '夜市占道，消防车进不来怎么办？', 'm5');
  const [head, lan, zeng, questioner] = await Promise.all(links.map((link) => opens(link)));
  if (!head || !lan || !zeng || !questioner) throw new Error('four phones');

  // 长辈版: two of the four read large letters all the way, and every page of theirs is measured on a small phone.
  for (const phone of [head, lan]) {
    await phone.page.setViewportSize({ width: 360, height: 640 });
    await phone.press('大字');
  }

  await test.step('V1 before the turn a member sees what comes to him, the head of the unit sees all', async () => {
    await zeng.sees(QUESTION);
    await expect(zeng.page.getByText('夜市占道')).toBeHidden();
    await head.sees('夜市占道，消防车进不来怎么办？');
    await expect(head.page.getByRole('listitem').filter({ hasText: QUESTION })).toContainText('曾春莹负责');
    await expect(head.page.getByText('people-08')).toHaveCount(0);
    await meets(head.page, ELDER);
    await head.press('班子分工');
    await expect(head.page.getByRole('heading', { name: '葵湾社区党委' })).toBeVisible();
    await meets(head.page, ELDER);
    await head.page.goBack();
    await head.page
      .getByRole('listitem')
      .filter({ hasText: QUESTION })
      .getByRole('button', { name: /^转办/ })
      .click();
    await head.sees('请谁接手？');
    await meets(head.page, ELDER);
    await head.page.goBack();
  });

  await director.brings('u1', 'waiting', 'questioning');
  await director.caller.must('question.stage', { question });

  await test.step('Q2 she hands on; it stays hers until the other takes it over by one tap', async () => {
    await expect(zeng.page.getByText('请您回答', { exact: true })).toBeVisible();
    await expect(zeng.page.getByRole('heading', { level: 1 })).toContainText(QUESTION);
    await zeng.sees('群众代表提问');
    await zeng.page.getByRole('contentinfo').getByRole('button', { name: '转办' }).click();
    await zeng.press('请他接手');
    await expect(zeng.page.getByRole('alert')).toBeInViewport();
    await expect(zeng.page.getByRole('alert')).toHaveText('请先点一位');
    await meets(zeng.page, PLAIN);
    await zeng.press(/蓝鹏/);
    await zeng.press('请他接手');
    await zeng.sees('已请蓝鹏接手，他接手之前仍由您负责。');
    await expect(zeng.page.getByRole('button', { name: '作出承诺' })).toBeVisible();
    await expect(lan.page.getByRole('button', { name: '我接手' })).toBeInViewport({ ratio: 1 });
    await meets(lan.page, ELDER);
    await lan.press('我接手');
    await expect(lan.page.getByText('请您回答', { exact: true })).toBeVisible();
    await meets(lan.page, ELDER);
    await zeng.sees('蓝鹏 委员正在回答');
  });

  await test.step('P1 he promises without a network: the draft and the promise outlive a reload', async () => {
    await lan.press('作出承诺');
    await lan.press('下一步：核对');
    await lan.sees('请写明办什么事');
    await lan.sees('请点一个办好的日期');
    await meets(lan.page, ELDER);
    await lan.page.getByLabel('办什么事').fill('把渔排的污水接进市政管网');
    await lan.press(/两周/);
    await lan.page.reload();
    await expect(lan.page.getByLabel('办什么事')).toHaveValue('把渔排的污水接进市政管网');
    await lan.press('下一步：核对');
    await expect(lan.page.getByText(/蓝鹏承诺/)).toBeVisible();
    await meets(lan.page, ELDER);
    await lan.page.context().setOffline(true);
    await lan.press('确认承诺');
    await lan.sees('承诺已存在这部手机，会自动送达');
    await lan.page.context().setOffline(false);
    await lan.sees('等提问人确认');
  });

  await test.step('P1 the questioner says that it is not so, it is changed, and he confirms', async () => {
    const card = questioner.page.getByRole('region', { name: '蓝鹏承诺' });
    await expect(card).toContainText('把渔排的污水接进市政管网');
    await card.getByRole('button', { name: '不对' }).click();
    await lan.sees('提问人说不对');
    await meets(lan.page, ELDER);
    await lan.press('改承诺');
    await lan.page.getByLabel('办什么事').fill('把渔排的污水全部接进市政管网');
    await lan.press('下一步：核对');
    await lan.press('确认修改');
    await expect(card).toContainText('全部接进');
    await card.getByRole('button', { name: '确认' }).click();
    await questioner.sees('您已确认');
    await lan.sees('提问人已确认');
    await head.sees('提问人已确认');
  });
});
