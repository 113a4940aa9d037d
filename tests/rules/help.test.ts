/** “I need help” · from the seat to the host and back; nobody else sees it (V1). */
import { describe, expect, it } from 'vitest';
import { touched } from '../support/touched.ts';
import { AUDIENCES } from '../../assessment/view.ts';
import { refusalOf } from '../support/meeting.ts';
import { Phone, secretOf } from '../support/people.ts';
import { setScene } from '../support/scene.ts';

const helpsOf = ({ meeting }: ReturnType<typeof setScene>) => meeting.slice('organizer', 'people').helps;

describe('I need help', () => {
  it('lights up with who, why and since when, in the order in which they asked, until a host has helped', () => {
    const scene = setScene();
    const [one, two] = scene.examiners;
    one!.send('help.ask', { on: true, reason: 'sight' });
    const since = scene.meeting.state.at;
    scene.meeting.passes(60_000);
    two!.send('help.ask', { on: true, reason: null });
    expect(helpsOf(scene).map(({ pass, reason }) => [pass, reason])).toEqual([
      [one!.pass, 'sight'],
      [two!.pass, null],
    ]);
    expect(helpsOf(scene)[0]?.since).toBe(since);
    scene.host.send('help.done', { pass: one!.pass });
    expect(helpsOf(scene).map(({ pass }) => pass)).toEqual([two!.pass]);
    expect([one!.mine?.help, two!.mine?.help?.reason]).toEqual([null, null]);
  });

  it('is taken back; another reason keeps the place in the row; the same one again says nothing', () => {
    const scene = setScene();
    const [one] = scene.examiners;
    one!.send('help.ask', { on: true, reason: null });
    const { since } = helpsOf(scene)[0]!;
    scene.meeting.passes(30_000);
    one!.send('help.ask', { on: true, reason: 'network' });
    expect(one!.mine?.help).toEqual({ since, reason: 'network' });
    const { length } = scene.state;
    one!.send('help.ask', { on: true, reason: 'network' });
    expect(scene.state.length).toBe(length);
    one!.send('help.ask', { on: false });
    expect([helpsOf(scene), one!.mine?.help]).toEqual([[], null]);
  });

  it('is for bearers of a pass, members too, before the meeting too; not for the crowd, and not once it is closed', () => {
    const scene = setScene({ until: 'ready' });
    const member = new Phone(scene.meeting, 'member phone');
    member.send('pass.enrol', { secret: secretOf('m-A1') });
    member.send('help.ask', { on: true, reason: 'operation' });
    expect(helpsOf(scene).map(({ pass }) => pass)).toEqual(['m-A1']);
    const voice = scene.voice('1');
    expect(refusalOf(() => voice.send('help.ask', { on: true }))).toBe('forbidden');
    expect(refusalOf(() => member.send('help.done', { pass: 'm-A1' }))).toBe('forbidden');
    scene.host.send('meeting.open', {});
    scene.host.send('meeting.close', {});
    expect(refusalOf(() => member.send('help.ask', { on: false }))).toBe('meeting-closed');
  });

  it('I2, I4 goes with the pass to another phone, and ends where the pass is reissued, revoked or checked out', () => {
    const scene = setScene();
    const [one, two, three] = scene.examiners;
    for (const phone of [one, two, three]) phone!.send('help.ask', { on: true, reason: 'other' });
    const next = new Phone(scene.meeting, 'next phone');
    next.send('pass.enrol', { secret: secretOf(one!.pass) });
    scene.host.send('pass.hand-over', { pass: one!.pass, session: next.session });
    expect(next.mine?.help?.reason).toBe('other');
    scene.host.send('pass.check-out', { pass: two!.pass });
    scene.host.send('pass.revoke', { pass: three!.pass, reason: '丢失' });
    expect(helpsOf(scene).map(({ pass }) => pass)).toEqual([one!.pass]);
  });

  it('V1 no other audience is told, and the one who asked learns when it is done', () => {
    const scene = setScene();
    const [one] = scene.examiners;
    one!.send('help.ask', { on: true, reason: 'sight' });
    for (const audience of AUDIENCES.filter((who) => who !== 'organizer'))
      expect(scene.meeting.sentTo(audience)).not.toContain('sight');
    expect(scene.examiners[1]!.mine?.help).toBeNull();
    const done = { type: 'help-done', by: 'host:o1', data: { pass: one!.pass } };
    expect(touched(scene.state, done)).toContain(one!.session);
    const lately = scene.meeting.slice('organizer', 'lately').pop();
    expect(lately).toMatchObject({ type: 'help-asked', pass: one!.pass, on: true });
  });
});
