/** One meeting put back from one file, beside others that stay as they are. */
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import Database from 'better-sqlite3';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Draft, Journal } from '../../assessment/journal.ts';
import { PIECE } from '../../assessment/decks.ts';
import { makeCopy } from '../../db/copies.ts';
import { openDataFolder } from '../../db/data-folder.ts';
import { meetingPath, type Meeting } from '../../db/meetings.ts';
import { restorables, restoreMeeting } from '../../db/restore-meeting.ts';
import { isSound, verifyFolder } from '../../db/verify-folder.ts';
import { temporaryFolders } from './folders.ts';

const folder = temporaryFolders();
const NOW = Date.UTC(2026, 10, 21, 9, 30);
const DECK = Buffer.alloc(PIECE + 10, 'd');
const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const entry = (type: string, data: object, more: Partial<Draft> = {}): Draft =>
  ({ type, data, at: NOW, by: 'system:', ...more }) as Draft;

/** A meeting with one unit that has a deck. */
async function opens({ id, code, title }: Meeting, journal: Journal): Promise<void> {
  const info = { title, place: '', date: '' };
  await journal.decks.put('up', 0, DECK.subarray(0, PIECE));
  await journal.decks.put('up', 1, DECK.subarray(PIECE));
  await journal.decks.seal({ hash: hashOf(DECK), upload: 'up', size: DECK.length, at: NOW });
  await journal.append([
    entry('meeting-created', { id, code, demo: true, mode: 'rehearsal', rehearsal: null, info }),
    entry('units-set', { units: [{ id: 'u1', name: '甲社区', street: '' }] }),
    entry(
      'deck-attached',
      { id: 'd3', unit: 'u1', pages: 2, size: DECK.length },
      { private: { hash: hashOf(DECK), name: '汇报.pdf' } },
    ),
  ]);
}

interface Two {
  dir: string;
  id: string;
  other: string;
  /** Of the first meeting as of entry 3. */
  copy: string;
}

/** Two meetings; the first was copied, and went on behind that. */
async function two(): Promise<Two> {
  const dir = join(folder(), 'data');
  const data = openDataFolder(dir, { threads: false });
  const make = async (title: string) => {
    const { meeting, journal } = data.createMeeting({ title, mode: 'rehearsal', demo: true }, NOW);
    await opens(meeting, journal);
    return { id: meeting.id, journal };
  };
  const [first, second] = [await make('渔港述职'), await make('另一场')];
  const { path } = makeCopy({ dir, meeting: first.id, about: 'u1', now: NOW });
  await first.journal.append([entry('meeting-paused', {}, { private: { note: '下雨' } })]);
  await data.close();
  return { dir, id: first.id, other: second.id, copy: path };
}

async function typesOf(dir: string, id: string): Promise<string[]> {
  const data = openDataFolder(dir, { threads: false });
  const types = [...data.openMeeting(id).read()].map(({ type }) => type);
  await data.close();
  return types;
}

