/** J1, J2, J4 · A hub that starts from a snapshot is the hub that it was. */
import Database from 'better-sqlite3';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Principal } from '../../assessment/actors.ts';
import { openDataFolder, type DataFolder } from '../../db/data-folder.ts';
import { foldingCode } from '../../db/folding-code.ts';
import { meetingPath } from '../../db/meetings.ts';
import { readSnapshot, writeSnapshot } from '../../db/snapshot.ts';
import { SqliteJournal } from '../../db/sqlite-journal.ts';
import type { State } from '../../assessment/state.ts';
import { MemoryJournal } from '../../db/memory-journal.ts';
import { Keeping } from '../../realtime/keeping.ts';
import { refolded } from '../../realtime/refold.ts';
import type { Log } from '../../realtime/log.ts';
import { Meetings } from '../../realtime/meetings.ts';
import { purgeMeeting } from '../../realtime/purging.ts';
import { temporaryFolders } from '../db/folders.ts';

const folder = temporaryFolders();
const NOW = Date.UTC(2026, 10, 21, 9);
const OWNER: Principal = { kind: 'organizer', id: 'o1', role: 'owner' };

interface Hub {
  data: DataFolder;
  meetings: Meetings;
  /** What was logged, without what goes well. */
  loud: unknown[];
  unreadable: string[];
}

/** A hub's meetings on a folder, whose keeper begins at once. */
async function starts(dir: string): Promise<Hub> {
  const loud: unknown[] = [];
  const say = (what: unknown) => void loud.push(what);
  const log = { info: () => undefined, warn: say, error: say } as unknown as Log;
  const data = openDataFolder(dir, { keeper: { later: 0 } });
  const meetings = new Meetings(data, { now: () => NOW }, log);
  return { data, meetings, loud, unreadable: await meetings.openAll() };
}

async function stops({ data, meetings }: Hub): Promise<void> {
  await meetings.close();
  await data.close();
}

const describeIt = (title: string, id = 'the-command') => ({
  id,
  type: 'meeting.describe',
  body: { title, place: '广场', date: '' },
});

/** A meeting with a command in its journal and a snapshot behind that. */
async function withSnapshot(dir: string): Promise<{ code: string; id: string; n: number }> {
  const hub = await starts(dir);
  const { code, id } = await hub.meetings.createDemo('演示考场');
  const { authority } = (await hub.meetings.withCode(code))!;
  const reply = await authority.submit(OWNER, describeIt('第一次'));
  for (let nth = 0; nth < 3; nth += 1) await authority.submit(OWNER, describeIt(`又${nth}`, `more-${nth}`));
  hub.data.keeper.snapshot(id);
  await hub.data.keeper.idle();
  await stops(hub);
  return { code, id, n: reply.ok ? reply.n : 0 };
}

const snapshots = (dir: string): string[] =>
  readdirSync(join(dir, 'meetings')).filter((name) => name.includes('snapshot'));

function tampers(dir: string, id: string, where: string): void {
  const db = new Database(meetingPath(dir, id));
  db.exec(
    `DROP TRIGGER journal_no_update; UPDATE journal SET body = replace(body, '广场', '广厂') WHERE ${where}`,
  );
  db.close();
}

/** By somebody who knows how a snapshot is made. */
function forges(dir: string, id: string, change: (state: State) => void): void {
  const path = meetingPath(dir, id);
  const journal = new SqliteJournal(path, { mustExist: true });
  const read = readSnapshot(path, journal, foldingCode());
  if (typeof read === 'string') throw new Error(read);
  const state = read.state();
  change(state);
  writeSnapshot(path, journal.salt, foldingCode(), { ...read, state });
  void journal.close();
}

