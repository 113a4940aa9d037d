import { describe, expect, it } from 'vitest';
import { ballotOf, newReceipt } from '../../assessment/ballots.ts';
import type { Scoring } from '../../assessment/sheet.ts';
import { withCrowd } from '../reports/meetings.ts';
import { refusalOf } from '../support/meeting.ts';
import { evenScores } from '../support/people.ts';
import { setScene, type Scene } from '../support/scene.ts';

const FULL = { report: 3000, direct: 2000, evidence: 3000, measures: 2000 };
const scoring = (unit = 'A', options: Parameters<typeof setScene>[0] = {}): Scene => {
  const scene = setScene(options);
  scene.host.stepsTo(unit, 'scoring');
  return scene;
};
const attendance = ({ state }: Scene, unit = 'A') => state.agenda.turns.get(unit)?.frozen;
const locked = ({ meeting }: Scene, unit = 'A') =>
  meeting.slice('organizer', 'standings').locked.find((one) => one.unit === unit)!;

describe('B1 · what a ballot is', () => {
  it('B1 has one ballot per pass and unit with a value for every criterion by examiners', () => {
    const { examiners, state } = scoring();
    const [one] = examiners;
    const { measures: _left, ...missing } = FULL;
    expect(refusalOf(() => one!.submits('A', missing))).toBe('score-missing');
    expect(refusalOf(() => one!.submits('A', { ...FULL, smile: 100 }))).toBe('score-unknown-criterion');
    one!.submits('A', FULL);
    one!.submits('A', 0.5);
    expect(state.ballots.byUnit.get('A')?.size).toBe(1);
  });

  it('B1 takes points in steps from 0 to full', () => {
    const { examiners } = scoring();
    const tries = (report: number) => refusalOf(() => examiners[0]!.submits('A', { ...FULL, report }));
    expect([3050, 3000, 2925, 2950, 0].map(tries)).toEqual([
      'score-out-of-range',
      null,
      'score-off-step',
      null,
      null,
    ]);
    expect(tries(-50)).toBe('malformed');
    expect(tries(12.5)).toBe('malformed');
  });

  it('B1 takes grades where the sheet says so', () => {
    const graded = (sheet: Scoring): Scoring => ({
      ...sheet,
      input: 'grades',
      grades: [
        { id: 'good', name: '好', worth: 10_000 },
        { id: 'fair', name: '一般', worth: 6_000 },
      ],
    });
    const { examiners } = scoring('A', { scoring: graded });
    expect(refusalOf(() => examiners[0]!.submits('A', 0.8))).toBe('score-not-a-grade');
    examiners[0]!.submits('A', 0.6);
  });

  it('B1 no ballot for a criterion of the crowd', () => {
    const { examiners } = scoring('A', { scoring: withCrowd });
    expect(refusalOf(() => examiners[0]!.submits('A', { ...FULL, crowd: 2000 }))).toBe(
      'score-unknown-criterion',
    );
  });
});

describe('B2 · replacing', () => {
  it('B2 may be replaced until the lock, naming the revision that it replaces', () => {
    const { examiners, state } = scoring();
    const one = examiners[0]!;
    const first = one.submits('A', 0.5);
    const second = one.submits('A', 0.7);
    expect(second.receipt).not.toBe(first.receipt);
    expect(ballotOf(state, 'A', one.pass)).toMatchObject({ revision: 2, receipt: second.receipt });
  });

  it('B2 refuses a stale one as superseded and says which revision stands', () => {
    const { examiners, meeting } = scoring();
    const one = examiners[0]!;
    one.submits('A', 0.5);
    one.submits('A', 0.6);
    const body = { unit: 'A', replaces: 1, scores: FULL };
    expect(meeting.takes(one.who, 'ballot.submit', body).refused).toEqual({
      code: 'superseded',
      detail: { revision: 2 },
    });
    expect(meeting.takes(one.who, 'ballot.submit', { ...body, replaces: 0 }).refused?.code).toBe(
      'superseded',
    );
    expect(meeting.takes(one.who, 'ballot.submit', { ...body, replaces: 3 }).refused?.code).toBe(
      'superseded',
    );
  });

  it('B2 keeps the earlier ones in the journal', () => {
    const { examiners, meeting } = scoring();
    examiners[0]!.submits('A', 0.5);
    examiners[0]!.submits('A', 0.7);
    expect(meeting.journal.filter(({ type }) => type === 'ballot-accepted')).toHaveLength(2);
  });
});