describe('one meeting', () => {
  it('J1 is put back as of its copy with its deck, says so in its journal, and leaves the others and what was there', async () => {
    const { dir, id, other, copy } = await two();
    const before = readFileSync(meetingPath(dir, other));
    const done = await restoreMeeting(copy, dir, NOW + 60_000);
    expect(done).toMatchObject({ title: '渔港述职', n: 3, lost: [] });
    expect(readFileSync(meetingPath(dir, other)).equals(before)).toBe(true);
    expect(verifyFolder(dir).every(isSound)).toBe(true);
    expect(verifyFolder(done.aside!)[0]).toMatchObject({ chain: { length: 4 } });
    expect(existsSync(copy)).toBe(true);
    expect(await typesOf(dir, id)).toEqual([
      'meeting-created',
      'units-set',
      'deck-attached',
      'journal-restored',
    ]);
    const data = openDataFolder(dir, { threads: false });
    const journal = data.openMeeting(id);
    expect(journal.decks.find(hashOf(DECK))).not.toBeNull();
    // The new line is the same meeting's: phones know by that whose acknowledgements they hold.
    expect([...journal.read(4)][0]?.data).toEqual({ line: expect.stringMatching(`^${id}-[0-9a-f]{16}$`) });
    await data.close();
  });

  it('V3 a deck that is in neither file is taken off its unit, so that no scene waits for it', async () => {
    const { dir, id, copy } = await two();
    writeFileSync(meetingPath(dir, id), 'what a dying disk left');
    const { lost, aside } = await restoreMeeting(copy, dir, NOW);
    expect(lost).toEqual(['甲社区']);
    expect(readFileSync(aside!, 'utf8')).toBe('what a dying disk left');
    expect((await typesOf(dir, id)).at(-1)).toBe('deck-removed');
    expect(verifyFolder(dir).every(isSound)).toBe(true);
  });

  it('is put back where its file is gone, and twice over', async () => {
    const { dir, id, copy } = await two();
    await restoreMeeting(copy, dir, NOW);
    await restoreMeeting(copy, dir, NOW);
    const listed = restorables(dir).find((one) => one.id === id);
    expect(listed?.copies.map(({ n, about }) => [n, about])).toEqual([
      [3, 'u1'],
      [null, null],
      [null, null],
    ]);
    expect(await typesOf(dir, id)).toHaveLength(4);
  });
});

describe('what is no copy of one of its meetings', () => {
  it('changes nothing: no meeting, another folder’s, a damaged one, and any while a hub runs', async () => {
    const { dir, copy } = await two();
    const heads = () => verifyFolder(dir).map(({ path, chain }) => [path, chain]);
    const before = heads();
    const refuses = (file: string, code: string, data = dir) =>
      expect(restoreMeeting(file, data, NOW)).rejects.toMatchObject({ code });
    writeFileSync(join(dir, 'notes.txt'), 'no database');
    await refuses(join(dir, 'notes.txt'), 'not-a-meeting');
    await refuses(join(dir, 'hub.sqlite'), 'not-a-meeting');
    await refuses(join(dir, 'nothing.sqlite'), 'not-a-meeting');
    await refuses((await two()).copy, 'other-meeting');
    await refuses(copy, 'meeting-missing', join(dir, 'nowhere'));
    const damaged = join(folder(), 'damaged.sqlite');
    cpSync(copy, damaged);
    const db = new Database(damaged);
    db.exec('DROP TRIGGER journal_no_update');
    db.exec(`UPDATE journal SET body = replace(body, 'u1', 'u2') WHERE n = 2`);
    db.close();
    await refuses(damaged, 'copy-damaged');
    const running = openDataFolder(dir, { threads: false });
    await refuses(copy, 'folder-in-use');
    await running.close();
    expect(heads()).toEqual(before);
    expect(readdirSync(join(dir, 'meetings')).filter((name) => name.includes('.part'))).toEqual([]);
  });
});

describe('npm run restore', () => {
  const says = (...args: string[]) => {
    const env = { ...process.env, DATA: '', LANG: 'zh_CN.UTF-8', LC_ALL: '' };
    const options = { encoding: 'utf8', stdio: 'pipe', env } as const;
    try {
      return { code: 0, out: execFileSync(process.execPath, ['realtime/cli/restore.ts', ...args], options) };
    } catch (error) {
      const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
      return { code: status, out: stdout + stderr };
    }
  };

  it('lists what there is, puts one meeting back, and says no in words', async () => {
    const { dir, id, copy } = await two();
    const listed = says('--list', dir);
    expect(listed).toMatchObject({ code: 0 });
    for (const part of ['渔港述职：1 份副本', '第 3 条', '锁票 u1', copy, '另一场：还没有副本'])
      expect(listed.out).toContain(part);

    writeFileSync(join(dir, 'notes.txt'), 'no database');
    const no = says(join(dir, 'notes.txt'), dir);
    expect([no.code, no.out]).toEqual([2, expect.stringContaining('这不是考场文件')]);
    expect(says()).toMatchObject({ code: 2 });

    const done = says(copy, dir);
    expect(done).toMatchObject({ code: 0 });
    expect(done.out).toContain('恢复到第 3 条记录');
    expect(await typesOf(dir, id)).toContain('journal-restored');
  }, 60_000);
});
