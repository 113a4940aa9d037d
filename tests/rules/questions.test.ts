import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../assessment/meeting.ts';
import { touched } from '../support/touched.ts';
import { refusalOf } from '../support/meeting.ts';
import { Phone } from '../support/people.ts';
import { setScene, type Scene } from '../support/scene.ts';

const stateOf = ({ state }: Scene, question: string) => state.questions.all.get(question)?.state;
const seenBy = ({ meeting }: Scene, audience: 'crowd' | 'examiner' | 'member' | 'organizer') =>
  meeting.slice(audience, 'questions').map(({ id }) => id);
/** A question of the first examiner that has been answered on stage. */
function answered(scene: Scene): string {
  scene.host.stepsTo('A', 'questioning');
  const question = scene.examiners[0]!.asks('A', '停车怎么办');
  scene.host.send('question.stage', { question });
  scene.host.send('question.answered', { question });
  return question;
}

describe('Q1 · states', () => {
  it('Q1 goes submitted → accepted → queued → asked → answered → closed', () => {
    const scene = setScene();
    const { host } = scene;
    const question = scene.voice('1').asks('A', '路灯什么时候修');
    const seen = [stateOf(scene, question)];
    const then = (
      type: 'question.accept' | 'question.queue' | 'question.stage' | 'question.answered' | 'question.close',
    ) => {
      host.send(type, { question });
      seen.push(stateOf(scene, question));
    };
    then('question.accept');
    then('question.queue');
    host.stepsTo('A', 'questioning');
    then('question.stage');
    then('question.answered');
    then('question.close');
    expect(seen).toEqual(['submitted', 'accepted', 'queued', 'asked', 'answered', 'closed']);
  });

  it('Q1 is declined with a reason, which its asker reads, and may be accepted after all', () => {
    const scene = setScene();
    const voice = scene.voice('1');
    const question = voice.asks('A', '骂人的话');
    scene.host.send('question.decline', { question, reason: '与本场无关' });
    expect(voice.mine?.questions).toMatchObject([{ state: 'declined', declined: '与本场无关' }]);
    expect(seenBy(scene, 'crowd')).toEqual([]);
    scene.host.send('question.accept', { question });
    expect(voice.mine?.questions[0]?.declined).toBeNull();
  });

  it('Q1 merges one into another of the same unit, with its supporters', () => {
    const scene = setScene();
    const [one, two, three] = scene.examiners;
    const [first, other, foreign] = [
      one!.asks('A', '停车'),
      two!.asks('A', '停车难'),
      one!.asks('B', '停车'),
    ];
    three!.supports(other);
    scene.host.send('question.merge', { question: other, into: first });
    expect(scene.meeting.slice('examiner', 'questions').find(({ id }) => id === first)?.support).toBe(2);
    expect(stateOf(scene, other)).toBe('merged');
    scene.host.stepsTo('A', 'questioning');
    scene.host.send('question.stage', { question: first });
    expect(scene.meeting.slice('screen', 'stage').question).toMatchObject({ merged: 1, support: 2 });
    for (const body of [
      { question: first, into: first },
      { question: foreign, into: first },
    ]) {
      expect(refusalOf(() => scene.host.send('question.merge', body))).toBe('question-state');
    }
  });

  it('Q1 has at most 200 characters and at least one', () => {
    const scene = setScene();
    const tries = (text: string) => refusalOf(() => scene.voice('1').asks('A', text));
    expect([tries('问'.repeat(200)), tries('问'.repeat(201)), tries(' \n '), tries('')]).toEqual([
      null,
      'malformed',
      'malformed',
      'malformed',
    ]);
  });

  it('Q1 is asked before and during the meeting by examiners, the crowd and organizers; by no member', () => {
    const scene = setScene({ until: 'ready' });
    const member = new Phone(scene.meeting, 'member');
    member.enrols('m-A1');
    scene.examiners[0]!.enrols(scene.examiners[0]!.pass);
    scene.examiners[0]!.asks('A', '问');
    scene.voice('1').asks('A', '问');
    scene.host.send('question.ask', { unit: 'A', text: '问', portfolio: null, member: null });
    expect(refusalOf(() => member.asks('A', '问'))).toBe('forbidden');
    expect([...scene.state.questions.all.values()].map(({ from }) => from)).toEqual([
      'examiner',
      'crowd',
      'organizer',
    ]);
  });

  it('Q1 takes none for a unit whose turn is over or that is unknown', () => {
    const scene = setScene();
    scene.host.stepsTo('A', 'locked');
    expect(refusalOf(() => scene.examiners[0]!.asks('A', '问'))).toBe('turn-locked');
    expect(refusalOf(() => scene.examiners[0]!.asks('Z', '问'))).toBe('unit-unknown');
    scene.host.marksAbsent('B');
    expect(refusalOf(() => scene.examiners[0]!.asks('B', '问'))).toBe('unit-absent');
  });

  it('Q1 the crowd asks only where it is allowed', () => {
    const scene = setScene({ settings: { crowdAsks: false } });
    expect(refusalOf(() => scene.voice('1').asks('A', '问'))).toBe('questions-not-open');
  });

  it('A2 goes on stage only for the unit on stage while it is questioned', () => {
    const scene = setScene();
    const { host, examiners } = scene;
    const [mine, other] = [examiners[0]!.asks('A', '问'), examiners[0]!.asks('B', '问')];
    const stages = (question: string) => refusalOf(() => host.send('question.stage', { question }));
    expect(stages(mine)).toBe('turn-not-open');
    host.steps('A');
    expect(stages(mine)).toBe('turn-not-open');
    host.steps('A');
    expect([stages(other), stages('q999'), stages(mine), stages(mine)]).toEqual([
      'turn-not-open',
      'question-unknown',
      null,
      'question-state',
    ]);
  });
});

