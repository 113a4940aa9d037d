/** Two hosts at once: each action says what it was meant for, so that nothing is done twice and nothing to another. */
import { describe, expect, it } from 'vitest';
import { refusalOf } from '../support/meeting.ts';
import { Organizer } from '../support/people.ts';
import { setScene, type Scene } from '../support/scene.ts';

const questionOf = ({ state }: Scene, id: string) => state.questions.all.get(id)!;
const queue = ({ state }: Scene) => state.questions.queue;

/** Two hosts, and the questions 一, 二, 三 to unit A. */
function two() {
  const scene = setScene();
  const other = new Organizer(scene.meeting, 'host', 'second');
  const [one, two, three] = scene.examiners;
  const asked = [one!.asks('A', '一'), two!.asks('A', '二'), three!.asks('A', '三')] as const;
  return { scene, host: scene.host, other, asked };
}

describe('A2 · the same step is not done twice', () => {
  it('A2 both press the next step: one happens, the other is refused', () => {
    const { scene, host, other } = two();
    const step = { unit: 'A', from: 'waiting', to: 'reporting' } as const;
    host.send('turn.step', step);
    expect(refusalOf(() => other.send('turn.step', step))).toBe('stage-moved');
    expect(scene.stage('A')).toBe('reporting');
  });

  it('A1 both pause, both resume: the second is refused', () => {
    const { host, other } = two();
    host.send('meeting.pause', { note: null });
    expect(refusalOf(() => other.send('meeting.pause', { note: '雨' }))).toBe('wrong-phase');
    other.send('meeting.resume', {});
    expect(refusalOf(() => host.send('meeting.resume', {}))).toBe('wrong-phase');
  });

  it('A2 a unit is moved from where the host saw it', () => {
    const { scene, host, other } = two();
    host.send('turn.move', { unit: 'C', from: 2, to: 0 });
    expect(refusalOf(() => other.send('turn.move', { unit: 'C', from: 2, to: 1 }))).toBe('overtaken');
    expect(scene.state.agenda.order).toEqual(['C', 'A', 'B']);
  });
});

describe('A4 · clocks', () => {
  it('A4 a clock that already stands is stopped by nobody a second time', () => {
    const { scene, host, other } = two();
    host.stepsTo('A', 'reporting');
    const stop = { clock: 'stage', of: 'A/reporting', run: false } as const;
    host.send('clock.run', stop);
    const { length } = scene.state;
    other.send('clock.run', stop);
    expect(scene.state.length).toBe(length);
  });

  it('A4 seconds that were meant for one stage do not go to the next one, nor to another question', () => {
    const { host, other, asked } = two();
    host.stepsTo('A', 'reporting');
    host.send('clock.adjust', { clock: 'stage', of: 'A/reporting', by: 10_000 });
    other.send('clock.adjust', { clock: 'stage', of: 'A/reporting', by: 10_000 });
    host.stepsTo('A', 'questioning');
    const late = { clock: 'stage', of: 'A/reporting', by: 10_000 } as const;
    expect(refusalOf(() => other.send('clock.adjust', late))).toBe('overtaken');
    host.send('question.stage', { question: asked[0], instead: null });
    host.send('question.stage', { question: asked[1], instead: asked[0] });
    const run = { clock: 'answer', of: asked[0], run: false } as const;
    expect(refusalOf(() => other.send('clock.run', run))).toBe('overtaken');
  });
});

