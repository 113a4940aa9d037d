import { describe, expect, it } from 'vitest';
import { actorOf } from '../../assessment/actors.ts';
import { ballotOf } from '../../assessment/ballots.ts';
import { COMMANDS } from '../../assessment/decide.ts';
import { DEFAULT_SETTINGS } from '../../assessment/meeting.ts';
import { hashSecret } from '../../assessment/passes.ts';
import { audienceOf } from '../../assessment/view.ts';
import { refusalOf } from '../support/meeting.ts';
import { ExaminerPhone, Phone, secretOf } from '../support/people.ts';
import { examinerName, setScene, type Scene } from '../support/scene.ts';

const passOf = ({ state }: Scene, id: string) => state.passes.all.get(id)!;
const phone = ({ meeting }: Scene, name: string): Phone => new Phone(meeting, name);
/** The second device of an examiner. */
const second = ({ meeting }: Scene, pass: string): ExaminerPhone =>
  new ExaminerPhone(meeting, pass, `${pass} again`);
const issue = (id: string, more: object = {}) => ({
  id,
  kind: 'examiner' as const,
  number: '99',
  category: 'people',
  person: null,
  unit: null,
  hash: hashSecret(secretOf(id)),
  ...more,
});

describe('I1 · passes', () => {
  it('I1 stores only the hash of the secret', () => {
    const scene = setScene();
    const text = JSON.stringify(scene.meeting.journal);
    for (const { pass } of scene.examiners) {
      expect(text).not.toContain(secretOf(pass));
      expect(text).toContain(hashSecret(secretOf(pass)));
    }
  });

  it('I1 never takes the short number, the id or the hash for the secret', () => {
    const scene = setScene({ until: 'ready' });
    const someone = phone(scene, 'someone');
    const { hash } = passOf(scene, 'people-01');
    expect(refusalOf(() => someone.send('pass.enrol', { secret: hash }))).toBe('pass-unknown');
    expect(refusalOf(() => someone.send('pass.enrol', { secret: '01' }))).toBe('malformed');
    expect(refusalOf(() => someone.send('pass.enrol', { secret: 'people-01' }))).toBe('malformed');
    expect(audienceOf(scene.state, someone.who)).toBe('crowd');
  });

  it('I1 gives each kind of pass the rights of its kind only', () => {
    const scene = setScene();
    const member = phone(scene, 'member');
    const screen = phone(scene, 'screen');
    member.enrols('m-A1');
    screen.enrols('screen-1');
    expect([member, screen].map(({ who }) => audienceOf(scene.state, who))).toEqual(['member', 'screen']);
    scene.host.stepsTo('A', 'scoring');
    for (const one of [member, screen]) {
      expect(refusalOf(() => one.votes('A', 'fair'))).toBe('forbidden');
      expect(refusalOf(() => one.asks('A', '问'))).toBe('forbidden');
      const body = { unit: 'A', replaces: 0, scores: {} };
      expect(scene.meeting.takes(one.who, 'ballot.submit', body).refused?.code).toBe('forbidden');
    }
  });

  it('I1 issues no pass twice and none for somebody whom nobody knows', () => {
    const scene = setScene();
    const tries = (...passes: ReturnType<typeof issue>[]) =>
      refusalOf(() => scene.host.send('passes.issue', { passes }));
    expect(tries(issue('people-01'))).toBe('duplicate');
    expect(tries(issue('people-90', { hash: passOf(scene, 'people-01').hash }))).toBe('duplicate');
    expect(tries(issue('people-90'), issue('people-90'))).toBe('duplicate');
    expect(tries(issue('people-90', { category: 'clergy' }))).toBe('category-unknown');
    expect(tries(issue('people-90', { person: 'x-nobody' }))).toBe('person-unknown');
    expect(tries(issue('people-90', { person: 'x-party-01' }))).toBe('person-unknown');
    expect(tries(issue('people-90', { person: 'x-people-01' }))).toBe('pass-in-use');
    expect(tries(issue('people-90'))).toBeNull();
  });
});