describe('B3 · when and from whom', () => {
  it('B3 accepts while the turn is scoring or closing, paused or not, and never otherwise', () => {
    const { host, examiners } = setScene();
    const tries = () => refusalOf(() => examiners[0]!.submits('A', 0.5));
    const seen = [tries()];
    for (let i = 0; i < 5; i += 1) {
      host.steps('A');
      seen.push(tries());
    }
    const not = 'turn-not-open';
    expect(seen).toEqual([not, not, not, null, null, 'turn-locked']);
    host.publishes('A');
    expect(tries()).toBe('turn-locked');
    host.stepsTo('B', 'closing');
    host.send('meeting.pause', { note: null });
    examiners[0]!.submits('B', 0.5);
  });

  it('B3 accepts from an examiner who is checked in, not revoked and not recused', () => {
    const { host, examiners } = scoring('A', { recusals: { 'party-01': ['A'] } });
    const [recused, gone, revoked, fine] = examiners;
    expect(refusalOf(() => recused!.submits('A', 0.5))).toBe('recused');
    host.send('pass.check-out', { pass: gone!.pass });
    expect(refusalOf(() => gone!.submits('A', 0.5))).toBe('not-checked-in');
    host.send('pass.check-in', { pass: gone!.pass });
    gone!.submits('A', 0.5);
    host.send('pass.revoke', { pass: revoked!.pass, reason: '走错' });
    expect(refusalOf(() => revoked!.submits('A', 0.5))).toBe('revoked');
    fine!.submits('A', 0.5);
  });

  it('B3 lists during closing who has not scored and whether his phone is offline', () => {
    const { host, examiners, meeting } = scoring();
    for (const one of examiners.slice(2)) one.submits('A', 0.5);
    host.steps('A');
    examiners[1]!.goesOffline();
    examiners[0]!.send('ballot.wait', { unit: 'A', on: true });
    const pending = meeting.slice('organizer', 'progress')!.pending;
    expect(pending.map(({ pass, line, waits }) => [pass, line, waits])).toEqual([
      [examiners[0]!.pass, 'online', true],
      [examiners[1]!.pass, 'offline', false],
    ]);
    expect(meeting.slice('screen', 'progress')?.pending).toEqual([]);
  });

  it('B3 “再等一下” goes out when the ballot is in, and with the turn', () => {
    const { host, examiners, state } = scoring('A', { settings: { stages: ['questioning', 'closing'] } });
    for (const one of examiners.slice(0, 3)) one.send('ballot.wait', { unit: 'A', on: true });
    examiners[0]!.submits('A', 0.5);
    examiners[1]!.send('ballot.wait', { unit: 'A', on: false });
    expect([...state.ballots.waits]).toEqual([examiners[2]!.pass]);
    host.steps('A');
    expect(state.ballots.waits.size).toBe(1);
    host.marksAbsent('A');
    expect(state.ballots.waits.size).toBe(0);
    expect(refusalOf(() => examiners[0]!.send('ballot.wait', { unit: 'B', on: true }))).toBe('turn-not-open');
  });
});

