/** Decks of units, brought, turned and taken away by whoever comes along. */
import { byHost, type Die, type Maker, type Weighted } from './making.ts';
import { Phone, secretOf } from '../people.ts';
import type { Scene } from '../scene.ts';

const FILES = [1, 2, 3].map((mark) => mark.toString(16).padStart(64, 'd'));
const units = (scene: Scene): string[] => [...scene.state.agenda.turns.keys()];

const bodies = {
  'deck.attach': (scene: Scene, die: Die) => {
    for (const one of FILES.slice(1)) scene.meeting.decks.set(one, 1000);
    const pages = 1 + die.below(4);
    return { unit: die.maybe(units(scene)), hash: die.pick(FILES), name: `材料${pages}.pdf`, pages };
  },
  'deck.remove': (scene: Scene, die: Die) => {
    const unit = die.maybe(units(scene));
    return { unit, deck: scene.state.decks.get(unit)?.id ?? 'nothing' };
  },
  'deck.turn': (scene: Scene, die: Die) => {
    const unit = (die.odds(4) ? null : scene.state.agenda.onStage) ?? die.maybe(units(scene));
    const deck = scene.state.decks.get(unit)?.id ?? 'nothing';
    return { unit, deck, page: 1 + die.below(5), shown: !die.odds(4) };
  },
};

const byMember =
  (type: keyof typeof bodies): Maker =>
  (scene, die) => {
    const pass = die.pick([...scene.state.passes.all.values()].filter(({ kind }) => kind === 'member'));
    const { who } = new Phone(scene.meeting, pass.id);
    if (pass.session === null) return { who, type: 'pass.enrol', body: { secret: secretOf(pass.id) } };
    return { who, type, body: bodies[type](scene, die) };
  };

export const deckMoves = (): Weighted => [
  [2, byHost('deck.attach', bodies['deck.attach'])],
  [1, byMember('deck.attach')],
  [1, byHost('deck.remove', bodies['deck.remove'])],
  [2, byHost('deck.turn', bodies['deck.turn'])],
  [2, byMember('deck.turn')],
];