describe('I2 · one device', () => {
  it('I2 enrols by a tap, checks in, and the same session may scan again', () => {
    const scene = setScene({ until: 'ready' });
    const one = scene.examiner('people-01');
    expect(passOf(scene, 'people-01')).toMatchObject({ session: null, checkedIn: false });
    one.enrols('people-01');
    expect(passOf(scene, 'people-01')).toMatchObject({ session: one.session, checkedIn: true });
    expect(one.enrols('people-01').entries).toEqual([]);
    expect(one.mine?.way).toBe('enrolled');
  });

  it('I2 lets another session take over at once while the first is offline and has submitted nothing', () => {
    const scene = setScene();
    const first = scene.examiner('people-01').goesOffline();
    const next = second(scene, 'people-01');
    next.enrols('people-01');
    expect(passOf(scene, 'people-01').session).toBe(next.session);
    expect(actorOf(scene.state, first.who)).toBeNull();
    expect(first.mine?.way).toBe('revoked');
    expect(refusalOf(() => first.enrols('people-02'))).toBe('pass-moved');
  });

  it('I2 asks for a handover while the first is online', () => {
    const scene = setScene();
    const first = scene.examiner('people-01');
    const next = second(scene, 'people-01');
    next.enrols('people-01');
    expect(next.mine?.way).toBe('waiting');
    expect(passOf(scene, 'people-01').session).toBe(first.session);
    expect(refusalOf(() => next.submits('A', 0.5))).toBe('forbidden');
    scene.host.send('pass.hand-over', { pass: 'people-01', session: next.session });
    expect(next.mine?.way).toBe('enrolled');
    expect(refusalOf(() => first.submits('A', 0.5))).toBe('pass-moved');
  });

  it.each([
    ['a ballot', (scene: Scene) => scene.examiner('people-01').submits('A', 0.5)],
    ['a question', (scene: Scene) => scene.examiner('people-01').asks('A', '问')],
    [
      'a declared recusal',
      (scene: Scene) => scene.examiner('people-01').send('recusal.declare', { unit: 'B' }),
    ],
    [
      'a support',
      (scene: Scene) => scene.examiner('people-01').supports(scene.examiner('people-02').asks('A', '问')),
    ],
  ])('I2 asks for a handover although the first is offline where it submitted %s', (_what, submits) => {
    const scene = setScene();
    scene.host.stepsTo('A', 'scoring');
    submits(scene);
    scene.examiner('people-01').goesOffline();
    const next = second(scene, 'people-01');
    next.enrols('people-01');
    expect(next.mine?.way).toBe('waiting');
  });

  it('I2 a late ballot was submitted too', () => {
    const scene = setScene();
    scene.host.stepsTo('A', 'locked');
    const first = scene.examiner('people-01');
    expect(refusalOf(() => first.submits('A', 0.5))).toBe('turn-locked');
    first.goesOffline();
    const next = second(scene, 'people-01');
    next.enrols('people-01');
    expect(next.mine?.way).toBe('waiting');
  });

  it('I2 a handover keeps all ballots and is journalled', () => {
    const scene = setScene();
    scene.host.stepsTo('A', 'scoring');
    scene.examiner('people-01').submits('A', 0.5);
    const next = second(scene, 'people-01');
    next.enrols('people-01');
    scene.host.send('pass.hand-over', { pass: 'people-01', session: next.session });
    expect(scene.meeting.journal.at(-1)).toMatchObject({ type: 'pass-enrolled', by: 'host:host' });
    expect(next.mine?.ballots).toHaveLength(1);
    next.submits('A', 0.6);
    expect(ballotOf(scene.state, 'A', 'people-01')?.revision).toBe(2);
  });

  it('I2 who waits takes over by another tap once the first is gone', () => {
    const scene = setScene();
    const next = second(scene, 'people-01');
    next.enrols('people-01');
    expect(next.mine?.way).toBe('waiting');
    scene.examiner('people-01').goesOffline();
    next.enrols('people-01');
    expect(next.mine?.way).toBe('enrolled');
  });

  it('I2 an organizer may keep the pass where it is', () => {
    const scene = setScene();
    const next = second(scene, 'people-01');
    next.enrols('people-01');
    scene.host.send('pass.keep', { pass: 'people-01' });
    expect(next.mine?.way).toBe('crowd');
    const body = { pass: 'people-01', session: next.session };
    expect(refusalOf(() => scene.host.send('pass.hand-over', body))).toBe('no-handover');
  });

  it('I2 a session bears one pass: it waits for no other once it has one', () => {
    const scene = setScene();
    const one = phone(scene, 'one');
    scene.host.send('passes.issue', { passes: [issue('people-90')] });
    one.enrols('people-01');
    expect(one.mine?.way).toBe('waiting');
    one.enrols('people-90');
    expect(passOf(scene, 'people-01').handover).toBeNull();
    expect(refusalOf(() => one.enrols('people-02'))).toBe('session-has-pass');
    const body = { pass: 'people-01', session: one.session };
    expect(refusalOf(() => scene.host.send('pass.hand-over', body))).toBe('no-handover');
  });
});

