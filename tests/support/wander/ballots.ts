/** I8 · Ballots by other ways than a phone: a kiosk, an assistant, paper. */
import { hashSecret } from '../../../assessment/passes.ts';
import { anyScores, byHost, onStage, type Maker, type Weighted } from './making.ts';
import { Phone, secretOf } from '../people.ts';
import type { Scene } from '../scene.ts';

const KIOSK = 'kiosk-1';
const tablet = (scene: Scene) => new Phone(scene.meeting, KIOSK).who;
const guest = (scene: Scene): string => scene.state.kiosks.get(KIOSK) ?? 'nobody';
const examiner = (scene: Scene, die: Parameters<Maker>[1]): string =>
  die.pick([...scene.state.passes.all.values()].filter(({ kind }) => kind === 'examiner')).id;

/** Brings the tablet about, step by step, then lets somebody in or scores for whom is in it. */
const kiosk: Maker = (scene, die) => {
  const pass = scene.state.passes.all.get(KIOSK);
  const issue = { id: KIOSK, kind: 'kiosk', number: '1', category: null, person: null, unit: null };
  const hash = hashSecret(secretOf(KIOSK));
  if (!pass) return { who: scene.host.who, type: 'passes.issue', body: { passes: [{ ...issue, hash }] } };
  if (pass.session === null)
    return { who: tablet(scene), type: 'pass.enrol', body: { secret: secretOf(KIOSK) } };
  const inside = guest(scene);
  if (inside === 'nobody')
    return { who: tablet(scene), type: 'kiosk.take', body: { secret: secretOf(examiner(scene, die)) } };
  const unit = onStage(scene, die);
  const replaces = scene.state.ballots.byUnit.get(unit)?.get(inside)?.revision ?? 0;
  const body = { unit, pass: die.odds(9) ? examiner(scene, die) : inside, replaces };
  return { who: tablet(scene), type: 'ballot.submit', body: { ...body, scores: anyScores(scene, die) } };
};

/** Somebody who has a paper mostly, else anybody; the two keys of one paper are often the same. */
const keys: Maker = (scene, die) => {
  const out = [...scene.state.papers.values()].flatMap((papers) => [...papers.values()]);
  const paper = out.length > 0 ? die.pick(out) : null;
  const first = paper?.entries[0]?.scores;
  const scores = first && !die.odds(3) ? first : anyScores(scene, die);
  const who = die.pick([scene.owner.who, scene.host.who, scene.scrutineer.who]);
  const unit = paper?.unit ?? onStage(scene, die);
  return { who, type: 'paper.key', body: { unit, pass: paper?.pass ?? examiner(scene, die), scores } };
};

export const ballotMoves = (): Weighted => [
  [6, kiosk],
  [2, byHost('kiosk.admit', (scene, die) => ({ kiosk: KIOSK, pass: examiner(scene, die) }))],
  [3, byHost('kiosk.release', (scene) => ({ kiosk: KIOSK, pass: guest(scene) }))],
  [
    3,
    byHost('ballot.assist', (scene, die) => {
      const [unit, pass] = [onStage(scene, die), examiner(scene, die)];
      const replaces = scene.state.ballots.byUnit.get(unit)?.get(pass)?.revision ?? 0;
      return { unit, pass, replaces, scores: anyScores(scene, die), assistant: '志愿者' };
    }),
  ],
  [4, byHost('paper.issue', (scene, die) => ({ unit: onStage(scene, die), pass: examiner(scene, die) }))],
  [
    1,
    byHost('paper.return', (scene, die) => ({
      unit: onStage(scene, die),
      pass: examiner(scene, die),
      reason: '误发',
    })),
  ],
  [8, keys],
];
