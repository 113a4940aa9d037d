/** What a phone might try that it may not: each was tried on questions, promises, pictures and help, and each is shut. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, type CommandType } from '../../assessment/decide.ts';
import type { Recorded } from '../../assessment/journal.ts';
import { officialOpening } from '../../assessment/official.ts';
import { hashSecret } from '../../assessment/passes.ts';
import { AUDIENCES, SLICES_OF } from '../../assessment/view.ts';
import { folded, Meeting, purged, refusalOf } from '../support/meeting.ts';
import { ExaminerPhone, Phone, secretOf } from '../support/people.ts';
import { setScene, type Scene } from '../support/scene.ts';
import { wander } from '../support/wander.ts';

const LAMP = 'a'.repeat(63) + '1';
const PROMISE = { text: '把路灯修好', due: '2026-11-30' };

function member(scene: Scene, pass: string, name = pass): Phone {
  const phone = new Phone(scene.meeting, name);
  phone.send('pass.enrol', { secret: secretOf(pass) });
  return phone;
}

function presenter(scene: Scene): Phone {
  const issue = { id: 'pr-A', kind: 'presenter' as const, number: '80', category: null, person: null };
  const hash = hashSecret(secretOf('pr-A'));
  scene.host.send('passes.issue', { passes: [{ ...issue, unit: 'A', hash }] });
  return member(scene, 'pr-A');
}

describe('I1 · rights of one kind only', () => {
  it('I1 I6 the crowd, a screen and a presenter send nothing that is another’s, whatever they name', () => {
    const scene = setScene();
    scene.meeting.pictures.add(LAMP);
    const secretary = member(scene, 'm-A1');
    const question = scene.asked();
    secretary.send('promise.make', { question, ...PROMISE });
    const promise = [...scene.state.promises.all.keys()][0]!;
    const which = { promise, revision: 1 };
    const evidence = { question, picture: LAMP };
    const attempts: [CommandType, unknown, ('crowd' | 'screen' | 'presenter' | 'examiner')[]][] = [
      ['help.ask', { on: true }, ['crowd', 'screen']],
      ['help.done', { pass: 'm-A1' }, ['crowd', 'screen', 'presenter', 'examiner']],
      ['promise.make', { question, ...PROMISE }, ['crowd', 'screen', 'presenter', 'examiner']],
      ['promise.change', { ...which, ...PROMISE }, ['crowd', 'screen', 'presenter', 'examiner']],
      ['promise.withdraw', { promise, reason: '不算' }, ['crowd', 'screen', 'presenter', 'examiner']],
      ['promise.confirm', which, ['crowd', 'screen', 'presenter', 'examiner']],
      ['promise.object', which, ['crowd', 'screen', 'presenter', 'examiner']],
      ['hand-on.offer', { question, member: 'A1' }, ['crowd', 'screen', 'presenter', 'examiner']],
      ['hand-on.take', { question }, ['crowd', 'screen', 'presenter', 'examiner']],
      ['hand-on.decline', { question }, ['crowd', 'screen', 'presenter', 'examiner']],
      ['evidence.attach', evidence, ['crowd', 'screen', 'examiner']],
      ['evidence.remove', evidence, ['crowd', 'screen', 'examiner']],
      ['evidence.show', { ...evidence, on: true }, ['crowd', 'screen', 'presenter', 'examiner']],
      ['photo.withhold', { question, on: true }, ['crowd', 'screen', 'presenter', 'examiner']],
    ];
    const people = {
      crowd: scene.voice('9'),
      screen: member(scene, 'screen-1'),
      presenter: presenter(scene),
      examiner: scene.examiners[1]!,
    };
    for (const [type, body, who] of attempts)
      for (const one of who) {
        const { refused, entries } = scene.meeting.takes(people[one].who, type, body);
        expect({ type, one, code: refused?.code, entries }).toEqual({
          type,
          one,
          code: 'forbidden',
          entries: [],
        });
      }
  });

  it('I4 a revoked pass says nothing of any of this, before its old words are looked up (J2)', () => {
    const scene = setScene();
    const secretary = member(scene, 'm-A1');
    const question = scene.asked();
    const body = { question, ...PROMISE };
    secretary.send('promise.make', body, 'made-before');
    scene.host.send('pass.revoke', { pass: 'm-A1', reason: '手机丢了' });
    expect(scene.meeting.takes(secretary.who, 'promise.make', body, 'made-before').refused?.code).toBe(
      'revoked',
    );
  });

  it('I2 who promised or attached has submitted: his pass is not taken over while he is offline', () => {
    const scene = setScene();
    scene.meeting.pictures.add(LAMP);
    const [secretary, deputy] = [member(scene, 'm-A1'), member(scene, 'm-A2')];
    const question = scene.asked();
    secretary.send('promise.make', { question, ...PROMISE });
    deputy.send('evidence.attach', { question, picture: LAMP });
    for (const pass of ['m-A1', 'm-A2']) {
      const thief = member(scene, pass, `thief of ${pass}`);
      expect(thief.mine?.way).toBe('waiting');
    }
    expect([secretary.mine?.way, deputy.mine?.way]).toEqual(['enrolled', 'enrolled']);
  });

  it('Q2 a question that was offered to somebody who is of another unit by now is not his to take', () => {
    const scene = setScene();
    const secretary = member(scene, 'm-A1');
    const question = scene.asked();
    scene.host.send('question.hand-on', { question, member: 'A1' });
    secretary.send('hand-on.offer', { question, member: 'A2' });
    scene.host.send('pass.revoke', { pass: 'm-A2', reason: '调走' });
    const { members } = scene.meeting.slice('organizer', 'roster');
    const moved = members.map((one) => (one.id === 'A2' ? { ...one, unit: 'B' } : one));
    scene.host.send('members.set', { members: moved as never });
    const more = { kind: 'member' as const, number: '88', category: null, person: 'A2', unit: 'B' };
    const hash = hashSecret(secretOf('m-A2-B'));
    scene.host.send('passes.issue', { passes: [{ id: 'm-A2-B', ...more, hash }] });
    const away = member(scene, 'm-A2-B');
    expect(refusalOf(() => away.send('hand-on.take', { question }))).toBe('no-offer');
    expect(scene.state.questions.all.get(question)?.member).toBe('A1');
  });

  it('V1 a photo that one host keeps to the organizers is not shown by another who has not seen that', () => {
    const scene = setScene();
    scene.meeting.pictures.add(LAMP);
    const voice = scene.voice('1');
    voice.send('question.ask', { unit: 'A', text: '路灯', portfolio: null, member: null, picture: LAMP });
    const question = [...scene.state.questions.all.keys()][0]!;
    scene.host.send('question.accept', { question });
    scene.owner.send('photo.withhold', { question, on: true });
    const show = () => scene.host.send('evidence.show', { question, picture: LAMP, on: true });
    expect(refusalOf(show)).toBe('overtaken');
    scene.host.send('photo.withhold', { question, on: false });
    show();
    expect(scene.state.evidence.shown.get(question)).toBe('photo');
  });
});

describe('J6 · what describes a person', () => {
  it('J6 why somebody needs help stands in the private part, and goes with a purge', () => {
    const scene = setScene();
    const [one] = scene.examiners;
    one!.send('help.ask', { on: true, reason: 'sight' });
    const entry = scene.meeting.journal.find(({ type }) => type === 'help-asked');
    expect(entry?.private).toEqual({ reason: 'sight' });
    expect(JSON.stringify(entry?.data)).not.toContain('sight');
    const left = folded(purged(scene.meeting.sealed()));
    expect(left.help.get(one!.pass)).toEqual({ since: scene.state.at, reason: null });
  });

  it('J6 over any walk no word of anybody and no name of a picture stands in an entry itself', () => {
    const walk = fc.array(fc.nat(0x7fff_ffff), { minLength: 60, maxLength: 160, size: 'max' });
    fc.assert(
      fc.property(walk, (seeds) => {
        const scene = setScene({ units: ['A', 'B', 'C'] });
        for (const seed of seeds) wander(scene, seed);
        for (const { type, data } of scene.meeting.journal)
          expect(`${type} ${JSON.stringify(data)}`).not.toMatch(
            /问题|承诺|改\d|说错了|理由|告示|志愿者|a{50}|姓名|"(sight|operation|network)"/,
          );
      }),
      { numRuns: 40 },
    );
  });

  it('I3 an anonymous examiner who needs help, asks and confirms is a pass and no person, to organizers too', () => {
    const scene = setScene({ settings: { identity: 'anonymous' } });
    const secretary = member(scene, 'm-A1');
    const question = scene.asked();
    secretary.send('promise.make', { question, ...PROMISE });
    const [promise] = scene.state.promises.all.keys();
    scene.examiners[0]!.send('promise.confirm', { promise: promise!, revision: 1 });
    scene.examiners[0]!.send('help.ask', { on: true, reason: 'sight' });
    const { passes, helps } = scene.meeting.slice('organizer', 'people');
    expect(helps).toHaveLength(1);
    expect(passes.filter((one) => one.kind === 'examiner' && one.name !== null)).toEqual([]);
    expect(scene.meeting.slice('organizer', 'promises')[0]).toMatchObject({ confirmed: 'questioner' });
    expect(JSON.stringify(scene.meeting.slice('organizer', 'promises'))).not.toContain('party-0');
  });
});

describe('A1 · going official', () => {
  it('A1 I2 a phone whose pass went to another one is told so in the official meeting, too', () => {
    const scene = setScene();
    const [old] = scene.examiners;
    const next = new ExaminerPhone(scene.meeting, old!.pass, 'next').goesOnline();
    next.enrols(old!.pass);
    if (next.mine?.way === 'waiting')
      scene.host.send('pass.hand-over', { pass: old!.pass, session: next.session });
    scene.host.send('pass.revoke', { pass: 'people-02', reason: '走错' });
    scene.host.send('meeting.close', {});
    const official = new Meeting();
    const head = { length: 1, head: 'cd'.repeat(32) };
    official.write(officialOpening(scene.state, { id: 'm2', code: '135790', head }));
    const says = (phone: Phone) => official.takes(phone.who, 'help.ask', { on: true }).refused?.code;
    expect([says(old!), says(scene.examiner('people-02'))]).toEqual(['pass-moved', 'revoked']);
  });
});

describe('J1 · folds never fail', () => {
  const entry = (n: number, type: string, data: unknown): Recorded =>
    ({ n, type, data, at: n, by: 'system:', private: null }) as unknown as Recorded;

  it('J1 entries that name nothing that is known, and entries of an older build, are folded all the same', () => {
    const scene = setScene();
    const unknown = {
      id: 'x',
      question: 'x',
      promise: 'x',
      pass: 'x',
      unit: 'x',
      member: 'x',
      to: 'x',
      by: 'x',
    };
    const types = [
      'evidence-attached',
      'evidence-removed',
      'evidence-shown',
      'photo-withheld',
      'promise-changed',
      'promise-confirmed',
      'promise-objected',
      'promise-withdrawn',
      'promise-made',
      'hand-on-offered',
      'hand-on-declined',
      'help-asked',
      'help-done',
    ];
    for (const on of [true, false])
      for (const type of types)
        fold(
          scene.state,
          entry(scene.state.length + 1, type, { ...unknown, on, picture: 'x', evidence: 'x' }),
        );
    const old = { id: 'q-old', unit: 'A', asker: '@s', from: 'crowd', state: 'submitted', oral: false };
    fold(
      scene.state,
      entry(scene.state.length + 1, 'question-asked', {
        ...old,
        category: null,
        portfolio: null,
        member: null,
      }),
    );
    for (const audience of AUDIENCES)
      for (const name of SLICES_OF[audience]) scene.meeting.slice(audience, name);
    expect(scene.state.questions.all.get('q-old')).toMatchObject({ picture: null, offered: null });
    expect(scene.examiners[0]!.mine?.way).toBe('enrolled');
  });
});
