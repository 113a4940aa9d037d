/** J4 · What the wall shows at a lock is the hash of the lock's own entry, whatever happens to the hub. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Journal } from '../../assessment/journal.ts';
import { officialOpening } from '../../assessment/official.ts';
import type { Principal } from '../../assessment/actors.ts';
import { sliceOf, type Audience, type LockView } from '../../assessment/view.ts';
import { MemoryJournal } from '../../db/memory-journal.ts';
import { Authority } from '../../realtime/authority.ts';
import { lockHeads } from '../../realtime/lock-heads.ts';
import { Presence } from '../../realtime/presence.ts';
import { folded } from '../support/meeting.ts';
import { demoOpening } from '../support/opening.ts';

const HOST: Principal = { kind: 'organizer', id: 'o1', role: 'owner' };
const START = Date.UTC(2026, 10, 21, 9, 0, 0);
const STAGES = ['waiting', 'reporting', 'questioning', 'scoring', 'closing', 'locked'];

let now = START;
let ids = 0;
let journal: MemoryJournal;
let hub: Hub;

/** An authority with what is beside it in a hub. */
class Hub {
  readonly authority: Authority;
  readonly presence = new Presence();
  private constructor(authority: Authority, on: Journal) {
    this.authority = authority;
    this.presence.headAt = lockHeads(on, authority);
  }
  static async on(store: Journal): Promise<Hub> {
    const parts = {
      clock: { now: () => now },
      random: (n: number) => new Uint8Array(n),
      online: () => false,
    };
    return new Hub(
      await Authority.open(store, { ...parts, onError: (_what, error) => expect.fail(String(error)) }),
      store,
    );
  }
  async must(type: string, body: object): Promise<number> {
    now += 1000;
    const reply = await this.authority.submit(HOST, { id: `command-${(ids += 1)}`, type, body });
    return reply.ok ? reply.n : expect.fail(JSON.stringify(reply));
  }
  /** @returns the number of the entry that locked it */
  async locks(unit: string): Promise<number> {
    let n = 0;
    for (let at = 1; at < STAGES.length; at += 1)
      n = await this.must('turn.step', { unit, from: STAGES[at - 1], to: STAGES[at] });
    return n;
  }
  shown(audience: Audience = 'screen'): LockView[] {
    return sliceOf(this.authority.state, audience, 'locks', this.presence.live);
  }
}

const entry = (n: number) => [...journal.sealed()].find((one) => one.n === n);

beforeEach(async () => {
  now = START;
  journal = new MemoryJournal();
  await journal.append(demoOpening(now));
  hub = await Hub.on(journal);
  await hub.must('meeting.set', { ...hub.authority.state.meeting.settings, publish: 'after-next' });
  await hub.must('meeting.open', {});
});
afterEach(() => hub.authority.close());

describe('where the journal stood at a lock', () => {
  it('J4 is shown to screens and organizers from the lock on, in the order of turns, and stays what it was', async () => {
    expect(hub.shown()).toEqual([]);
    const n = await hub.locks('u2');
    const first = { unit: 'u2', at: now, length: n, head: entry(n)?.hash };
    expect(hub.shown()).toEqual([first]);
    expect(JSON.parse(entry(n)?.body ?? '')).toMatchObject({
      type: 'turn-stepped',
      data: { unit: 'u2', to: 'locked' },
    });
    // The lock of the second unit made the first one public, in the same commit and behind it.
    const second = (await hub.locks('u1')) - 1;
    expect(hub.shown('organizer')).toEqual([
      { unit: 'u1', at: now, length: second, head: entry(second)?.hash },
      first,
    ]);
  });

  it('J4 V2 is the lock itself where its commit published another unit, too', async () => {
    await hub.locks('u1');
    const last = await hub.locks('u2');
    const [, { length = 0 } = {}] = hub.shown();
    expect(length).toBe(last - 1);
    expect(JSON.parse(entry(length)?.body ?? '')).toMatchObject({ data: { unit: 'u2', to: 'locked' } });
    expect(JSON.parse(entry(last)?.body ?? '')).toMatchObject({ type: 'turn-published' });
  });

  it('J1 J4 is the same after a restart, though nothing of it is in the state', async () => {
    await hub.locks('u1');
    const before = hub.shown();
    await hub.authority.close();
    now += 60_000;
    hub = await Hub.on(journal);
    expect(hub.shown()).toEqual(before);
    expect(journal.head.length).toBeGreaterThan(before[0]?.length ?? Infinity);
  });

  it('A2 an absent unit has one; it is gone when the unit came after all, and a new one at its own lock', async () => {
    const n = await hub.must('turn.absent', { unit: 'u1', from: 'waiting', reason: '没有来' });
    expect(hub.shown()).toMatchObject([{ unit: 'u1', length: n, head: entry(n)?.hash }]);
    await hub.must('turn.present', { unit: 'u1', reason: '来了' });
    expect(hub.shown()).toEqual([]);
    const again = await hub.locks('u1');
    expect(hub.shown()).toMatchObject([{ unit: 'u1', length: again, head: entry(again)?.hash }]);
  });

  it('A2 a step back before the lock leaves nothing', async () => {
    for (let at = 1; at < STAGES.length - 1; at += 1)
      await hub.must('turn.step', { unit: 'u1', from: STAGES[at - 1], to: STAGES[at] });
    await hub.must('turn.back', { unit: 'u1', from: 'closing', reason: '按错了' });
    expect(hub.shown()).toEqual([]);
  });

  it('A1 going official begins without the locks of the rehearsal', async () => {
    await hub.locks('u1');
    const opening = officialOpening(
      { ...hub.authority.state, meeting: { ...hub.authority.state.meeting, phase: 'ready' } },
      { id: 'N', code: '605218', head: hub.authority.head },
    );
    const official = folded(opening.map((one, at) => ({ ...one, at: now, by: 'system:', n: at + 1 })));
    expect(sliceOf(official, 'screen', 'locks', hub.presence.live)).toEqual([]);
  });
});