describe('a start from a snapshot', () => {
  it('J2 answers a command of before it in the same words, and refuses its id for another', async () => {
    const dir = join(folder(), 'data');
    const { code, n } = await withSnapshot(dir);
    const hub = await starts(dir);
    const { authority } = (await hub.meetings.withCode(code))!;
    expect(authority.unverified).toBeGreaterThan(n);
    expect(authority.state.commands.has(':o1/the-command')).toBe(false);
    const { length } = authority.head;
    expect(await authority.submit(OWNER, describeIt('第一次'))).toMatchObject({
      ok: true,
      n,
      repeated: true,
    });
    expect(await authority.submit(OWNER, describeIt('别的'))).toMatchObject({ ok: false, code: 'id-reused' });
    expect(authority.head.length).toBe(length);
    expect(authority.state.meeting.info.title).toBe('又2');
    expect(await authority.submit(OWNER, describeIt('新的', 'new'))).toMatchObject({
      ok: true,
      repeated: false,
    });
    await stops(hub);
  });

  it('J3 J7 a hub that is killed behind its snapshot has all that was acknowledged', async () => {
    const dir = join(folder(), 'data');
    const { code } = await withSnapshot(dir);
    const first = await starts(dir);
    await (await first.meetings.withCode(code))!.authority.submit(OWNER, describeIt('最后一次', 'last'));
    await stops(first);
    const hub = await starts(dir);
    const { authority } = (await hub.meetings.withCode(code))!;
    expect(authority.state.meeting.info.title).toBe('最后一次');
    expect(await authority.submit(OWNER, describeIt('最后一次', 'last'))).toMatchObject({ repeated: true });
    expect([hub.unreadable, hub.loud]).toEqual([[], []]);
    await stops(hub);
  });

  it('J4 walks along the rest of the chain behind that, and says so', async () => {
    const dir = join(folder(), 'data');
    const { id } = await withSnapshot(dir);
    const hub = await starts(dir);
    expect(hub.meetings.chains()).toBe('under-way');
    expect(hub.meetings.keeping.chainOf(id)).toEqual({ checked: 0, broken: null, forged: false });
    await hub.data.keeper.idle();
    expect(hub.meetings.chains()).toBe('whole');
    expect(hub.meetings.keeping.chainOf(id)).toEqual({ checked: null, broken: null, forged: false });
    await stops(hub);
  });

  it('J4 finds what was changed in front of the snapshot, says so loudly, and goes on', async () => {
    const dir = join(folder(), 'data');
    const { code, id, n } = await withSnapshot(dir);
    tampers(dir, id, `n = ${n}`);
    const hub = await starts(dir);
    expect(hub.unreadable).toEqual([]);
    await hub.data.keeper.idle();
    expect(hub.meetings.chains()).toBe('broken');
    expect(hub.meetings.keeping.chainOf(id)).toEqual({ checked: n - 1, broken: n, forged: false });
    expect(hub.loud).toEqual([{ meeting: id, broken: n, why: 'hash' }]);
    const { authority } = (await hub.meetings.withCode(code))!;
    expect(await authority.submit(OWNER, describeIt('照常', 'on'))).toMatchObject({ ok: true });
    await stops(hub);
  });

  it('J1 X2 finds that somebody put another state into the snapshot, says so, and counts from the journal the next time', async () => {
    const dir = join(folder(), 'data');
    const { code, id } = await withSnapshot(dir);
    forges(dir, id, (state) => void (state.meeting.info.title = '别人写的'));
    const hub = await starts(dir);
    expect((await hub.meetings.withCode(code))!.authority.state.meeting.info.title).toBe('别人写的');
    await hub.data.keeper.idle();
    expect(hub.meetings.chains()).toBe('broken');
    expect(hub.meetings.keeping.chainOf(id)).toMatchObject({ broken: null, forged: true });
    expect(hub.loud).toMatchObject([{ meeting: id, why: 'snapshot' }]);
    expect(snapshots(dir)).toEqual([]);
    await stops(hub);
    const next = await starts(dir);
    expect((await next.meetings.withCode(code))!.authority.state.meeting.info.title).toBe('又2');
    expect(next.meetings.chains()).toBe('whole');
    await stops(next);
  });

  it('J4 a meeting whose tail was changed cannot be read; the log says which entry', async () => {
    const dir = join(folder(), 'data');
    const { code, id } = await withSnapshot(dir);
    const first = await starts(dir);
    const { authority } = (await first.meetings.withCode(code))!;
    const reply = await authority.submit(OWNER, describeIt('后来', 'later'));
    await stops(first);
    tampers(dir, id, `n = ${reply.ok ? reply.n : 0}`);
    const hub = await starts(dir);
    expect(hub.unreadable).toEqual([meetingPath(dir, id)]);
    expect(String((hub.loud[0] as { err: Error }).err)).toBe(
      `BrokenChain: entry ${reply.ok ? reply.n : 0}: hash`,
    );
    await stops(hub);
  });
});

