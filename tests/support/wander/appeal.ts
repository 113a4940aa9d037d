/** B6, S9 · What is appealed against, corrected and made final. */
import { byHost, type Die, type Maker, type Weighted } from './making.ts';
import type { Scene } from '../scene.ts';

const anyCorrection = ({ state }: Scene, die: Die) => ({
  correction: die.maybe([...state.corrections.keys()]),
});

const finalises: Maker = (scene, die) => ({
  who: die.odds(2) ? scene.owner.who : scene.host.who,
  type: 'result.finalise',
  body: { reason: die.odds(2) ? '理由：无人申诉' : null },
});

export const appealMoves = (): Weighted => [
  [
    2,
    byHost('correction.propose', ({ state }, die) => {
      const unit = die.pick(state.agenda.order);
      const deduction = die.pick([`d-${unit}`, `e-${unit}`]);
      return { deduction, unit, points: die.below(3) * 50, reason: '理由：计时有误' };
    }),
  ],
  [
    2,
    (scene, die) => ({
      who: scene.scrutineer.who,
      type: 'correction.confirm',
      body: anyCorrection(scene, die),
    }),
  ],
  [1, byHost('correction.withdraw', anyCorrection)],
  [1, finalises],
];
