/** A meeting in which everything happens that a count can meet. */
import { bundleOf } from '../../reports/bundle.ts';
import type { Bundle } from '../../assessment/bundle.ts';
import { DEFAULT_CROWD_GRADES, type Scoring } from '../../assessment/sheet.ts';
import { setScene, type Scene } from '../support/scene.ts';

export const HEAD = { length: 1, head: 'ab'.repeat(32) };
export const UNITS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];

/** The default sheet with the crowd's satisfaction for 20 points, counted from three voices. */
export const withCrowd = (scoring: Scoring): Scoring => ({
  ...scoring,
  sheet: [
    ...scoring.sheet,
    { id: 'crowd', name: '群众满意度', full: 2000, step: 0, stage: 'crowd', by: 'crowd' },
  ],
  crowd: { minimum: 3, grades: DEFAULT_CROWD_GRADES.map((grade) => ({ ...grade })) },
});

function drawsLots({ host, meeting }: Scene): void {
  host.send('draw.promise', { purpose: 'order' });
  host.send('draw.abandon', { draw: [...meeting.state.draws.all.keys()].pop() ?? '', reason: '数字没听清' });
  host.send('draw.promise', { purpose: 'order' });
  host.send('draw.do', { draw: [...meeting.state.draws.all.keys()].pop() ?? '', number: 4711 });
}

/** A: everything valid, trimmed, with void, replaced, late, admitted and assisted ballots and the crowd counted. */
function playA(scene: Scene): void {
  const { host, scrutineer } = scene;
  const late = scene.examiner('party-07');
  host.stepsTo('A', 'scoring');
  for (const examiner of scene.examiners)
    if (examiner !== late) examiner.submits('A', 0.7 + examiner.pass.length / 100);
  scene.examiner('people-01').submits('A', 0.95);
  scene.examiner('people-02').submits('A', 0.9, { assisted: '志愿者小王' });
  for (const name of ['1', '2', '3', '4'])
    scene.voice(name).votes('A', name === '4' ? 'unsatisfied' : 'satisfied');
  host.stepsTo('A', 'locked');
  scene.meeting.takes(late.who, 'ballot.submit', {
    unit: 'A',
    replaces: 0,
    scores: scene.state.ballots.byUnit.get('A')?.get('party-01')?.scores,
  });
  scene.meeting.takes(scene.examiner('people-03').who, 'ballot.submit', {
    unit: 'A',
    replaces: 1,
    scores: {},
  });
  scrutineer.confirms(host.proposes('admit', 'A', 'party-07'));
  scrutineer.confirms(host.proposes('void', 'A', 'media-01'));
  scrutineer.confirms(
    host.proposes('replace', 'A', 'party-02', { report: 3000, direct: 1950, evidence: 2950, measures: 2000 }),
  );
  host.deducts('A', 50);
  host.deducts('A', 25, '材料不全', 'd-A-2');
}

/** B misses the quorum, C is absent after some had scored, D and E tie, F is empty in a category, G is nobody's. */
export function playedMeeting(): Scene {
  const scene = setScene({
    units: UNITS,
    examiners: { party: 7, people: 4, media: 2 },
    scrutineer: true,
    scoring: withCrowd,
    recusals: { 'media-01': ['F'], 'media-02': ['F'] },
  });
  drawsLots(scene);
  playA(scene);
  const { host, meeting } = scene;
  scene.scores('B', (_one, at) => (at < 3 ? 0.9 : null));
  host.stepsTo('C', 'scoring');
  scene.examiner('people-01').submits('C', 0.5);
  host.marksAbsent('C');
  scene.scores('D', () => 0.85);
  scene.scores('E', () => 0.85);
  scene.scores('F', (one) => (one.pass.startsWith('media') ? null : 0.6));
  meeting.takes(scene.examiner('people-04').who, 'ballot.submit', {
    unit: 'F',
    replaces: 1,
    scores: scene.state.ballots.byUnit.get('F')?.get('people-04')?.scores,
  });
  for (const { pass } of scene.examiners) host.send('pass.check-out', { pass });
  host.stepsTo('G', 'locked');
  for (const { pass } of scene.examiners) host.send('pass.check-in', { pass });
  host.stepsTo('H', 'scoring');
  scene.examiner('people-01').submits('H', 0.35);
  scene.voice('9').votes('H', 'fair');
  host.deducts('H', 75, '还没有锁定');
  return scene;
}

export const bundleIn = ({ state }: Scene): Bundle => bundleOf(state, HEAD);
