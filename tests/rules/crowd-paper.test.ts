import { describe, expect, it } from 'vitest';
import { differences } from '../../assessment/recount.ts';
import { AUDIENCES } from '../../assessment/view.ts';
import { aboutOf } from '../../reports/about.ts';
import { bundleOf } from '../../reports/bundle.ts';
import { publishedOf } from '../../reports/published.ts';
import { HEAD, withCrowd } from '../reports/meetings.ts';
import { folded, refusalOf } from '../support/meeting.ts';
import type { Organizer } from '../support/people.ts';
import { setScene, type Scene } from '../support/scene.ts';

/** 17 on paper: 5 × 100, 4 × 60 and 8 × 0 of a hundred. */
const TALLY = { satisfied: 5, fair: 4, unsatisfied: 8 };
const scored = (): Scene => {
  const scene = setScene({ scoring: withCrowd, scrutineer: true });
  scene.host.stepsTo('A', 'scoring');
  return scene;
};
const keys = (who: Organizer, votes: Record<string, number> = TALLY, unit = 'A') =>
  who.send('crowd.key', { unit, votes });
const speak = (scene: Scene): void => {
  for (const [name, grade] of Object.entries({ 1: 'satisfied', 2: 'satisfied', 3: 'fair' }))
    scene.voice(name).votes('A', grade);
};
const locked = (scene: Scene): Scene => {
  for (const examiner of scene.examiners) examiner.submits('A', 0.8);
  scene.host.stepsTo('A', 'locked');
  return scene;
};
const tally = (scene: Scene) => scene.meeting.slice('organizer', 'crowdPapers')[0];
const counted = (scene: Scene) => {
  const bundle = bundleOf(scene.state, HEAD);
  expect(differences(bundle)).toEqual([]);
  return { votes: bundle.crowd[0]?.votes, crowd: bundle.results[0]?.crowd, score: bundle.results[0]?.score };
};