describe('Q1 · questions', () => {
  it('Q1 accepted by one, declined by the other: the second sees that it has changed', () => {
    const { scene, host, other } = two();
    const question = scene.voice('1').asks('A', '路灯');
    host.send('question.accept', { question, from: 'submitted' });
    expect(refusalOf(() => other.send('question.accept', { question, from: 'submitted' }))).toBe(
      'question-state',
    );
    const decline = { question, from: 'submitted', reason: '重复' } as const;
    expect(refusalOf(() => other.send('question.decline', decline))).toBe('question-state');
    expect(questionOf(scene, question).state).toBe('accepted');
  });

  it('Q1 two questions are put on stage at once: the first stays', () => {
    const { scene, host, other, asked } = two();
    host.stepsTo('A', 'questioning');
    host.send('question.stage', { question: asked[0], instead: null });
    expect(refusalOf(() => other.send('question.stage', { question: asked[1], instead: null }))).toBe(
      'overtaken',
    );
    expect(refusalOf(() => other.send('question.stage', { question: asked[0], instead: null }))).toBe(
      'question-state',
    );
    expect(scene.state.questions.onStage).toBe(asked[0]);
    host.send('question.answered', { question: asked[0] });
    expect(refusalOf(() => other.send('question.answered', { question: asked[0] }))).toBe('question-state');
    host.send('question.close', { question: asked[0], from: 'answered' });
    expect(refusalOf(() => other.send('question.close', { question: asked[0], from: 'answered' }))).toBe(
      'question-state',
    );
  });

  it('Q1, Q2 words, order and member are changed from what the host saw', () => {
    const { scene, host, other, asked } = two();
    const [one, , three] = asked;
    host.send('question.edit', { question: one, from: 'accepted', was: '一', shown: '第一' });
    const edit = { question: one, was: '一', shown: '壹' };
    expect(refusalOf(() => other.send('question.edit', edit))).toBe('overtaken');
    host.send('question.reorder', { question: three, from: 2, to: 0 });
    expect(refusalOf(() => other.send('question.reorder', { question: three, from: 2, to: 1 }))).toBe(
      'overtaken',
    );
    expect(queue(scene)[0]).toBe(three);
    host.send('question.hand-on', { question: one, member: 'A2', was: 'A1' });
    const on = { question: one, member: 'A2', was: 'A1' };
    expect(refusalOf(() => other.send('question.hand-on', on))).toBe('overtaken');
  });
});

describe('L2 · draws', () => {
  it('L2 a draw that was just done is not done again by a second press', () => {
    const { scene, host, other } = two();
    host.send('draw.promise', { purpose: 'questioner', after: null });
    expect(refusalOf(() => other.send('draw.promise', { purpose: 'questioner', after: null }))).toBe(
      'draw-open',
    );
    const [draw] = [...scene.state.draws.all.keys()];
    host.send('draw.do', { draw: draw!, number: 7 });
    expect(refusalOf(() => other.send('draw.do', { draw: draw!, number: 8 }))).toBe('draw-unknown');
    expect(refusalOf(() => other.send('draw.promise', { purpose: 'questioner', after: null }))).toBe(
      'overtaken',
    );
  });
});

describe('Q1 · a step of a question is taken back', () => {
  it('Q1 accepted, declined: it is again what it was, at its place', () => {
    const { scene, host, asked } = two();
    const crowd = scene.voice('1').asks('A', '路灯');
    host.send('question.accept', { question: crowd });
    host.send('question.return', { question: crowd, from: 'accepted' });
    expect(questionOf(scene, crowd).state).toBe('submitted');
    host.send('question.decline', { question: asked[0], reason: '重复' });
    host.send('question.return', { question: asked[0], from: 'declined' });
    expect([questionOf(scene, asked[0]).state, questionOf(scene, asked[0]).declined]).toEqual([
      'accepted',
      null,
    ]);
    expect(queue(scene)).toEqual([...asked]);
    expect(refusalOf(() => host.send('question.return', { question: asked[0] }))).toBe('question-state');
  });

  it('Q1 merged: who only came with it leaves the other again, who had come before stays', () => {
    const { scene, host, asked } = two();
    const [first, second] = asked;
    scene.examiners[3]!.supports(first);
    scene.examiners[3]!.supports(second);
    scene.examiners[4]!.supports(second);
    host.send('question.merge', { question: second, into: first });
    expect(questionOf(scene, first).support.size).toBe(3);
    host.send('question.return', { question: second, from: 'merged' });
    expect([...questionOf(scene, first).support]).toEqual([scene.examiners[3]!.pass]);
    expect([questionOf(scene, second).state, questionOf(scene, second).mergedInto]).toEqual([
      'accepted',
      null,
    ]);
  });

  it('Q1 on stage by mistake: it waits again where it stood; once answered it stays asked', () => {
    const { scene, host, asked } = two();
    host.stepsTo('A', 'questioning');
    host.send('question.stage', { question: asked[1] });
    host.send('question.return', { question: asked[1], from: 'asked' });
    expect(scene.state.questions.onStage).toBeNull();
    expect(queue(scene)).toEqual([...asked]);
    host.send('question.stage', { question: asked[1] });
    host.send('question.answered', { question: asked[1] });
    expect(refusalOf(() => host.send('question.return', { question: asked[1] }))).toBe('question-state');
  });
});

