/** I4 · Who comes, goes, is replaced or gets another pass, and what is prepared and closed around it. */
import { hashSecret } from '../../../assessment/passes.ts';
import { CHECKLIST } from '../../../assessment/checklist.ts';
import { anyScores, byHost, onStage, type Maker, type Weighted } from './making.ts';
import { ExaminerPhone, secretOf } from '../people.ts';
import type { Scene } from '../scene.ts';

const examiners = ({ state }: Scene) =>
  [...state.passes.all.values()].filter((one) => one.kind === 'examiner');
const anyExaminer: Maker = (scene, die) => {
  const pass = die.pick(examiners(scene)).id;
  return { who: scene.host.who, type: 'pass.not-here', body: { pass } };
};

/** A pass is lost, best of all that of somebody who has scored already. */
const loses: Maker = (scene, die) => {
  const scored = [...(scene.state.ballots.byUnit.get(onStage(scene, die))?.keys() ?? [])];
  const pass = scored.length > 0 ? die.pick(scored) : die.pick(examiners(scene)).id;
  return { who: scene.host.who, type: 'pass.revoke', body: { pass, reason: '丢失' } };
};

/** Who lost his pass gets another. */
const another: Maker = (scene, die) => {
  const all = examiners(scene);
  const bears = new Set(all.flatMap(({ revoked, person }) => (revoked ? [] : [person])));
  const lost = all.filter(({ person }) => person !== null && !bears.has(person));
  if (lost.length === 0) return loses(scene, die);
  const { person, category } = die.pick(lost);
  const id = `again-${scene.state.length}`;
  const pass = { id, kind: 'examiner', number: '77', category, person, unit: null };
  return {
    who: scene.host.who,
    type: 'passes.issue',
    body: { passes: [{ ...pass, hash: hashSecret(secretOf(id)) }] },
  };
};

const added: Maker = (scene, die) => {
  const id = `new-${scene.state.length}`;
  const seat = die.pick(examiners(scene));
  const examiner = { id: `x-${id}`, category: seat.category, name: '替补', employer: '', recusals: [] };
  const replaces = die.odds(2) ? { pass: seat.id, reason: '替补' } : null;
  const pass = { id, number: '78', hash: hashSecret(secretOf(id)) };
  return {
    who: scene.host.who,
    type: 'examiner.add',
    body: { examiner, pass, here: die.odds(2), replaces },
  };
};

/** Who has a pass of today takes it to a phone of its own and scores like everybody. */
const newcomer: Maker = (scene, die) => {
  const first = new Set(scene.examiners.map(({ pass }) => pass));
  const today = examiners(scene).filter(({ id, revoked }) => !first.has(id) && !revoked);
  if (today.length === 0) return another(scene, die);
  const { id, session } = die.pick(today);
  const phone = new ExaminerPhone(scene.meeting, id);
  if (session === null) return { who: phone.who, type: 'pass.enrol', body: { secret: secretOf(id) } };
  const unit = onStage(scene, die);
  const body = { unit, replaces: phone.revisionFor(unit), scores: anyScores(scene, die) };
  return { who: phone.who, type: 'ballot.submit', body };
};

/** Who comes and goes. */
export const arrivalMoves = (): Weighted => [
  [1, anyExaminer],
  [1, another],
  [3, newcomer],
  [1, added],
];

export const peopleMoves = (): Weighted => [
  ...arrivalMoves(),
  [1, byHost('checklist.tick', (_scene, die) => ({ item: die.pick(CHECKLIST), done: die.odds(2) }))],
  [1, byHost('screen.name', (_scene, die) => ({ screen: 'screen-1', name: `屏${die.below(3)}` }))],
  [
    1,
    (scene, die) => {
      const type = scene.state.meeting.phase === 'closed' || die.odds(2) ? 'meeting.reopen' : 'meeting.close';
      return { who: scene.owner.who, type, body: type === 'meeting.close' ? {} : { reason: '误关' } };
    },
  ],
];
