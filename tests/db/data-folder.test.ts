import Database from 'better-sqlite3';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { DataFolder, DataFolderOptions } from '../../db/data-folder.ts';
import { openDataFolder, signingKeyOf } from '../../db/data-folder.ts';
import { DataFolderError, DataFolderInUse } from '../../db/errors.ts';
import { meetingPath } from '../../db/meetings.ts';
import { SqliteJournal } from '../../db/sqlite-journal.ts';
import { WorkerJournal } from '../../db/worker-journal.ts';
import { temporaryFolders } from './folders.ts';
import { many } from './journal.contract.ts';

const folder = temporaryFolders();
const open: DataFolder[] = [];
const NOW = 1_700_000_000_000;
const MEETING = { title: '述职', mode: 'rehearsal' } as const;

afterEach(async () => {
  await Promise.all(open.splice(0).map((data) => data.close()));
});

function make(dir: string, options?: DataFolderOptions): DataFolder {
  const data = openDataFolder(dir, options);
  open.push(data);
  return data;
}

function failureOf(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('did not throw');
}

const refused = (act: () => unknown) => (failureOf(act) as DataFolderError).code;

describe('data folder', () => {
  it('is made with its folders for its owner alone', () => {
    const dir = join(folder(), 'deep', 'data');
    make(dir);
    for (const path of [dir, join(dir, 'meetings')]) expect(statSync(path).mode & 0o777).toBe(0o700);
  });

  it.each([
    ['threads', true, WorkerJournal],
    ['no threads', false, SqliteJournal],
  ])('makes and opens meetings: %s', async (_name, threads, Store) => {
    const dir = join(folder(), 'data');
    const first = make(dir, { threads });
    const { meeting, journal } = first.createMeeting(MEETING, NOW);
    expect(journal).toBeInstanceOf(Store);
    const head = await journal.append(many(3));
    expect(refused(() => first.openMeeting(meeting.id))).toBe('meeting-open');
    await journal.close();
    expect(first.openMeeting(meeting.id).head).toEqual(head);
    await first.close();
    const second = make(dir, { threads });
    expect(second.meetings.list()).toEqual([meeting]);
    expect(second.openMeeting(meeting.id).head).toEqual(head);
  });

  it('never makes an empty meeting in place of one whose file is gone', async () => {
    const data = make(join(folder(), 'data'));
    const { meeting, journal } = data.createMeeting(MEETING, NOW);
    await journal.close();
    rmSync(meetingPath(data.dir, meeting.id));
    expect(refused(() => data.openMeeting(meeting.id))).toBe('meeting-missing');
    expect(refused(() => data.openMeeting('0123456789abcdef'))).toBe('meeting-missing');
    expect(() => data.openMeeting('../hub')).toThrow(RangeError);
  });

  it('deletes a meeting with its files', async () => {
    const data = make(join(folder(), 'data'));
    const { meeting, journal } = data.createMeeting(MEETING, NOW);
    await journal.append(many(1));
    await data.removeMeeting(meeting.id);
    expect(readdirSync(join(data.dir, 'meetings'))).toEqual([]);
    expect(data.meetings.list()).toEqual([]);
  });

  it('leaves nothing open behind', async () => {
    const data = make(join(folder(), 'data'));
    const { meeting, journal } = data.createMeeting(MEETING, NOW);
    await journal.append(many(1));
    await data.close();
    expect(readdirSync(data.dir).sort()).toEqual(['hub.lock', 'hub.sqlite', 'meetings']);
    expect(readdirSync(join(data.dir, 'meetings'))).toEqual([`${meeting.id}.sqlite`]);
  });

  it('names the path that it cannot write', () => {
    const file = join(folder(), 'file');
    writeFileSync(file, '');
    const error = failureOf(() => openDataFolder(join(file, 'data')));
    expect(error).toBeInstanceOf(DataFolderError);
    expect(error).toMatchObject({ code: 'folder-unwritable', path: join(file, 'data') });
  });

  it('refuses a file that is no database, and is not locked afterwards', () => {
    const dir = join(folder(), 'data');
    mkdirSync(dir);
    writeFileSync(
      join(dir, 'hub.sqlite'),
      'not a database at all, but long enough to be read as one '.repeat(20),
    );
    expect(refused(() => openDataFolder(dir))).toBe('file-unusable');
    rmSync(join(dir, 'hub.sqlite'));
    expect(make(dir).organizers.count()).toBe(0);
  });

  it('refuses a file of a later version', async () => {
    const dir = join(folder(), 'data');
    await make(dir).close();
    const db = new Database(join(dir, 'hub.sqlite'));
    db.exec(`INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('x', 99999999999999)`);
    db.close();
    expect(refused(() => openDataFolder(dir))).toBe('file-newer');
  });

  it('gives the signing key to another program while it is open', async () => {
    const dir = join(folder(), 'data');
    expect(signingKeyOf(dir)).toBeNull();
    const data = make(dir);
    expect(signingKeyOf(dir)).toEqual(data.secrets.signingKey());
    await data.close();
    expect(signingKeyOf(dir)).toHaveLength(32);
  });
});

const HOLD = `
  const { openDataFolder } = await import(process.argv[1]);
  openDataFolder(process.argv[2]);
  console.log('held');
  setInterval(() => undefined, 1000);
`;

describe('lock', () => {
  it('keeps a second hub of the same process away', () => {
    const dir = join(folder(), 'data');
    make(dir);
    expect(failureOf(() => openDataFolder(dir))).toMatchObject({ code: 'folder-in-use', pid: process.pid });
    expect(failureOf(() => openDataFolder(dir))).toBeInstanceOf(DataFolderInUse);
  });

  it('keeps a second hub away until the first is gone, even when it was killed', async () => {
    const dir = join(folder(), 'data');
    const module = new URL('../../db/data-folder.ts', import.meta.url).href;
    const child = spawn(process.execPath, ['--input-type=module', '-e', HOLD, module, dir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      await once(child.stdout, 'data');
      expect(failureOf(() => openDataFolder(dir))).toMatchObject({
        code: 'folder-in-use',
        path: dir,
        pid: child.pid,
      });
      expect(signingKeyOf(dir)).toHaveLength(32);
    } finally {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    expect(existsSync(join(dir, 'hub.pid'))).toBe(true);
    make(dir);
  });
});
