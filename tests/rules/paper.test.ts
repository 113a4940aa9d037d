import { describe, expect, it } from 'vitest';
import { differences } from '../../assessment/recount.ts';
import type { Scores } from '../../assessment/sheet.ts';
import { bundleOf } from '../../reports/bundle.ts';
import { HEAD } from '../reports/meetings.ts';
import { AUDIENCES } from '../../assessment/view.ts';
import { refusalOf } from '../support/meeting.ts';
import type { Organizer } from '../support/people.ts';
import { evenScores } from '../support/people.ts';
import { setScene, type Scene } from '../support/scene.ts';

const PASS = 'party-01';
const scored = (): Scene => {
  const scene = setScene();
  scene.host.stepsTo('A', 'scoring');
  return scene;
};
const all = (scene: Scene, share = 0.8): Scores => evenScores(scene.state.scoring, share);
const issue = (scene: Scene, pass = PASS) => scene.host.send('paper.issue', { unit: 'A', pass });
const keys = (who: Organizer, scene: Scene, scores = all(scene), pass = PASS) =>
  who.send('paper.key', { unit: 'A', pass, scores });
const ballot = (scene: Scene) => scene.state.ballots.byUnit.get('A')?.get(PASS);
const paper = (scene: Scene) => scene.meeting.slice('organizer', 'papers')[0];

