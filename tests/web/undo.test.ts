/** What takes a host's last action back: sent to the rules, everything is again as it was. */
import { describe, expect, test } from 'vitest';
import type { Slices } from '../../assessment/view.ts';
import type { Order } from '../../web/lib/console/stage/next-step.ts';
import { inverseOf } from '../../web/lib/console/undo.ts';
import { setScene, type Scene } from '../support/scene.ts';

const slicesOf = ({ meeting }: Scene): Partial<Slices> =>
  Object.fromEntries(
    (['meeting', 'agenda', 'stage', 'questions', 'standings'] as const).map((name) => [
      name,
      meeting.slice('organizer', name),
    ]),
  );
/** What a host sees of it, without times. */
const seen = (scene: Scene) => {
  const { agenda, stage, questions, meeting } = slicesOf(scene);
  return {
    agenda,
    phase: meeting?.phase,
    stage: [stage?.unit?.id, stage?.stage, stage?.clock?.remaining, stage?.clock?.since === null],
    staged: stage?.question?.id,
    questions: questions?.map(({ id, state, text, member, support }) => [id, state, text, member, support]),
  };
};

function two() {
  const scene = setScene();
  const asked = [scene.examiners[0]!.asks('A', '一'), scene.examiners[1]!.asks('A', '二')] as const;
  const crowd = scene.voice('1').asks('A', '路灯');
  scene.host.stepsTo('A', 'questioning');
  return { scene, asked, crowd };
}

/** Does it, takes it back. */
function undone(scene: Scene, order: Order): boolean {
  const before = slicesOf(scene);
  const { n } = scene.host.send(order.type, order.body);
  const inverse = inverseOf(order, before, n);
  if (inverse === null) return false;
  scene.host.send(inverse.type, inverse.body);
  return true;
}

const [scene, asked, crowd] = (() => {
  const made = two();
  return [made.scene, made.asked, made.crowd] as const;
})();

describe('undo', () => {
  const ORDERS: Order[] = [
    { type: 'turn.step', body: { unit: 'A', from: 'questioning', to: 'scoring' } },
    { type: 'turn.back', body: { unit: 'A', from: 'questioning', reason: '误按' } },
    { type: 'turn.absent', body: { unit: 'C', from: 'waiting', reason: '没有到场' } },
    { type: 'turn.move', body: { unit: 'C', from: 1, to: 0 } },
    { type: 'meeting.pause', body: { note: null } },
    { type: 'question.accept', body: { question: crowd, from: 'submitted' } },
    { type: 'question.decline', body: { question: asked[0], from: 'accepted', reason: '重复' } },
    { type: 'question.queue', body: { question: asked[0], from: 'accepted' } },
    { type: 'question.merge', body: { question: asked[1], from: 'accepted', into: asked[0] } },
    { type: 'question.edit', body: { question: asked[0], was: '一', shown: '壹' } },
    { type: 'question.reorder', body: { question: asked[1], from: 1, to: 0 } },
    { type: 'question.hand-on', body: { question: asked[0], was: 'A1', member: 'A2' } },
    { type: 'question.stage', body: { question: asked[1], instead: null } },
  ];
  test.each(ORDERS.map((order) => [order.type, order] as const))('%s', (_type, order) => {
    const before = seen(scene);
    expect(undone(scene, order)).toBe(true);
    expect(seen(scene)).toEqual(before);
  });

  test('A4 seconds and a clock that was stopped', () => {
    const place = two().scene;
    place.host.stepsTo('A', 'scoring');
    const before = seen(place);
    undone(place, { type: 'clock.adjust', body: { clock: 'stage', of: 'A/scoring', by: 10_000 } });
    undone(place, { type: 'clock.run', body: { clock: 'stage', of: 'A/scoring', run: false } });
    expect(seen(place)).toEqual(before);
  });

  test('Q3 an oral question that was put down wrongly is declined, and nothing is wiped out', () => {
    const place = two().scene;
    const body = { unit: 'A', text: '听错了', portfolio: null, member: null, oral: { pass: null } };
    expect(undone(place, { type: 'question.ask', body })).toBe(true);
    expect([...place.state.questions.all.values()].pop()).toMatchObject({
      state: 'declined',
      text: '听错了',
    });
  });

  test('what the rules do not take back is said, not pretended', () => {
    const place = two().scene;
    const answered: Order = { type: 'question.answered', body: { question: asked[0] } };
    place.host.send('question.stage', { question: asked[0] });
    expect(undone(place, answered)).toBe(false);
    place.host.stepsTo('A', 'closing');
    expect(undone(place, { type: 'turn.step', body: { unit: 'A', from: 'closing', to: 'locked' } })).toBe(
      false,
    );
    expect(place.stage('A')).toBe('locked');
  });

  test('an undo that somebody overtook is refused', () => {
    const place = two().scene;
    const order: Order = { type: 'turn.step', body: { unit: 'A', from: 'questioning', to: 'scoring' } };
    const before = slicesOf(place);
    const { n } = place.host.send(order.type, order.body);
    const inverse = inverseOf(order, before, n)!;
    place.host.steps('A');
    expect(() => place.host.send(inverse.type, inverse.body)).toThrow('stage-moved');
  });
});
