import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { io } from 'socket.io-client';
import type { CommandBody } from '../../assessment/decide.ts';
import { hashSecret } from '../../assessment/passes.ts';
import { COMMAND, LOOK, PROTOCOL } from '../../realtime/protocol-names.ts';
import { Caller } from '../support/caller.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { turnedAway } from '../support/turned-away.ts';

let hub: TestHub;
let code: string;
let host: Caller;

beforeAll(async () => {
  hub = await startHub();
  code = await hub.demo();
  host = await hub.organizer(code);
  await host.must('meeting.open', {});
});
afterAll(() => hub.close());

const secretOf = (name: string) => name.padEnd(22, '0');

/** An examiner of the demo roster with a phone in his hand. */
async function examiner(person: string, id: string): Promise<Caller> {
  const secret = secretOf(`pass-${id}`);
  const pass = {
    id,
    kind: 'examiner' as const,
    number: id.slice(-2),
    category: 'party',
    person,
    unit: null,
    hash: hashSecret(secret),
  };
  await host.must('passes.issue', { passes: [pass] });
  const phone = await hub.device(code, secretOf(`phone-${id}`));
  await phone.must('pass.enrol', { secret });
  await phone.until(() => phone.mine?.way === 'enrolled');
  return phone;
}

/** Sums and parts that stand nowhere else: 97.5 and 68. */
const generous = { report: 2950, direct: 1950, evidence: 2900, measures: 1950 };
const TELLS = /\b(9750|6800)\b/;
const full = { report: 2800, direct: 1800, evidence: 2700, measures: 1850 };

async function stepTo(unit: string, stages: readonly CommandBody<'turn.step'>['from'][]): Promise<void> {
  for (let k = 1; k < stages.length; k++)
    await host.must('turn.step', { unit, from: stages[k - 1] ?? 'waiting', to: stages[k] ?? 'waiting' });
}

