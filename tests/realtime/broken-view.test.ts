/** Somebody whose own view cannot be computed: it costs him his line, until it can be; his ballot and the others nothing. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { State } from '../../assessment/state.ts';
import { hashSecret } from '../../assessment/passes.ts';
import { SYNC, PROTOCOL } from '../../realtime/protocol-names.ts';
import type { Caller } from '../support/caller.ts';
import { startHub, type TestHub } from '../support/hub.ts';

/** Sessions whose own view cannot be computed, as the journal names them. */
const broken = vi.hoisted(() => new Set<string>());
vi.mock(import('../../assessment/view-mine.ts'), async (original) => {
  const real = await original();
  const mineView = (state: State, session: string) => {
    if (broken.has(session)) throw new Error('a view that cannot be computed');
    return real.mineView(state, session);
  };
  return { ...real, mineView };
});

let hub: TestHub;
let code: string;
let host: Caller;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());
beforeEach(async () => {
  code = await hub.demo();
  host = await hub.organizer(code);
  await host.must('meeting.open', {});
});
afterEach(() => broken.clear());

const secretOf = (name: string) => name.padEnd(22, '0');
const breaks = (device: string) => broken.add(hashSecret(secretOf(device)));
const lost = (caller: Caller) => new Promise<void>((gone) => caller.socket.once('disconnect', () => gone()));
const back = (caller: Caller) => new Promise<void>((come) => caller.socket.once('connect', () => come()));

async function examiner(person: string, number: string): Promise<Caller> {
  const secret = secretOf(`pass-${person}`);
  const pass = { id: `pass-${person}`, kind: 'examiner' as const, number, category: 'party', unit: null };
  await host.must('passes.issue', { passes: [{ ...pass, person, hash: hashSecret(secret) }] });
  const phone = await hub.device(code, secretOf(`phone-${person}`));
  await phone.must('pass.enrol', { secret });
  await phone.until(() => phone.mine?.way === 'enrolled');
  return phone;
}

async function scores(unit: string): Promise<void> {
  await host.must('turn.step', { unit, from: 'waiting', to: 'reporting' });
  await host.must('turn.step', { unit, from: 'reporting', to: 'questioning' });
  await host.must('turn.step', { unit, from: 'questioning', to: 'scoring' });
}

const scoring = { report: 2800, direct: 1800, evidence: 2700, measures: 1850 };

describe('an own view that cannot be computed', () => {
  it('J3 comes after a ballot is acknowledged, and the others are shown theirs', async () => {
    const [one, other] = [await examiner('e2', '02'), await examiner('e3', '03')];
    await scores('u1');
    breaks('phone-e2');
    const gone = lost(one);
    expect(await one.command('ballot.submit', { unit: 'u1', replaces: 0, scores: scoring })).toMatchObject({
      ok: true,
    });
    await gone;
    await other.must('ballot.submit', { unit: 'u1', replaces: 0, scores: scoring });
    await other.until(() => other.mine?.ballots.some(({ unit }) => unit === 'u1') === true);
    broken.clear();
    await one.until(() => one.mine?.ballots.some(({ unit }) => unit === 'u1') === true);
  });

  it('of a voice in the crowd ends its line alone', async () => {
    const [one, other] = [
      await hub.device(code, secretOf('a-voice')),
      await hub.device(code, secretOf('b-voice')),
    ];
    await scores('u1');
    breaks('a-voice');
    const gone = lost(one);
    // It goes out before the answer: his page asks again when it is back, and was heard once (J2).
    const voted = one.must('crowd.vote', { unit: 'u1', grade: 'unsatisfied' });
    await gone;
    expect(other.socket.connected).toBe(true);
    expect(await host.command('turn.move', { unit: 'u5', to: 0 })).toMatchObject({ ok: true });
    broken.clear();
    expect(await voted).toMatchObject({ ok: true, repeated: true });
  });

  it('asked for in a later turn of the loop leaves whoever asked as he is, and the hub alive', async () => {
    const one = await hub.device(code, secretOf('a-voice'));
    breaks('a-voice');
    expect(await one.raw(SYNC, { v: PROTOCOL, since: null })).toMatchObject({ ok: true });
    const again = one.frames.length;
    await host.must('meeting.describe', { title: '还在', place: '', date: '' });
    await one.until(() => one.slices.meeting?.title === '还在');
    expect(one.frames.length).toBeGreaterThan(again);
  });

  it('at the door turns nobody away for good: he comes in when it can be computed', async () => {
    const one = await hub.device(code, secretOf('a-voice'));
    breaks('a-voice');
    const gone = lost(one);
    one.socket.io.engine.close();
    await gone;
    broken.clear();
    if (!one.socket.connected) await back(one);
    await one.until(() => one.slices.meeting !== undefined);
  });
});
