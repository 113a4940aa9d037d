import { describe, expect, it } from 'vitest';
import { hashSecret } from '../../assessment/passes.ts';
import { audienceOf } from '../../assessment/view.ts';
import { refusalOf } from '../support/meeting.ts';
import { evenScores, Phone, secretOf } from '../support/people.ts';
import { setScene, type Scene } from '../support/scene.ts';

class Tablet extends Phone {
  readonly kiosk: string;
  constructor(scene: Scene, kiosk = 'kiosk-1') {
    super(scene.meeting, kiosk);
    this.kiosk = kiosk;
    const hash = hashSecret(secretOf(kiosk));
    const pass = { id: kiosk, kind: 'kiosk' as const, number: '1', category: null, person: null, unit: null };
    scene.host.send('passes.issue', { passes: [{ ...pass, hash }] });
    this.enrols(kiosk);
  }
  reads(pass: string) {
    return this.send('kiosk.take', { secret: secretOf(pass) });
  }
  submits(unit: string, pass: string, share = 0.8) {
    const scores = evenScores(this.meeting.state.scoring, share);
    const replaces = this.meeting.state.ballots.byUnit.get(unit)?.get(pass)?.revision ?? 0;
    return this.send('ballot.submit', { unit, pass, replaces, scores });
  }
  releases(pass: string) {
    return this.send('kiosk.release', { kiosk: this.kiosk, pass });
  }
}

describe('I8 · a kiosk', () => {
  it('I8 serves two examiners in turn and takes over no pass', () => {
    const scene = setScene();
    const tablet = new Tablet(scene);
    scene.host.stepsTo('A', 'scoring');
    for (const pass of ['party-01', 'people-01']) {
      tablet.reads(pass);
      expect(tablet.mine?.guest?.id).toBe(pass);
      expect(tablet.submits('A', pass).receipt).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
      tablet.releases(pass);
      expect(tablet.mine).toMatchObject({ guest: null, ballots: [] });
    }
    const ballots = scene.state.ballots.byUnit.get('A');
    expect([...(ballots?.keys() ?? [])]).toEqual(['party-01', 'people-01']);
    // His own phone goes on, and knows of it (B2).
    const phone = scene.examiner('party-01');
    expect(phone.mine?.ballots).toMatchObject([{ unit: 'A', revision: 1 }]);
    phone.submits('A', 0.9);
    expect(ballots?.get('party-01')?.revision).toBe(2);
  });

  it('I8 I4 a check-in is not taken back while its pass is in a tablet', () => {
    const scene = setScene({ until: 'ready' });
    const tablet = new Tablet(scene);
    scene.host.send('meeting.open', {});
    tablet.reads('party-01');
    const notHere = () => refusalOf(() => scene.host.send('pass.not-here', { pass: 'party-01' }));
    expect(notHere()).toBe('was-here');
    tablet.releases('party-01');
    expect(notHere()).toBeNull();
  });

  it('I8 shows nothing of the one before to the next', () => {
    const scene = setScene();
    const tablet = new Tablet(scene);
    scene.host.stepsTo('A', 'scoring');
    tablet.reads('party-01');
    tablet.submits('A', 'party-01', 0.7);
    expect(tablet.mine?.ballots).toHaveLength(1);
    tablet.releases('party-01');
    tablet.reads('people-01');
    expect(tablet.mine?.ballots).toEqual([]);
  });

  it('I8 takes no ballot while nobody is in it, and none under way for the next in turn', () => {
    const scene = setScene();
    const tablet = new Tablet(scene);
    scene.host.stepsTo('A', 'scoring');
    expect(refusalOf(() => tablet.submits('A', 'party-01'))).toBe('kiosk-empty');
    tablet.reads('people-01');
    expect(refusalOf(() => tablet.submits('A', 'party-01'))).toBe('kiosk-empty');
    const scores = evenScores(scene.state.scoring, 0.5);
    const nameless = () => tablet.send('ballot.submit', { unit: 'A', replaces: 0, scores });
    expect(refusalOf(nameless)).toBe('kiosk-empty');
    expect(scene.state.ballots.accepted).toBe(0);
  });

  it('I8 one pass at a time, in one kiosk at a time', () => {
    const scene = setScene();
    const [one, two] = [new Tablet(scene), new Tablet(scene, 'kiosk-2')];
    one.reads('party-01');
    expect(refusalOf(() => one.reads('people-01'))).toBe('kiosk-in-use');
    expect(refusalOf(() => two.reads('party-01'))).toBe('pass-in-kiosk');
    one.reads('party-01');
    scene.host.send('kiosk.release', { kiosk: 'kiosk-1', pass: 'party-01' });
    two.reads('party-01');
    expect(two.mine?.guest?.id).toBe('party-01');
    // A release that was under way sends nobody else away.
    one.reads('people-01');
    one.releases('party-01');
    expect(one.mine?.guest?.id).toBe('people-01');
  });

  it('I1 lets in by the code or by a host who sees him, never by a number, and only examiners', () => {
    const scene = setScene();
    const tablet = new Tablet(scene);
    const wrong = () => tablet.send('kiosk.take', { secret: secretOf('nobody') });
    expect(refusalOf(wrong)).toBe('pass-unknown');
    expect(refusalOf(() => tablet.reads('m-A1'))).toBe('pass-unknown');
    expect(refusalOf(() => tablet.send('kiosk.admit', { kiosk: 'kiosk-1', pass: 'party-01' }))).toBe(
      'forbidden',
    );
    scene.host.send('pass.check-out', { pass: 'party-01' });
    scene.host.send('kiosk.admit', { kiosk: 'kiosk-1', pass: 'party-01' });
    expect(scene.state.passes.all.get('party-01')).toMatchObject({ checkedIn: true, checkedOut: false });
    expect(refusalOf(() => scene.host.send('kiosk.admit', { kiosk: 'screen-1', pass: 'party-02' }))).toBe(
      'kiosk-unknown',
    );
  });

  it('I1 has the rights of a kiosk only', () => {
    const scene = setScene();
    const tablet = new Tablet(scene);
    tablet.reads('party-01');
    expect(audienceOf(scene.state, tablet.who)).toBe('kiosk');
    expect(refusalOf(() => tablet.asks('A', '问题'))).toBe('forbidden');
    expect(refusalOf(() => tablet.votes('A', 'satisfied'))).toBe('forbidden');
    const phone = scene.examiner('party-01');
    expect(refusalOf(() => phone.send('kiosk.release', { kiosk: 'kiosk-1', pass: 'party-01' }))).toBe(
      'forbidden',
    );
    expect(refusalOf(() => phone.send('kiosk.take', { secret: secretOf('party-01') }))).toBe('forbidden');
  });

  it('I4 a pass that is revoked is in no kiosk; I5 one that is recused scores at none', () => {
    const scene = setScene({ recusals: { 'party-02': ['A'] } });
    const tablet = new Tablet(scene);
    scene.host.stepsTo('A', 'scoring');
    tablet.reads('party-01');
    scene.host.send('pass.revoke', { pass: 'party-01', reason: '遗失' });
    expect(tablet.mine?.guest).toBeNull();
    expect(refusalOf(() => tablet.submits('A', 'party-01'))).toBe('kiosk-empty');
    tablet.reads('party-02');
    expect(tablet.mine?.recused).toEqual(['A']);
    expect(refusalOf(() => tablet.submits('A', 'party-02'))).toBe('recused');
  });
});

