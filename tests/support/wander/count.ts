/** B4, S9 · What is corrected once a turn is locked: amendments of ballots, and deductions. */
import { anyScores, byHost, passes, stageOf, units, type Maker, type Weighted } from './making.ts';

const reason = '理由';

/** An amendment of a ballot that is there, mostly of a unit that is locked. */
export const proposes: Maker = (scene, die) => {
  const { byUnit, late } = scene.state.ballots;
  const kind = die.pick(['admit', 'replace', 'void'] as const);
  const given = [...(kind === 'admit' ? late : byUnit).values()].flatMap((unit) => [...unit.values()]);
  const locked = given.filter(({ unit }) => ['locked', 'published'].includes(stageOf(scene, unit)));
  const ballot = locked.length > 0 ? die.pick(locked) : null;
  const scores = kind === 'replace' ? anyScores(scene, die) : null;
  const unit = ballot?.unit ?? die.maybe(units(scene));
  return {
    who: scene.host.who,
    type: 'amendment.propose',
    body: { unit, pass: ballot?.pass ?? die.maybe(passes(scene)), kind, scores, reason },
  };
};

export const confirms: Maker = (scene, die) => ({
  who: scene.scrutineer.who,
  type: 'amendment.confirm',
  body: { amendment: die.maybe([...scene.state.amendments.all.keys()]) },
});

export const countMoves = (): Weighted => [
  [4, proposes],
  [3, confirms],
  [
    1,
    byHost('amendment.withdraw', (scene, die) => ({
      amendment: die.maybe([...scene.state.amendments.all.keys()]),
    })),
  ],
  [
    2,
    byHost('deduction.set', (scene, die) => ({
      id: `d${die.below(4)}`,
      unit: die.maybe(units(scene)),
      points: die.below(300),
      reason,
    })),
  ],
];
