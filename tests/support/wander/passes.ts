/** I2, I4, I5 · Passes that change hands, and examiners who step back. */
import { hashSecret } from '../../../assessment/passes.ts';
import { secretOf } from '../people.ts';
import { bearer, byHost, passes, units, type Weighted } from './making.ts';

const reason = '理由';

export const passMoves = (): Weighted => [
  [1, byHost('pass.check-out', (scene, die) => ({ pass: die.maybe(passes(scene)) }))],
  [2, byHost('pass.check-in', (scene, die) => ({ pass: die.maybe(passes(scene)) }))],
  [
    1,
    byHost('pass.revoke', (scene, die) => ({
      pass: die.odds(4) ? die.maybe(passes(scene)) : 'nobody',
      reason,
    })),
  ],
  [
    1,
    byHost('pass.reissue', (scene, die) => ({
      pass: die.odds(4) ? die.maybe(passes(scene)) : 'nobody',
      hash: hashSecret(`${die.below(1e6)}`),
      reason,
    })),
  ],
  [
    2,
    (scene, die) => ({
      who: bearer(scene, die).who,
      type: 'pass.enrol',
      body: { secret: secretOf(die.maybe(passes(scene))) },
    }),
  ],
  [
    1,
    byHost('pass.hand-over', (scene, die) => {
      const waiting = [...scene.state.passes.all.values()].filter(({ handover }) => handover !== null);
      const one = waiting.length > 0 ? die.pick(waiting) : null;
      return { pass: one?.id ?? 'nobody', session: one?.handover ?? hashSecret('nobody') };
    }),
  ],
  [1, byHost('pass.keep', (scene, die) => ({ pass: die.maybe(passes(scene)) }))],
  [
    1,
    (scene, die) => ({
      who: bearer(scene, die).who,
      type: 'recusal.declare',
      body: { unit: die.maybe(units(scene)) },
    }),
  ],
];