describe('B4 · behind the lock', () => {
  it('B4 refuses a late ballot as turn-locked and keeps it sealed', () => {
    const scene = scoring();
    const { host, examiners, meeting, state } = scene;
    host.stepsTo('A', 'locked');
    const one = examiners[0]!;
    const late = meeting.takes(one.who, 'ballot.submit', { unit: 'A', replaces: 0, scores: FULL });
    expect(late.refused).toMatchObject({ code: 'turn-locked', detail: { receipt: late.receipt } });
    expect(ballotOf(state, 'A', one.pass)).toBeUndefined();
    expect(locked(scene)).toMatchObject({ late: 1, returned: 0, counted: 0 });
    expect(one.mine?.ballots).toMatchObject([{ status: 'late', receipt: late.receipt }]);
  });

  it('B4 admits it by a host and a scrutineer before it is published, and he joins the eligible', () => {
    const scene = setScene({ scrutineer: true });
    const { host, scrutineer, examiners, meeting } = scene;
    const one = examiners[0]!;
    host.send('pass.check-out', { pass: one.pass });
    scene.host.stepsTo('A', 'scoring');
    for (const other of examiners.slice(1)) other.submits('A', 0.8);
    host.stepsTo('A', 'locked');
    expect(attendance(scene)?.eligible).toBe(6);
    host.send('pass.check-in', { pass: one.pass });
    meeting.takes(one.who, 'ballot.submit', { unit: 'A', replaces: 0, scores: FULL });
    const amendment = host.proposes('admit', 'A', one.pass);
    expect(locked(scene).counted).toBe(6);
    scrutineer.confirms(amendment);
    expect(locked(scene)).toMatchObject({ counted: 7, eligible: 7, late: 0 });
    expect(attendance(scene)?.passes).toContain(one.pass);
  });

  it('B4 admits nothing once it is published, also where it was proposed before', () => {
    const scene = scoring();
    const { host, scrutineer, examiners, meeting } = scene;
    host.stepsTo('A', 'locked');
    meeting.takes(examiners[0]!.who, 'ballot.submit', { unit: 'A', replaces: 0, scores: FULL });
    const amendment = host.proposes('admit', 'A', examiners[0]!.pass);
    host.publishes('A');
    expect(refusalOf(() => scrutineer.confirms(amendment))).toBe('already-published');
    expect(refusalOf(() => host.proposes('admit', 'A', examiners[0]!.pass))).toBe('already-published');
  });

  it('B4 needs a reason, one host and one scrutineer, and both are in the journal', () => {
    const scene = setScene({ scrutineer: true });
    scene.scores('A');
    const { host, owner, scrutineer, viewer, examiners, meeting, state } = scene;
    const body = { unit: 'A', pass: examiners[0]!.pass, kind: 'void', scores: null };
    expect(meeting.takes(host.who, 'amendment.propose', body).refused?.code).toBe('malformed');
    expect(refusalOf(() => scrutineer.proposes('void', 'A', examiners[0]!.pass))).toBe('forbidden');
    const amendment = host.proposes('void', 'A', examiners[0]!.pass);
    for (const one of [host, owner, viewer])
      expect(refusalOf(() => one.confirms(amendment))).toBe('forbidden');
    const same = { kind: 'organizer', id: 'host', role: 'scrutineer' } as const;
    expect(refusalOf(() => meeting.send(same, 'amendment.confirm', { amendment }))).toBe('same-person');
    scrutineer.confirms(amendment);
    expect(state.amendments.all.get(amendment)).toMatchObject({
      proposedBy: 'host:host',
      confirmedBy: 'scrutineer:scrutineer',
      reason: '核对原票',
    });
    expect(refusalOf(() => scrutineer.confirms(amendment))).toBe('amendment-unknown');
  });

  it('B4 replaces and voids a ballot, and the count must be confirmed again', () => {
    const scene = setScene({ scrutineer: true });
    scene.scores('A');
    const { host, scrutineer, examiners } = scene;
    scrutineer.confirmsCount('A');
    expect(locked(scene).confirmed).toBe(true);
    scrutineer.confirms(host.proposes('replace', 'A', examiners[0]!.pass, FULL));
    scrutineer.confirms(host.proposes('void', 'A', examiners[1]!.pass));
    expect(locked(scene)).toMatchObject({ counted: 6, void: 1, returned: 7, confirmed: false });
    expect(examiners[0]!.mine?.ballots[0]).toMatchObject({ amended: true, scores: FULL, status: 'counted' });
  });

  it('B4 amends nothing before the lock, nor what is not there', () => {
    const { host, examiners } = scoring();
    examiners[0]!.submits('A', 0.5);
    expect(refusalOf(() => host.proposes('void', 'A', examiners[0]!.pass))).toBe('not-locked');
    host.stepsTo('A', 'locked');
    expect(refusalOf(() => host.proposes('void', 'A', examiners[1]!.pass))).toBe('ballot-unknown');
    expect(refusalOf(() => host.proposes('admit', 'A', examiners[0]!.pass))).toBe('not-late');
    expect(refusalOf(() => host.proposes('replace', 'A', examiners[0]!.pass, { report: 50 }))).toBe(
      'score-missing',
    );
  });

  it('B4 does not let an amendment into a turn that is open again', () => {
    const { host, scrutineer, examiners, state } = scoring();
    examiners[0]!.submits('A', 0.5);
    host.marksAbsent('A');
    const amendment = host.proposes('void', 'A', examiners[0]!.pass);
    host.send('turn.present', { unit: 'A', reason: '来了' });
    host.stepsTo('A', 'scoring');
    expect(refusalOf(() => scrutineer.confirms(amendment))).toBe('amendment-unknown');
    expect(ballotOf(state, 'A', examiners[0]!.pass)?.status).toBe('counted');
  });

  it('B4 a withdrawn amendment cannot be confirmed', () => {
    const scene = setScene();
    scene.scores('A');
    const amendment = scene.host.proposes('void', 'A', scene.examiners[0]!.pass);
    scene.scrutineer.send('amendment.withdraw', { amendment });
    expect(refusalOf(() => scene.scrutineer.confirms(amendment))).toBe('amendment-unknown');
  });
});

