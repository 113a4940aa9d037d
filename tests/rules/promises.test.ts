import { beforeEach, describe, expect, it } from 'vitest';
import { dayOf, isDay, monthEnd, nextMonth, plusDays } from '../../assessment/days.ts';
import { officialBalance } from '../../assessment/official.ts';
import type { Promised } from '../../assessment/promises.ts';
import { BundleSchema } from '../../assessment/bundle.ts';
import { promiseView } from '../../assessment/view-promises.ts';
import { touched } from '../support/touched.ts';
import { hashSecret } from '../../assessment/passes.ts';
import { refusalOf } from '../support/meeting.ts';
import { Phone, secretOf } from '../support/people.ts';
import { memberName, setScene, type Scene } from '../support/scene.ts';

/** The scene begins on 7 November 2026 at nine in Beijing. */
const TODAY = '2026-11-07';
const WORDS = '把三号楼前的路灯修好';

let scene: Scene;
let secretary: Phone;
let deputy: Phone;
let stranger: Phone;

const member = (id: string): Phone => {
  const phone = new Phone(scene.meeting, `member ${id}`).goesOnline();
  phone.enrols(`m-${id}`);
  return phone;
};

beforeEach(() => {
  scene = setScene();
  // A1 is the secretary of A; A2 answers for 停车.
  [secretary, deputy, stranger] = [member('A1'), member('A2'), member('B1')];
});

const asked = (by?: Phone) => scene.asked(by);

const idOf = (): string => [...scene.state.promises.all.keys()].pop() ?? '';
const one = (promise: string): Promised => scene.state.promises.all.get(promise)!;

function promises(by: Pick<Phone, 'send'>, question: string, due = '2026-11-30', text = WORDS): string {
  by.send('promise.make', { question, text, due });
  return idOf();
}
const changes = (by: Pick<Phone, 'send'>, promise: string, revision: number, due = '2026-12-31') =>
  by.send('promise.change', { promise, revision, text: `${WORDS}，年底前`, due });
const confirms = (by: Pick<Phone, 'send'>, promise: string, revision = 1) =>
  by.send('promise.confirm', { promise, revision });
const withdraws = (by: Pick<Phone, 'send'>, promise: string) =>
  by.send('promise.withdraw', { promise, reason: '说错了' });