describe('J2 · a press that comes too late', () => {
  it('J2 does nothing after its time, and is answered as before where it had been done in time', () => {
    const { scene, host } = two();
    const { meeting } = scene;
    const body = { unit: 'A', from: 'waiting', to: 'reporting' };
    const press = { id: 'press-one', type: 'turn.step', body, until: meeting.now + 8000 };
    meeting.passes(60_000);
    expect(meeting.decides(host.who, press).refused?.code).toBe('too-late');
    const done = meeting.send(host.who, 'turn.step', { unit: 'A', from: 'waiting', to: 'reporting' }, 'two');
    const again = { id: 'two', type: 'turn.step', body, until: meeting.now - 1 };
    expect(meeting.decides(host.who, again)).toMatchObject({ refused: null, repeated: true, n: done.n });
  });
});

describe('V1 · what happened lately', () => {
  it('V1 organizers read who did what; nobody else is sent it', () => {
    const { scene, host } = two();
    host.stepsTo('A', 'scoring');
    scene.examiners[0]!.submits('A', 0.8);
    const lately = scene.meeting.slice('organizer', 'lately');
    expect(lately.slice(-2)).toMatchObject([
      { type: 'turn-stepped', unit: 'A', to: 'scoring', by: { role: 'host', id: 'host' } },
      { type: 'ballot-accepted', pass: 'party-01', by: { role: 'examiner', id: null }, on: false },
    ]);
    expect(JSON.stringify(lately)).not.toMatch(/scores|receipt|session/);
    for (const audience of ['screen', 'examiner', 'member', 'crowd'] as const)
      expect(scene.meeting.sentTo(audience)).not.toContain('turn-stepped');
  });

  it('I3 an anonymous ballot is its category’s, and the list stays short', () => {
    const scene = setScene({ settings: { identity: 'anonymous' } });
    scene.host.stepsTo('A', 'scoring');
    for (const one of scene.examiners) one.submits('A', 0.8);
    for (const one of scene.examiners) one.submits('A', 0.9);
    const lately = scene.meeting.slice('organizer', 'lately');
    expect(lately.length).toBe(8);
    expect(lately.at(-1)).toMatchObject({ type: 'ballot-accepted', pass: null, category: 'media', on: true });
    expect(JSON.stringify(lately)).not.toMatch(/media-01|party-0/);
  });
});

describe('the pace of a meeting', () => {
  it('A2 counts turns that were played, not absent ones, and the one on stage since it came up', () => {
    const { scene, host } = two();
    host.stepsTo('A', 'scoring');
    scene.meeting.passes(20 * 60_000);
    host.stepsTo('A', 'locked');
    host.marksAbsent('B');
    expect(scene.meeting.slice('organizer', 'pace')).toEqual({
      done: 1,
      spent: 20 * 60_000,
      left: 1,
      since: null,
    });
    host.steps('C');
    expect(scene.meeting.slice('organizer', 'pace')).toMatchObject({ left: 0, since: scene.meeting.now });
  });
});