describe('B5 · who could have scored', () => {
  it('B5 counts who is checked in, not gone, not recused, not revoked, and who has a counted ballot', () => {
    const scene = scoring('A', { recusals: { 'party-01': ['A'] } });
    const { host, examiners } = scene;
    const [, left, revoked, gone] = examiners;
    left!.submits('A', 0.5);
    revoked!.submits('A', 0.5);
    host.send('pass.check-out', { pass: left!.pass });
    host.send('pass.check-out', { pass: gone!.pass });
    host.send('pass.revoke', { pass: revoked!.pass, reason: '走错' });
    host.stepsTo('A', 'locked');
    expect(attendance(scene)?.passes).toEqual(['party-02', 'party-03', 'people-02', 'people-03', 'media-01']);
    expect(attendance(scene)).toMatchObject({ eligible: 5, byCategory: { party: 2, people: 2, media: 1 } });
  });

  it('B5 is frozen at the lock', () => {
    const scene = setScene();
    scene.scores('A');
    for (const { pass } of scene.examiners) scene.host.send('pass.check-out', { pass });
    expect(attendance(scene)?.eligible).toBe(7);
  });

  it('B5 needs two thirds counted; void ballots are returned and do not count', () => {
    const scene = setScene({ scrutineer: true });
    scene.scores('A', (_one, at) => (at < 5 ? 0.8 : null));
    expect(locked(scene)).toMatchObject({ eligible: 7, returned: 5, counted: 5, score: 8000, why: null });
    scene.scrutineer.confirms(scene.host.proposes('void', 'A', scene.examiners[0]!.pass));
    expect(locked(scene)).toMatchObject({ eligible: 7, returned: 5, counted: 4, score: null, why: 'quorum' });
  });

  it('B5 K2 has no result where nobody is eligible', () => {
    const scene = setScene();
    for (const { pass } of scene.examiners) scene.host.send('pass.check-out', { pass });
    scene.host.stepsTo('A', 'locked');
    expect(locked(scene)).toMatchObject({ rank: null, why: 'nobody-eligible' });
  });
});

describe('B6 · receipts', () => {
  it('B6 gives each accepted ballot a receipt of 8 characters of its own', () => {
    const scene = setScene({ examiners: { party: 20, people: 20 } });
    const receipts: (string | null)[] = [];
    for (const unit of ['A', 'B', 'C']) {
      scene.host.stepsTo(unit, 'scoring');
      for (const one of scene.examiners) receipts.push(one.submits(unit, 0.5).receipt);
      scene.host.stepsTo(unit, 'locked');
    }
    expect(new Set(receipts).size).toBe(120);
    for (const receipt of receipts) expect(receipt).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
  });

  it('B6 never gives a receipt twice, even where chance repeats itself', () => {
    const { state } = scoring();
    const bytes = [0, 0, 7];
    const random = (length: number) => new Uint8Array(length).fill(bytes.shift() ?? 9);
    const context = {
      now: 0,
      n: 1,
      online: () => true,
      wall: () => null,
      stored: () => false,
      deck: () => null,
      random,
    };
    state.ballots.receipts.add('00000000');
    expect(newReceipt(state, context)).toBe('77777777');
  });
});

