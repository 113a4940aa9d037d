/** The whole live page at once, on every laptop. */
import { LONG_QUESTION, someQuestions } from '../support/full-meeting.ts';
import { expect, test } from './support/actors.ts';
import { begins } from './support/desk.ts';

for (const [width, height] of [
  [1440, 900],
  [1536, 768],
  [1366, 768],
] as const) {
  test(`the page does not scroll at ${width}×${height} with 25 units, a long question, a queue and hands @console`, async ({
    host,
    hub,
  }) => {
    const { full, desk } = await begins(host, hub);
    await host.page.setViewportSize({ width, height });
    await desk.doesNotScroll();
    await full.brings('u1', 'waiting', 'questioning');
    const asked = await full.ask('u1', [LONG_QUESTION.slice(0, 200), ...someQuestions(20)]);
    await full.raiseHands(5);
    await full.caller.must('question.stage', { question: asked[0] ?? '' });
    await expect(desk.staged).toBeVisible();
    await desk.doesNotScroll();
    await desk.key('j', 'e');
    const field = host.page.getByLabel('屏幕上的文字');
    await expect(field).toBeInViewport();
    await expect(host.page.getByRole('button', { name: '保存文字' })).toBeInViewport();
    await desk.doesNotScroll();
    await desk.key('Escape');
    await expect(desk.unit('西湾社区党委')).toBeInViewport();
    await full.brings('u1', 'questioning', 'scoring');
    await expect(desk.main).toContainText('收票');
    await desk.doesNotScroll();
    full.close();
  });
}