describe('bad input changes nothing, and is counted', () => {
  it('refuses an unknown and a revoked pass', async () => {
    const phone = await hub.device(code, secretOf('stranger'));
    expect(await phone.command('pass.enrol', { secret: secretOf('never-issued') })).toMatchObject({
      code: 'pass-unknown',
    });
    const secret = secretOf('pass-party-90');
    await host.must('passes.issue', {
      passes: [
        {
          id: 'party-90',
          kind: 'examiner',
          number: '90',
          category: 'party',
          person: 'e9',
          unit: null,
          hash: hashSecret(secret),
        },
      ],
    });
    await host.must('pass.revoke', { pass: 'party-90', reason: '遗失' });
    expect(await phone.look(secret)).toMatchObject({ ok: false, code: 'pass-revoked' });
    expect(await phone.command('pass.enrol', { secret })).toMatchObject({ code: 'pass-revoked' });
    expect(await hub.refused('pass-unknown')).toBeGreaterThan(0);
  });

  it('B1, B3 refuses a score beyond its criterion, one off its step, and a command for a stage that is over', async () => {
    const phone = await examiner('e1', 'party-01');
    await stepTo('u1', ['waiting', 'reporting', 'questioning', 'scoring']);
    const submit = (scores: Record<string, number>) =>
      phone.command('ballot.submit', { unit: 'u1', replaces: 0, scores });
    expect(await submit({ ...full, report: 3050 })).toMatchObject({
      code: 'score-out-of-range',
      detail: { criterion: 'report' },
    });
    expect(await submit({ ...full, direct: 1825 })).toMatchObject({
      code: 'score-off-step',
      detail: { criterion: 'direct' },
    });
    expect(await submit({ report: 2800 })).toMatchObject({ code: 'score-missing' });
    expect(
      await host.command('turn.step', { unit: 'u1', from: 'reporting', to: 'questioning' }),
    ).toMatchObject({ code: 'stage-moved' });
    const state = (await hub.app.meetings.withCode(code))?.authority.state;
    expect(state?.ballots.accepted).toBe(0);
    expect(await submit(full)).toMatchObject({
      ok: true,
      receipt: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{8}$/) as string,
    });
    await stepTo('u1', ['scoring', 'closing', 'locked']);
    expect(await phone.command('ballot.submit', { unit: 'u1', replaces: 1, scores: full })).toMatchObject({
      code: 'turn-locked',
    });
  });

  it('refuses malformed and oversized messages of a device, and goes on serving it', async () => {
    const phone = await hub.device(code, secretOf('a-fuzzer'));
    for (const message of [
      null,
      7,
      'text',
      [],
      {},
      { v: 99 },
      { v: PROTOCOL, id: 'short' },
      { v: PROTOCOL, id: 'x'.repeat(16), type: 5 },
    ]) {
      expect(await phone.raw(COMMAND, message)).toMatchObject({ ok: false, code: 'malformed' });
    }
    expect(
      await phone.raw(COMMAND, {
        v: PROTOCOL,
        id: 'large-enough',
        type: 'crowd.vote',
        body: 'x'.repeat(20_000),
      }),
    ).toMatchObject({ code: 'too-large' });
    expect(
      await phone.raw(COMMAND, { v: PROTOCOL, id: 'good-enough-1', type: 'no.such', body: {} }),
    ).toMatchObject({ code: 'unknown-command' });
    expect(
      await phone.raw(COMMAND, {
        v: PROTOCOL,
        id: 'good-enough-2',
        type: 'crowd.vote',
        body: { unit: 'u1' },
      }),
    ).toMatchObject({ code: 'malformed', detail: { field: 'grade' } });
    expect(await phone.raw(LOOK, { v: PROTOCOL, secret: 'short' })).toMatchObject({ code: 'malformed' });
    expect(phone.socket.connected).toBe(true);
  });

  it('does not let the crowd, or an organizer who only watches, run the meeting', async () => {
    const phone = await hub.device(code, secretOf('a-voice'));
    const viewer = await hub.organizer(code, 'viewer');
    for (const caller of [phone, viewer]) {
      expect(
        await caller.command('turn.step', { unit: 'u2', from: 'waiting', to: 'reporting' }),
      ).toMatchObject({ code: 'forbidden' });
    }
  });

  it('slows down one who sends without pause, tells him so, and harms nobody else', async () => {
    const noisy = await hub.device(code, secretOf('noisy'));
    const answers = await Promise.all(
      Array.from({ length: 200 }, () => noisy.raw(LOOK, { v: PROTOCOL, secret: secretOf('guess') })),
    );
    expect(answers.filter((one) => one && !one.ok && one.code === 'too-many').length).toBeGreaterThan(50);
    expect(await host.command('turn.move', { unit: 'u5', to: 0 })).toMatchObject({ ok: true });
  });

  it('counts what asks for no answer, and what there is not, like everything else', async () => {
    const noisy = await hub.device(code, secretOf('mutters'));
    // Questions stand among the mutters: one behind them all may be heard when the line is, and its budget, read again.
    const asked: Promise<unknown>[] = [];
    for (let at = 0; at < 100; at += 1) {
      noisy.socket.emit(LOOK, {}).emit('no-such-thing', {});
      if (at % 5 === 0) asked.push(noisy.raw(LOOK, {}));
    }
    expect(await Promise.all(asked)).toContainEqual(
      expect.objectContaining({ ok: false, code: 'too-many', retry: true }),
    );
  });
});

