/** The drill: a backup of a meeting that runs, a laptop that dies, and the same meeting on the spare one. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Bundle } from '../../assessment/bundle.ts';
import { differences } from '../../assessment/recount.ts';
import { PIECE } from '../../assessment/decks.ts';
import { clockOf } from '../../assessment/stage-clocks.ts';
import { backUp, restore } from '../../db/backup.ts';
import { openDataFolder } from '../../db/data-folder.ts';
import { restorables } from '../../db/restore-meeting.ts';
import { isSound, verifyFolder } from '../../db/verify-folder.ts';
import { Authority } from '../../realtime/authority.ts';
import type { ServerClock } from '../../realtime/clock.ts';
import { freePort, HubProcess } from '../support/hub-process.ts';
import { FullMeeting } from '../support/full-meeting.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dakaochang-restore-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

interface Said {
  code: number;
  out: string;
}

/** What an organizer types at the terminal. */
function types(command: 'backup' | 'restore' | 'verify', data: string, ...args: string[]): Said {
  const env = { ...process.env, DATA: data, LANG: 'zh_CN.UTF-8', LC_ALL: '' };
  try {
    const file = `realtime/cli/${command}.ts`;
    return {
      code: 0,
      out: execFileSync(process.execPath, [file, ...args], { encoding: 'utf8', stdio: 'pipe', env }),
    };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    return { code: status, out: stdout + stderr };
  }
}

const MORNING = Date.UTC(2026, 10, 20, 1);
const onlyIn = (path: string): string => join(path, readdirSync(path)[0] ?? '');

async function bundleOf(hub: HubProcess, code: string): Promise<Bundle> {
  const headers = { authorization: `Bearer ${hub.token()}` };
  return (await (await fetch(`${hub.url}/api/meetings/${code}/bundle.json`, { headers })).json()) as Bundle;
}

