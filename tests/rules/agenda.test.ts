import { describe, expect, it } from 'vitest';
import { remainingAt } from '../../assessment/clocks.ts';
import { DEFAULT_SETTINGS } from '../../assessment/meeting.ts';
import { refusalOf } from '../support/meeting.ts';
import { setScene, type Scene } from '../support/scene.ts';

const left = ({ meeting }: Scene): number =>
  remainingAt(meeting.slice('screen', 'stage').clock!, meeting.now);
const asked = (scene: Scene, unit = 'A'): string => {
  const question = scene.examiners[0]!.asks(unit, '问');
  scene.host.send('question.stage', { question });
  return question;
};

describe('A1 · meeting', () => {
  it('A1 goes draft → ready → live ⇄ paused → closed', () => {
    const { host, state } = setScene({ until: 'roster' });
    const phase = () => state.meeting.phase;
    expect(refusalOf(() => host.send('meeting.open', {}))).toBe('wrong-phase');
    host.send('meeting.ready', {});
    host.send('meeting.draft', {});
    host.send('meeting.ready', {});
    host.send('meeting.open', {});
    host.send('meeting.pause', { note: '下雨' });
    expect([phase(), state.meeting.note]).toEqual(['paused', '下雨']);
    expect(refusalOf(() => host.send('meeting.pause', { note: null }))).toBe('wrong-phase');
    host.send('meeting.resume', {});
    host.send('meeting.close', {});
    expect(phase()).toBe('closed');
    expect(refusalOf(() => host.send('meeting.open', {}))).toBe('wrong-phase');
  });

  it('A1 is ready only with a sheet and units', () => {
    const { host } = setScene({ units: [], until: 'roster' });
    expect(refusalOf(() => host.send('meeting.ready', {}))).toBe('not-ready');
  });

  it('A1 lets an owner, and nobody else, reopen a close made by mistake', () => {
    const { host, owner, scrutineer, state } = setScene();
    host.send('meeting.pause', { note: '下雨' });
    host.send('meeting.close', {});
    for (const one of [host, scrutineer]) {
      expect(refusalOf(() => one.send('meeting.reopen', { reason: '误触' }))).toBe('forbidden');
    }
    owner.send('meeting.reopen', { reason: '误触' });
    expect([state.meeting.phase, state.meeting.note]).toEqual(['live', null]);
    host.stepsTo('A', 'scoring');
  });

  it('A1 takes nothing from a device or the stage before it is live', () => {
    const { host, examiners } = setScene({ until: 'ready' });
    expect(refusalOf(() => host.steps('A'))).toBe('meeting-not-live');
    examiners[0]!.enrols(examiners[0]!.pass);
    expect(refusalOf(() => examiners[0]!.submits('A', 0.8))).toBe('meeting-not-live');
    examiners[0]!.asks('A', '会前可以提问');
  });

  it('A1 takes nothing once it is closed', () => {
    const scene = setScene();
    const { host, examiners } = scene;
    const question = examiners[0]!.asks('A', '问');
    const other = examiners[1]!.asks('A', '又问');
    scene.scores('A');
    host.send('draw.promise', { purpose: 'order' });
    const draw = [...scene.state.draws.all.keys()][0]!;
    host.send('meeting.close', {});
    const tries = [
      () => host.steps('B'),
      () => examiners[0]!.submits('A', 0.5),
      () => examiners[0]!.asks('B', '问'),
      () => scene.voice('1').votes('A', 'fair'),
      () => host.send('question.decline', { question, reason: '晚了' }),
      () => host.send('question.merge', { question, into: other }),
      () => host.send('question.edit', { question, shown: '改' }),
      () => host.send('question.reorder', { question, to: 1 }),
      () => host.send('question.hand-on', { question, member: 'A2' }),
      () => host.send('hand.lower', { pass: examiners[0]!.pass }),
      () => host.send('draw.do', { draw, number: 1 }),
      () => host.deducts('B', 50),
      () => host.send('units.set', { units: [] }),
      () => host.send('pass.revoke', { pass: examiners[0]!.pass, reason: '晚了' }),
    ];
    expect(tries.map(refusalOf)).toEqual(tries.map(() => 'meeting-closed'));
  });

  it('A1 does not close while a unit is on stage', () => {
    const { host } = setScene();
    host.steps('A');
    expect(refusalOf(() => host.send('meeting.close', {}))).toBe('turn-on-stage');
  });
});

