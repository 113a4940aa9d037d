import { restorables, restoreMeeting } from '../../db/restore-meeting.ts';
import type { Bundle } from '../../assessment/bundle.ts';
import { Director } from '../support/director.ts';
import { expect, test, type ExaminerPhone } from './support/actors.ts';

const POINTS = { 述职: '27', 正面回应: '18', 言之有据: '26.5', 措施时限: '17' };

test.describe('a restore @results', () => {
  // Its meeting alone is in the folder that is restored.
  test.use({ ownHub: true });

  test('J1 J2 phones offer again what an older copy lacks, also one whose pass came after it, and the screen goes on', async ({
    hub,
    host,
    examiner,
    complaints,
  }) => {
    const director = await Director.of(hub);
    const [first, second] = [await director.pass('e1', 'party-01'), await director.pass('e2', 'party-02')];
    const wang = await examiner(first);
    await host.isSignedIn();
    await host.page.goto(`${hub.url}/console/${director.code}`);
    const screen = await host.opensScreen(complaints);
    await director.brings('u1', 'waiting', 'locked');
    const copies = () => restorables(hub.data).flatMap((one) => one.copies);
    await expect.poll(() => copies().length).toBe(1);

    // Behind the copy: another examiner comes, and both score the next unit.
    const li = await examiner(second);
    await director.brings('u2', 'waiting', 'scoring');
    const handsIn = async (phone: ExaminerPhone) => {
      await phone.sees('请给这家打分');
      await phone.scores(POINTS);
      return phone.receipt();
    };
    const before = await Promise.all([handsIn(wang), handsIn(li)]);
    complaints.expectCuts();
    await hub.kill();
    await restoreMeeting(copies()[0]!.path, hub.data, Date.now());
    await hub.run();

    const unit = director.caller.slices.agenda?.[1]?.name ?? '';
    await director.brings('u2', 'waiting', 'scoring');
    await screen.shows(unit);
    await director.returned(2);
    for (const [at, phone] of [wang, li].entries())
      await expect.poll(() => phone.receipt()).not.toBe(before[at]);
    const shown = await Promise.all([wang, li].map((phone) => phone.receipt()));
    await director.brings('u2', 'scoring', 'locked');
    const headers = { authorization: `Bearer ${hub.token()}` };
    const answer = await fetch(`${hub.url}/api/meetings/${director.code}/bundle.json`, { headers });
    const { ballots } = (await answer.json()) as Bundle;
    expect(ballots.map(({ receipt }) => receipt).sort()).toEqual(shown.sort());
    await screen.shows(unit);
    director.caller.close();
  });
});
