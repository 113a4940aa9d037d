/** P1, Q2 · What members of the units do: hand questions on, promise, put it otherwise; and what questioners say to it. */
import type { Principal } from '../../../assessment/actors.ts';
import { dayOf, plusDays } from '../../../assessment/days.ts';
import { byHost, type Die, type Maker, type Weighted } from './making.ts';
import { Phone, secretOf } from '../people.ts';
import type { Scene } from '../scene.ts';

const members = ({ state }: Scene) => [...state.passes.all.values()].filter(({ kind }) => kind === 'member');
const asked = ({ state }: Scene) =>
  [...state.questions.all.values()].filter((one) => ['asked', 'answered', 'closed'].includes(one.state));
const promises = ({ state }: Scene) => [...state.promises.all.values()];

/** A member who has taken his pass; the pass of one who has not is taken first. */
function byMember(type: Parameters<typeof byHost>[0], body: (scene: Scene, die: Die) => unknown): Maker {
  return (scene, die) => {
    const pass = die.pick(members(scene));
    const { who } = new Phone(scene.meeting, pass.id);
    if (pass.session === null) return { who, type: 'pass.enrol', body: { secret: secretOf(pass.id) } };
    return { who, type, body: body(scene, die) };
  };
}

const dueOf = (scene: Scene, die: Die): string => plusDays(dayOf(scene.meeting.now), die.below(40) - 1);
const make = (scene: Scene, die: Die) => ({
  question: die.maybe(asked(scene).map(({ id }) => id)),
  text: `承诺${die.below(100)}`,
  due: dueOf(scene, die),
});

/** A promise with the words that stand, or now and then with others. */
const which = (scene: Scene, die: Die) => {
  const known = promises(scene);
  const one = known.length > 0 && !die.odds(12) ? die.pick(known) : null;
  return { promise: one?.id ?? 'nobody', revision: (one?.revision ?? 1) + Number(die.odds(9)) };
};
const change = (scene: Scene, die: Die) => ({
  ...which(scene, die),
  text: `改${die.below(9)}`,
  due: dueOf(scene, die),
});
const withdraw = (scene: Scene, die: Die) => ({ promise: which(scene, die).promise, reason: '说错了' });

/** Mostly the one who asked, else somebody who has no say in it. */
function questioner(scene: Scene, die: Die, promise: string): Principal {
  const question = scene.state.promises.all.get(promise)?.question ?? '';
  const asker = scene.state.questions.all.get(question)?.asker ?? '';
  const session = asker.startsWith('@') ? asker.slice(1) : scene.state.passes.all.get(asker)?.session;
  return session && !die.odds(6) ? { kind: 'device', session } : die.pick(scene.examiners).who;
}
const byQuestioner =
  (type: 'promise.confirm' | 'promise.object'): Maker =>
  (scene, die) => {
    const body = which(scene, die);
    return { who: questioner(scene, die, body.promise), type, body };
  };

const question = (scene: Scene, die: Die) => die.maybe([...scene.state.questions.all.keys()]);
const offered = ({ state }: Scene, die: Die) => {
  const open = [...state.questions.all.values()].filter((one) => one.offered !== null);
  return { question: open.length > 0 && !die.odds(6) ? die.pick(open).id : 'nobody' };
};

export const promiseMoves = (): Weighted => [
  [4, byMember('promise.make', make)],
  [1, byHost('promise.make', make)],
  [2, byMember('promise.change', change)],
  [1, byHost('promise.change', change)],
  [2, byQuestioner('promise.confirm')],
  [1, byQuestioner('promise.object')],
  [
    1,
    byHost('promise.confirm', (scene, die) => ({
      ...which(scene, die),
      heard: die.pick(['aloud', 'absent']),
    })),
  ],
  [1, byMember('promise.withdraw', withdraw)],
  [1, byHost('promise.withdraw', withdraw)],
  [
    2,
    byMember('hand-on.offer', (scene, die) => ({
      question: question(scene, die),
      member: die.odds(5) ? null : die.maybe([...scene.state.roster.members.keys()]),
    })),
  ],
  [2, byMember('hand-on.take', offered)],
  [1, byMember('hand-on.decline', offered)],
];
