/** A2, B1, B8 · A turn: its stages, the ballots and the voices on it, and its publication. */
import { neighbour } from '../../../assessment/turns.ts';
import { anyScores, bearer, byHost, onStage, stageOf, units, type Maker, type Weighted } from './making.ts';
import { answers, asks } from './questions.ts';

const reason = '理由';

export const steps: Maker = (scene, die) => {
  const { onStage: now } = scene.state.agenda;
  // A stage on which something happens lasts: most of the time somebody scores or asks instead.
  if (now !== null && stageOf(scene, now) !== 'reporting' && !die.odds(5)) {
    return stageOf(scene, now) === 'questioning' ? answers(scene, die) : submits(scene, die);
  }
  const unit = scene.state.agenda.onStage ?? die.maybe(units(scene));
  const from = stageOf(scene, unit);
  const to = neighbour(scene.state.meeting.settings, from, 1) ?? from;
  return { who: scene.host.who, type: 'turn.step', body: { unit, from, to } };
};

export const submits: Maker = (scene, die) => {
  const one = bearer(scene, die);
  const unit = onStage(scene, die);
  const replaces = die.odds(10) ? die.below(3) : one.revisionFor(unit);
  const body = {
    unit,
    replaces,
    scores: anyScores(scene, die),
    ...(die.odds(9) ? { assisted: '志愿者' } : {}),
  };
  return { who: one.who, type: 'ballot.submit', body };
};

export const absent = byHost('turn.absent', (scene, die) => {
  const unit = die.maybe(units(scene));
  return { unit, from: stageOf(scene, unit), reason };
});
export const present = byHost('turn.present', (scene, die) => ({ unit: die.maybe(units(scene)), reason }));

export const turnMoves = (): Weighted => [
  [14, steps],
  [30, submits],
  [
    8,
    (scene, die) => ({
      who: scene.voice(`${die.below(6)}`).who,
      type: 'crowd.vote',
      body: { unit: onStage(scene, die), grade: die.pick(['satisfied', 'fair', 'unsatisfied']) },
    }),
  ],
  [8, asks],
  [
    2,
    byHost('turn.back', (scene, die) => ({
      unit: onStage(scene, die),
      from: stageOf(scene, scene.state.agenda.onStage ?? ''),
      reason,
    })),
  ],
  [1, absent],
  [1, present],
  [1, byHost('turn.move', (scene, die) => ({ unit: die.maybe(units(scene)), to: die.below(4) }))],
  [4, byHost('turn.publish', (scene, die) => ({ unit: die.maybe(units(scene)) }))],
  [
    4,
    (scene, die) => ({
      who: scene.scrutineer.who,
      type: 'turn.confirm',
      body: { unit: die.maybe(units(scene)) },
    }),
  ],
];