describe('P1 · days', () => {
  it('P1 a day is a day in China, and one that the calendar has', () => {
    expect(dayOf(Date.UTC(2026, 10, 7, 15, 59))).toBe('2026-11-07');
    expect(dayOf(Date.UTC(2026, 10, 7, 16, 0))).toBe('2026-11-08');
    expect(['2028-02-29', '2026-02-29', '2026-13-01', '2026-1-1', '', 'x'].map(isDay)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect([plusDays('2026-12-30', 7), monthEnd('2026-11-07'), nextMonth('2026-01-31')]).toEqual([
      '2027-01-06',
      '2026-11-30',
      '2026-02-28',
    ]);
    expect([nextMonth('2026-12-15'), monthEnd('2026-12-31')]).toEqual(['2027-01-15', '2026-12-31']);
  });

  it('P1 is due on the day of the meeting at the earliest and within three years', () => {
    const question = asked();
    const tries = (due: string) =>
      refusalOf(() => {
        promises(deputy, question, due);
        withdraws(deputy, idOf());
      });
    expect(['2026-11-06', TODAY, '2029-11-09', '2029-11-10', '2026-11-31', '明天'].map(tries)).toEqual([
      'promise-due',
      null,
      null,
      'promise-due',
      'malformed',
      'malformed',
    ]);
  });

  it('P1 a day that was right when it was said stays right over night', () => {
    const promise = promises(deputy, asked(), TODAY);
    scene.meeting.passes(86_400_000);
    const change = (due: string) =>
      refusalOf(() => deputy.send('promise.change', { promise, revision: 1, text: '改', due }));
    expect([change('2026-11-06'), change(TODAY)]).toEqual(['promise-due', null]);
  });
});

describe('Q6 · an answer can carry a promise', () => {
  it('Q6 P1 is made while the question is asked or once it was answered, not before', () => {
    const waiting = scene.examiners[1]!.asks('A', '路灯', { portfolio: '停车' });
    expect(refusalOf(() => promises(deputy, waiting))).toBe('question-state');
    const question = asked();
    scene.host.send('question.answered', { question });
    scene.host.send('question.close', { question });
    const promise = promises(deputy, question);
    expect(one(promise)).toMatchObject({
      question,
      unit: 'A',
      member: 'A2',
      text: WORDS,
      due: '2026-11-30',
      from: 'member',
      state: 'made',
      confirmed: null,
      revision: 1,
    });
  });

  it('Q2 P1 is made by the responsible member, the head of the unit, or the host who heard it', () => {
    const question = asked();
    const tries = (by: Pick<Phone, 'send'>) =>
      refusalOf(() => {
        promises(by, question);
        withdraws(by, idOf());
      });
    expect(
      [deputy, secretary, scene.host, stranger, scene.examiners[0]!, scene.voice('1')].map(tries),
    ).toEqual([null, null, null, 'not-responsible', 'forbidden', 'forbidden']);
    // Whoever writes it down: the responsible member is responsible (Q2), unless the host heard another.
    expect([...scene.state.promises.all.values()].map((made) => made.member)).toEqual(['A2', 'A2', 'A2']);
    scene.host.send('promise.make', { question, text: WORDS, due: TODAY, member: 'A1' });
    expect(one(idOf()).member).toBe('A1');
    const other = { question: asked(scene.examiners[2]), text: WORDS, due: TODAY, member: 'B1' };
    expect(refusalOf(() => scene.host.send('promise.make', other))).toBe('person-unknown');
  });

  it('Q6 P1 a question has one promise that stands; another can follow one that was withdrawn', () => {
    const question = asked();
    const promise = promises(deputy, question);
    expect(refusalOf(() => promises(scene.host, question))).toBe('promise-made');
    withdraws(deputy, promise);
    promises(scene.host, question);
    expect([...scene.state.promises.all.values()].map(({ state }) => state)).toEqual(['withdrawn', 'made']);
  });

  it('Q6 a question with a promise is not put back among those that wait', () => {
    const question = asked();
    const promise = promises(deputy, question);
    const putsBack = () => refusalOf(() => scene.host.send('question.return', { question }));
    expect(putsBack()).toBe('promise-made');
    withdraws(deputy, promise);
    expect(putsBack()).toBeNull();
  });

  it('P1 has 1 to 200 characters', () => {
    const question = asked();
    const tries = (text: string) => refusalOf(() => promises(deputy, question, TODAY, text));
    expect([tries(''), tries(' \n'), tries('修'.repeat(201)), tries('修'.repeat(200))]).toEqual([
      'malformed',
      'malformed',
      'malformed',
      null,
    ]);
  });
});

describe('P1 · confirmed on the spot', () => {
  it('P1 by the questioner with his own pass, and by nobody else who sits there', () => {
    const promise = promises(deputy, asked());
    const tries = (by: Pick<Phone, 'send'>) => refusalOf(() => confirms(by, promise));
    expect([scene.examiners[1]!, scene.voice('1'), deputy, scene.examiners[0]!].map(tries)).toEqual([
      'forbidden',
      'forbidden',
      'forbidden',
      null,
    ]);
    expect(one(promise).confirmed).toBe('questioner');
    // Tapped twice, or by the host in the same second: it was confirmed, and stays so.
    scene.host.send('promise.confirm', { promise, revision: 1, heard: 'absent' });
    expect(one(promise).confirmed).toBe('questioner');
  });

  it('P1 by a voice of the crowd that asked', () => {
    const voice = scene.voice('1');
    const promise = promises(deputy, asked(voice));
    expect(voice.mine?.promises).toMatchObject([{ id: promise, text: WORDS, revision: 1 }]);
    confirms(voice, promise);
    expect(voice.mine?.promises).toMatchObject([{ confirmed: 'questioner' }]);
  });

  it('P1 by the host on his behalf, who says whether he heard it or the questioner is away', () => {
    const promise = promises(deputy, asked());
    expect(refusalOf(() => confirms(scene.host, promise))).toBe('malformed');
    scene.host.send('promise.confirm', { promise, revision: 1, heard: 'absent' });
    expect(one(promise).confirmed).toBe('absent');
  });

  it('P1 the questioner says that it is not so; it is put otherwise and confirmed then', () => {
    const questioner = scene.examiners[0]!;
    const promise = promises(deputy, asked());
    questioner.send('promise.object', { promise, revision: 1 });
    expect(deputy.mine?.team?.promises).toMatchObject([{ objected: true, confirmed: null }]);
    // Who spoke against it cannot be called absent.
    const away = { promise, revision: 1, heard: 'absent' } as const;
    expect(refusalOf(() => scene.host.send('promise.confirm', away))).toBe('promise-state');
    changes(deputy, promise, 1);
    expect(one(promise)).toMatchObject({ objected: false, revision: 2, due: '2026-12-31' });
    expect(refusalOf(() => confirms(questioner, promise, 1))).toBe('overtaken');
    confirms(questioner, promise, 2);
    expect(one(promise).confirmed).toBe('questioner');
  });

  it('P1 is changed until it is confirmed, by whoever read the words that stand', () => {
    const promise = promises(deputy, asked());
    changes(secretary, promise, 1);
    expect(refusalOf(() => changes(deputy, promise, 1))).toBe('overtaken');
    expect(refusalOf(() => changes(stranger, promise, 2))).toBe('not-responsible');
    expect(changes(deputy, promise, 2).entries).toHaveLength(0);
    confirms(scene.examiners[0]!, promise, 2);
    expect(refusalOf(() => changes(scene.host, promise, 2))).toBe('promise-state');
    expect(refusalOf(() => scene.examiners[0]!.send('promise.object', { promise, revision: 2 }))).toBe(
      'promise-state',
    );
  });

  it('P1 is withdrawn with a reason by its maker or the host, until the turn is published', () => {
    const first = promises(deputy, asked());
    expect(refusalOf(() => withdraws(secretary, first))).toBe('not-responsible');
    confirms(scene.examiners[0]!, first);
    withdraws(scene.host, first);
    expect(scene.examiners[0]!.mine?.promises).toMatchObject([{ state: 'withdrawn', reason: '说错了' }]);
    expect(refusalOf(() => withdraws(scene.host, first))).toBe('promise-state');
    const second = promises(deputy, asked(scene.examiners[2]));
    scene.scores('A');
    scene.host.publishes('A');
    expect(refusalOf(() => withdraws(deputy, second))).toBe('already-published');
    expect(promiseView(scene.state, one(second)).published).toBe(true);
    expect(refusalOf(() => withdraws(deputy, 'nothing'))).toBe('promise-unknown');
  });

  it('P1 what was promised after its unit was published was not published with it, and can be withdrawn', () => {
    const question = asked();
    scene.scores('A');
    scene.host.publishes('A');
    scene.meeting.passes(60_000);
    const late = promises(deputy, question);
    expect(promiseView(scene.state, one(late)).published).toBe(false);
    withdraws(deputy, late);
    expect(one(late)).toMatchObject({ state: 'withdrawn', reason: '说错了' });
  });

  it('P1 needs a meeting that runs', () => {
    const promise = promises(deputy, asked());
    scene.scores('A');
    scene.host.send('meeting.close', {});
    expect(refusalOf(() => confirms(scene.examiners[0]!, promise))).toBe('meeting-closed');
  });
});

describe('V1 · who sees a promise', () => {
  const sees = (audience: 'organizer' | 'examiner' | 'member' | 'crowd') =>
    scene.meeting.slice(audience, 'promises').map(({ id }) => id);
  const AUDIENCES = ['organizer', 'examiner', 'member', 'crowd'] as const;

  it('V1 P1 before it is confirmed the team, the questioner and the host; then everybody while the unit is on stage', () => {
    const promise = promises(deputy, asked());
    expect(AUDIENCES.map(sees)).toEqual([[promise], [], [], []]);
    expect([secretary, deputy].map(({ mine }) => mine?.team?.promises.length)).toEqual([1, 1]);
    expect([stranger.mine?.team?.promises, scene.examiners[1]!.mine?.promises]).toEqual([[], []]);
    confirms(scene.examiners[0]!, promise);
    expect(AUDIENCES.map(sees)).toEqual([[promise], [promise], [promise], [promise]]);
    const [shown] = scene.meeting.slice('crowd', 'promises');
    expect(shown).toMatchObject({ text: WORDS, due: '2026-11-30', member: { name: memberName('A2') } });
    scene.host.stepsTo('A', 'locked');
    expect(AUDIENCES.map(sees)).toEqual([[promise], [], [], []]);
    expect(deputy.mine?.team?.promises).toHaveLength(1);
  });

  it('V1 P1 what the host wrote down was said aloud and is public at once; what was withdrawn is not', () => {
    const promise = promises(scene.host, asked());
    expect(sees('crowd')).toEqual([promise]);
    withdraws(scene.host, promise);
    expect([sees('crowd'), sees('organizer')]).toEqual([[], [promise]]);
  });

  it('V1 names nobody of the crowd and no pass to a team, a screen or the crowd', () => {
    const voice = scene.voice('1');
    const promise = promises(deputy, asked(voice));
    confirms(voice, promise);
    const told = JSON.stringify([
      ...AUDIENCES.map((audience) => scene.meeting.slice(audience, 'promises')),
      secretary.mine,
      deputy.mine?.team,
    ]);
    expect(told).not.toContain(voice.session);
    expect(JSON.stringify(scene.meeting.slice('crowd', 'promises'))).not.toContain('m-A2');
  });

  it('V1 a team sees its accepted questions before, during and after its turn, by category and without a name', () => {
    const mine = scene.examiners[0]!.asks('A', '停车', { portfolio: '停车' });
    const crowd = scene.voice('1').asks('A', '路灯');
    const foreign = scene.examiners[0]!.asks('B', '别家的');
    const ids = () => deputy.mine?.team?.questions.map(({ id }) => id);
    expect(ids()).toEqual([mine]);
    scene.host.send('question.accept', { question: crowd });
    expect(ids()).toEqual([mine, crowd]);
    scene.host.stepsTo('B', 'questioning');
    expect(ids()).toEqual([mine, crowd]);
    expect(stranger.mine?.team?.questions.map(({ id }) => id)).toEqual([foreign]);
    expect(deputy.mine?.team?.questions[0]).toMatchObject({
      member: 'A2',
      from: 'examiner',
      category: 'party',
    });
    const told = JSON.stringify(deputy.mine?.team);
    expect([told.includes('party-01'), told.includes(scene.voice('1').session)]).toEqual([false, false]);
  });

  it('V1 a presenter sees the questions of his unit, leads nothing and promises nothing', () => {
    const issue = {
      id: 'p-A',
      kind: 'presenter' as const,
      number: '90',
      category: null,
      person: null,
      unit: 'A',
    };
    scene.host.send('passes.issue', { passes: [{ ...issue, hash: hashSecret(secretOf('p-A')) }] });
    const presenter = new Phone(scene.meeting, 'presenter');
    presenter.enrols('p-A');
    const question = asked();
    expect(presenter.mine?.team).toMatchObject({ unit: 'A', leads: false, questions: [{ id: question }] });
    expect([secretary, deputy, scene.examiners[0]!].map(({ mine }) => mine?.team?.leads)).toEqual([
      true,
      false,
      undefined,
    ]);
    expect(refusalOf(() => promises(presenter, question))).toBe('forbidden');
  });

  it('V1 tells the team of what concerns it, and nobody of what was not accepted yet', () => {
    const sent = (by: Phone) => {
      by.asks('A', '问');
      const entry = scene.meeting.journal[scene.meeting.journal.length - 1]!;
      return touched(scene.state, entry);
    };
    expect(sent(scene.examiners[0]!)).toEqual(expect.arrayContaining([secretary.session, deputy.session]));
    expect(sent(scene.voice('1'))).toEqual([scene.voice('1').session]);
    promises(deputy, asked());
    const made = touched(scene.state, scene.meeting.journal[scene.meeting.journal.length - 1]!);
    expect(made).toEqual(
      expect.arrayContaining([secretary.session, deputy.session, scene.examiners[0]!.session]),
    );
    expect(made).not.toContain(stranger.session);
  });

  it('J6 words and reasons stand in private parts; without them the promise is still there', () => {
    withdraws(deputy, promises(deputy, asked()));
    const open = scene.meeting.journal.map(({ data }) => JSON.stringify(data)).join();
    expect([open.includes(WORDS), open.includes('说错了')]).toEqual([false, false]);
  });

  it('X1 stands in no bundle, and A1 stays behind when the meeting goes official', () => {
    promises(deputy, asked());
    expect(officialBalance(scene.state).behind.promises).toBe(1);
    expect(Object.keys(BundleSchema.entries)).not.toContain('promises');
  });

  it('P1 who promised something stays on the roster, and his unit with him', () => {
    const promise = promises(deputy, asked());
    const all = scene.meeting.slice('organizer', 'roster');
    scene.host.send('pass.revoke', { pass: 'm-A2', reason: '遗失' });
    const without = { members: all.members.filter(({ id }) => id !== 'A2') as never };
    expect(refusalOf(() => scene.host.send('members.set', without))).toBe('member-promised');
    scene.host.send('promise.change', { promise, revision: 1, text: WORDS, due: TODAY, member: 'A1' });
    expect(refusalOf(() => scene.host.send('members.set', without))).toBeNull();
  });
});

describe('Q2 首接负责 · a member hands on', () => {
  const offers = (by: Phone, question: string, to: string | null) =>
    by.send('hand-on.offer', { question, member: to });
  const responsible = (question: string) => scene.state.questions.all.get(question)?.member;

  it('Q2 the first stays responsible until the second takes over', () => {
    const question = asked();
    offers(deputy, question, 'A1');
    expect(responsible(question)).toBe('A2');
    expect(refusalOf(() => promises(deputy, question))).toBeNull();
    expect(secretary.mine?.team?.questions[0]).toMatchObject({ member: 'A2', offered: 'A1' });
    secretary.send('hand-on.take', { question });
    expect(responsible(question)).toBe('A1');
    expect(secretary.mine?.team?.questions[0]).toMatchObject({ member: 'A1', offered: null });
    expect(scene.meeting.journal.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['hand-on-offered', 'question-handed-on']),
    );
  });

  it('Q2 the second may decline, the first may think better of it; then nobody can take it', () => {
    const question = asked();
    offers(deputy, question, 'A1');
    secretary.send('hand-on.decline', { question });
    const takes = () => refusalOf(() => secretary.send('hand-on.take', { question }));
    expect([responsible(question), takes()]).toEqual(['A2', 'no-offer']);
    offers(deputy, question, 'A1');
    offers(deputy, question, null);
    expect(takes()).toBe('no-offer');
  });

  it('Q2 only who is responsible or heads the unit asks another of the same unit', () => {
    const question = asked();
    const tries = (by: Phone, to: string | null) => refusalOf(() => offers(by, question, to));
    expect([
      tries(stranger, 'B1'),
      tries(deputy, 'B1'),
      tries(deputy, 'A2'),
      tries(deputy, 'nobody'),
      tries(scene.examiners[0]!, 'A1'),
    ]).toEqual(['not-responsible', 'person-unknown', 'person-unknown', 'person-unknown', 'forbidden']);
    expect(refusalOf(() => deputy.send('hand-on.take', { question }))).toBe('no-offer');
  });

  it('Q2 the head of the unit takes a question upon himself with one word', () => {
    const question = asked();
    offers(secretary, question, 'A1');
    expect([responsible(question), scene.state.questions.all.get(question)?.offered]).toEqual(['A1', null]);
    // From now on it is his: the deputy has to be asked.
    offers(secretary, question, 'A2');
    expect(responsible(question)).toBe('A1');
    deputy.send('hand-on.take', { question });
    expect(responsible(question)).toBe('A2');
  });

  it('Q2 the word of the host settles it at once, whoever was asked', () => {
    const question = asked();
    offers(deputy, question, 'A1');
    scene.host.send('question.hand-on', { question, member: 'A1' });
    expect([responsible(question), refusalOf(() => secretary.send('hand-on.take', { question }))]).toEqual([
      'A1',
      'no-offer',
    ]);
  });

  it('Q2 what was answered is handed on no more', () => {
    const question = asked();
    offers(deputy, question, 'A1');
    scene.host.send('question.answered', { question });
    expect(refusalOf(() => secretary.send('hand-on.take', { question }))).toBe('question-state');
    expect(deputy.mine?.team?.questions[0]?.offered).toBeNull();
  });

  it('Q2 where the responsible member left the roster, the head of the unit is responsible', () => {
    const question = asked();
    scene.host.send('pass.revoke', { pass: 'm-A2', reason: '走了' });
    const { members } = scene.meeting.slice('organizer', 'roster');
    scene.host.send('members.set', { members: members.filter(({ id }) => id !== 'A2') as never });
    expect(secretary.mine?.team?.questions[0]?.member).toBe('A1');
    expect(one(promises(secretary, question)).member).toBe('A1');
  });
});