describe('I8 · assisted entry', () => {
  const assist = (scene: Scene, pass = 'party-01', replaces = 0) =>
    scene.host.send('ballot.assist', {
      unit: 'A',
      pass,
      replaces,
      scores: evenScores(scene.state.scoring, 0.8),
      assistant: '志愿者甲',
    });

  it('I8 is marked assisted and names the assistant', () => {
    const scene = setScene();
    scene.host.stepsTo('A', 'scoring');
    expect(assist(scene).receipt).not.toBeNull();
    expect(scene.state.ballots.byUnit.get('A')?.get('party-01')).toMatchObject({
      assisted: '志愿者甲',
      revision: 1,
    });
    expect(scene.examiner('party-01').mine?.ballots).toMatchObject([{ assisted: true }]);
  });

  it('B2, B3 keeps to the rules of every ballot', () => {
    const scene = setScene({ recusals: { 'party-02': ['A'] } });
    expect(refusalOf(() => assist(scene))).toBe('turn-not-open');
    scene.host.stepsTo('A', 'scoring');
    assist(scene);
    expect(refusalOf(() => assist(scene))).toBe('superseded');
    assist(scene, 'party-01', 1);
    expect(refusalOf(() => assist(scene, 'party-02'))).toBe('recused');
    scene.host.send('pass.check-out', { pass: 'party-03' });
    expect(refusalOf(() => assist(scene, 'party-03'))).toBe('not-checked-in');
    expect(refusalOf(() => assist(scene, 'm-A1'))).toBe('pass-unknown');
    scene.host.stepsTo('A', 'locked');
    expect(refusalOf(() => assist(scene, 'people-01'))).toBe('turn-locked');
    expect(scene.state.ballots.late.get('A')?.get('people-01')?.assisted).toBe('志愿者甲');
  });

  it('I7 is for hosts', () => {
    const scene = setScene();
    scene.host.stepsTo('A', 'scoring');
    const body = { unit: 'A', pass: 'party-01', replaces: 0, scores: {}, assistant: '甲' };
    expect(refusalOf(() => scene.scrutineer.send('ballot.assist', body))).toBe('forbidden');
    expect(refusalOf(() => scene.examiner('party-02').send('ballot.assist', body))).toBe('forbidden');
  });
});
