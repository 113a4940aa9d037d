/** The scene of each moment of a meeting that goes through the rules; the slices are all that the screen has. */
import { describe, expect, it } from 'vitest';
import { SLICES_OF, type Slices } from '../../assessment/view.ts';
import {
  CEREMONY_HOLD_MS,
  chooseScene,
  DRAWN_HOLD_MS,
  LOCK_HOLD_MS,
  RESULT_HOLD_MS,
  THANKS_HOLD_MS,
} from '../../slides/choose.ts';
import { RESULT_PAGE_MS } from '../../slides/scenes/result/data.ts';
import type { Scene as Picture, SceneName, SceneOf } from '../../slides/scene.ts';
import { INTRODUCED_MS } from '../../slides/scenes/unit/data.ts';
import { WHOLE_MS } from '../../slides/draw/shuffle.ts';
import { setScene, type Scene } from '../support/scene.ts';

const slicesOf = ({ meeting }: Scene): Partial<Slices> =>
  Object.fromEntries(SLICES_OF.screen.map((name) => [name, meeting.slice('screen', name)]));

/** What a screen that is opened now shows; from slices as they come over the wire. */
const pictureOf = (scene: Scene): Picture =>
  chooseScene(JSON.parse(JSON.stringify(slicesOf(scene))) as Partial<Slices>, scene.meeting.now);

function shown<N extends SceneName>(scene: Scene, name: N): SceneOf<N>['data'] {
  const picture = pictureOf(scene);
  expect(picture.name).toBe(name);
  return (picture as SceneOf<N>).data;
}

describe('before the first turn', () => {
  it('is quiet until the first frame', () => {
    expect(chooseScene({}, 0)).toMatchObject({ name: 'blank' });
  });

  it('A1 welcomes with the units and the examiners', () => {
    const scene = setScene({ until: 'ready' });
    expect(shown(scene, 'welcome')).toMatchObject({
      title: '测试考场',
      units: 3,
      examiners: { planned: 7, present: 0 },
    });
  });

  it('L1 shows the commitment, then the order with the secret', () => {
    const scene = setScene({ until: 'ready' });
    scene.host.send('draw.promise', { purpose: 'order' });
    const { commitment } = shown(scene, 'commitment');
    expect(commitment).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(slicesOf(scene))).not.toContain([...scene.state.draws.all.values()][0]?.secret);
    const [id = ''] = scene.state.draws.all.keys();
    scene.host.send('draw.do', { draw: id, number: 386 });
    const lots = shown(scene, 'lots');
    expect(lots.slips.map((one) => one.unit)).toEqual(scene.state.agenda.order);
    expect(lots).toMatchObject({ number: 386, next: scene.state.agenda.order[0], abandoned: 0 });
    expect(lots.secret).toMatch(/^[0-9a-f]{64}$/);
  });

  it('L1 the lots fall for six seconds by server time, from roster order to the journalled one', () => {
    const scene = setScene({ until: 'ready' });
    scene.host.send('draw.promise', { purpose: 'order' });
    scene.meeting.passes(600_000);
    const [id = ''] = scene.state.draws.all.keys();
    scene.host.send('draw.do', { draw: id, number: 386 });
    const { shuffle } = shown(scene, 'lots');
    expect(shuffle).toMatchObject({ startedAt: scene.meeting.now, items: ['A', 'B', 'C'] });
    const key = pictureOf(scene).key;
    scene.meeting.passes(WHOLE_MS);
    expect(shown(scene, 'lots').shuffle).toBeNull();
    expect(pictureOf(scene).key).toBe(key);
  });

  it('L2 says how many draws were given up', () => {
    const scene = setScene({ until: 'ready' });
    scene.host.send('draw.promise', { purpose: 'order' });
    const [first = ''] = scene.state.draws.all.keys();
    scene.host.send('draw.abandon', { draw: first, reason: '没有听清' });
    expect(pictureOf(scene).name).toBe('welcome');
    scene.host.send('draw.promise', { purpose: 'order' });
    const second = [...scene.state.draws.all.keys()].pop() ?? '';
    scene.host.send('draw.do', { draw: second, number: 5 });
    expect(shown(scene, 'lots').abandoned).toBe(1);
  });
});