describe('I8, S7 · the crowd on paper', () => {
  it('S7 X2 two equal entries count beside the voices from phones: 20 × (7 × 100 + 5 × 60) ÷ (100 × 20) is 10', () => {
    const phones = scored();
    speak(phones);
    // 20 × (2 × 100 + 1 × 60) ÷ (100 × 3), and 80 of 100 from the examiners.
    expect(counted(locked(phones))).toEqual({
      votes: { satisfied: 2, fair: 1, unsatisfied: 0 },
      crowd: '17.33',
      score: '97.33',
    });
    const both = scored();
    speak(both);
    keys(both.host);
    keys(both.scrutineer);
    expect(counted(locked(both))).toEqual({
      votes: { satisfied: 7, fair: 5, unsatisfied: 8 },
      crowd: '10.00',
      score: '90.00',
    });
  });

  it('S7 paper alone reaches the minimum and counts: 20 × (5 × 100 + 4 × 60) ÷ (100 × 17) is 8.71', () => {
    const scene = scored();
    keys(scene.host);
    keys(scene.scrutineer);
    expect(counted(locked(scene))).toMatchObject({ votes: TALLY, crowd: '8.71', score: '88.71' });
  });

  it('I8 one entry counts nothing, two of one person are one, and unequal ones count nothing until one is mended', () => {
    const scene = scored();
    speak(scene);
    keys(scene.host);
    keys(scene.host, { ...TALLY, fair: 40 });
    expect(tally(scene)).toMatchObject({ state: 'once', by: ['host'], phone: 3, paper: 0 });
    keys(scene.scrutineer);
    expect(tally(scene)).toMatchObject({ state: 'unequal', differs: ['fair'], paper: 0 });
    expect(refusalOf(() => keys(scene.owner))).toBe('paper-keyed');
    keys(scene.host);
    expect(tally(scene)).toMatchObject({
      state: 'equal',
      by: ['host', 'scrutineer'],
      differs: [],
      paper: 17,
    });
  });

  it('B4 what is not equal at the lock never counts, and nothing is keyed behind it', () => {
    const scene = scored();
    speak(scene);
    keys(scene.host);
    keys(scene.scrutineer, { ...TALLY, satisfied: 6 });
    locked(scene);
    expect(refusalOf(() => keys(scene.scrutineer))).toBe('turn-locked');
    expect(counted(scene)).toMatchObject({
      votes: { satisfied: 2, fair: 1, unsatisfied: 0 },
      crowd: '17.33',
    });
  });

  it('B8 is refused before the scoring, for an absent unit, and where the sheet does not count the crowd', () => {
    const scene = setScene({ scoring: withCrowd });
    expect(refusalOf(() => keys(scene.host))).toBe('turn-not-open');
    scene.host.marksAbsent('B');
    expect(refusalOf(() => keys(scene.host, TALLY, 'B'))).toBe('unit-absent');
    const shown = setScene();
    shown.host.stepsTo('A', 'scoring');
    expect(refusalOf(() => keys(shown.host))).toBe('crowd-not-counted');
  });

  it('I8 every grade is keyed, a nought too, and no other', () => {
    const scene = scored();
    expect(refusalOf(() => keys(scene.host, { satisfied: 5, fair: 4 }))).toBe('malformed');
    expect(refusalOf(() => keys(scene.host, { ...TALLY, splendid: 1 }))).toBe('grade-unknown');
    for (const wrong of [-1, 0.5, 1e9])
      expect(refusalOf(() => keys(scene.host, { ...TALLY, fair: wrong }))).toBe('malformed');
    expect(scene.state.crowdPapers.size).toBe(0);
  });

  it('I7 hosts and scrutineers key, nobody else', () => {
    const scene = scored();
    for (const who of [scene.viewer, scene.voice('1'), scene.examiners[0]])
      expect(refusalOf(() => who?.send('crowd.key', { unit: 'A', votes: TALLY }))).toBe('forbidden');
  });

  it('S1 freezes the sheet: it was counted by its grades', () => {
    const scene = scored();
    keys(scene.host);
    expect(scene.state.sheetFreeze).toMatchObject({ by: 'voice', unit: 'A' });
  });

  it('V1 nobody sees it by grade before the lock, and phones and walls count their own voices alone', () => {
    const scene = scored();
    speak(scene);
    const odd = { satisfied: 777_701, fair: 777_702, unsatisfied: 777_703 };
    keys(scene.host, odd);
    keys(scene.scrutineer, odd);
    for (const audience of AUDIENCES) expect(scene.meeting.sentTo(audience)).not.toContain('7777');
    expect(tally(scene)).toMatchObject({ paper: 2_333_106, grades: null });
    expect(scene.meeting.slice('screen', 'crowd')).toMatchObject({ votes: 3 });
    expect(scene.meeting.slice('crowd', 'voices')).toMatchObject({ votes: 3 });
    locked(scene);
    expect(tally(scene)?.grades?.[0]).toEqual({ id: 'satisfied', phone: 2, paper: 777_701 });
  });

  it('I8 wherever the sum is shown, it says how much of it came on paper', () => {
    const scene = scored();
    speak(scene);
    keys(scene.host);
    keys(scene.scrutineer);
    locked(scene);
    expect(aboutOf(scene.state).paperVotes).toEqual({ A: 17 });
    scene.scrutineer.confirmsCount('A');
    scene.host.send('turn.publish', { unit: 'A' });
    expect(scene.meeting.slice('screen', 'standings').rows[0]).toMatchObject({ paperVotes: 17 });
    scene.host.send('meeting.close', {});
    expect(publishedOf(scene.state, HEAD)?.units[0]).toMatchObject({ unit: 'A', paperVotes: 17 });
  });

  it('J1 the journal says who keyed, and folds again to the same', () => {
    const scene = scored();
    speak(scene);
    keys(scene.host);
    keys(scene.scrutineer);
    locked(scene);
    const keyed = scene.meeting.journal.filter(({ type }) => type === 'crowd-paper-keyed');
    expect(keyed.map(({ by }) => by)).toEqual(['host:host', 'scrutineer:scrutineer']);
    const again = folded(scene.meeting.journal);
    expect(bundleOf(again, HEAD)).toEqual(bundleOf(scene.state, HEAD));
  });
});