describe('the drill', () => {
  it('J1 J3 X2 a meeting is restored in its middle on a spare laptop, goes on with the same phones, and recounts equal', async () => {
    const port = await freePort();
    const [data, spare] = [join(folder, 'data'), join(folder, 'spare')];
    const first = await HubProcess.start({ data, port });
    const full = await FullMeeting.on(first);
    await full.opens();
    await full.come(6);
    await full.brings('u1', 'waiting', 'scoring');
    await full.score('u1', 6);
    const made = types('backup', data, join(folder, 'copies'));
    expect(made).toMatchObject({ code: 0 });
    const copy = onlyIn(join(folder, 'copies'));
    expect(made.out).toContain(copy);
    expect(verifyFolder(copy).every(isSound)).toBe(true);

    // What comes behind the backup, and is lost with the laptop.
    await full.brings('u1', 'scoring', 'locked');
    await full.brings('u2', 'waiting', 'reporting');
    await expect.poll(() => full.caller.slices.stage?.unit?.id).toBe('u2');
    const before = full.caller.journal;
    await first.kill();

    expect(types('restore', spare, copy)).toMatchObject({ code: 0 });
    const second = await HubProcess.start({ data: spare, port });
    // Whoever was connected comes back by himself, and is shown what is true now.
    await expect.poll(() => full.caller.slices.stage?.unit?.id, { timeout: 15_000 }).toBe('u1');
    expect(full.caller.journal).not.toBe(before);
    expect(full.caller.slices.stage?.stage).toBe('scoring');
    await expect.poll(() => full.caller.slices.progress?.returned).toBe(6);
    await full.brings('u1', 'scoring', 'locked');
    await full.brings('u2', 'waiting', 'scoring');
    await full.score('u2', 6, 0, 0.7);
    await full.brings('u2', 'scoring', 'locked');
    await full.caller.must('meeting.close', {});
    const bundle = await bundleOf(second, full.code);
    expect(differences(bundle)).toEqual([]);
    expect(bundle.ballots.filter(({ status }) => status === 'counted')).toHaveLength(12);
    full.close();
    await second.stop();
    expect(verifyFolder(spare).every(isSound)).toBe(true);
  }, 120_000);

  it('J1 X2 one meeting is restored from the copy of its last lock, in the middle of the next unit, and recounts equal', async () => {
    const data = join(folder, 'data');
    const port = await freePort();
    const first = await HubProcess.start({ data, port });
    const full = await FullMeeting.on(first);
    await full.opens();
    await full.come(8);
    await full.brings('u1', 'waiting', 'scoring');
    await full.score('u1', 8);
    await full.brings('u1', 'scoring', 'locked');
    const copies = () => restorables(data)[0]?.copies ?? [];
    await expect.poll(() => copies().length).toBe(1);
    expect(copies()[0]).toMatchObject({ about: 'u1' });
    await full.brings('u2', 'waiting', 'scoring');
    await full.score('u2', 8, 0, 0.5);
    await first.kill();
    writeFileSync(verifyFolder(data)[0]!.path, 'what a dying disk left');

    expect(types('restore', data, copies()[0]!.path)).toMatchObject({ code: 0 });
    const second = await HubProcess.start({ data, port });
    await expect.poll(() => full.caller.slices.stage?.unit ?? null, { timeout: 15_000 }).toBeNull();
    await full.brings('u2', 'waiting', 'scoring');
    await full.score('u2', 8, 0, 0.7);
    await full.brings('u2', 'scoring', 'locked');
    await full.caller.must('meeting.close', {});
    const bundle = await bundleOf(second, full.code);
    full.close();
    await second.stop();
    expect(differences(bundle)).toEqual([]);
    expect(bundle.ballots.filter(({ status }) => status === 'counted')).toHaveLength(16);
    // The restored journal holds what the bundle says: told by another program, from the file alone.
    const path = join(folder, 'bundle.json');
    writeFileSync(path, JSON.stringify(bundle));
    const verified = types('verify', data, '--bundle', path);
    expect(verified).toMatchObject({ code: 0 });
    expect(verified.out).toContain(`第 ${bundle.journal.length} 条`);
    // The lock of u2 and the closing may have become one copy: they came quickly.
    expect(copies().map(({ about }) => about)).toEqual(expect.arrayContaining(['closed', null, 'u1']));
  }, 120_000);

  it('refuses in words: while a hub runs, what is no backup, a damaged one; and never deletes what was there', async () => {
    const data = join(folder, 'data');
    const hub = await HubProcess.start({ data });
    await FullMeeting.on(hub).then((full) => full.close());
    expect(types('backup', data, join(folder, 'copies'))).toMatchObject({ code: 0 });
    const copy = onlyIn(join(folder, 'copies'));
    const running = types('restore', data, copy);
    expect(running).toMatchObject({ code: 2 });
    expect(running.out).toContain('正在被另一个大考场使用');
    await hub.kill();
    expect(types('restore', data, folder)).toMatchObject({ code: 2 });
    expect(types('backup', join(folder, 'nothing'))).toMatchObject({ code: 2 });

    const whole = types('restore', data, copy);
    expect(whole).toMatchObject({ code: 0 });
    const aside = readdirSync(folder).find((name) => name.startsWith('data-before-')) ?? '';
    expect(whole.out).toContain(aside);
    expect(existsSync(join(folder, aside, 'hub.sqlite'))).toBe(true);

    writeFileSync(onlyIn(join(copy, 'meetings')), 'no database');
    expect(types('restore', data, copy)).toMatchObject({ code: 2 });
    expect(verifyFolder(data).every(isSound)).toBe(true);
  }, 120_000);

  it('J3 J7 a folder that its hub left without a goodbye is restored with its last entry, and its clocks stood still since', async () => {
    const data = join(folder, 'data');
    const crashed = openDataFolder(data, { threads: false });
    const { meeting, journal } = crashed.createMeeting(
      { title: '考场', mode: 'rehearsal', demo: true },
      MORNING,
    );
    const at = (minute: number) => MORNING + minute * 60_000;
    const created = { id: meeting.id, code: meeting.code, demo: true, mode: 'rehearsal', rehearsal: null };
    const info = { title: '考场', place: '', date: '' };
    const unit = { id: 'u1', name: '甲社区', street: '' };
    const step = { unit: 'u1', from: 'waiting', to: 'reporting' };
    await journal.append([
      { type: 'meeting-created', data: { ...created, info }, at: at(0), by: 'system:' },
      { type: 'units-set', data: { units: [unit] }, at: at(0), by: 'system:' },
      { type: 'meeting-phase', data: { to: 'live' }, at: at(0), by: 'system:' },
      { type: 'turn-stepped', data: step, at: at(1), by: 'host:o1' },
    ]);
    journal.alive(at(2));
    // What stands in the write-ahead log alone is as good as the rest: nothing has closed the file.
    cpSync(data, join(folder, 'stick'), { recursive: true });
    await crashed.close();

    const spare = join(folder, 'spare');
    await restore(join(folder, 'stick'), spare, at(60));
    const folderThere = openDataFolder(spare, { threads: false });
    const there = folderThere.openMeeting(meeting.id);
    expect([...there.read()].map(({ type }) => type)).toEqual([
      'meeting-created',
      'units-set',
      'meeting-phase',
      'turn-stepped',
      'journal-restored',
    ]);
    const clock = { now: () => at(70) } as ServerClock;
    const authority = await Authority.open(there, {
      clock,
      random: (bytes) => new Uint8Array(bytes),
      online: () => false,
      onError: (_what, error) => expect.fail(String(error)),
    });
    // It was there for the first minute of the report, and is there again now.
    expect(clockOf(authority.state, 'stage')?.since).toBe(at(69));
    await authority.close();
    await folderThere.close();
  });

  it('J3 a backup is made though something is written all the time', async () => {
    const data = openDataFolder(join(folder, 'data'), { threads: false });
    const { journal } = data.createMeeting({ title: '考场', mode: 'rehearsal', demo: true }, MORNING);
    const upload = 'a'.repeat(32);
    for (const nth of [0, 1, 2]) await journal.decks.put(upload, nth, new Uint8Array(PIECE));
    let writes = 0;
    let over = false;
    const write = () => {
      if (over) return;
      journal.alive(MORNING + (writes += 1));
      setImmediate(write);
    };
    write();
    // The test's own time ends what never would; then the copy is whole all the same.
    setTimeout(() => (over = true), 3000).unref();
    const { checks } = await backUp(join(folder, 'data'), join(folder, 'copies'), MORNING);
    expect(over).toBe(false);
    over = true;
    expect(checks.every(isSound)).toBe(true);
    await data.close();
  });
});
