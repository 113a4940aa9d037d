/** The crowd is never in the way of the examiners: who is taken first, who waits, and what a flood is sent. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Principal } from '../../assessment/actors.ts';
import { hashSecret } from '../../assessment/passes.ts';
import type { Scoring } from '../../assessment/sheet.ts';
import { Voices } from '../../realtime/budget.ts';
import { Intake, type Waiting } from '../../realtime/intake.ts';
import { AT_EASE, countsPace, Lateness, paceOf } from '../../realtime/pace.ts';
import { Portions } from '../../realtime/portions.ts';
import { COMMAND, PROTOCOL, SYNC } from '../../realtime/protocol-names.ts';
import { Room } from '../../realtime/rooms.ts';
import type { Caller } from '../support/caller.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { evenScores } from '../support/people.ts';
import { setScene } from '../support/scene.ts';

const secretOf = (name: string): string => `${name}-${'0'.repeat(22)}`.slice(0, 30);
const phone = (name: string): Principal => ({ kind: 'device', session: hashSecret(secretOf(name)) });

describe('the intake', () => {
  const waiting = (who: Principal, id: string): Waiting => ({
    who,
    command: { id, type: 'x', body: {} },
    answer: () => undefined,
  });
  const ids = (batch: Waiting[]) => batch.map((one) => one.command.id);

  it('takes examiners before a crowd that was there earlier, and of the crowd a share that is bounded', () => {
    const intake = new Intake();
    for (let at = 0; at < 350; at += 1) intake.put(waiting(phone(`c${at}`), `c${at}`), true);
    for (let at = 0; at < 3; at += 1) intake.put(waiting(phone(`e${at}`), `e${at}`), false);
    const first = ids(intake.take());
    expect(first.slice(0, 4)).toEqual(['e0', 'e1', 'e2', 'c0']);
    expect(first).toHaveLength(103);
    intake.put(waiting(phone('e3'), 'e3'), false);
    expect(ids(intake.take())[0]).toBe('e3');
  });

  it('starves nobody: however many examiners wait, the crowd has its share of every commit', () => {
    const intake = new Intake();
    for (let at = 0; at < 2000; at += 1) intake.put(waiting(phone(`e${at}`), `e${at}`), false);
    for (let at = 0; at < 200; at += 1) intake.put(waiting(phone(`c${at}`), `c${at}`), true);
    const crowd = () => ids(intake.take()).filter((id) => id.startsWith('c')).length;
    expect([crowd(), crowd(), crowd()]).toEqual([100, 100, 0]);
  });

  it('J2 keeps the order of one device that becomes an examiner in between', () => {
    const intake = new Intake();
    for (let at = 0; at < 150; at += 1) intake.put(waiting(phone(`c${at}`), `c${at}`), true);
    intake.put(waiting(phone('he'), 'vote'), true);
    intake.put(waiting(phone('he'), 'enrol'), false);
    intake.put(waiting(phone('he'), 'ballot'), false);
    const all = [...ids(intake.take()), ...ids(intake.take())];
    expect(all.filter((id) => !id.startsWith('c'))).toEqual(['vote', 'enrol', 'ballot']);
    intake.put(waiting(phone('he'), 'next'), false);
    for (let at = 0; at < 5; at += 1) intake.put(waiting(phone(`d${at}`), `d${at}`), true);
    expect(ids(intake.take())[0]).toBe('next');
    expect(intake.size).toBe(0);
  });
});

describe('the pace of the crowd', () => {
  it('falls with its size, with a late loop and with commands that wait; nobody else’s does', () => {
    const pace = (strain: Partial<typeof AT_EASE>) => paceOf('crowd', { ...AT_EASE, ...strain }, 0);
    const paces = [
      pace({}),
      pace({ crowd: 300 }),
      pace({ crowd: 300, late: 20 }),
      pace({ crowd: 300, late: 20, waiting: 400 }),
    ];
    expect(paces).toEqual([200, 260, 460, 1260]);
    expect(pace({ crowd: 1000, late: 60_000 })).toBe(5000);
    const worst = { crowd: 5000, late: 1000, waiting: 1000 };
    for (const audience of ['examiner', 'screen', 'organizer', 'member', 'kiosk'] as const)
      expect(paceOf(audience, worst, 0)).toBe(paceOf(audience, AT_EASE, 0));
  });

  it('forgets that the loop was late', () => {
    const late = new Lateness();
    late.seen(80);
    expect(late.ms).toBeGreaterThan(50);
    for (let at = 0; at < 20; at += 1) late.seen(1);
    expect(late.ms).toBe(0);
  });

  it('tells of votes at once, then every few seconds, and with whatever else there is to tell', () => {
    const scene = setScene();
    const { meeting, state, host } = scene;
    const room = new Room('crowd');
    const live = { ...meeting.live, crowd: 300 };
    const next = () => room.next(state, live, meeting.now);
    const votes = (name: string) => scene.voice(name).votes('A', 'fair');
    host.stepsTo('A', 'scoring');
    room.catchUp(state, live, meeting.now, null);
    votes('1');
    expect(next()?.patch?.voices).toEqual({ votes: [1] });
    meeting.passes(1000);
    votes('2');
    expect(next()).toBeNull();
    expect(room.heldUntil).toBe(meeting.now - 1000 + countsPace(300));
    votes('3');
    host.steps('A');
    expect(next()).toMatchObject({ patch: { voices: { votes: [3] } } });
    meeting.passes(countsPace(300));
    votes('4');
    expect(next()?.patch?.voices).toEqual({ votes: [4] });
  });
});

describe('one voice', () => {
  it('may change its mind, may not drum, and is heard again a moment later', () => {
    const voices = new Voices();
    const heard = (from: number, times: number) =>
      Array.from({ length: times }, (_, at) => voices.take('a', from + at * 10)).filter(Boolean).length;
    expect(heard(0, 100)).toBeLessThan(20);
    expect(voices.take('b', 1000)).toBe(true);
    expect(heard(11_000, 3)).toBe(3);
  });
});

describe('portions', () => {
  it('serve some at a time, everybody once, and whoever left not at all', async () => {
    const served: number[][] = [];
    const portions = new Portions<number>(2, (some) => served.push(some));
    for (const one of [1, 2, 2, 3, 4, 5]) portions.put(one);
    portions.drop(4);
    portions.start();
    await new Promise(setImmediate);
    expect(served).toEqual([[1, 2]]);
    portions.finish();
    expect(served).toEqual([
      [1, 2],
      [3, 5],
    ]);
  });
});

describe('over the wire', () => {
  let hub: TestHub;
  let host: Caller;
  let code: string;
  const callers: Caller[] = [];

  beforeAll(async () => {
    hub = await startHub();
    code = await hub.demo();
    host = await hub.organizer(code);
    await host.must('meeting.open', {});
  });
  afterAll(async () => {
    for (const one of [host, ...callers]) one.close();
    await hub.close();
  });

  const device = async (name: string): Promise<Caller> => {
    const caller = await hub.device(code, secretOf(name));
    callers.push(caller);
    return caller;
  };
  const enrolled = async (at: number): Promise<Principal> => {
    const [id, secret] = [`party-0${at}`, secretOf(`pass-${at}`)];
    const pass = { id, kind: 'examiner' as const, number: id.slice(-2), category: 'party', person: `e${at}` };
    await host.must('passes.issue', { passes: [{ ...pass, unit: null, hash: hashSecret(secret) }] });
    const caller = await device(`examiner-${at}`);
    await caller.must('pass.enrol', { secret });
    return phone(`examiner-${at}`);
  };

  it('acknowledges ballots before three hundred votes that came in the same tick, and counts every vote', async () => {
    const examiners = [await enrolled(1), await enrolled(2), await enrolled(3)];
    for (const [from, to] of [
      ['waiting', 'reporting'],
      ['reporting', 'questioning'],
      ['questioning', 'scoring'],
    ] as const)
      await host.must('turn.step', { unit: 'u1', from, to });
    const { authority } = (await hub.app.meetings.withCode(code))!;
    const scores = evenScores(host.slices.sheet as Scoring, 0.8);
    const answered: string[] = [];
    const submit = (who: Principal, id: string, type: string, body: object) =>
      authority.submit(who, { id, type, body }).then((reply) => {
        expect(reply).toMatchObject({ ok: true });
        answered.push(id);
      });
    const votes = Array.from({ length: 300 }, (_, at) =>
      submit(phone(`flood-${at}`), `vote-${String(at).padStart(4, '0')}`, 'crowd.vote', {
        unit: 'u1',
        grade: 'satisfied',
      }),
    );
    const ballots = examiners.map((who, at) =>
      submit(who, `ballot-${at}-of-three`, 'ballot.submit', { unit: 'u1', replaces: 0, scores }),
    );
    expect(authority.waiting).toBe(303);
    await Promise.all([...votes, ...ballots]);
    expect(answered.slice(0, 3)).toEqual(['ballot-0-of-three', 'ballot-1-of-three', 'ballot-2-of-three']);
    expect(answered.slice(3)).toEqual([...answered.slice(3)].sort());
    expect(authority.state.crowd.tally.get('u1')).toEqual({ satisfied: 300 });
  });

  it('tells a voter who drums to wait, without a word to anybody, and takes his last choice in the end', async () => {
    const caller = await device('drummer');
    const vote = (at: number) =>
      caller.raw(COMMAND, {
        v: PROTOCOL,
        id: `drum-${String(at).padStart(4, '0')}`,
        type: 'crowd.vote',
        body: { unit: 'u1', grade: at % 2 ? 'fair' : 'satisfied' },
      });
    const replies = await Promise.all(Array.from({ length: 100 }, (_, at) => vote(at)));
    const refused = replies.filter((one) => one && !one.ok);
    expect(refused.length).toBeGreaterThan(80);
    expect(new Set(refused.map((one) => JSON.stringify(one)))).toEqual(
      new Set([JSON.stringify({ ok: false, code: 'too-many', detail: {}, retry: true })]),
    );
    expect(await caller.command('crowd.vote', { unit: 'u1', grade: 'unsatisfied' })).toMatchObject({
      ok: true,
    });
    await caller.until(() => caller.mine?.votes.u1 === 'unsatisfied');
  });

  it('two tabs of one browser are one voice, in the count as in what they may submit', async () => {
    const [one, two] = [await device('tabs'), await device('tabs')];
    const { authority } = (await hub.app.meetings.withCode(code))!;
    const count = () =>
      Object.values(authority.state.crowd.tally.get('u1') ?? {}).reduce((sum, some) => sum + some, 0);
    const before = count();
    await one.must('crowd.vote', { unit: 'u1', grade: 'satisfied' });
    await two.must('crowd.vote', { unit: 'u1', grade: 'fair' });
    await one.until(() => one.mine?.votes.u1 === 'fair');
    expect(count()).toBe(before + 1);
  });

  it('sends a square that comes at once everything, the same packet to those who came together', async () => {
    const caughtUp = vi.spyOn(Room.prototype, 'catchUp');
    const square = await Promise.all(
      Array.from({ length: 60 }, (_, at) => hub.device(code, secretOf(`square-${at}`))),
    );
    callers.push(...square);
    await Promise.all(
      square.map((one) => one.until(() => one.mine !== null && one.slices.ranking !== undefined)),
    );
    expect(square.every((one) => one.frames[0]?.from === null)).toBe(true);
    expect(caughtUp.mock.calls.length).toBeLessThan(40);
    caughtUp.mockRestore();
    await host.must('meeting.describe', { title: '人都到了', place: '', date: '' });
    await Promise.all(square.map((one) => one.until(() => one.slices.meeting?.title === '人都到了')));
  });

  it('lets a square wait in bounded room: beyond, it is told to come again, and an examiner is taken all the same', async () => {
    const { authority } = (await hub.app.meetings.withCode(code))!;
    const submit = (who: Principal, at: number) =>
      authority.submit(who, { id: `flood-of-all-${String(at)}`, type: 'no.such', body: {} });
    const flood = Array.from({ length: 5200 }, (_, at) => submit(phone(`someone-${at}`), at));
    const examiner = submit(phone('examiner-1'), 0);
    expect(authority.waiting).toBe(5001);
    const replies = await Promise.all(flood);
    const busy = replies.filter((one) => !one.ok && one.code === 'busy');
    expect([busy.length, busy.every((one) => !one.ok && one.retry)]).toEqual([200, true]);
    expect(await examiner).toMatchObject({ ok: false, retry: false });
  });

  it('slows a loop that asks for whole views, and takes what the same phone submits', async () => {
    const caller = await device('asker');
    const asks = () => caller.raw(SYNC, { v: PROTOCOL, since: null });
    const replies = (await Promise.all(Array.from({ length: 60 }, asks))) as ({ code?: string } | null)[];
    expect(replies.filter((one) => one?.code === 'too-many').length).toBeGreaterThan(45);
    expect(await caller.command('crowd.vote', { unit: 'u1', grade: 'fair' })).toMatchObject({ ok: true });
  });

  it('slows a console that asks for whole views in a loop, and takes what its organizer does', async () => {
    const asks = () => host.raw(SYNC, { v: PROTOCOL, since: null });
    const replies = (await Promise.all(Array.from({ length: 60 }, asks))) as ({ code?: string } | null)[];
    expect(replies.filter((one) => one?.code === 'too-many').length).toBeGreaterThan(45);
    await host.must('meeting.describe', { title: '照常', place: '', date: '' });
  });
});