describe('Q2 · who answers', () => {
  it('Q2 goes to the member whose portfolio it names, the secretary otherwise', () => {
    const scene = setScene();
    const member = (more: object) =>
      scene.state.questions.all.get(scene.examiners[0]!.asks('A', '问', more))?.member;
    expect(member({ portfolio: '停车' })).toBe('A2');
    expect(member({ portfolio: '天气' })).toBe('A1');
    expect(member({})).toBe('A1');
    expect(member({ member: 'A2' })).toBe('A2');
    expect(member({ member: 'B2' })).toBe('A1');
  });

  it('Q2 handing on is an entry that names both, and only within the unit', () => {
    const scene = setScene();
    const question = scene.examiners[0]!.asks('A', '问');
    scene.host.send('question.hand-on', { question, member: 'A2' });
    expect(scene.meeting.journal.at(-1)).toMatchObject({
      type: 'question-handed-on',
      data: { from: 'A1', to: 'A2' },
    });
    expect(refusalOf(() => scene.host.send('question.hand-on', { question, member: 'B1' }))).toBe(
      'person-unknown',
    );
  });
});

describe('Q3 · moderation', () => {
  it('Q3 the crowd’s questions always wait for the host, and nobody sees them before', () => {
    const scene = setScene();
    const question = scene.voice('1').asks('A', '问');
    expect(stateOf(scene, question)).toBe('submitted');
    for (const audience of ['crowd', 'examiner', 'member'] as const)
      expect(seenBy(scene, audience)).toEqual([]);
    expect(seenBy(scene, 'organizer')).toEqual([question]);
    expect(refusalOf(() => scene.voice('2').supports(question))).toBe('question-state');
  });

  it('Q3 examiners’ questions need none unless the meeting says so', () => {
    const scene = setScene();
    expect(stateOf(scene, scene.examiners[0]!.asks('A', '问'))).toBe('accepted');
    scene.host.send('meeting.set', { ...DEFAULT_SETTINGS, moderateExaminers: true });
    expect(stateOf(scene, scene.examiners[0]!.asks('A', '问'))).toBe('submitted');
  });

  it('Q3 an examiner raises a hand; the host records what he asked aloud', () => {
    const scene = setScene();
    const [one] = scene.examiners;
    one!.send('hand.raise', { on: true });
    expect(scene.meeting.slice('organizer', 'people').hands).toEqual([one!.pass]);
    expect(one!.mine?.hand).toBe(true);
    const body = { unit: 'A', text: '口头提问', portfolio: null, member: null, oral: { pass: one!.pass } };
    scene.host.send('question.ask', body);
    expect([...scene.state.questions.all.values()][0]).toMatchObject({
      from: 'examiner',
      asker: one!.pass,
      category: 'party',
      oral: true,
      state: 'accepted',
    });
    expect(one!.mine?.hand).toBe(false);
  });

  it('Q3 hands go down when the questioning is over, and stay up over a step back to the report', () => {
    const scene = setScene();
    const [one] = scene.examiners;
    scene.host.stepsTo('A', 'questioning');
    one!.send('hand.raise', { on: true });
    scene.host.send('turn.back', { unit: 'A', from: 'questioning', reason: '误按' });
    expect(one!.mine?.hand).toBe(true);
    scene.host.stepsTo('A', 'scoring');
    expect(one!.mine?.hand).toBe(false);
    expect(scene.meeting.slice('organizer', 'people').hands).toEqual([]);
  });

  it('Q3 V1 an examiner whose hand went down with the step is told so', () => {
    const scene = setScene();
    const [one] = scene.examiners;
    scene.host.stepsTo('A', 'questioning');
    one!.send('hand.raise', { on: true });
    const step = {
      type: 'turn-stepped',
      by: 'host',
      data: { unit: 'A', from: 'questioning', to: 'scoring' },
    };
    expect(touched(scene.state, step)).toContain(one!.session);
  });

  it('Q3 nobody but a host asks in another’s name', () => {
    const scene = setScene();
    const body = { unit: 'A', text: '冒名', portfolio: null, member: null, oral: { pass: 'party-01' } };
    for (const one of [scene.voice('1'), scene.examiner('people-01')]) {
      expect(refusalOf(() => one.send('question.ask', body))).toBe('forbidden');
      expect(refusalOf(() => one.send('question.ask', { ...body, oral: { pass: null } }))).toBe('forbidden');
    }
    const tries = (pass: string) =>
      refusalOf(() => scene.host.send('question.ask', { ...body, oral: { pass } }));
    expect([tries('screen-1'), tries('m-A1'), tries('nobody')]).toEqual([
      'pass-unknown',
      'pass-unknown',
      'pass-unknown',
    ]);
  });

  it('Q3 the host rewords for the screen, and the original stays', () => {
    const scene = setScene();
    scene.host.stepsTo('A', 'questioning');
    const question = scene.voice('1').asks('A', '原来的话');
    scene.host.send('question.edit', { question, shown: '整理后的话' });
    scene.host.send('question.accept', { question });
    scene.host.send('question.stage', { question });
    expect(scene.meeting.slice('screen', 'stage').question?.text).toBe('整理后的话');
    expect(scene.meeting.slice('organizer', 'questions')[0]).toMatchObject({
      text: '整理后的话',
      original: '原来的话',
    });
    const told = scene.meeting.slice('examiner', 'questions')[0];
    expect(told?.text).toBe('整理后的话');
    expect(JSON.stringify(told)).not.toContain('原来的话');
  });
});