describe('I8 · paper', () => {
  it('I8 closes the phone of its pass for that turn, and only for that one', () => {
    const scene = scored();
    const phone = scene.examiner(PASS);
    issue(scene);
    expect(phone.mine?.papers).toEqual(['A']);
    expect(refusalOf(() => phone.submits('A', 0.8))).toBe('paper-issued');
    const assisted = { unit: 'A', pass: PASS, replaces: 0, scores: all(scene), assistant: '甲' };
    expect(refusalOf(() => scene.host.send('ballot.assist', assisted))).toBe('paper-issued');
    scene.host.stepsTo('A', 'locked');
    scene.host.stepsTo('B', 'scoring');
    phone.submits('B', 0.8);
  });

  it('I8 is handed back unused, and the phone is open again', () => {
    const scene = scored();
    issue(scene);
    scene.host.send('paper.return', { unit: 'A', pass: PASS, reason: '改用手机' });
    scene.examiner(PASS).submits('A', 0.8);
    expect(refusalOf(() => issue(scene))).toBe('ballot-given');
  });

  it('I8 counts once two people keyed the same', () => {
    const scene = scored();
    issue(scene);
    expect(keys(scene.owner, scene).receipt).toBeNull();
    expect(ballot(scene)).toBeUndefined();
    expect(scene.meeting.slice('organizer', 'progress')?.returned).toBe(0);
    expect(keys(scene.scrutineer, scene).receipt).not.toBeNull();
    expect(ballot(scene)).toMatchObject({ status: 'counted', scores: all(scene) });
    expect(scene.meeting.slice('organizer', 'progress')?.returned).toBe(1);
    expect(scene.examiner(PASS).mine?.ballots).toMatchObject([{ status: 'counted' }]);
    expect(refusalOf(() => scene.host.send('paper.return', { unit: 'A', pass: PASS, reason: '误发' }))).toBe(
      'paper-keyed',
    );
  });

  it('I8 one person alone cannot key it twice', () => {
    const scene = scored();
    issue(scene);
    keys(scene.owner, scene);
    keys(scene.owner, scene, all(scene, 0.9));
    expect(ballot(scene)).toBeUndefined();
    expect(paper(scene)).toMatchObject({ state: 'once', by: ['owner'] });
    keys(scene.host, scene, all(scene, 0.9));
    expect(ballot(scene)).toMatchObject({ status: 'counted', scores: all(scene, 0.9) });
  });

  it('B6 is void while two entries differ, until one of the two corrects his; a third is refused', () => {
    const scene = scored();
    issue(scene);
    const [first = ''] = Object.keys(all(scene));
    keys(scene.owner, scene);
    keys(scene.scrutineer, scene, { ...all(scene), [first]: 0 });
    expect(ballot(scene)).toMatchObject({ status: 'void', revision: 1 });
    expect(paper(scene)).toMatchObject({ state: 'unequal', differs: [first] });
    expect(refusalOf(() => keys(scene.host, scene))).toBe('paper-keyed');
    keys(scene.scrutineer, scene);
    expect(ballot(scene)).toMatchObject({ status: 'counted', revision: 2 });
    expect(paper(scene)).toMatchObject({ state: 'equal', differs: [] });
  });

  it('B5, X2 an unequal one is returned and not counted, and the count says the same again', () => {
    const scene = scored();
    issue(scene);
    keys(scene.owner, scene);
    keys(scene.scrutineer, scene, all(scene, 0.9));
    scene.host.send('pass.check-out', { pass: PASS });
    scene.examiner('people-01').submits('A', 0.8);
    scene.host.stepsTo('A', 'locked');
    const bundle = bundleOf(scene.state, HEAD);
    expect(bundle.attendance).toEqual([{ unit: 'A', eligible: 7, returned: 2 }]);
    expect(bundle.ballots.map(({ status }) => status).sort()).toEqual(['counted', 'void']);
    expect(differences(bundle)).toEqual([]);
  });

  it('B4 completed after the lock it is sealed as late, and an amendment can admit it', () => {
    const scene = scored();
    issue(scene);
    keys(scene.owner, scene);
    scene.host.stepsTo('A', 'locked');
    const late = scene.meeting.takes(scene.scrutineer.who, 'paper.key', {
      unit: 'A',
      pass: PASS,
      scores: all(scene),
    });
    expect(late.refused).toMatchObject({ code: 'turn-locked', detail: { receipt: late.receipt } });
    expect(ballot(scene)).toBeUndefined();
    expect(paper(scene)).toMatchObject({ state: 'equal', late: true });
    expect(refusalOf(() => keys(scene.owner, scene))).toBe('turn-locked');
    scene.scrutineer.confirms(scene.host.proposes('admit', 'A', PASS));
    expect(ballot(scene)).toMatchObject({ status: 'counted' });
  });

  it('B4 what stood at the lock changes by amendment alone', () => {
    const scene = scored();
    issue(scene);
    keys(scene.owner, scene);
    keys(scene.scrutineer, scene, all(scene, 0.9));
    scene.host.stepsTo('A', 'locked');
    expect(refusalOf(() => keys(scene.owner, scene, all(scene, 0.9)))).toBe('turn-locked');
    scene.scrutineer.confirms(scene.host.proposes('replace', 'A', PASS, all(scene, 0.9)));
    expect(ballot(scene)).toMatchObject({ status: 'counted', scores: all(scene, 0.9) });
  });

  it('B3, I5 is not issued to one who is recused, for an absent unit or behind the lock, nor keyed before scoring', () => {
    const scene = setScene({ recusals: { 'party-02': ['A'] } });
    issue(scene);
    expect(refusalOf(() => keys(scene.owner, scene))).toBe('turn-not-open');
    expect(refusalOf(() => issue(scene, 'party-02'))).toBe('recused');
    expect(refusalOf(() => issue(scene, 'm-A1'))).toBe('pass-unknown');
    scene.host.marksAbsent('B');
    expect(refusalOf(() => scene.host.send('paper.issue', { unit: 'B', pass: PASS }))).toBe('unit-absent');
    scene.host.stepsTo('A', 'locked');
    expect(refusalOf(() => issue(scene, 'people-01'))).toBe('turn-locked');
    expect(refusalOf(() => keys(scene.owner, scene, all(scene), 'people-02'))).toBe('paper-unknown');
  });

  it('B5 who takes a paper is here', () => {
    const scene = scored();
    scene.host.send('pass.check-out', { pass: PASS });
    issue(scene);
    expect(scene.state.passes.all.get(PASS)).toMatchObject({ checkedOut: false });
  });

  it('I7 hosts issue, hosts and scrutineers key, nobody else', () => {
    const scene = scored();
    issue(scene);
    expect(refusalOf(() => scene.scrutineer.send('paper.issue', { unit: 'A', pass: 'party-02' }))).toBe(
      'forbidden',
    );
    for (const who of [scene.viewer, scene.examiner(PASS)])
      expect(refusalOf(() => who.send('paper.key', { unit: 'A', pass: PASS, scores: all(scene) }))).toBe(
        'forbidden',
      );
  });

  it('V1 nobody is sent what anyone keyed', () => {
    const scene = setScene({
      scoring: (one) => ({ ...one, sheet: one.sheet.map((part) => ({ ...part, full: 999_900, step: 1 })) }),
    });
    scene.host.stepsTo('A', 'scoring');
    issue(scene);
    const odd = Object.fromEntries(Object.keys(all(scene)).map((id, at) => [id, 777_701 + at]));
    keys(scene.owner, scene, odd);
    const [first = ''] = Object.keys(odd);
    keys(scene.scrutineer, scene, { ...odd, [first]: 777_790 });
    for (const audience of AUDIENCES) expect(scene.meeting.sentTo(audience)).not.toContain('7777');
  });
});

