/** Q1, V1 · Photos with questions, evidence of members, and what the host does with both. */
import { byHost, type Die, type Maker, type Weighted } from './making.ts';
import { Phone, secretOf } from '../people.ts';
import type { Scene } from '../scene.ts';

const PICTURES = [1, 2, 3].map((mark) => mark.toString(16).padStart(64, 'a'));
const questions = ({ state }: Scene): string[] => [...state.questions.all.keys()];
/** A picture that the meeting has, or now and then one that it has not. */
function picture(scene: Scene, die: Die): string {
  for (const one of PICTURES.slice(1)) scene.meeting.pictures.add(one);
  return die.pick(PICTURES);
}
const which = (scene: Scene, die: Die) => ({
  question: die.maybe(questions(scene)),
  picture: picture(scene, die),
});

const asks: Maker = (scene, die) => ({
  who: die.pick([scene.voice(`${die.below(4)}`).who, die.pick(scene.examiners).who]),
  type: 'question.ask',
  body: {
    unit: die.maybe([...scene.state.agenda.turns.keys()]),
    text: `问题${die.below(100)}`,
    portfolio: null,
    member: null,
    picture: picture(scene, die),
  },
});

/** A member who has taken his pass; the pass of one who has not is taken first. */
const byMember =
  (type: 'evidence.attach' | 'evidence.remove'): Maker =>
  (scene, die) => {
    const pass = die.pick([...scene.state.passes.all.values()].filter(({ kind }) => kind === 'member'));
    const { who } = new Phone(scene.meeting, pass.id);
    if (pass.session === null) return { who, type: 'pass.enrol', body: { secret: secretOf(pass.id) } };
    return { who, type, body: which(scene, die) };
  };

export const pictureMoves = (): Weighted => [
  [2, asks],
  [3, byMember('evidence.attach')],
  [1, byMember('evidence.remove')],
  [1, byHost('evidence.remove', which)],
  [2, byHost('evidence.show', (scene, die) => ({ ...which(scene, die), on: !die.odds(4) }))],
  [
    1,
    byHost('photo.withhold', (scene, die) => ({
      question: die.maybe(questions(scene)),
      on: die.odds(2),
    })),
  ],
];