describe('Q4 · support', () => {
  it('Q4 counts one per person and question, and never one’s own', () => {
    const scene = setScene();
    const [one, two] = scene.examiners;
    const question = one!.asks('A', '问');
    const support = () => scene.meeting.slice('crowd', 'questions')[0]?.support;
    for (let i = 0; i < 3; i += 1) two!.supports(question);
    scene.voice('1').supports(question);
    expect(support()).toBe(2);
    two!.supports(question, false);
    expect(support()).toBe(1);
    expect(refusalOf(() => one!.supports(question))).toBe('own-question');
    expect(two!.mine?.supports).toEqual([]);
    expect(scene.voice('1').mine?.supports).toEqual([question]);
  });
});

describe('Q5 · ratings', () => {
  it('Q5 each examiner present rates in the 30 seconds after the answer', () => {
    const scene = setScene();
    const { host, meeting, examiners } = scene;
    const question = answered(scene);
    examiners[1]!.rates(question, 'good');
    examiners[1]!.rates(question, 'poor');
    expect(examiners[1]!.mine?.ratings).toEqual({ [question]: 'poor' });
    host.send('pass.check-out', { pass: examiners[2]!.pass });
    expect(refusalOf(() => examiners[2]!.rates(question, 'good'))).toBe('not-checked-in');
    meeting.passes(30_000);
    examiners[3]!.rates(question, 'fair');
    meeting.passes(1);
    expect(refusalOf(() => examiners[4]!.rates(question, 'fair'))).toBe('rating-closed');
  });

  it('Q5 shows the ratings once, all together, after the window', () => {
    const scene = setScene();
    const { meeting, examiners } = scene;
    const question = answered(scene);
    examiners[1]!.rates(question, 'good');
    const shown = () => meeting.slice('screen', 'stage').question;
    expect(shown()).toMatchObject({ ratings: null, ratingUntil: meeting.now + 30_000 });
    expect(meeting.slice('organizer', 'questions')[0]?.ratings).toBeNull();
    meeting.passes(30_001);
    meeting.send({ kind: 'system' }, 'question.close-rating', { question });
    const ratings = { good: 1, 'rather-good': 0, fair: 0, poor: 0 };
    expect(shown()).toMatchObject({ ratings, ratingUntil: null });
    expect(refusalOf(() => examiners[2]!.rates(question, 'good'))).toBe('rating-closed');
    expect(meeting.takes({ kind: 'system' }, 'question.close-rating', { question }).entries).toEqual([]);
    expect(refusalOf(() => scene.host.send('question.close-rating', { question }))).toBe('forbidden');
  });

  it('Q5 nothing is rated before it is answered, and ratings count for nothing', () => {
    const scene = setScene();
    const { host, examiners, meeting } = scene;
    host.stepsTo('A', 'questioning');
    const open = examiners[0]!.asks('A', '问');
    expect(refusalOf(() => examiners[1]!.rates(open, 'good'))).toBe('question-state');
    const question = answered(scene);
    for (const one of examiners) one.rates(question, 'poor');
    scene.scores('A');
    expect(meeting.slice('organizer', 'standings').locked[0]?.score).toBe(8000);
  });
});
