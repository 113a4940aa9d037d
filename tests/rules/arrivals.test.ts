import { describe, expect, it } from 'vitest';
import { hashSecret } from '../../assessment/passes.ts';
import { audienceOf } from '../../assessment/view.ts';
import { officialOpening } from '../../assessment/official.ts';
import { folded, Meeting, refusalOf } from '../support/meeting.ts';
import { ExaminerPhone, secretOf } from '../support/people.ts';
import { setScene, type Scene } from '../support/scene.ts';

const passOf = ({ state }: Scene, id: string) => state.passes.all.get(id)!;
const comes = (id: string, more: object = {}) => ({
  examiner: { id: `x-${id}`, category: 'people', name: '临时来的人', employer: '某街道', recusals: ['B'] },
  pass: { id, number: '09', hash: hashSecret(secretOf(id)) },
  here: true,
  replaces: null,
  ...more,
});
const inPlaceOf = (pass: string) => ({ replaces: { pass, reason: '生病没有来' } });
const adds = (scene: Scene, body: ReturnType<typeof comes>) =>
  refusalOf(() => scene.host.send('examiner.add', body));

describe('I4 · a check-in by mistake', () => {
  it('I4 B5 is taken back: he is not eligible, and may still come', () => {
    const scene = setScene({ until: 'ready' });
    scene.host.send('pass.check-in', { pass: 'people-01' });
    scene.host.send('pass.not-here', { pass: 'people-01' });
    expect(passOf(scene, 'people-01')).toMatchObject({ checkedIn: false, checkedOut: false });
    scene.host.send('meeting.open', {});
    for (const one of scene.examiners.slice(0, 3)) one.enrols(one.pass);
    scene.host.stepsTo('A', 'scoring');
    expect(scene.meeting.slice('organizer', 'progress')?.eligible).toBe(3);
    scene.host.send('pass.check-in', { pass: 'people-01' });
    expect(scene.meeting.slice('organizer', 'progress')?.eligible).toBe(4);
  });

  it('I4 undoes a departure by mistake, and says nothing twice', () => {
    const scene = setScene({ until: 'ready' });
    scene.host.send('pass.check-out', { pass: 'people-01' });
    expect(scene.host.send('pass.not-here', { pass: 'people-01' }).entries).toHaveLength(1);
    expect(scene.host.send('pass.not-here', { pass: 'people-01' }).entries).toEqual([]);
  });

  it('I4 is not for somebody whose phone is enrolled or who handed something in', () => {
    const scene = setScene();
    const gone = () => refusalOf(() => scene.host.send('pass.not-here', { pass: 'people-01' }));
    expect(gone()).toBe('was-here');
    scene.host.stepsTo('A', 'scoring');
    scene.examiner('people-01').submits('A', 0.5);
    scene.host.send('pass.reissue', {
      pass: 'people-01',
      hash: hashSecret(secretOf('x', 2)),
      reason: '丢失',
    });
    expect(passOf(scene, 'people-01').session).toBeNull();
    expect(gone()).toBe('was-here');
    scene.host.send('pass.revoke', { pass: 'people-02', reason: '走错' });
    expect(refusalOf(() => scene.host.send('pass.not-here', { pass: 'people-02' }))).toBe('pass-revoked');
  });
});