describe('without a snapshot', () => {
  it('J4 of a long journal the last fifty thousand entries are looked at before a start, the others behind it', async () => {
    const journal = new MemoryJournal();
    const entry = (at: number) => ({ type: 'nothing', data: { at }, at: NOW + at, by: 'system:' });
    await journal.append(Array.from({ length: 50_300 }, (_, at) => entry(at)));
    expect(refolded(journal, null)).toMatchObject({ unverified: 300, open: { length: 50_300 } });
    const tampered = (n: number) => ({
      head: journal.head,
      salt: journal.salt,
      read: journal.read.bind(journal),
      *sealed(from?: number, to?: number) {
        for (const one of journal.sealed(from, to))
          yield one.n === n ? { ...one, body: one.body.replace('nothing', 'anything') } : one;
      },
    });
    expect(refolded(tampered(300) as never, null).unverified).toBe(300);
    expect(() => refolded(tampered(301) as never, null)).toThrow('entry 301: hash');
  });
});

describe('a snapshot is asked for', () => {
  const watched = (from: number) => {
    const asked: string[] = [];
    const keeper = {
      told: () => undefined,
      verify: () => undefined,
      end: () => Promise.resolve(),
      snapshot: (id: string) => asked.push(id),
    };
    const keeping = new Keeping(keeper as never, { info() {}, warn() {}, error() {} } as never);
    let look = () => {};
    const state = { length: from, meeting: { phase: 'live' } };
    const authority = { state, unverified: 0, onChange: (listener: () => void) => (look = listener) };
    keeping.begins('m', authority as never, 0);
    const becomes = (length: number, phase = 'live') => {
      Object.assign(state, { length, meeting: { phase } });
      look();
    };
    return { asked, becomes, keeping };
  };
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('when twenty thousand entries are behind the last, and when a meeting of some length closes', () => {
    const { asked, becomes } = watched(19_999);
    for (const length of [20_000, 20_001, 39_999]) {
      becomes(length);
      vi.advanceTimersByTime(1000);
      vi.advanceTimersByTime(1000);
    }
    expect(asked).toHaveLength(1);
    becomes(40_001);
    vi.advanceTimersByTime(1000);
    expect(asked).toHaveLength(2);
    becomes(41_500);
    vi.advanceTimersByTime(5000);
    expect(asked).toHaveLength(2);
    becomes(41_500, 'closed');
    expect(asked).toHaveLength(3);
  });

  it('at once by a start that had to fold so many', () => {
    expect(watched(20_000).asked).toHaveLength(1);
  });

  it('not while a square votes, unless it goes on for long', () => {
    const { asked, becomes } = watched(0);
    for (let length = 20_000; length < 100_000; length += 5000) {
      becomes(length);
      expect(asked).toHaveLength(0);
      vi.advanceTimersByTime(500);
    }
    becomes(100_000);
    vi.advanceTimersByTime(500);
    becomes(105_000);
    vi.advanceTimersByTime(500);
    expect(asked).toHaveLength(1);
  });

  it('not of a meeting whose file is being closed', async () => {
    const { asked, becomes, keeping } = watched(0);
    becomes(25_000);
    await keeping.ends('m');
    vi.advanceTimersByTime(5000);
    expect(asked).toHaveLength(0);
  });
});

describe('J6 a meeting that is put away, purged or deleted', () => {
  it('takes its snapshot along, also while one is under way', async () => {
    const dir = join(folder(), 'data');
    const { code, id } = await withSnapshot(dir);
    const hub = await starts(dir);
    expect(snapshots(dir)).toEqual([`${id}.sqlite.snapshot`]);
    await hub.meetings.moves.archive(id, () => undefined);
    const row = hub.meetings.byCode(code)!;
    const parts = { ...hub, clock: { now: () => NOW }, log: hub.meetings as never, moved: () => undefined };
    await hub.meetings.withCode(code);
    hub.data.keeper.snapshot(id);
    expect(await purgeMeeting(parts, row, 'asked', 'owner:o1')).toMatchObject({ damaged: [] });
    expect(snapshots(dir)).toEqual([]);
    await hub.meetings.withCode(code);
    hub.data.keeper.snapshot(id);
    await hub.data.keeper.idle();
    expect(snapshots(dir)).toHaveLength(1);
    hub.data.keeper.snapshot(id);
    await hub.meetings.moves.remove(id, () => undefined);
    expect(readdirSync(join(dir, 'meetings'))).toEqual([]);
    expect(hub.meetings.chains()).toBe('whole');
    await stops(hub);
  });
});
