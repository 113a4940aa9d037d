/** Ways to count twice, to see another's ballot, or to score where one may not: each was tried, and each is shut. */
import { describe, expect, it } from 'vitest';
import { differences } from '../../assessment/recount.ts';
import { hashSecret } from '../../assessment/passes.ts';
import { bundleOf } from '../../reports/bundle.ts';
import { HEAD } from '../reports/meetings.ts';
import { refusalOf } from '../support/meeting.ts';
import { evenScores, ExaminerPhone, Phone, secretOf } from '../support/people.ts';
import { setScene, type Scene } from '../support/scene.ts';

const PASS = 'party-01';
const AGAIN = 'party-01-again';
const all = (scene: Scene, share = 0.8) => evenScores(scene.state.scoring, share);
const scored = (): Scene => {
  const scene = setScene();
  scene.host.stepsTo('A', 'scoring');
  return scene;
};
const key = (scene: Scene, who: 'host' | 'owner' | 'scrutineer', share = 0.8, pass = PASS) =>
  scene[who].send('paper.key', { unit: 'A', pass, scores: all(scene, share) });

/** The same person with another pass: the first was revoked. */
function issuesAgain(scene: Scene): ExaminerPhone {
  scene.host.send('pass.revoke', { pass: PASS, reason: '丢失' });
  const more = { number: '91', category: 'party', person: `x-${PASS}`, unit: null };
  const hash = hashSecret(secretOf(AGAIN));
  scene.host.send('passes.issue', { passes: [{ id: AGAIN, kind: 'examiner', hash, ...more }] });
  const phone = new ExaminerPhone(scene.meeting, AGAIN).goesOnline();
  phone.enrols(AGAIN);
  return phone;
}

/** A tablet that is open, with the bearer of `guest` at it. */
function tablet(scene: Scene, guest: string | null, name = 'kiosk-1'): Phone {
  const issue = { id: name, kind: 'kiosk' as const, number: '1', category: null, person: null, unit: null };
  scene.host.send('passes.issue', { passes: [{ ...issue, hash: hashSecret(secretOf(name)) }] });
  const phone = new Phone(scene.meeting, name).goesOnline();
  phone.enrols(name);
  if (guest !== null) phone.send('kiosk.take', { secret: secretOf(guest) });
  return phone;
}

describe('B1 · one person, one ballot', () => {
  it('B1 I4 whoever scored and got another pass does not score the unit again, by phone, assistant or paper', () => {
    const scene = scored();
    scene.examiner(PASS).submits('A', 0.8);
    const again = issuesAgain(scene);
    expect(refusalOf(() => again.submits('A', 0.6))).toBe('ballot-given');
    const assist = { unit: 'A', pass: AGAIN, replaces: 0, scores: all(scene), assistant: '甲' };
    expect(refusalOf(() => scene.host.send('ballot.assist', assist))).toBe('ballot-given');
    expect(refusalOf(() => scene.host.send('paper.issue', { unit: 'A', pass: AGAIN }))).toBe('ballot-given');
    scene.host.stepsTo('A', 'locked');
    expect(scene.state.agenda.turns.get('A')?.frozen?.eligible).toBe(7);
    scene.host.stepsTo('B', 'scoring');
    again.submits('B', 0.6);
    scene.host.stepsTo('B', 'locked');
    expect(scene.state.agenda.turns.get('B')?.frozen?.eligible).toBe(7);
  });

  it('B4 a ballot of his other pass that came late is not admitted beside the one that counts', () => {
    const scene = scored();
    scene.examiner(PASS).submits('A', 0.8);
    scene.host.stepsTo('A', 'locked');
    const again = issuesAgain(scene);
    expect(refusalOf(() => again.submits('A', 0.6))).toBe('ballot-given');
    expect(scene.state.ballots.late.get('A')).toBeUndefined();
  });

  it('B1 once the ballot of the lost pass is void, the person scores with his new one', () => {
    const scene = scored();
    scene.host.send('paper.issue', { unit: 'A', pass: PASS });
    key(scene, 'host', 0.8);
    key(scene, 'owner', 0.7);
    const again = issuesAgain(scene);
    again.submits('A', 0.6);
    scene.host.stepsTo('A', 'locked');
    expect(differences(bundleOf(scene.state, HEAD))).toEqual([]);
  });
});

describe('B1 · one seat, one ballot', () => {
  it('B1 A2 a substitute does not score again where his predecessor did, when the unit comes back to the stage', () => {
    const scene = scored();
    scene.examiner(PASS).submits('A', 0.8);
    scene.host.marksAbsent('A');
    scene.host.send('pass.check-out', { pass: PASS });
    scene.host.send('examiner.add', {
      examiner: { id: 'x-new', category: 'party', name: '替补', employer: '', recusals: [] },
      pass: { id: 'new', number: '78', hash: hashSecret(secretOf('new')) },
      here: false,
      replaces: { pass: PASS, reason: '有事' },
    });
    const substitute = new ExaminerPhone(scene.meeting, 'new').goesOnline();
    substitute.enrols('new');
    scene.host.send('turn.present', { unit: 'A', reason: '到了' });
    scene.host.stepsTo('A', 'scoring');
    expect(refusalOf(() => substitute.submits('A', 0.6))).toBe('ballot-given');
    scene.host.stepsTo('A', 'locked');
    expect(scene.state.agenda.turns.get('A')?.frozen?.eligible).toBe(7);
    scene.host.stepsTo('B', 'scoring');
    substitute.submits('B', 0.6);
  });
});

