/** Q1, Q3, Q5 · Questions, from asking to rating, and raised hands. */
import type { Scene } from '../scene.ts';
import { bearer, byHost, onStage, passes, units, type Die, type Maker, type Weighted } from './making.ts';

const reason = '理由';

const questions = ({ state }: Scene): string[] => [...state.questions.all.keys()];
const question = (scene: Scene, die: Die) => ({ question: die.maybe(questions(scene)) });

export const asks: Maker = (scene, die) => {
  const who = die.pick([scene.voice(`${die.below(4)}`).who, bearer(scene, die).who, scene.host.who]);
  const body = {
    unit: die.maybe(units(scene)),
    text: `问题${die.below(100)}`,
    portfolio: die.pick([null, '停车']),
    member: null,
  };
  return { who, type: 'question.ask', body };
};

/** What a host does with questions while a unit is questioned. */
export const answers: Maker = (scene, die) => {
  const { all, onStage: asked } = scene.state.questions;
  const state = asked === null ? undefined : all.get(asked)?.state;
  if (asked !== null && state === 'asked')
    return { who: scene.host.who, type: 'question.answered', body: { question: asked } };
  const ready = [...all.values()].filter(
    ({ unit, state: at }) => unit === scene.state.agenda.onStage && at === 'accepted',
  );
  if (ready.length === 0) return asks(scene, die);
  return { who: scene.host.who, type: 'question.stage', body: { question: die.pick(ready).id } };
};

export const questionMoves = (): Weighted => [
  [3, byHost('question.accept', question)],
  [2, byHost('question.queue', question)],
  [1, byHost('question.decline', (scene, die) => ({ ...question(scene, die), reason }))],
  [
    1,
    byHost('question.merge', (scene, die) => ({
      ...question(scene, die),
      into: die.maybe(questions(scene)),
    })),
  ],
  [1, byHost('question.edit', (scene, die) => ({ ...question(scene, die), shown: '改写' }))],
  [1, byHost('question.reorder', (scene, die) => ({ ...question(scene, die), to: die.below(5) }))],
  [3, byHost('question.stage', question)],
  [3, byHost('question.answered', (scene) => ({ question: scene.state.questions.onStage ?? 'nobody' }))],
  [1, byHost('question.close', question)],
  [1, byHost('question.return', question)],
  [
    1,
    byHost('question.hand-on', (scene, die) => ({
      ...question(scene, die),
      member: die.maybe([...scene.state.roster.members.keys()]),
    })),
  ],
  [
    3,
    (scene, die) => ({
      who: die.pick([bearer(scene, die).who, scene.voice(`${die.below(4)}`).who]),
      type: 'question.support',
      body: { ...question(scene, die), on: !die.odds(3) },
    }),
  ],
  [
    4,
    (scene, die) => ({
      who: bearer(scene, die).who,
      type: 'question.rate',
      body: { ...question(scene, die), rating: die.pick(['good', 'rather-good', 'fair', 'poor']) },
    }),
  ],
  [
    2,
    (scene, die) => ({ who: { kind: 'system' }, type: 'question.close-rating', body: question(scene, die) }),
  ],
  [1, (scene, die) => ({ who: bearer(scene, die).who, type: 'hand.raise', body: { on: !die.odds(3) } })],
  [
    2,
    (scene, die) => ({
      who: die.pick([bearer(scene, die).who, scene.voice(`${die.below(4)}`).who]),
      type: 'help.ask',
      body: { on: !die.odds(3), reason: die.pick([null, 'sight', 'operation', 'network', 'other']) },
    }),
  ],
  [1, byHost('help.done', (scene, die) => ({ pass: die.maybe(passes(scene)) }))],
  [1, byHost('hand.lower', (scene, die) => ({ pass: die.maybe(passes(scene)) }))],
  [
    2,
    (scene, die) => ({
      who: bearer(scene, die).who,
      type: 'ballot.wait',
      body: { unit: onStage(scene, die), on: !die.odds(3) },
    }),
  ],
];