describe('I4 · a walk-in', () => {
  it('I4 is on the roster, has a pass and is here, in one step; the rest of the roster stays', () => {
    const scene = setScene();
    const before = [...scene.state.roster.examiners.keys()];
    scene.host.send('examiner.add', comes('people-09'));
    expect([...scene.state.roster.examiners.keys()]).toEqual([...before, 'x-people-09']);
    expect(passOf(scene, 'people-09')).toMatchObject({
      person: 'x-people-09',
      checkedIn: true,
      number: '09',
    });
    const phone = new ExaminerPhone(scene.meeting, 'people-09').goesOnline();
    phone.enrols('people-09');
    expect(audienceOf(scene.state, phone.who)).toBe('examiner');
    expect(phone.mine?.recused).toEqual(['B']);
    scene.host.stepsTo('A', 'scoring');
    expect(refusalOf(() => phone.submits('A', 0.5))).toBeNull();
  });

  it('J6 his name and employer are private, and the journal folds to the same roster', () => {
    const scene = setScene({ until: 'ready' });
    scene.host.send('examiner.add', comes('people-09'));
    const entry = scene.meeting.journal.find((one) => one.type === 'examiner-added');
    expect(JSON.stringify(entry?.data)).not.toContain('临时来的人');
    expect(entry?.private).toEqual({ name: '临时来的人', employer: '某街道' });
    expect(folded(scene.meeting.journal).roster).toEqual(scene.state.roster);
  });

  it('I4 who is expected later is not here yet', () => {
    const scene = setScene({ until: 'ready' });
    scene.host.send('examiner.add', comes('people-09', { here: false }));
    expect(passOf(scene, 'people-09').checkedIn).toBe(false);
  });

  it('I4 is refused whole where any part of it is wrong', () => {
    const scene = setScene({ until: 'ready' });
    const { examiner, pass } = comes('people-09');
    expect(adds(scene, comes('people-09', { examiner: { ...examiner, category: 'clergy' } }))).toBe(
      'category-unknown',
    );
    expect(adds(scene, comes('people-09', { examiner: { ...examiner, id: 'x-people-01' } }))).toBe(
      'duplicate',
    );
    expect(adds(scene, comes('people-09', { examiner: { ...examiner, recusals: ['Z'] } }))).toBe(
      'unit-unknown',
    );
    expect(adds(scene, comes('people-09', { pass: { ...pass, id: 'people-01' } }))).toBe('duplicate');
    expect(
      adds(scene, comes('people-09', { pass: { ...pass, hash: passOf(scene, 'people-01').hash } })),
    ).toBe('duplicate');
    expect(scene.state.roster.examiners.has('x-people-09')).toBe(false);
    expect(refusalOf(() => scene.scrutineer.send('examiner.add', comes('people-09')))).toBe('forbidden');
  });

  it('I3 an anonymous meeting records nobody: he draws a pass from the stack', () => {
    const scene = setScene({ until: 'ready', settings: { identity: 'anonymous' } });
    expect(adds(scene, comes('people-09'))).toBe('anonymous');
  });
});

describe('A1 I4 · going official', () => {
  it('A1 takes walk-ins and substitutes along', () => {
    const scene = setScene({ until: 'ready' });
    scene.host.send('examiner.add', comes('people-09', inPlaceOf('people-01')));
    const official = new Meeting();
    official.write(
      officialOpening(scene.state, { id: 'm2', code: '135790', head: { length: 9, head: 'ab' } }),
    );
    expect(official.state.roster).toEqual(scene.state.roster);
    expect(official.state.passes.all).toEqual(scene.state.passes.all);
  });
});

describe('I4 · a substitute', () => {
  it('I4 takes the seat of somebody absent: the old pass is void with the reason, the new one holds', () => {
    const scene = setScene({ until: 'ready' });
    scene.host.send('examiner.add', comes('people-09', inPlaceOf('people-01')));
    expect(passOf(scene, 'people-01').revoked).toBe(true);
    expect(passOf(scene, 'people-09')).toMatchObject({ checkedIn: true, revoked: false });
    expect(refusalOf(() => scene.examiner('people-01').enrols('people-01'))).toBe('pass-revoked');
    expect(passOf(scene, 'people-01').substitute).toBe('people-09');
    expect(scene.meeting.slice('organizer', 'meeting').examiners?.planned).toBe(7);
    const entry = scene.meeting.journal.find((one) => one.type === 'pass-revoked');
    expect(entry?.private).toEqual({ reason: '生病没有来' });
  });

  it('I4 comes from the same category, and for a pass that holds', () => {
    const scene = setScene({ until: 'ready' });
    expect(adds(scene, comes('people-09', inPlaceOf('party-01')))).toBe('malformed');
    expect(adds(scene, comes('people-09', inPlaceOf('people-77')))).toBe('pass-unknown');
    expect(adds(scene, comes('people-09', inPlaceOf('screen-1')))).toBe('pass-unknown');
    scene.host.send('pass.revoke', { pass: 'people-01', reason: '走错' });
    expect(adds(scene, comes('people-09', inPlaceOf('people-01')))).toBe('pass-revoked');
    expect(scene.state.passes.all.has('people-09')).toBe(false);
  });

  it('B5 nobody is put out who is here, and one seat has one ballot in a turn', () => {
    const scene = setScene();
    expect(adds(scene, comes('people-09', inPlaceOf('people-01')))).toBe('pass-in-use');
    scene.host.stepsTo('A', 'scoring');
    scene.examiner('people-01').submits('A', 0.5);
    scene.host.send('pass.check-out', { pass: 'people-01' });
    expect(adds(scene, comes('people-09', inPlaceOf('people-01')))).toBe('pass-in-use');
    scene.host.stepsTo('A', 'locked');
    expect(adds(scene, comes('people-09', inPlaceOf('people-01')))).toBeNull();
    expect(scene.state.ballots.byUnit.get('A')?.get('people-01')?.status).toBe('counted');
  });
});
