import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Journal } from '../../assessment/journal.ts';
import { hashSecret } from '../../assessment/passes.ts';
import { MemoryJournal } from '../../db/memory-journal.ts';
import { Authority } from '../../realtime/authority.ts';
import type { Change } from '../../realtime/changes.ts';
import type { Principal } from '../../assessment/actors.ts';
import type { Reply } from '../../realtime/protocol-names.ts';
import { demoOpening } from '../support/opening.ts';

/** Names an entry type that cannot be folded, once. */
const broken = vi.hoisted(() => ({ type: '' }));
vi.mock(import('../../assessment/decide.ts'), async (original) => {
  const real = await original();
  const fold: typeof real.fold = (state, entry) => {
    if (entry.type === broken.type) {
      broken.type = '';
      throw new Error('cannot be folded');
    }
    return real.fold(state, entry);
  };
  return { ...real, fold };
});

const HOST: Principal = { kind: 'organizer', id: 'o1', role: 'owner' };
const START = Date.UTC(2026, 10, 21, 9, 0, 0);

let now = START;
let ids = 0;
let fault = false;
let journal: MemoryJournal;
let authority: Authority;
const errors: string[] = [];

const clock = { now: () => now };

async function open(on: Journal): Promise<Authority> {
  return Authority.open(on, {
    clock,
    random: (n) => new Uint8Array(n).fill(7),
    online: () => false,
    onError: (what) => errors.push(what),
  });
}

function command(type: string, body: object, id = `command-${(ids += 1)}`): Promise<Reply> {
  return authority.submit(HOST, { id, type, body });
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  now = START;
  fault = false;
  errors.length = 0;
  journal = new MemoryJournal({ fault: () => (fault ? 'refuse' : undefined) });
  await journal.append(demoOpening(now));
  authority = await open(journal);
  await command('meeting.open', {});
});

afterEach(async () => {
  await authority.close();
  vi.useRealTimers();
});

const toScoring = async (unit: string) => {
  const stages = ['waiting', 'reporting', 'questioning', 'scoring'];
  for (let k = 1; k < stages.length; k++)
    await command('turn.step', { unit, from: stages[k - 1], to: stages[k] });
};

