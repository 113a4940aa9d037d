/** What the console works out by itself: the next step, the passes to make. */
import { describe, expect, test } from 'vitest';
import { SLICES_OF, type Slices } from '../../assessment/view.ts';
import { mainStep, orderOf } from '../../web/lib/console/stage/next-step.ts';
import {
  planAnonymous,
  planExaminers,
  planMembers,
  planScreen,
} from '../../web/lib/console/passes/pass-plan.ts';
import { Draft } from '../../web/lib/console/prepare/draft.svelte.ts';
import { smallInCount, smallInRoster } from '../../web/lib/console/appeal/small-categories.ts';
import { daysOf } from '../../web/lib/console/prepare/settings-form.ts';
import { parseSpan, spanText } from '../../web/lib/console/parts/time.ts';
import { setScene, type Scene, type SceneOptions } from '../support/scene.ts';

const slicesOf = ({ meeting }: Scene): Slices =>
  Object.fromEntries(
    SLICES_OF.organizer.map((name) => [name, meeting.slice('organizer', name)]),
  ) as unknown as Slices;

/** Presses the red button until it asks for closing; returns what it did. Every examiner scores on the way. */
function pressThrough(options: SceneOptions): { scene: Scene; done: string[] } {
  const scene = setScene({ ...options, until: 'ready' });
  for (const examiner of scene.examiners) examiner.goesOnline().enrols(examiner.pass);
  const done: string[] = [];
  for (let presses = 0; presses < 100; presses += 1) {
    const step = mainStep(slicesOf(scene));
    const order = step && orderOf(step);
    if (!step || !order) return { scene, done: [...done, step?.kind ?? ''] };
    scene.host.send(order.type, order.body as never);
    scene.meeting.passes(1000);
    done.push(step.kind === 'step' || step.kind === 'start' ? step.to : step.kind);
    if (step.kind === 'step' && step.to === 'scoring') {
      scene.examiners.forEach((one, at) =>
        one.submits(step.unit, 0.5 + at / 20 + (step.unit === 'B' ? 0.1 : 0)),
      );
    }
  }
  throw new Error('the red button goes in circles');
}

const TURN = ['reporting', 'questioning', 'scoring', 'closing', 'locked'];

describe('the red button leads through a whole meeting', () => {
  test('V2 at once: each unit is published before the next comes on stage', () => {
    const { done } = pressThrough({ units: ['A', 'B'] });
    expect(done).toEqual(['open', ...TURN, 'publish', ...TURN, 'publish', 'close']);
  });

  test('B6 after the closing it waits for the end of the appeal period, then leads to what is open, then to the end', () => {
    const { scene } = pressThrough({ units: ['A', 'B'], settings: { appealDays: 1 } });
    scene.host.send('meeting.close', {});
    const step = (more = 0) => mainStep(slicesOf(scene), scene.meeting.now + more)?.kind;
    const left = (scene.state.appeal.result?.until ?? 0) - scene.meeting.now;
    expect([step(), step(left - 1), step(left)]).toEqual(['done', 'done', 'finalise']);
    const amendment = scene.host.proposes('void', 'A', 'party-01');
    expect([step(left - 1), step(left)]).toEqual(['done', 'settle']);
    scene.host.send('amendment.withdraw', { amendment });
    scene.meeting.passes(left);
    expect(step()).toBe('finalise');
    scene.host.finalises();
    expect(step()).toBe('done');
  });

  test('B6 V4 names the categories of which a whole count tells who gave what: by the roster, then by the ballots', () => {
    const scene = setScene({ examiners: { party: 4, people: 3, media: 2 } });
    expect(smallInRoster(slicesOf(scene))).toEqual([{ id: 'media', name: '媒体代表', count: 2 }]);
    expect(smallInCount(slicesOf(scene))).toEqual([]);
    scene.scores('A', (_one, at) => (at === 4 || at === 7 ? null : 0.8));
    expect(smallInCount(slicesOf(scene)).map(({ id, count }) => [id, count])).toEqual([
      ['people', 2],
      ['media', 1],
    ]);
  });

  test('B6 an appeal period is typed as a whole number of days, in any width of figures', () => {
    expect(['3', ' 10 ', '０', '30'].map(daysOf)).toEqual([3, 10, 0, 30]);
    expect(['', '31', '-1', '1.5', '三', '007'].map(daysOf)).toEqual(Array(6).fill(null));
  });

  test('V2 after-next: only the last unit waits for a tap', () => {
    const { done } = pressThrough({ units: ['A', 'B'], settings: { publish: 'after-next' } });
    expect(done).toEqual(['open', ...TURN, ...TURN, 'publish', 'close']);
  });

  test('V2 ceremony: two beats a unit', () => {
    const { done } = pressThrough({ units: ['A', 'B'], settings: { publish: 'ceremony' } });
    expect(done).toEqual(['open', ...TURN, ...TURN, 'ceremony', 'beat', 'beat', 'beat', 'beat', 'close']);
  });

  test('A2: stages that the format lacks are left out', () => {
    const { done } = pressThrough({ units: ['A'], settings: { stages: [] } });
    expect(done).toEqual(['open', 'scoring', 'locked', 'publish', 'close']);
  });

  test('I7: nothing unconfirmed is offered for publication', () => {
    const { done } = pressThrough({ units: ['A'], scrutineer: true });
    expect(done).toEqual(['open', ...TURN, 'close']);
  });
});