describe('I3 · signed and anonymous', () => {
  it('I3 signed: the roster links pass and person', () => {
    const { meeting } = setScene();
    const row = meeting.slice('organizer', 'people').passes.find(({ id }) => id === 'people-01');
    expect(row).toMatchObject({ person: 'x-people-01', name: examinerName('people-01') });
  });

  it('I3 anonymous: nothing stored links a person to a pass', () => {
    const scene = setScene({ settings: { identity: 'anonymous' } });
    expect(
      [...scene.state.passes.all.values()].filter(({ kind, person }) => kind === 'examiner' && person),
    ).toEqual([]);
    const passes = [issue('people-90', { person: 'x-people-01' })];
    expect(refusalOf(() => scene.host.send('passes.issue', { passes }))).toBe('person-unknown');
  });

  it('I3 a meeting with signed passes cannot call itself anonymous', () => {
    const scene = setScene({ until: 'roster' });
    const settings = { ...DEFAULT_SETTINGS, identity: 'anonymous' as const };
    expect(refusalOf(() => scene.host.send('meeting.set', settings))).toBe('pass-in-use');
  });

  it('I3 anonymous: the console counts by category only', () => {
    const { host, meeting, examiners } = setScene({ settings: { identity: 'anonymous' } });
    host.stepsTo('A', 'scoring');
    examiners[0]!.submits('A', 0.5);
    examiners[1]!.send('ballot.wait', { unit: 'A', on: true });
    const progress = meeting.slice('organizer', 'progress')!;
    expect(progress.pending).toEqual([]);
    expect(progress.categories).toMatchObject([
      { id: 'party', eligible: 3, returned: 1, waits: 1 },
      { id: 'people', eligible: 3, returned: 0, waits: 0 },
      { id: 'media', eligible: 1, returned: 0, waits: 0 },
    ]);
  });

  it('I3 anonymous: recusal is declared on the phone', () => {
    const { host, examiners } = setScene({ settings: { identity: 'anonymous' } });
    const one = examiners[0]!;
    one.send('recusal.declare', { unit: 'A' });
    expect(one.mine?.recused).toEqual(['A']);
    host.stepsTo('A', 'scoring');
    expect(refusalOf(() => one.submits('A', 0.5))).toBe('recused');
    examiners[1]!.submits('A', 0.5);
    expect(refusalOf(() => examiners[1]!.send('recusal.declare', { unit: 'A' }))).toBe('pass-in-use');
    host.stepsTo('A', 'locked');
    expect(refusalOf(() => examiners[2]!.send('recusal.declare', { unit: 'A' }))).toBe('turn-locked');
  });

  it('I3 a lost pass is replaced by a new secret, and the old one opens nothing', () => {
    const scene = setScene();
    const old = scene.examiner('people-01');
    scene.host.send('pass.reissue', {
      pass: 'people-01',
      hash: hashSecret(secretOf('people-01', 2)),
      reason: '丢失',
    });
    expect(refusalOf(() => old.enrols('people-01'))).toBe('revoked');
    const next = second(scene, 'people-01');
    expect(refusalOf(() => next.enrols('people-01'))).toBe('pass-unknown');
    next.send('pass.enrol', { secret: secretOf('people-01', 2) });
    expect(next.mine?.way).toBe('enrolled');
  });
});

describe('I4 · here, gone, revoked', () => {
  it('I4 checks in by hand, checks out, and back in', () => {
    const scene = setScene({ until: 'ready' });
    const present = () => scene.meeting.slice('screen', 'meeting').examiners?.present;
    scene.host.send('pass.check-in', { pass: 'people-01' });
    expect(present()).toBe(1);
    scene.host.send('pass.check-out', { pass: 'people-01' });
    expect(present()).toBe(0);
    scene.host.send('pass.check-in', { pass: 'people-01' });
    expect(present()).toBe(1);
    expect(refusalOf(() => scene.host.send('pass.check-in', { pass: 'nobody' }))).toBe('pass-unknown');
  });

  it('I4 a revoked pass has no rights at once; its counted ballots stay', () => {
    const scene = setScene();
    const one = scene.examiner('people-01');
    scene.host.stepsTo('A', 'scoring');
    one.submits('A', 0.5);
    scene.host.send('pass.revoke', { pass: one.pass, reason: '不再担任考官' });
    expect(actorOf(scene.state, one.who)).toBeNull();
    expect(audienceOf(scene.state, one.who)).toBeNull();
    expect(refusalOf(() => one.asks('A', '问'))).toBe('revoked');
    expect(refusalOf(() => second(scene, one.pass).enrols(one.pass))).toBe('pass-revoked');
    expect(ballotOf(scene.state, 'A', one.pass)?.status).toBe('counted');
    for (const type of ['pass.check-in', 'pass.check-out'] as const) {
      expect(refusalOf(() => scene.host.send(type, { pass: one.pass }))).toBe('pass-revoked');
    }
    const again = { pass: one.pass, reason: '再一次' };
    expect(refusalOf(() => scene.host.send('pass.revoke', again))).toBe('pass-revoked');
  });

  it('I4 a walk-in gets a pass on the day, a substitute the place of a revoked one', () => {
    const scene = setScene();
    scene.host.stepsTo('A', 'scoring');
    scene.host.send('passes.issue', { passes: [issue('people-90')] });
    const walkIn = new ExaminerPhone(scene.meeting, 'people-90');
    walkIn.enrols('people-90');
    walkIn.submits('A', 0.5);
    scene.host.send('pass.revoke', { pass: 'people-01', reason: '换人' });
    scene.host.send('passes.issue', { passes: [issue('people-91', { person: 'x-people-01' })] });
  });
});