describe('B7 · odd ballots', () => {
  it('B7 counts all-equal and all-full ballots and flags them for the scrutineer', () => {
    const scene = scoring();
    const { host, examiners, meeting } = scene;
    examiners[0]!.submits('A', FULL);
    examiners[1]!.submits('A', { report: 1500, direct: 1500, evidence: 1500, measures: 1500 });
    examiners[2]!.submits('A', 0.8);
    examiners[3]!.submits('A', { ...FULL, direct: 1500 });
    for (const one of examiners.slice(4)) one.submits('A', { ...FULL, report: 2000 });
    host.stepsTo('A', 'locked');
    expect(locked(scene)).toMatchObject({ counted: 7, flags: { full: 1, equal: 2 } });
    for (const audience of ['screen', 'examiner', 'crowd', 'member'] as const) {
      expect(meeting.slice(audience, 'standings').locked).toEqual([]);
    }
  });
});

describe('B8 · the crowd', () => {
  it('B8 votes while the turn is scoring or closing, once a session, changeable until the lock', () => {
    const scene = setScene();
    const { host, meeting } = scene;
    const voice = scene.voice('1');
    const tries = () => refusalOf(() => voice.votes('A', 'satisfied'));
    expect(tries()).toBe('turn-not-open');
    host.stepsTo('A', 'scoring');
    expect(tries()).toBeNull();
    voice.votes('A', 'fair');
    host.steps('A');
    voice.votes('A', 'unsatisfied');
    scene.voice('2').votes('A', 'fair');
    expect(meeting.slice('crowd', 'crowd')).toMatchObject({ unit: 'A', votes: 2 });
    host.steps('A');
    expect(tries()).toBe('turn-locked');
    const votes = Object.fromEntries(locked(scene).votes.map(({ id, count }) => [id, count]));
    expect(votes).toEqual({ satisfied: 0, fair: 1, unsatisfied: 1 });
    expect(voice.mine?.votes).toEqual({ A: 'unsatisfied' });
  });

  it('B8 is shown and not counted by default', () => {
    const scene = setScene();
    scene.host.stepsTo('A', 'scoring');
    for (let i = 0; i < 40; i += 1) scene.voice(`${i}`).votes('A', 'unsatisfied');
    scene.scores('A');
    expect(locked(scene)).toMatchObject({ score: 8000, crowd: null });
  });

  it('B8 refuses a grade that the sheet does not know', () => {
    const scene = scoring();
    expect(refusalOf(() => scene.voice('1').votes('A', 'wonderful'))).toBe('grade-unknown');
  });

  it('S1 X1 takes no sheet whose full marks together are more than a bundle can say', () => {
    const { host, state } = setScene({ until: 'roster' });
    const large = state.scoring.sheet.map((one) => ({ ...one, full: 2_600_000 }));
    expect(refusalOf(() => host.send('sheet.set', { ...state.scoring, sheet: large }))).toBe('sheet-invalid');
    const fits = large.map((one) => ({ ...one, full: 2_400_000 }));
    expect(refusalOf(() => host.send('sheet.set', { ...state.scoring, sheet: fits }))).toBeNull();
  });

  it('X1 takes no unit whose id a bundle could not carry', () => {
    const { host, state } = setScene({ until: 'roster' });
    const tries = (id: string) =>
      refusalOf(() =>
        host.send('units.set', { units: [...state.roster.units, { id, name: '某社区', street: '' }] }),
      );
    expect([tries('a'.repeat(33)), tries('constructor'), tries('a'.repeat(32))]).toEqual([
      'malformed',
      'malformed',
      null,
    ]);
  });

  it('S1 freezes the sheet with the first ballot, late ballot or vote', () => {
    for (const judge of ['ballot', 'late', 'vote']) {
      const scene = setScene();
      const { host, examiners, meeting, state } = scene;
      host.send('sheet.set', state.scoring);
      expect(meeting.slice('organizer', 'sheetFreeze')).toBeNull();
      host.stepsTo('A', judge === 'late' ? 'locked' : 'scoring');
      const scores = evenScores(state.scoring, 1);
      if (judge === 'vote') scene.voice('1').votes('A', 'fair');
      else meeting.takes(examiners[0]!.who, 'ballot.submit', { unit: 'A', replaces: 0, scores });
      expect(refusalOf(() => host.send('sheet.set', state.scoring))).toBe('sheet-frozen');
      const frozen = { by: judge === 'vote' ? 'voice' : 'ballot', unit: 'A', at: state.at };
      meeting.passes(1000);
      if (judge !== 'late') scene.voice('2').votes('A', 'fair');
      expect(meeting.slice('organizer', 'sheetFreeze')).toEqual(frozen);
    }
  });
});