describe('passes', () => {
  test('I1: one for each examiner without a valid pass, under the next number of his category', () => {
    const scene = setScene({ until: 'ready' });
    expect(planExaminers(slicesOf(scene).roster, slicesOf(scene).people.passes)).toEqual([]);
    scene.host.send('pass.revoke', { pass: 'people-02', reason: '丢失' });
    const { roster, people } = slicesOf(scene);
    const planned = planExaminers(roster, people.passes);
    expect(planned.map(({ id, number, person }) => [id, number, person])).toEqual([
      ['people-04', '04', 'x-people-02'],
    ]);
  });

  test('I3: an anonymous stack names nobody and keeps clear of taken numbers', () => {
    const categories = [{ id: 'party', name: '党员代表', weight: 100 }];
    const passes = planAnonymous(categories, { party: 2 }, [{ id: 'party-01' }] as never);
    expect(passes.map(({ id, person }) => [id, person])).toEqual([
      ['party-02', null],
      ['party-03', null],
    ]);
  });

  test('members by unit, screens one after the other', () => {
    const roster = {
      units: [],
      examiners: [],
      members: [
        { id: 'm1', unit: 'u1' },
        { id: 'm2', unit: 'u1' },
      ],
    };
    expect(planMembers(roster as never, []).map((one) => one.id)).toEqual(['m-u1-01', 'm-u1-02']);
    expect(planScreen([{ id: 'screen-1' }] as never).id).toBe('screen-2');
  });
});

describe('a draft', () => {
  test('follows the server until it is touched', () => {
    const draft = new Draft({ a: 1, b: 2 });
    draft.follow({ b: 3, a: 1 });
    expect([draft.value, draft.dirty]).toEqual([{ a: 1, b: 3 }, false]);
  });

  test('keeps what was typed when somebody else saves, and says that it is behind', () => {
    const draft = new Draft({ a: 1 });
    draft.value.a = 2;
    draft.follow({ a: 9 });
    expect([draft.value.a, draft.dirty, draft.behind]).toEqual([2, true, true]);
    draft.reset();
    expect([draft.value.a, draft.dirty, draft.behind]).toEqual([9, false, false]);
  });

  test('another order of keys is no other content', () => {
    const draft = new Draft({ a: 1, b: [{ c: 1, d: 2 }] });
    draft.value.b[0]!.c = 5;
    draft.follow({ b: [{ d: 2, c: 5 }], a: 1 });
    expect([draft.dirty, draft.behind]).toEqual([false, false]);
  });
});

test('A5: spans as minutes and seconds', () => {
  expect(['8', '8:30', '0：30', '8:60', '-1', ''].map(parseSpan)).toEqual([
    480_000,
    510_000,
    30_000,
    null,
    null,
    null,
  ]);
  expect([spanText(480_000), spanText(500), spanText(0)]).toEqual(['8:00', '0:01', '0:00']);
});
