/** A meeting in which every kind of question is asked, and promises go every way that they can (Q, P1). */
import { Phone } from '../support/people.ts';
import { setScene, type Scene } from '../support/scene.ts';

/** What a member of the crowd typed before the host put it otherwise: it must not get out. */
export const ORIGINAL = '我是三号楼的周小梅，电梯为什么又坏了？';

function accepts({ host, state }: Scene, question: string): string {
  if (state.questions.all.get(question)?.state === 'submitted') host.send('question.accept', { question });
  return question;
}

/** It goes on stage, is answered, and every examiner who is told to rates it. */
function answers(
  scene: Scene,
  question: string,
  ratings: readonly ('good' | 'rather-good' | 'fair')[],
): void {
  const { host, meeting } = scene;
  host.send('question.stage', { question });
  host.send('question.answered', { question });
  ratings.forEach((rating, at) => scene.examiners[at]?.rates(question, rating));
  meeting.passes(31_000);
  meeting.send({ kind: 'system' }, 'question.close-rating', { question });
  host.send('question.close', { question });
}

const lastPromise = ({ state }: Scene): string => [...state.promises.all.keys()].pop() ?? '';

/** What the host writes down because it was said aloud. */
function promised(scene: Scene, question: string, text: string, due: string): string {
  scene.host.send('promise.make', { question, text, due });
  return lastPromise(scene);
}

function questionsToA(scene: Scene): void {
  const { host } = scene;
  const examiner = scene.examiner('party-01');
  const voice = scene.voice('周小梅');
  const lamps = examiner.asks('A', '路灯坏了多久了？', { portfolio: '物业' });
  const lift = accepts(scene, voice.asks('A', ORIGINAL));
  host.send('question.edit', { question: lift, shown: '电梯为什么又坏了？' });
  const twin = accepts(scene, scene.voice('另一位').asks('A', '电梯坏了'));
  host.send('question.merge', { question: twin, into: lift });
  const rude = voice.asks('A', '说的都是假的');
  host.send('question.decline', { question: rude, reason: '用语不当' });
  const kept = host.meeting.send(host.who, 'question.ask', {
    unit: 'A',
    text: '下一步怎样打算？',
    portfolio: null,
    member: null,
  });
  const next = `q${kept.entries[0] ? scene.state.length : 0}`;
  scene.examiner('people-01').supports(lift);
  scene.examiner('people-02').supports(lift);
  host.stepsTo('A', 'questioning');
  answers(scene, lamps, ['good', 'good', 'rather-good']);
  answers(scene, lift, ['fair', 'good']);
  answers(scene, next, []);
  examiner.send('promise.confirm', {
    promise: promised(scene, lamps, '把三号楼前的路灯修好', '2026-11-30'),
    revision: 1,
  });
  host.send('promise.confirm', {
    promise: promised(scene, lift, '=更换电梯主板，公示费用', '2026-12-31'),
    revision: 1,
    heard: 'absent',
  });
}

function promisesOfB(scene: Scene): void {
  const { host } = scene;
  const member = new Phone(scene.meeting, 'member B2').goesOnline();
  member.enrols('m-B2');
  const question = scene.examiner('party-02').asks('B', '停车怎么办？', { portfolio: '停车' });
  host.stepsTo('B', 'questioning');
  host.send('question.stage', { question });
  member.send('promise.make', { question, text: '新划三十个车位', due: '2027-01-31' });
  scene.examiner('party-02').send('promise.object', { promise: lastPromise(scene), revision: 1 });
  host.send('question.answered', { question });
  const second = scene.examiner('people-01').asks('B', '垃圾房什么时候迁走？');
  host.send('question.stage', { question: second });
  member.send('promise.withdraw', { promise: lastPromise(scene), reason: '说错了' });
  promised(scene, second, '年底以前迁走', '2026-12-31');
}

/** A and B were asked and are locked; C has questions and is on stage. */
export function askedMeeting(): Scene {
  const scene = setScene({ scrutineer: true });
  const { host } = scene;
  questionsToA(scene);
  scene.scores('A');
  promisesOfB(scene);
  scene.scores('B');
  scene.examiner('media-01').asks('C', '这一家还没有锁票');
  host.stepsTo('C', 'reporting');
  return scene;
}