describe('the authority', () => {
  it('J3 acknowledges only when the entries are on disk', async () => {
    const before = journal.head.length;
    const reply = await command('turn.step', { unit: 'u1', from: 'waiting', to: 'reporting' });
    expect(reply).toMatchObject({ ok: true, n: before + 1 });
    expect(journal.head.length).toBe(before + 1);
  });

  it('counts whoever still waits for an answer, also while the disk is at work', async () => {
    const seen: number[] = [];
    const append = journal.append.bind(journal);
    vi.spyOn(journal, 'append').mockImplementationOnce((drafts) => {
      seen.push(authority.waiting);
      const written = append(drafts);
      void command('meeting.describe', { title: '后来的', place: '', date: '' });
      seen.push(authority.waiting);
      return written;
    });
    authority.onChange(() => seen.push(authority.waiting));
    await command('meeting.describe', { title: '先来的', place: '', date: '' });
    // One on its way to the disk; a second behind it; and when the first is there, only the second.
    expect(seen.slice(0, 3)).toEqual([1, 2, 1]);
  });

  it('counts nobody any more whose command was refused, or whose journal broke', async () => {
    const absent = await command('turn.step', { unit: 'nobody', from: 'waiting', to: 'reporting' });
    expect([absent.ok, authority.waiting]).toEqual([false, 0]);
    vi.spyOn(journal, 'append').mockImplementationOnce(() => {
      throw new Error('unforeseen');
    });
    const broke = await command('meeting.describe', { title: '存不下', place: '', date: '' });
    expect([broke.ok, authority.waiting]).toEqual([false, 0]);
  });

  it('commits all commands that waited in one transaction, each seeing the one before it', async () => {
    const appended = vi.spyOn(journal, 'append');
    const replies = await Promise.all([
      command('turn.step', { unit: 'u1', from: 'waiting', to: 'reporting' }),
      command('turn.step', { unit: 'u1', from: 'waiting', to: 'reporting' }),
      command('turn.step', { unit: 'u1', from: 'reporting', to: 'questioning' }),
    ]);
    expect(replies.map((one) => (one.ok ? 'ok' : one.code))).toEqual(['ok', 'stage-moved', 'ok']);
    expect(appended).toHaveBeenCalledTimes(1);
  });

  it('J2 answers the same command again with the same receipt and no second effect', async () => {
    const first = await command('turn.step', { unit: 'u1', from: 'waiting', to: 'reporting' }, 'same-id-1');
    const length = journal.head.length;
    expect(await command('turn.step', { unit: 'u1', from: 'waiting', to: 'reporting' }, 'same-id-1')).toEqual(
      { ...first, repeated: true },
    );
    expect(
      await command('turn.step', { unit: 'u2', from: 'waiting', to: 'reporting' }, 'same-id-1'),
    ).toMatchObject({ ok: false, code: 'id-reused' });
    expect(journal.head.length).toBe(length);
  });

  it('J3 refuses a whole batch as retryable when the commit fails, shows nothing of it, and goes on afterwards', async () => {
    const changes: Change[] = [];
    authority.onChange((change) => changes.push(change));
    fault = true;
    const refused = await Promise.all([
      command('turn.step', { unit: 'u1', from: 'waiting', to: 'reporting' }, 'step-once-1'),
      command('clock.run', { clock: 'stage', run: false }),
    ]);
    expect(refused).toMatchObject([
      { code: 'retry', retry: true },
      { code: 'retry', retry: true },
    ]);
    expect({ healthy: authority.healthy, changes, stage: authority.state.agenda.onStage }).toEqual({
      healthy: false,
      changes: [],
      stage: null,
    });
    fault = false;
    expect(
      await command('turn.step', { unit: 'u1', from: 'waiting', to: 'reporting' }, 'step-once-1'),
    ).toMatchObject({ ok: true, repeated: false });
    expect({ healthy: authority.healthy, stage: authority.state.agenda.onStage, errors }).toEqual({
      healthy: true,
      stage: 'u1',
      errors: ['commit'],
    });
  });

  it('A4, J7 counts the time in which the authority was down as a pause, and says how long', async () => {
    await command('turn.step', { unit: 'u1', from: 'waiting', to: 'reporting' });
    now += 60_000;
    await authority.close();
    now += 300_000;
    authority = await open(journal);
    const clockNow = authority.state.agenda.turns.get('u1')?.clocks.reporting;
    expect(clockNow).toMatchObject({ since: START + 300_000, remaining: 480_000 });
    const last = [...journal.read(authority.state.length)];
    expect(last).toMatchObject([{ type: 'authority-started', data: { down: 300_000 } }]);
  });

  it('A4, J5 goes on from where time was when the machine’s clock was set back while it was down', async () => {
    await command('turn.step', { unit: 'u1', from: 'waiting', to: 'reporting' });
    now += 60_000;
    await authority.close();
    const before = authority.now();
    now -= 3_600_000;
    authority = await open(journal);
    const again = authority.now();
    expect(again - before).toBeGreaterThanOrEqual(0);
    expect(again - before).toBeLessThanOrEqual(1000);
    now += 30_000;
    expect(authority.now() - again).toBe(30_000);
    await command('clock.run', { clock: 'stage', run: false });
    expect(authority.state.agenda.turns.get('u1')?.clocks.reporting).toMatchObject({ remaining: 390_000 });
  });

  it('J1 folds to the same state after a restart', async () => {
    await toScoring('u1');
    const before = structuredClone(authority.state);
    await authority.close();
    authority = await open(journal);
    expect({ ...authority.state, length: 0, at: 0 }).toEqual({ ...before, length: 0, at: 0 });
  });

  it('J7 says how long it was down even where the disk takes nothing at the restart', async () => {
    await command('turn.step', { unit: 'u1', from: 'waiting', to: 'reporting' });
    await authority.close();
    now += 300_000;
    fault = true;
    authority = await open(journal);
    expect(authority.healthy).toBe(false);
    vi.advanceTimersByTime(3000);
    await authority.close();
    authority = await open(journal);
    fault = false;
    now += 60_000;
    vi.advanceTimersByTime(1000);
    await vi.waitFor(() => expect(authority.healthy).toBe(true));
    const last = [...journal.read(authority.state.length)];
    expect(last).toMatchObject([{ type: 'authority-started', data: { down: 360_000 } }]);
    await command('clock.run', { clock: 'stage', run: false });
    expect(authority.state.agenda.turns.get('u1')?.clocks.reporting).toMatchObject({ remaining: 480_000 });
  });

  it('J3 answers everyone and goes on where a journal fails in a way that nobody foresaw', async () => {
    vi.spyOn(journal, 'append').mockRejectedValueOnce(new TypeError('no thread'));
    expect(await command('turn.step', { unit: 'u1', from: 'waiting', to: 'reporting' })).toMatchObject({
      code: 'retry',
    });
    expect(await command('turn.step', { unit: 'u1', from: 'waiting', to: 'reporting' })).toMatchObject({
      ok: true,
    });
    expect(errors).toEqual(['commit']);
  });

  it('J3 acknowledges what is on disk where nobody could be shown it', async () => {
    const shown: Change[] = [];
    authority.onChange(() => {
      throw new Error('no picture');
    });
    authority.onChange((change) => shown.push(change));
    expect(await command('turn.step', { unit: 'u1', from: 'waiting', to: 'reporting' })).toMatchObject({
      ok: true,
    });
    expect({ errors, shown: shown.length }).toEqual({ errors: ['show'], shown: 1 });
  });

  it('lets a command fail alone whose entries cannot be folded', async () => {
    broken.type = 'clock-run';
    const replies = await Promise.all([
      command('turn.step', { unit: 'u1', from: 'waiting', to: 'reporting' }),
      command('clock.run', { clock: 'stage', run: false }),
    ]);
    expect(replies).toMatchObject([{ ok: true }, { code: 'internal' }]);
    expect(await command('clock.run', { clock: 'stage', run: false })).toMatchObject({ ok: true });
    expect(errors).toEqual(['rule']);
  });

  it('J5 never gives an entry a time before the last one, whatever the clock does', async () => {
    now -= 3_600_000;
    await command('turn.step', { unit: 'u1', from: 'waiting', to: 'reporting' });
    expect(authority.state.at).toBe(START);
  });

  it('Q5 closes the window for rating an answer by itself and shows the ratings together', async () => {
    const secret = 'AAAAAAAAAAAAAAAAAAAAAA';
    await command('passes.issue', {
      passes: [
        {
          id: 'party-01',
          kind: 'examiner',
          number: '01',
          category: 'party',
          person: 'e1',
          unit: null,
          hash: hashSecret(secret),
        },
      ],
    });
    const examiner: Principal = { kind: 'device', session: hashSecret('phone') };
    await authority.submit(examiner, { id: 'enrol-001', type: 'pass.enrol', body: { secret } });
    await command('turn.step', { unit: 'u1', from: 'waiting', to: 'reporting' });
    await command('turn.step', { unit: 'u1', from: 'reporting', to: 'questioning' });
    const asked = await authority.submit(examiner, {
      id: 'ask-00001',
      type: 'question.ask',
      body: { unit: 'u1', text: '公厕没灯没纸谁来考核？', portfolio: null, member: null },
    });
    const question = `q${asked.ok ? asked.n : 0}`;
    await command('question.stage', { question });
    await command('question.answered', { question });
    const rate = (id: string) =>
      authority.submit(examiner, { id, type: 'question.rate', body: { question, rating: 'good' } });
    expect(await rate('rate-0001')).toMatchObject({ ok: true });
    expect(authority.state.questions.all.get(question)?.rated).toBe(false);
    now += 30_001;
    const shown = new Promise<void>((resolve) => authority.onChange(() => resolve()));
    vi.advanceTimersByTime(30_001);
    await shown;
    expect(authority.state.questions.all.get(question)?.rated).toBe(true);
    expect(await rate('rate-0002')).toMatchObject({ code: 'rating-closed' });
  });
});