describe('I8 · paper', () => {
  it('I5 a recusal that came after the paper went out keeps it from being counted', () => {
    const scene = scored();
    scene.host.send('paper.issue', { unit: 'A', pass: PASS });
    scene.examiner(PASS).send('recusal.declare', { unit: 'A' });
    expect(refusalOf(() => key(scene, 'host'))).toBe('recused');
  });

  it('I4 whose paper was keyed was here: his check-in is not taken back', () => {
    const scene = scored();
    const late = 'party-02';
    scene.host.send('pass.reissue', { pass: late, hash: hashSecret('another'), reason: '换证' });
    scene.host.send('paper.issue', { unit: 'A', pass: late });
    key(scene, 'host', 0.8, late);
    expect(refusalOf(() => scene.host.send('pass.not-here', { pass: late }))).toBe('was-here');
  });

  it('V1 X1 no organizer is told the receipt of a paper beside its pass: the bundle has the scores by receipt', () => {
    const scene = scored();
    scene.host.send('paper.issue', { unit: 'A', pass: PASS });
    key(scene, 'host');
    const { receipt } = key(scene, 'owner');
    expect(receipt).not.toBeNull();
    scene.host.stepsTo('A', 'locked');
    expect(JSON.stringify(scene.meeting.slice('organizer', 'papers'))).not.toContain(receipt);
  });
});

describe('I8 · kiosk', () => {
  it('V1 I2 a tablet whose pass moves to another device or is reissued lets go of whoever was at it', () => {
    const scene = scored();
    const first = tablet(scene, PASS);
    scene.examiner(PASS).submits('A', 0.8);
    expect(first.mine?.ballots).toHaveLength(1);
    scene.host.send('pass.reissue', {
      pass: 'kiosk-1',
      hash: hashSecret(secretOf('kiosk-1', 2)),
      reason: '换',
    });
    const second = new Phone(scene.meeting, 'another tablet').goesOnline();
    second.send('pass.enrol', { secret: secretOf('kiosk-1', 2) });
    expect(second.mine?.guest).toBeNull();
    expect(second.mine?.ballots).toEqual([]);
  });

  it('I2 a lost pass that is reissued is at no tablet any more', () => {
    const scene = scored();
    const kiosk = tablet(scene, PASS);
    scene.host.send('pass.reissue', { pass: PASS, hash: hashSecret('another'), reason: '丢失' });
    const body = { unit: 'A', pass: PASS, replaces: 0, scores: all(scene) };
    expect(refusalOf(() => kiosk.send('ballot.submit', body))).toBe('kiosk-empty');
    expect(kiosk.mine?.guest).toBeNull();
  });

  it('V1 nobody is at a tablet when the meeting is over', () => {
    const scene = scored();
    const kiosk = tablet(scene, PASS);
    scene.examiner(PASS).submits('A', 0.8);
    scene.host.stepsTo('A', 'locked');
    scene.host.send('meeting.close', {});
    expect(kiosk.mine?.guest).toBeNull();
  });
});

describe('I3 · whose a pass is', () => {
  it('I3 no pass of a thing names a person', () => {
    const scene = setScene({ settings: { identity: 'anonymous' }, until: 'roster' });
    for (const kind of ['screen', 'kiosk', 'presenter'] as const) {
      const unit = kind === 'presenter' ? 'A' : null;
      const pass = { id: `${kind}-9`, kind, number: '9', category: null, unit, hash: hashSecret(kind) };
      const issue = (person: string | null) =>
        refusalOf(() => scene.host.send('passes.issue', { passes: [{ ...pass, person }] }));
      expect(issue('x-party-01')).toBe('person-unknown');
      expect(issue(null)).toBeNull();
    }
  });
});

describe('B4 · amendments', () => {
  it('B4 an amendment that was proposed before a unit came back changes nothing that was given since', () => {
    const scene = scored();
    const phone = scene.examiner(PASS);
    phone.submits('A', 0.8);
    scene.host.marksAbsent('A');
    const amendment = scene.host.proposes('replace', 'A', PASS, all(scene, 0.1));
    scene.host.send('turn.present', { unit: 'A', reason: '到了' });
    scene.host.stepsTo('A', 'scoring');
    phone.submits('A', 0.9);
    scene.host.stepsTo('A', 'locked');
    expect(refusalOf(() => scene.scrutineer.confirms(amendment))).toBe('amendment-unknown');
    expect(scene.state.ballots.byUnit.get('A')?.get(PASS)?.scores).toEqual(all(scene, 0.9));
  });
});