describe('A2 · turn', () => {
  it('A2 goes waiting → reporting → questioning → scoring → closing → locked → published, a host’s step each', () => {
    const scene = setScene();
    const seen = [scene.stage('A')];
    for (let i = 0; i < 5; i += 1) {
      scene.host.steps('A');
      seen.push(scene.stage('A'));
    }
    scene.host.publishes('A');
    seen.push(scene.stage('A'));
    expect(seen).toEqual([
      'waiting',
      'reporting',
      'questioning',
      'scoring',
      'closing',
      'locked',
      'published',
    ]);
  });

  it('A2 refuses a step from a stage that is over and one that leaves a stage out', () => {
    const { host } = setScene();
    host.steps('A');
    expect(refusalOf(() => host.send('turn.step', { unit: 'A', from: 'waiting', to: 'reporting' }))).toBe(
      'stage-moved',
    );
    expect(refusalOf(() => host.send('turn.step', { unit: 'A', from: 'reporting', to: 'scoring' }))).toBe(
      'stage-not-next',
    );
    expect(refusalOf(() => host.send('turn.step', { unit: 'Z', from: 'waiting', to: 'reporting' }))).toBe(
      'unit-unknown',
    );
    host.stepsTo('A', 'locked');
    expect(refusalOf(() => host.send('turn.step', { unit: 'A', from: 'locked', to: 'published' }))).toBe(
      'stage-not-next',
    );
  });

  it('A2 no stage ends by itself: a clock at zero is overtime', () => {
    const scene = setScene();
    scene.host.steps('A');
    scene.meeting.passes(500_000);
    expect(scene.stage('A')).toBe('reporting');
    expect(left(scene)).toBe(-20_000);
  });

  it('A2 skips a stage that the format lacks', () => {
    const scene = setScene({ settings: { stages: ['questioning'] } });
    scene.host.steps('A');
    expect(scene.stage('A')).toBe('questioning');
    scene.host.steps('A');
    scene.host.steps('A');
    expect(scene.stage('A')).toBe('locked');
    scene.host.steps('B');
    const stages = {
      ...DEFAULT_SETTINGS,
      stages: ['questioning', 'closing'] as ('questioning' | 'closing')[],
    };
    expect(refusalOf(() => scene.host.send('meeting.set', stages))).toBe('turn-on-stage');
  });

  it('A2 moves a waiting unit, and only a waiting one', () => {
    const { host, state } = setScene();
    host.send('turn.move', { unit: 'C', to: 0 });
    expect(state.agenda.order).toEqual(['C', 'A', 'B']);
    host.steps('C');
    expect(refusalOf(() => host.send('turn.move', { unit: 'C', to: 1 }))).toBe('stage-moved');
    host.send('turn.move', { unit: 'A', to: 99 });
    expect(state.agenda.order).toEqual(['C', 'B', 'A']);
  });

  it('A2 marks a unit absent, and its ballots become void', () => {
    const scene = setScene();
    const { host, examiners, meeting } = scene;
    host.stepsTo('A', 'scoring');
    examiners[0]!.submits('A', 0.8);
    host.marksAbsent('A');
    expect(scene.stage('A')).toBe('locked');
    expect(meeting.slice('organizer', 'standings').locked[0]).toMatchObject({
      why: 'absent',
      counted: 0,
      void: 1,
      returned: 1,
    });
    expect(examiners[0]!.mine?.ballots[0]?.status).toBe('void');
    expect(refusalOf(() => examiners[0]!.submits('A', 0.8))).toBe('unit-absent');
    expect(refusalOf(() => scene.voice('1').votes('A', 'fair'))).toBe('unit-absent');
    expect(refusalOf(() => host.steps('A'))).toBe('unit-absent');
    expect(refusalOf(() => host.marksAbsent('A'))).toBe('unit-absent');
  });

  it('A2 takes an absence back until it is published, and the ballots count again', () => {
    const scene = setScene();
    const { host, examiners } = scene;
    host.stepsTo('A', 'scoring');
    examiners[0]!.submits('A', 0.8);
    host.marksAbsent('A');
    host.send('turn.present', { unit: 'A', reason: '路上堵车' });
    expect(scene.stage('A')).toBe('waiting');
    expect(examiners[0]!.mine?.ballots[0]?.status).toBe('counted');
    host.marksAbsent('B');
    host.publishes('B');
    expect(refusalOf(() => host.send('turn.present', { unit: 'B', reason: '来了' }))).toBe(
      'already-published',
    );
    expect(refusalOf(() => host.send('turn.present', { unit: 'C', reason: '来了' }))).toBe('stage-moved');
  });

  it('A2 steps back one stage until the lock, with a reason, and keeps the ballots', () => {
    const scene = setScene();
    const { host, examiners, meeting } = scene;
    host.stepsTo('A', 'closing');
    examiners[0]!.submits('A', 0.8);
    host.stepsBack('A');
    expect(scene.stage('A')).toBe('scoring');
    host.stepsBack('A');
    expect(scene.stage('A')).toBe('questioning');
    expect(refusalOf(() => examiners[1]!.submits('A', 0.8))).toBe('turn-not-open');
    const body = { unit: 'A', from: 'questioning', reason: '' };
    expect(meeting.takes(host.who, 'turn.back', body).refused?.code).toBe('malformed');
    host.stepsTo('A', 'scoring');
    expect(examiners[0]!.mine?.ballots).toHaveLength(1);
    host.stepsTo('A', 'locked');
    expect(refusalOf(() => host.stepsBack('A'))).toBe('turn-locked');
    expect(refusalOf(() => host.stepsBack('B'))).toBe('turn-locked');
  });
});