describe('a turn', () => {
  it('A2 goes from the report to the questions, the scoring, the wait and the result', () => {
    const scene = setScene();
    const names = () => pictureOf(scene).name;
    scene.host.stepsTo('A', 'reporting');
    expect(shown(scene, 'unit')).toMatchObject({
      unit: { id: 'A', place: 1, of: 3 },
      clock: { total: 480_000 },
    });
    scene.meeting.passes(INTRODUCED_MS);
    expect(shown(scene, 'report')).toMatchObject({ unit: { id: 'A', place: 1, of: 3 } });
    expect(shown(scene, 'report').presenter?.post).toBe('党委书记');
    scene.host.steps('A');
    expect(names()).toBe('floor');
    scene.host.steps('A');
    expect(shown(scene, 'scoring')).toMatchObject({ closing: false, returned: 0, eligible: 7 });
    for (const examiner of scene.examiners) examiner.submits('A', 0.8);
    expect(shown(scene, 'scoring')).toMatchObject({ returned: 7 });
    scene.host.steps('A');
    expect(shown(scene, 'scoring').closing).toBe(true);
    scene.host.steps('A');
    expect(shown(scene, 'locked')).toMatchObject({
      unit: { id: 'A' },
      publish: 'at-once',
      scrutineer: false,
    });
    scene.host.publishes('A');
    expect(shown(scene, 'result')).toMatchObject({ unit: { id: 'A' }, row: { score: 8000, rank: 1 } });
  });

  it('Q5 shows a question, the window, and the ratings all at once', () => {
    const scene = setScene();
    scene.host.stepsTo('A', 'questioning');
    const question = scene
      .examiner('people-01')
      .asks('A', '停车难，\n今年新增了几个泊位？', { portfolio: '停车' });
    scene.host.send('question.stage', { question });
    expect(shown(scene, 'question')).toMatchObject({
      number: 1,
      text: '停车难， 今年新增了几个泊位？',
      portfolio: '停车',
      answered: false,
      member: { post: '党委副书记' },
    });
    scene.host.send('question.answered', { question });
    scene.examiner('party-01').rates(question, 'good');
    const rating = shown(scene, 'question');
    expect(rating).toMatchObject({ answered: true, ratingUntil: scene.meeting.now + 30_000 });
    scene.meeting.passes(30_001);
    scene.meeting.send({ kind: 'system' }, 'question.close-rating', { question });
    expect(shown(scene, 'ratings')).toMatchObject({ total: 1, counts: { good: 1, poor: 0 } });
    scene.host.send('question.close', { question });
    expect(pictureOf(scene).name).toBe('floor');
  });

  it('names the category of who asks where the sheet is known, never the person', () => {
    const scene = setScene();
    scene.host.stepsTo('A', 'questioning');
    const question = scene.examiner('people-01').asks('A', '停车难');
    scene.host.send('question.stage', { question });
    const slices = { ...slicesOf(scene), sheet: scene.meeting.slice('examiner', 'sheet') };
    expect(chooseScene(slices, scene.meeting.now)).toMatchObject({ data: { category: '群众代表' } });
    expect(JSON.stringify(pictureOf(scene))).not.toContain('考官姓名');
  });

  it('L1 draws a questioner and forgets him after a while', () => {
    const scene = setScene();
    scene.host.stepsTo('A', 'questioning');
    scene.host.send('draw.promise', { purpose: 'questioner' });
    expect(shown(scene, 'commitment')).toMatchObject({ purpose: 'questioner', items: 7 });
    const [draw = ''] = scene.state.draws.all.keys();
    scene.host.send('draw.do', { draw, number: 77 });
    const drawn = shown(scene, 'drawn');
    expect(drawn).toMatchObject({ purpose: 'questioner', number: 77, passedOver: [] });
    const pass = scene.state.draws.all.get(draw)?.drawn?.[0] ?? '';
    scene.host.send('draw.pass-over', { draw, pass });
    expect(shown(scene, 'drawn').passedOver).toEqual([drawn.label]);
    scene.meeting.passes(DRAWN_HOLD_MS);
    expect(pictureOf(scene).name).toBe('floor');
  });

  it('A2 introduces a unit whose clock stands untouched for as long as it does, with no clock', () => {
    const scene = setScene();
    scene.host.stepsTo('A', 'reporting');
    scene.host.send('clock.run', { clock: 'stage', run: false });
    scene.meeting.passes(600_000);
    expect(shown(scene, 'unit').clock).toBeNull();
    scene.host.send('clock.run', { clock: 'stage', run: true });
    expect(shown(scene, 'unit').clock).not.toBeNull();
    scene.meeting.passes(INTRODUCED_MS);
    scene.host.send('clock.adjust', { clock: 'stage', by: 60_000 });
    expect(pictureOf(scene).name).toBe('report');
  });

  it('L1 a draw waits until an answer is over: nothing covers a question that is being answered', () => {
    const scene = setScene();
    scene.host.stepsTo('A', 'questioning');
    const question = scene.examiner('people-01').asks('A', '停车难');
    scene.host.send('question.stage', { question });
    scene.host.send('draw.promise', { purpose: 'questioner' });
    expect(pictureOf(scene).name).toBe('question');
    scene.host.send('question.answered', { question });
    expect(pictureOf(scene).name).toBe('commitment');
  });

  it('Q1 says how many questions were merged into the one on stage', () => {
    const scene = setScene();
    scene.host.stepsTo('A', 'questioning');
    const [question, other] = [
      scene.examiner('people-01').asks('A', '停车难'),
      scene.examiner('party-01').asks('A', '停车太难'),
    ];
    scene.host.send('question.merge', { question: other, into: question });
    scene.host.send('question.stage', { question });
    expect(shown(scene, 'question').merged).toBe(1);
  });

  it('A2 says that a unit is absent, with no score', () => {
    const scene = setScene();
    scene.host.marksAbsent('A');
    expect(shown(scene, 'locked')).toMatchObject({ absent: true, unit: { id: 'A' } });
    scene.host.publishes('A');
    expect(shown(scene, 'result').row).toMatchObject({ score: null, why: 'absent' });
  });
});

