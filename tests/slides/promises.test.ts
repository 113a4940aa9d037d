/** P1 · The promise wall on a screen: tiles, pages, and when a screen that follows the stage shows it. */
import { beforeEach, describe, expect, it } from 'vitest';
import { SLICES_OF, type PromiseWallView, type Slices } from '../../assessment/view.ts';
import { chooseScene, PROMISE_HOLD_MS } from '../../slides/choose.ts';
import { PAGE_MS } from '../../slides/pages.ts';
import { promisesOf, teaser, type AllPromises } from '../../slides/scenes/promises/data.ts';
import { setScene, type Scene } from '../support/scene.ts';

const slicesOf = ({ meeting }: Scene): Partial<Slices> =>
  JSON.parse(
    JSON.stringify(Object.fromEntries(SLICES_OF.screen.map((name) => [name, meeting.slice('screen', name)]))),
  ) as Partial<Slices>;
const shown = (scene: Scene, later = 0) => chooseScene(slicesOf(scene), scene.meeting.now + later);

/** A question is answered and promised upon, and leaves the stage. */
function promised(scene: Scene, text = '把路灯修好', unit = 'A'): void {
  scene.host.stepsTo(unit, 'questioning');
  const question = scene.examiners[0]!.asks(unit, '路灯', { portfolio: '停车' });
  scene.host.send('question.stage', { question });
  scene.host.send('promise.make', { question, text, due: '2026-11-30' });
  scene.host.send('question.answered', { question });
}
const closes = ({ host, state }: Scene) =>
  host.send('question.close', { question: state.questions.onStage ?? '' });

describe('a screen that follows the stage', () => {
  let scene: Scene;
  beforeEach(() => {
    scene = setScene();
  });

  it('P1 a promise waits until the question has left, stays a while on the open floor, and gives way to the next question', () => {
    promised(scene);
    expect(shown(scene).name).toBe('question');
    closes(scene);
    expect(shown(scene)).toMatchObject({
      name: 'promises',
      data: { kind: 'unit', unit: { id: 'A' }, lines: [{ text: '把路灯修好', tile: 'made' }] },
    });
    expect(shown(scene, PROMISE_HOLD_MS - 1).name).toBe('promises');
    expect(shown(scene, PROMISE_HOLD_MS).name).toBe('floor');
    const question = scene.examiners[1]!.asks('A', '停车', { portfolio: '停车' });
    scene.host.send('question.stage', { question });
    expect(shown(scene).name).toBe('question');
  });

  it('A1 once the meeting is closed the wall takes turns with the ranking, each with all of its pages', () => {
    promised(scene);
    closes(scene);
    for (const unit of ['A', 'B']) scene.scores(unit);
    scene.host.publishes('A');
    scene.host.send('meeting.close', {});
    const start = Math.ceil(scene.meeting.now / (4 * PAGE_MS)) * 4 * PAGE_MS - scene.meeting.now;
    const names = [0, 1, 2, 3, 4].map((slot) => shown(scene, start + slot * PAGE_MS).name);
    expect(names).toEqual(['standings', 'standings', 'promises', 'promises', 'standings']);
  });

  it('A1 without a promise the end is as it was', () => {
    scene.host.send('meeting.close', {});
    for (let slot = 0; slot < 5; slot += 1) expect(shown(scene, slot * PAGE_MS).name).toBe('closed');
  });

  it('P1 a screen that is told to shows the wall, and follows the stage as long as nothing was promised', () => {
    scene.host.send('screen.show', { screen: null, scene: 'promises', text: null });
    expect(shown(scene).name).toBe('welcome');
    promised(scene);
    expect(shown(scene)).toMatchObject({ name: 'promises', data: { kind: 'unit' } });
    closes(scene);
    scene.host.stepsTo('A', 'locked');
    promised(scene, '把井盖换掉', 'B');
    const { data } = shown(scene) as { data: AllPromises };
    expect(data).toMatchObject({ kind: 'wall', total: 2, confirmed: 0, most: 1, fresh: true });
    expect(data.newest).toMatchObject({ text: '把井盖换掉', unit: 'B社区党委' });
    expect(data.columns.map(({ short, counts }) => [short, counts.made])).toEqual([
      ['A社区党委', 1],
      ['B社区党委', 1],
      ['C社区党委', 0],
    ]);
  });
});

describe('the wall', () => {
  const agendaOf = (names: string[]) =>
    names.map((name, at) => ({ unit: `u${at}`, name, street: '', stage: 'waiting' as const, absent: false }));
  const one = { id: 'p1', unit: 'u0', text: '修灯', member: null, due: '2026-11-30', since: 0 };
  const wallOf = (names: string[], each: number, now = 0) =>
    promisesOf(
      {
        agenda: agendaOf(names),
        promiseWall: {
          units: names.map((_, at) => ({ unit: `u${at}`, counts: { confirmed: each, made: 1 } })),
          newest: [{ ...one, state: 'made' }],
        } satisfies PromiseWallView,
      },
      now,
    ) as AllPromises;

  it('has 25 units side by side, and more of them on pages that are as even as they can be', () => {
    const names = (count: number) => Array.from({ length: count }, (_, at) => `岭${at % 10}社区党委`);
    expect(wallOf(names(25), 3)).toMatchObject({ layout: 'columns', pages: 1, total: 100, confirmed: 75 });
    const pages = [0, 1, 2].map((page) => wallOf(names(60), 14, page * PAGE_MS));
    expect(pages.map(({ columns }) => columns.length)).toEqual([20, 20, 20]);
    expect(pages[0]).toMatchObject({ most: 15, pages: 3 });
  });

  it('puts long names on lines, the longest on fewer', () => {
    const long = (letters: number) =>
      Array.from({ length: 24 }, (_, at) => '岭'.repeat(letters - 1) + (at % 10));
    expect(wallOf(long(8), 1)).toMatchObject({ layout: 'rows', pages: 1 });
    expect(wallOf(long(20), 1)).toMatchObject({ layout: 'rows', pages: 3 });
  });

  it('ends a long promise where a clause does, and says that there is more', () => {
    expect(teaser('修灯')).toBe('修灯');
    const long = `${'修'.repeat(40)}，${'灯'.repeat(40)}。`;
    expect(teaser(long)).toBe(`${'修'.repeat(40)}……`);
    expect(teaser('修'.repeat(100))).toBe(`${'修'.repeat(64)}……`);
  });
});