describe('A3 · one turn at a time', () => {
  it('A3 has one unit between reporting and closing; a locked one has left the stage', () => {
    const { host, state } = setScene();
    host.steps('A');
    expect(refusalOf(() => host.steps('B'))).toBe('turn-on-stage');
    host.stepsTo('A', 'locked');
    expect(state.agenda.onStage).toBeNull();
    host.steps('B');
    expect(state.agenda.onStage).toBe('B');
  });

  it('A3 gives a question its own clock inside questioning', () => {
    const scene = setScene();
    const { host, meeting } = scene;
    host.stepsTo('A', 'questioning');
    asked(scene);
    meeting.passes(30_000);
    const { clock, question } = meeting.slice('screen', 'stage');
    expect(clock).toBeNull();
    expect(remainingAt(question!.clock!, meeting.now)).toBe(150_000);
    host.steps('A');
    expect(meeting.slice('screen', 'stage').question).toBeNull();
  });
});

describe('A4 · clocks', () => {
  it('A4 starts, pauses, resumes, adds and takes seconds', () => {
    const scene = setScene();
    const { host, meeting } = scene;
    host.steps('A');
    meeting.passes(60_000);
    host.send('clock.run', { clock: 'stage', run: false });
    meeting.passes(99_000);
    expect(left(scene)).toBe(420_000);
    host.send('clock.run', { clock: 'stage', run: true });
    host.send('clock.adjust', { clock: 'stage', by: 30_000 });
    host.send('clock.adjust', { clock: 'stage', by: -10_000 });
    meeting.passes(20_000);
    expect(left(scene)).toBe(420_000);
    expect(refusalOf(() => host.send('clock.run', { clock: 'answer', run: true }))).toBe('clock-missing');
  });

  it('A4 freezes every clock while the meeting is paused, and takes ballots and questions', () => {
    const scene = setScene();
    const { host, meeting, examiners } = scene;
    host.stepsTo('A', 'questioning');
    asked(scene);
    const answer = () => remainingAt(meeting.slice('screen', 'stage').question!.clock!, meeting.now);
    meeting.passes(10_000);
    host.send('meeting.pause', { note: null });
    meeting.passes(600_000);
    expect(answer()).toBe(170_000);
    examiners[1]!.asks('A', '雨中提问');
    host.send('meeting.resume', {});
    meeting.passes(10_000);
    expect(answer()).toBe(160_000);
    host.stepsTo('A', 'scoring');
    host.send('meeting.pause', { note: null });
    examiners[0]!.submits('A', 0.8);
    scene.voice('1').votes('A', 'fair');
  });

  it('A4 starts with the meeting what was started during a pause, and nothing that stood before', () => {
    const scene = setScene();
    const { host, meeting } = scene;
    host.steps('A');
    host.send('clock.run', { clock: 'stage', run: false });
    host.send('meeting.pause', { note: null });
    host.send('meeting.resume', {});
    meeting.passes(10_000);
    expect(left(scene)).toBe(480_000);
    host.send('meeting.pause', { note: null });
    host.send('clock.run', { clock: 'stage', run: true });
    meeting.passes(10_000);
    expect(left(scene)).toBe(480_000);
    host.send('meeting.resume', {});
    meeting.passes(10_000);
    expect(left(scene)).toBe(470_000);
  });

  it('A4 finds a stage’s clock as it was left after a step back', () => {
    const scene = setScene();
    const { host, meeting } = scene;
    host.steps('A');
    meeting.passes(100_000);
    host.steps('A');
    meeting.passes(50_000);
    host.stepsBack('A');
    expect(left(scene)).toBe(380_000);
    meeting.passes(1_000);
    expect(left(scene)).toBe(379_000);
  });
});

describe('A5 · defaults', () => {
  it('A5 reports 8 minutes, answers 3, scores 2 and closes in 30 seconds, with warnings', () => {
    const scene = setScene();
    const { host, meeting } = scene;
    const clock = () => meeting.slice('screen', 'stage').clock;
    host.steps('A');
    expect(clock()).toMatchObject({ total: 480_000, warn: 60_000 });
    host.steps('A');
    asked(scene);
    expect(meeting.slice('screen', 'stage').question?.clock).toMatchObject({ total: 180_000, warn: 30_000 });
    host.steps('A');
    expect(clock()?.total).toBe(120_000);
    host.steps('A');
    expect(clock()?.total).toBe(30_000);
  });

  it('A5 are editable', () => {
    const scene = setScene({ settings: { times: { ...DEFAULT_SETTINGS.times, report: 60_000 } } });
    scene.host.steps('A');
    expect(left(scene)).toBe(60_000);
  });

  it('A5 S9 overtime can become a deduction', () => {
    const scene = setScene();
    scene.scores('A');
    scene.host.deducts('A', 100);
    expect(scene.meeting.slice('organizer', 'standings').locked[0]).toMatchObject({
      deductions: 100,
      score: 7900,
    });
  });
});