describe('between turns and at the end', () => {
  it('stays with the last result until the next turn; after a while with the ranking so far', () => {
    const scene = setScene();
    scene.scores('A');
    scene.host.publishes('A');
    scene.meeting.passes(RESULT_HOLD_MS * 10);
    expect(pictureOf(scene).name).toBe('result');
    scene.scores('B', () => 0.9);
    scene.host.publishes('B');
    expect(shown(scene, 'result').unit.id).toBe('B');
    scene.meeting.passes(RESULT_HOLD_MS);
    expect(shown(scene, 'standings')).toMatchObject({ final: false, published: 2, units: 3 });
    scene.host.steps('C');
    expect(pictureOf(scene).name).toBe('unit');
  });

  it('L1 a second draw, for the units that are left, comes before the last result until the next turn', () => {
    const scene = setScene({ units: ['A', 'B', 'C', 'D'] });
    scene.scores('A');
    scene.host.publishes('A');
    scene.meeting.passes(60_000);
    scene.host.send('draw.promise', { purpose: 'order' });
    expect(pictureOf(scene).name).toBe('commitment');
    const [id = ''] = scene.state.draws.all.keys();
    scene.meeting.passes(5000);
    scene.host.send('draw.do', { draw: id, number: 7 });
    expect(shown(scene, 'lots').slips.map(({ place }) => place)).toEqual([2, 3, 4]);
    scene.meeting.passes(WHOLE_MS);
    expect(shown(scene, 'lots').next).toBe(scene.state.agenda.order[1]);
  });

  it('S4 turns from a score to how it was counted and back, at the same moment on every screen', () => {
    const scene = setScene();
    scene.scores('A');
    expect(shown(scene, 'locked').ballots).toEqual({ returned: 7, eligible: 7 });
    scene.host.publishes('A');
    const turns = [0, 1, 2].map((at) => {
      if (at > 0) scene.meeting.passes(RESULT_PAGE_MS);
      return shown(scene, 'result').turn;
    });
    expect(turns).toEqual([0, 1, 2]);
    expect(shown(scene, 'result').outcome?.categories.map(({ counted }) => counted)).toEqual([3, 3, 1]);
  });

  it('B8 says while scoring whether the crowd’s voices count', () => {
    const scene = setScene({
      scoring: (sheet) => ({
        ...sheet,
        sheet: [
          ...sheet.sheet,
          {
            id: 'crowd',
            name: '群众满意度',
            full: 2000,
            step: 0,
            stage: 'crowd' as const,
            by: 'crowd' as const,
          },
        ],
        crowd: { minimum: 30, grades: [{ id: 'yes', name: '满意', worth: 10_000 }] },
      }),
    });
    scene.host.stepsTo('A', 'scoring');
    expect(shown(scene, 'scoring')).toMatchObject({ counts: true, votes: 0 });
    for (const examiner of scene.examiners) examiner.submits('A', 0.8);
    scene.host.stepsTo('A', 'locked');
    scene.host.publishes('A');
    expect(shown(scene, 'result')).toMatchObject({
      crowd: 'too-few',
      crowdMinimum: 30,
      examinersFull: 10_000,
      full: 12_000,
    });
    const plain = setScene();
    plain.host.stepsTo('A', 'scoring');
    expect(shown(plain, 'scoring').counts).toBe(false);
  });

  it('K shows the final ranking as soon as every unit is public', () => {
    const scene = setScene({ units: ['A', 'B'] });
    scene.scores('A');
    scene.scores('B', () => 0.9);
    scene.host.publishes('A');
    scene.host.publishes('B');
    const { final, podium, last } = shown(scene, 'standings');
    expect(final).toBe(true);
    expect(podium.map((one) => one.unit)).toEqual(['B', 'A']);
    expect(last?.unit).toBe('B');
  });

  it('V2 J4 after-next shows the lock with where the journal stood, then the result that it made public', () => {
    const scene = setScene({ settings: { publish: 'after-next' } });
    scene.scores('A');
    expect(shown(scene, 'locked').unit.id).toBe('A');
    scene.scores('B');
    expect(shown(scene, 'locked')).toMatchObject({
      unit: { id: 'B' },
      chain: { head: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    scene.meeting.passes(LOCK_HOLD_MS);
    expect(shown(scene, 'result').unit.id).toBe('A');
  });

  it('I7 waits for the scrutineer in words', () => {
    const scene = setScene({ scrutineer: true });
    scene.scores('A');
    expect(shown(scene, 'locked').scrutineer).toBe(true);
  });

  it('V2 unveils from the last place up, the score a beat before the name, and ends in the ranking', () => {
    const scene = setScene({ settings: { publish: 'ceremony' }, units: ['A', 'B'] });
    scene.scores('A');
    expect(shown(scene, 'locked')).toMatchObject({ publish: 'ceremony', next: 'B社区党委' });
    scene.scores('B', () => 0.9);
    expect(shown(scene, 'locked').next).toBeNull();
    scene.host.send('ceremony.start', {});
    const beat = (from: number, to: number) => scene.host.send('ceremony.beat', { from, to });
    expect(shown(scene, 'ceremony')).toMatchObject({ at: 0, places: 2, rank: null, score: null, names: [] });
    beat(0, 1);
    const first = pictureOf(scene);
    expect(shown(scene, 'ceremony')).toMatchObject({ rank: 2, score: 8000, names: [], parts: [] });
    expect(shown(scene, 'ceremony').left).toHaveLength(2);
    beat(1, 2);
    expect(pictureOf(scene).key).toBe(first.key);
    expect(shown(scene, 'ceremony')).toMatchObject({ rank: 2, names: ['A社区党委'], left: ['B社区党委'] });
    beat(2, 3);
    expect(pictureOf(scene).key).not.toBe(first.key);
    beat(3, 4);
    expect(shown(scene, 'ceremony')).toMatchObject({ rank: 1, names: ['B社区党委'], left: [] });
    scene.meeting.passes(CEREMONY_HOLD_MS);
    expect(shown(scene, 'standings').final).toBe(true);
    beat(4, 3);
    expect(pictureOf(scene).name).toBe('ceremony');
  });

  it('A4 a pause comes before everything, with the clock as it stopped', () => {
    const scene = setScene();
    scene.host.stepsTo('A', 'reporting');
    scene.meeting.passes(154_000);
    scene.host.send('meeting.pause', { note: '因雨暂停' });
    scene.meeting.passes(600_000);
    expect(shown(scene, 'pause')).toMatchObject({
      note: '因雨暂停',
      unit: 'A社区党委',
      stage: 'reporting',
      clock: { since: null, remaining: 326_000 },
    });
    scene.host.send('meeting.resume', {});
    expect(pictureOf(scene).name).toBe('report');
  });

  it('B6 closes with thanks and then the ranking, where there is one: provisional until when, final since when', () => {
    const scene = setScene();
    scene.scores('A');
    scene.scores('B', () => 0.9);
    scene.host.send('meeting.close', {});
    expect(shown(scene, 'closed').title).toBe('测试考场');
    scene.meeting.passes(THANKS_HOLD_MS);
    expect(shown(scene, 'standings')).toMatchObject({ final: true, closed: true, published: 2 });
    const until = Date.UTC(2026, 10, 10, 10);
    expect(shown(scene, 'standings').announced).toEqual({ final: false, early: false, at: until });
    scene.owner.finalises('没有异议');
    expect(shown(scene, 'standings').announced).toEqual({ final: true, early: true, at: scene.meeting.now });
    const empty = setScene();
    empty.host.send('meeting.close', {});
    expect(shown(empty, 'closed').title).toBe('测试考场');
  });
});