describe('a meeting whose phones never worked', () => {
  /** Three units, seven examiners; one stands aside for B, one never hands in for C. */
  const shareOf = (unit: string, at: number): number | null => {
    if (unit === 'C' && at === 6) return null;
    return 0.5 + ((at * 7 + unit.charCodeAt(0) * 3) % 10) / 20;
  };
  const begun = (): Scene =>
    setScene({ recusals: { 'party-01': ['B'] }, settings: { publish: 'ceremony' }, units: ['A', 'B', 'C'] });
  /** What of a bundle does not hang on who sent what: receipts are random, hashes and lengths tell how it came. */
  const counted = (scene: Scene) => {
    const bundle = bundleOf(scene.state, HEAD);
    expect(differences(bundle)).toEqual([]);
    const ballots = bundle.ballots.map(({ receipt: _, ...rest }) => JSON.stringify(rest)).sort();
    return { results: bundle.results, attendance: bundle.attendance, ballots };
  };

  it('I8 B5 X2 is keyed wholly from paper by two people afterwards, and recounts to the same result as by phone', () => {
    const phones = begun();
    const { examiners, state } = phones;
    const aside = (scene: Scene, unit: string, pass: string) =>
      scene.state.roster.examiners
        .get(scene.state.passes.all.get(pass)?.person ?? '')
        ?.recusals.includes(unit) ?? false;
    for (const unit of state.agenda.order)
      phones.scores(unit, ({ pass }, at) => (aside(phones, unit, pass) ? null : shareOf(unit, at)));

    const desk = begun();
    for (const { pass } of examiners) desk.host.send('pass.check-out', { pass });
    for (const unit of desk.state.agenda.order) {
      desk.host.stepsTo(unit, 'scoring');
      examiners.forEach(({ pass }, at) => {
        const share = shareOf(unit, at);
        if (aside(desk, unit, pass)) return;
        // Came and handed nothing in: he counts among those who could.
        if (share === null) return void desk.host.send('pass.check-in', { pass });
        const scores = evenScores(desk.state.scoring, share);
        desk.host.send('paper.issue', { unit, pass });
        desk.host.send('paper.key', { unit, pass, scores });
        desk.scrutineer.send('paper.key', { unit, pass, scores });
      });
      desk.host.stepsTo(unit, 'locked');
    }
    expect(desk.meeting.slice('organizer', 'papers').every(({ state: is }) => is === 'equal')).toBe(true);
    expect(counted(desk)).toEqual(counted(phones));
  });

  it('I8 I5 who stood aside on his ballot alone is checked out for that unit, and counts again for the next', () => {
    const desk = begun();
    const pass = 'party-02';
    desk.host.stepsTo('A', 'scoring');
    desk.host.send('pass.check-out', { pass });
    desk.host.stepsTo('A', 'locked');
    desk.host.send('pass.check-in', { pass });
    desk.host.stepsTo('C', 'locked');
    const eligible = (unit: string) => desk.state.agenda.turns.get(unit)?.frozen?.passes.includes(pass);
    expect([eligible('A'), eligible('C')]).toEqual([false, true]);
  });
});