describe('I5 · recusal', () => {
  it('I5 keeps an examiner from rating and scoring a listed unit, and shows it to him', () => {
    const scene = setScene({ recusals: { 'people-01': ['A'] } });
    const { host } = scene;
    const one = scene.examiner('people-01');
    expect(one.mine?.recused).toEqual(['A']);
    host.stepsTo('A', 'questioning');
    const question = scene.examiner('people-02').asks('A', '问');
    host.send('question.stage', { question });
    host.send('question.answered', { question });
    expect(refusalOf(() => one.rates(question, 'good'))).toBe('recused');
    host.stepsTo('A', 'scoring');
    expect(refusalOf(() => one.submits('A', 0.5))).toBe('recused');
    host.stepsTo('A', 'locked');
    host.stepsTo('B', 'scoring');
    one.submits('B', 0.5);
  });
});

describe('I6 · the crowd', () => {
  it('I6 may vote, ask and support, say whether a promise to it is right, and enrol with a pass; nothing else', () => {
    const scene = setScene();
    const voice = scene.voice('1');
    scene.host.stepsTo('A', 'scoring');
    const rights = Object.entries(COMMANDS).filter(([, { by }]) => by.includes('crowd'));
    expect(rights.map(([type]) => type).sort()).toEqual([
      'crowd.vote',
      'pass.enrol',
      'promise.confirm',
      'promise.object',
      'question.ask',
      'question.support',
    ]);
    const body = { unit: 'A', replaces: 0, scores: {} };
    expect(scene.meeting.takes(voice.who, 'ballot.submit', body).refused?.code).toBe('forbidden');
    expect(scene.meeting.takes(voice.who, 'turn.step', {}).refused?.code).toBe('forbidden');
  });

  it('I6 has one voice per session and unit', () => {
    const scene = setScene();
    scene.host.stepsTo('A', 'scoring');
    for (let i = 0; i < 5; i += 1) scene.voice('1').votes('A', 'satisfied');
    expect(scene.meeting.slice('screen', 'crowd').votes).toBe(1);
  });
});

describe('I7 · roles', () => {
  it('I7 refuses every command to a role that is not in its list', () => {
    const scene = setScene();
    const [member, screen, presenter] = [
      phone(scene, 'member'),
      phone(scene, 'screen'),
      phone(scene, 'presenter'),
    ];
    member.enrols('m-A1');
    screen.enrols('screen-1');
    scene.host.send('passes.issue', {
      passes: [{ ...issue('presenter-1', { kind: 'presenter' as never, category: null, unit: 'A' }) }],
    });
    presenter.enrols('presenter-1');
    const people = {
      owner: scene.owner.who,
      host: scene.host.who,
      scrutineer: scene.scrutineer.who,
      viewer: scene.viewer.who,
      examiner: scene.examiners[0]!.who,
      member: member.who,
      presenter: presenter.who,
      screen: screen.who,
      crowd: scene.voice('1').who,
      system: { kind: 'system' } as const,
    };
    for (const [type, { by }] of Object.entries(COMMANDS)) {
      for (const [role, who] of Object.entries(people)) {
        const { refused, entries } = scene.meeting.decides(who, { id: `${type}-${role}`, type, body: null });
        const allowed = (by as readonly string[]).includes(role);
        expect([type, role, refused?.code, entries]).toEqual([
          type,
          role,
          allowed ? 'malformed' : 'forbidden',
          [],
        ]);
      }
    }
  });

  it('I7 a viewer may do nothing', () => {
    expect(Object.values(COMMANDS).filter(({ by }) => by.includes('viewer'))).toEqual([]);
  });
});