describe('the way of a frame', () => {
  it('sends everything at first, then only what changed, numbered by the journal', async () => {
    const screen = await hub.device(code, secretOf('watcher'));
    expect(screen.frames[0]).toMatchObject({ from: null, audience: 'crowd' });
    const called = async (title: string) => {
      await host.must('meeting.describe', { title, place: '文化广场', date: '' });
      await screen.until(() => screen.slices.meeting?.title === title);
    };
    await called('第一次演示');
    const [before, seen] = [screen.at, screen.frames.length];
    await called('第二次演示');
    const later = screen.frames.slice(seen);
    const told = later.map(({ slices, patch }) => Object.keys({ ...slices, ...patch }));
    expect(told).toEqual([['meeting']]);
    expect(later.every((frame) => frame.from !== null && frame.to >= frame.from)).toBe(true);
    expect(screen.at).toBeGreaterThan(before);
  });

  it('brings a client that was away what it missed, and no more', async () => {
    const away = new Caller({ url: hub.url, code, session: secretOf('traveller') });
    await away.ready();
    away.socket.disconnect();
    await host.must('meeting.describe', { title: '第三次演示', place: '', date: '' });
    const seen = away.frames.length;
    away.socket.connect();
    await away.until(() => away.frames.length > seen);
    const frame = away.frames[seen];
    expect(frame?.from).not.toBeNull();
    expect(Object.keys({ ...frame?.slices, ...frame?.patch })).not.toContain('ranking');
    expect(away.slices.meeting?.title).toBe('第三次演示');
    away.close();
  });

  it('sends one packet to a whole audience and what is personal to its owner alone', async () => {
    const [one, two] = [await examiner('e2', 'party-02'), await examiner('e3', 'party-03')];
    await stepTo('u2', ['waiting', 'reporting', 'questioning', 'scoring']);
    await one.until(() => one.slices.stage?.stage === 'scoring');
    const reply = await one.must('ballot.submit', { unit: 'u2', replaces: 0, scores: generous });
    await one.until(() => (one.mine?.ballots.length ?? 0) > 0);
    expect(one.mine?.ballots[0]).toMatchObject({ receipt: reply.receipt, scores: generous });
    await two.until(() => two.slices.stage?.stage === 'scoring');
    expect(JSON.stringify([two.mine, two.frames])).not.toContain(reply.receipt);
  });

  it('V1 shows a score to nobody before the lock, and to organizers alone before it is published', async () => {
    const screen = await hub.device(code, secretOf('big-screen'));
    const seen = () => JSON.stringify([screen.frames, host.frames]);
    expect(seen()).not.toMatch(TELLS);
    await stepTo('u2', ['scoring', 'closing', 'locked']);
    await host.until(() => host.slices.standings?.locked.some((row) => row.unit === 'u2') ?? false);
    await screen.until(
      () => screen.slices.agenda?.some((row) => row.unit === 'u2' && row.stage === 'locked') ?? false,
    );
    expect(JSON.stringify(screen.frames)).not.toMatch(TELLS);
    await host.must('turn.publish', { unit: 'u2' });
    await screen.until(() => screen.slices.ranking?.rows.some((row) => row.unit === 'u2') ?? false);
  });
});

