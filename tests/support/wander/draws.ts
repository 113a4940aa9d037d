/** L1, L2 · Draws: promised, done, abandoned, and who was away. */
import type { Scene } from '../scene.ts';
import { byHost, passes, type Weighted } from './making.ts';

const reason = '理由';

const draws = ({ state }: Scene): string[] => [...state.draws.all.keys()];

export const drawMoves = (): Weighted => [
  [2, byHost('draw.promise', (_scene, die) => ({ purpose: die.pick(['order', 'questioner', 'question']) }))],
  [2, byHost('draw.do', (scene, die) => ({ draw: die.maybe(draws(scene)), number: die.below(1_000_000) }))],
  [1, byHost('draw.abandon', (scene, die) => ({ draw: die.maybe(draws(scene)), reason }))],
  [
    1,
    byHost('draw.pass-over', (scene, die) => ({
      draw: die.maybe(draws(scene)),
      pass: die.maybe(passes(scene)),
    })),
  ],
];
