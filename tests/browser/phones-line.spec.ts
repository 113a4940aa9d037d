import { Director } from '../support/director.ts';
import { ExaminerPhone, expect, test } from './support/actors.ts';

test('I1 who enrolled a pass is on the stage over the line that let him in @phones', async ({
  hub,
  browser,
  complaints,
}) => {
  const director = await Director.of(hub);
  const link = await director.pass('e1', 'party-01');
  const page = await (await browser.newContext({ viewport: { width: 360, height: 640 } })).newPage();
  complaints.watch(page, 'examiner');
  let lines = 0;
  page.on('websocket', () => (lines += 1));
  const phone = new ExaminerPhone(page);
  await phone.enrols(link);
  await director.brings('u1', 'waiting', 'scoring');
  await phone.sees('请给这家打分');
  expect(lines).toBe(1);
  await page.context().close();
});