describe('passes and sessions', () => {
  it('I2 a handshake may ask what a pass is: the answer comes first, and nothing is burnt by it', async () => {
    await examiner('e9', 'party-19');
    const asks = (look: string) =>
      new Promise<unknown[]>((resolve) => {
        const auth = { protocol: PROTOCOL, code, session: secretOf('wholooks'), look };
        const socket = io(hub.url, { transports: ['websocket'], forceNew: true, auth });
        const heard: unknown[] = [];
        socket.onAny((event, message) => {
          heard.push(event === 'looked' ? message : event);
          if (event !== 'mine') return;
          socket.disconnect();
          resolve(heard);
        });
      });
    const [looked, ...rest] = await asks(secretOf('pass-party-19'));
    expect(looked).toMatchObject({ ok: true, number: '19', taken: true, pass: null });
    expect(rest).toEqual(['frame', 'mine']);
    expect((await asks(secretOf('pass-of-nobody')))[0]).toMatchObject({ ok: false, code: 'pass-unknown' });
  });

  it('I2 moves a pass by one tap of an organizer, and ends the first session at once', async () => {
    const first = await examiner('e4', 'party-04');
    const second = await hub.device(code, secretOf('new-phone'));
    const secret = secretOf('pass-party-04');
    expect(await second.look(secret)).toMatchObject({
      ok: true,
      taken: true,
      number: '04',
      name: expect.any(String) as string,
      pass: null,
    });
    // Who checks in by camera learns which pass it is, and burns nothing by it.
    expect(await host.look(secret)).toMatchObject({ ok: true, pass: 'party-04' });
    await second.must('pass.enrol', { secret });
    await second.until(() => second.mine?.way === 'waiting');
    await host.until(
      () => host.slices.people?.passes.some((one) => one.id === 'party-04' && one.handover !== null) ?? false,
    );
    const asked = host.slices.people?.passes.find((one) => one.id === 'party-04')?.handover ?? '';
    await host.must('pass.hand-over', { pass: 'party-04', session: asked });
    await second.until(() => second.mine?.way === 'enrolled');
    await first.until(() => first.bye === 'pass-moved');
    expect(await turnedAway(hub.url, { protocol: PROTOCOL, code, session: secretOf('phone-party-04') })).toBe(
      'pass-moved',
    );
    expect(second.frames.at(-1)?.audience).toBe('examiner');
  });

  it.each([
    ['is kept', 'party-14', 'e7', (id: string) => host.must('pass.keep', { pass: id })],
    ['is revoked', 'party-15', 'e8', (id: string) => host.must('pass.revoke', { pass: id, reason: '遗失' })],
  ])('I2 tells the second phone when the pass %s', async (_what, id, person, act) => {
    await examiner(person, id);
    const second = await hub.device(code, secretOf(`second-${id}`));
    await second.must('pass.enrol', { secret: secretOf(`pass-${id}`) });
    await second.until(() => second.mine?.way === 'waiting');
    await act(id);
    await second.until(() => second.mine?.way === 'crowd');
  });

  it('I4 ends the connections of a revoked pass at once', async () => {
    const phone = await examiner('e5', 'party-05');
    await host.must('pass.revoke', { pass: 'party-05', reason: '替换' });
    await phone.until(() => phone.bye === 'revoked');
  });

  it('shows organizers who is online and who is not', async () => {
    const phone = await examiner('e6', 'party-06');
    const line = () => host.slices.people?.passes.find((one) => one.id === 'party-06')?.line;
    await host.until(() => line() === 'online');
    phone.close();
    await host.until(() => line() === 'offline');
  });
});

describe('A1 going official', () => {
  const official = (of: string, role: 'owner' | 'host' = 'owner') =>
    fetch(`${hub.url}/api/meetings/${of}/official`, {
      method: 'POST',
      headers: { authorization: `Bearer ${hub.token(role)}` },
    });

  it('takes the people, the passes and the phones along to a new journal under the same code', async () => {
    const rehearsal = await hub.demo();
    const director = await hub.organizer(rehearsal);
    const secret = secretOf('pass-people-01');
    const pass = {
      id: 'people-01',
      kind: 'examiner' as const,
      number: '01',
      category: 'people',
      person: 'e27',
      unit: null,
      hash: hashSecret(secret),
    };
    await director.must('passes.issue', { passes: [pass] });
    const phone = await hub.device(rehearsal, secretOf('phone-people-01'));
    await phone.must('pass.enrol', { secret });
    const before = director.journal;
    expect((await official(rehearsal, 'host')).status).toBe(403);
    expect(await (await official(rehearsal)).json()).toMatchObject({ code: rehearsal, mode: 'official' });
    await Promise.all([director, phone].map((one) => one.until(() => one.journal !== before)));
    expect(director.slices.meeting).toMatchObject({ mode: 'official', phase: 'ready', code: rehearsal });
    await phone.until(() => phone.mine?.way === 'enrolled' && phone.slices.meeting?.mode === 'official');
    const { state } = (await hub.app.meetings.withCode(rehearsal))?.authority ?? {};
    expect(state?.meeting.rehearsal?.length).toBeGreaterThan(5);
  });

  it('never goes back, and not in the middle of a meeting', async () => {
    expect(await (await official(code)).json()).toMatchObject({ code: 'wrong-phase' });
    expect((await official('000000')).status).toBe(404);
    expect(await host.command('turn.move', { unit: 'u5', to: 0 })).toMatchObject({ ok: true });
  });
});
