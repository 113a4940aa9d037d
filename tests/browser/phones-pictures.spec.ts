/**
 * Issue 4 · Photos and evidence: an examiner's photo survives a flight mode and a reload, a member attaches a page of a PDF,
 * and the host alone lets either onto the screen.
 */
import { FullMeeting } from '../support/full-meeting.ts';
import { pdf, png } from '../support/pictures.ts';
import { issue, issued, passLink, printedSecret } from '../support/passes.ts';
import type { Page } from '@playwright/test';
import { expect, test, type ExaminerPhone, type Host } from './support/actors.ts';

const QUESTION = '码头的路灯坏了一年，什么时候修好？';

/** A meeting whose first unit is questioned, an examiner and a member with passes, and the links of these. */
async function questioned(hub: Parameters<typeof FullMeeting.on>[0]) {
  const full = await FullMeeting.on(hub);
  await full.opens();
  const team = () => {
    const unit = full.caller.slices.agenda?.[0]?.unit;
    return full.caller.slices.roster?.members.find((one) => one.unit === unit);
  };
  await full.caller.until(() => full.caller.slices.agenda?.length === 25 && team() !== undefined);
  const member = team()!;
  const { unit } = member;
  await issued(
    full.caller,
    issue('member-91', 'member', { person: member.id, unit }),
    issue('screen-91', 'screen'),
  );
  await full.brings(unit, 'waiting', 'questioning');
  const link = (id: string) => passLink(hub.url, full.code, id);
  return {
    full,
    unit,
    member,
    examiner: link('people-01'),
    memberLink: link('member-91'),
    screenLink: `${hub.url}/screen/${full.code}#${printedSecret('screen-91')}`,
  };
}

/** The big screen in a window of its own. */
async function screen(host: Host, link: string): Promise<Page> {
  const wall = await host.context.newPage();
  await wall.setViewportSize({ width: 960, height: 540 });
  await wall.goto(link);
  await wall.getByRole('button', { name: '打开大屏' }).click();
  return wall;
}

const photo = { name: 'IMG_0001.png', mimeType: 'image/png', buffer: png(2400, 1800) };

test('@phones Q1 V1 a photo written offline survives a reload, arrives, and is shown when the host shows it', async ({
  hub,
  host,
  examiner,
  complaints,
}) => {
  await host.isSignedIn();
  const { full, examiner: link, screenLink } = await questioned(hub);
  const phone: ExaminerPhone = await examiner(link);
  await phone.page.goto(`${hub.url}/m/${full.code}#ask`);
  await phone.page.getByRole('textbox', { name: '您的问题' }).fill(QUESTION);
  await phone.page
    .getByLabel('加一张照片')
    .setInputFiles({ ...photo, name: 'x.heic', buffer: Buffer.from('\0\0\0\x18ftypheic') });
  await phone.sees('HEIC');
  await phone.page.getByLabel('加一张照片').setInputFiles(photo);
  await expect(phone.page.getByAltText('您选的照片')).toBeVisible();
  await phone.sees('照片已存在本机，和问题一起提交');

  await phone.page.reload();
  await expect(phone.page.getByAltText('您选的照片')).toBeVisible();
  await expect(phone.page.getByRole('textbox', { name: '您的问题' })).toHaveValue(QUESTION);

  complaints.expectCuts();
  await phone.page.route('**/api/meetings/*/pictures', (route) => route.abort('internetdisconnected'));
  await phone.press('提交问题');
  await phone.page.goto(`${hub.url}/m/${full.code}#questions`);
  await phone.page.reload();
  await phone.sees('照片已存在本机，有网络就自动上传');
  await phone.page.unroute('**/api/meetings/*/pictures');

  await host.page.goto(`${hub.url}/console/${full.code}`);
  const row = host.page
    .getByRole('region', { name: '提问', exact: true })
    .getByRole('listitem')
    .filter({ hasText: QUESTION });
  await expect(row).toContainText('附图');
  await row.getByRole('button', { name: '上台' }).click();
  const staged = host.page.getByRole('region', { name: /^台上第/ });
  await staged.getByRole('button', { name: '放大看：提问附的照片' }).click();
  const large = staged.getByAltText('提问附的照片');
  await expect
    .poll(() => large.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]))
    .toEqual([1600, 1200]);
  await host.page.keyboard.press('Escape');
  await expect(large).toBeHidden();

  const wall = await screen(host, screenLink);
  await expect(wall.locator('main.screen')).toContainText('码头的路灯');
  await expect(wall.getByAltText('主持人放出的照片')).toHaveCount(0);
  await staged.getByRole('button', { name: '放上大屏：提问附的照片' }).click();
  await expect(staged).toContainText('正在大屏上');
  await expect(wall.getByAltText('主持人放出的照片')).toBeVisible();
  await staged.getByRole('button', { name: '从大屏收起：提问附的照片' }).click();
  await expect(wall.getByAltText('主持人放出的照片')).toHaveCount(0);
  full.close();
});

test('@phones V1 a member attaches a page of a PDF, which waits for the host and can be taken away', async ({
  hub,
  host,
  examiner,
}) => {
  await host.isSignedIn();
  const { full, unit, member, memberLink, screenLink } = await questioned(hub);
  await full.come(1);
  const [question = ''] = await full.ask(unit, [QUESTION]);
  await full.caller.must('question.hand-on', { question, member: member.id });
  await full.caller.must('question.stage', { question, instead: null });
  const phone = await examiner(memberLink);
  const evidence = phone.page.getByRole('region', { name: '给大屏看的材料' });
  const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/pdf', buffer });

  await evidence.getByLabel('加 PDF 的一页').setInputFiles(file('a.pdf', Buffer.from('<html>no</html>')));
  await expect(evidence).toContainText('这不是 PDF 文件');
  await evidence.getByLabel('加 PDF 的一页').setInputFiles(file('整改台账.pdf', pdf(3)));
  await expect(evidence).toContainText('第 1 页，共 3 页');
  await evidence.getByRole('button', { name: '下一页' }).click();
  await expect(evidence.getByAltText('第 2 页，共 3 页')).toBeVisible();
  await evidence.getByRole('button', { name: '用这一页' }).click();
  await expect(evidence).toContainText('主持人已收到，还没有放出');

  await host.page.goto(`${hub.url}/console/${full.code}`);
  const staged = host.page.getByRole('region', { name: /^台上第/ });
  const wall = await screen(host, screenLink);
  await expect(wall.locator('main.screen')).toContainText('码头的路灯');
  await staged.getByRole('button', { name: /^放上大屏：.*附的材料$/ }).click();
  await expect(wall.getByAltText('主持人放出的照片')).toBeVisible();
  await expect(evidence).toContainText('正在大屏上');
  await evidence.getByRole('button', { name: '撤下 第 1 张' }).click();
  await expect(wall.getByAltText('主持人放出的照片')).toHaveCount(0);
  await expect(evidence).not.toContainText('第 1 张');
  full.close();
});
