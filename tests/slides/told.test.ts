/** What a screen shows that was told something: that, as long as there is anything of it to show. */
import { describe, expect, it } from 'vitest';
import { SLICES_OF, type Slices } from '../../assessment/view.ts';
import { chooseScene } from '../../slides/choose.ts';
import { clockKey } from '../../slides/scenes/stage-facing/data.ts';
import type { Scene as Picture, SceneName, SceneOf } from '../../slides/scene.ts';
import { setScene, type Scene } from '../support/scene.ts';

const slicesOf = ({ meeting }: Scene): Partial<Slices> =>
  JSON.parse(
    JSON.stringify(Object.fromEntries(SLICES_OF.screen.map((name) => [name, meeting.slice('screen', name)]))),
  ) as Partial<Slices>;
const pictureOf = (scene: Scene, pass: string | null = 'screen-1'): Picture =>
  chooseScene(slicesOf(scene), scene.meeting.now, pass);

function dataOf<N extends SceneName>(scene: Scene, name: N): SceneOf<N>['data'] {
  const picture = pictureOf(scene);
  expect(picture.name).toBe(name);
  return (picture as SceneOf<N>).data;
}
type Show = Parameters<Scene['host']['send']>[1] & { scene: string };
const tells = (scene: Scene, what: string, text: string | null = null, screen: string | null = null) =>
  scene.host.send('screen.show', { screen, scene: what, text } as Show as never);

describe('a screen that was told something', () => {
  it('shows it whatever is on stage, and follows the stage again when it is told to', () => {
    const scene = setScene();
    scene.host.stepsTo('A', 'reporting');
    expect(pictureOf(scene).name).toBe('unit');
    for (const [told, shown] of [
      ['welcome', 'welcome'],
      ['agenda', 'agenda'],
      ['unit', 'unit'],
      ['pause', 'pause'],
      ['blank', 'black'],
      ['test', 'test'],
    ] as const) {
      tells(scene, told);
      expect(pictureOf(scene).name).toBe(shown);
    }
    tells(scene, 'auto');
    expect(pictureOf(scene).name).toBe('unit');
  });

  it('A4 a break that is shown stops no clock and says nothing of one', () => {
    const scene = setScene();
    scene.host.stepsTo('A', 'reporting');
    tells(scene, 'pause');
    expect(dataOf(scene, 'pause')).toEqual({ note: null, unit: null, stage: null, clock: null, rests: true });
    scene.host.send('meeting.pause', { note: '雨大' });
    expect(dataOf(scene, 'pause')).toMatchObject({ note: '雨大', unit: 'A社区党委' });
  });

  it('shows its own message and no other’s; another message is another picture', () => {
    const scene = setScene();
    tells(scene, 'message', '请就座\n谢谢', 'screen-1');
    expect(dataOf(scene, 'message').lines).toEqual(['请就座', '谢谢']);
    expect(pictureOf(scene, 'screen-9').name).toBe('welcome');
    expect(pictureOf(scene, null).name).toBe('welcome');
    expect(pictureOf(scene, 'constructor').name).toBe('welcome');
    const before = pictureOf(scene).key;
    scene.meeting.passes(1000);
    tells(scene, 'message', '请安静', 'screen-1');
    expect(pictureOf(scene).key).not.toBe(before);
  });

  it('V1 follows the stage as long as no result is public, then shows the last public one', () => {
    const scene = setScene();
    tells(scene, 'result');
    scene.scores('A');
    expect(pictureOf(scene).name).toBe('locked');
    tells(scene, 'standings');
    expect(pictureOf(scene).name).toBe('locked');
    scene.host.publishes('A');
    expect(pictureOf(scene).name).toBe('standings');
    tells(scene, 'result');
    scene.scores('B');
    expect(dataOf(scene, 'result').unit.id).toBe('A');
    scene.host.publishes('B');
    expect(dataOf(scene, 'result').unit.id).toBe('B');
    const tellsOf = (unit: string) =>
      scene.host.send('screen.show', { screen: null, scene: 'result', text: null, unit });
    tellsOf('A');
    expect(dataOf(scene, 'result').unit.id).toBe('A');
    // What is not public yet is waited for, and comes by itself.
    tellsOf('C');
    scene.meeting.passes(1000);
    scene.scores('C');
    expect(pictureOf(scene).name).not.toBe('result');
    scene.host.publishes('C');
    expect(dataOf(scene, 'result').unit.id).toBe('C');
  });

  it('the order says who was on stage, who is, and who comes', () => {
    const scene = setScene();
    tells(scene, 'agenda');
    expect(dataOf(scene, 'agenda')).toMatchObject({ next: 'A', onStage: false, over: 0, total: 3 });
    scene.scores('A');
    scene.host.marksAbsent('B');
    scene.host.stepsTo('C', 'reporting');
    const agenda = dataOf(scene, 'agenda');
    expect(agenda).toMatchObject({ next: 'C', onStage: true, over: 2 });
    expect(agenda.slips.map(({ over }) => over)).toEqual([true, true, false]);
  });

  it('J6 V3 a message whose words were purged, and a scene of a later version, leave it with the stage', () => {
    const scene = setScene();
    const slices = slicesOf(scene);
    const told = (show: object) =>
      chooseScene({ ...slices, shows: { all: show, own: {}, names: {} } as never }, scene.meeting.now);
    expect(told({ scene: 'message', text: null, at: 1 }).name).toBe('welcome');
    expect(told({ scene: 'fireworks', text: null, at: 1 }).name).toBe('welcome');
    expect(told({ scene: 'toString', text: null, at: 1 }).name).toBe('welcome');
  });
});

describe('the screen that faces the stage', () => {
  it('has the clock that counts, the question with whom it is for, and what comes', () => {
    const scene = setScene();
    const { host } = scene;
    tells(scene, 'stage-facing', null, 'screen-1');
    expect(dataOf(scene, 'stage-facing')).toMatchObject({
      unit: null,
      clock: null,
      next: { unit: 'A社区党委' },
    });
    host.stepsTo('A', 'reporting');
    const report = dataOf(scene, 'stage-facing');
    expect(report).toMatchObject({ stage: 'reporting', next: { stage: 'questioning', unit: 'B社区党委' } });
    expect(report.clock?.total).toBe(480_000);
    expect(clockKey(report)).toBe('A reporting');
    host.steps('A');
    const question = scene.examiners[0]!.asks('A', '停车位够不够？', { portfolio: '停车' });
    host.send('question.stage', { question });
    const asked = dataOf(scene, 'stage-facing');
    expect(asked.question).toMatchObject({ text: '停车位够不够？', member: { post: '党委副书记' } });
    expect(asked.clock?.total).toBe(180_000);
    expect(clockKey(asked)).toBe(`question ${question}`);
    host.send('question.answered', { question });
    expect(dataOf(scene, 'stage-facing').answered).toBe(true);
  });
});
