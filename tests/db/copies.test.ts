/** Copies of one meeting at its locks: whole or absent, in order, and never in the way. */
import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Journal } from '../../assessment/journal.ts';
import { PIECE } from '../../assessment/decks.ts';
import { Copier } from '../../db/copier.ts';
import { copiesFolder, KEPT, listCopies, makeCopy, MOST_PICTURES, type CopyOrder } from '../../db/copies.ts';
import { openDataFolder, type DataFolder } from '../../db/data-folder.ts';
import { isSound, verifyFolder } from '../../db/verify-folder.ts';
import { temporaryFolders } from './folders.ts';
import { draft } from './journal.contract.ts';

const folder = temporaryFolders();
const NOW = Date.UTC(2026, 10, 21, 9, 30, 15);

interface Held {
  data: DataFolder;
  dir: string;
  id: string;
  journal: Journal;
}

/** A meeting with names, a photo and a deck, in a file of which nothing but its write-ahead log is on disk yet. */
async function held(threads = false): Promise<Held> {
  const dir = join(folder(), 'data');
  const data = openDataFolder(dir, { threads });
  const { meeting, journal } = data.createMeeting({ title: '渔港述职', mode: 'official' }, NOW);
  await journal.append([1, 2, 3, 4].map((at) => draft(`e${at}`, { private: { name: `某${at}` } })));
  await journal.decks.put('up', 0, Buffer.alloc(PIECE, 'a'));
  const sum = createHash('sha256').update(Buffer.alloc(PIECE, 'a')).digest('hex');
  await journal.decks.seal({ hash: sum, upload: 'up', size: PIECE, at: NOW });
  await photo(journal, Buffer.from('a photo'));
  return { data, dir, id: meeting.id, journal };
}

function photo(journal: Journal, bytes: Buffer): Promise<void> {
  const hash = createHash('sha256').update(bytes).digest('hex');
  return journal.pictures.keep({ hash, type: 'image/jpeg', source: 'pass', bytes, at: NOW });
}

const order = ({ dir, id }: Held, over: Partial<CopyOrder> = {}): CopyOrder => ({
  dir,
  meeting: id,
  about: 'u1',
  now: NOW,
  ...over,
});
const names = ({ dir, id }: Held): string[] => readdirSync(copiesFolder(dir, id)).sort();
const countIn = (path: string, table: string): number => {
  const db = new Database(path, { readonly: true });
  try {
    return db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
  } finally {
    db.close();
  }
};

describe('a copy of a meeting', () => {
  it('J1 J4 holds the whole journal with its names and photos but no deck, has a name that says what it is, and is nobody else’s to read', async () => {
    const meeting = await held();
    const copy = makeCopy(order(meeting));
    await meeting.data.close();
    expect(copy).toMatchObject({ name: '20261121-093015-n000004-u1.sqlite', at: NOW, n: 4, about: 'u1' });
    expect(listCopies(meeting.dir, meeting.id)).toEqual([copy]);
    expect(statSync(copy.path).mode & 0o777).toBe(0o600);
    expect(copy.bytes).toBeLessThan(PIECE);
    const [check] = verifyFolder(copy.path);
    expect(check).toMatchObject({ chain: { length: 4 }, parts: { there: 4, gone: 0 } });
    expect(isSound(check!)).toBe(true);
    expect(countIn(copy.path, 'pictures')).toBe(1);
    expect(countIn(copy.path, 'deck_pieces')).toBe(0);
    // J4: what guards a journal guards its copy.
    const db = new Database(copy.path);
    expect(() => db.exec(`UPDATE journal SET body = '' WHERE n = 1`)).toThrow('J4');
    db.close();
  });

  it('leaves photos out once they would fill the disk twenty times over', async () => {
    const meeting = await held();
    for (let at = 0; at * 1_000_000 <= MOST_PICTURES; at += 1)
      await photo(meeting.journal, Buffer.alloc(1_000_000, at + 1));
    const copy = makeCopy(order(meeting));
    await meeting.data.close();
    expect(countIn(copy.path, 'pictures')).toBe(0);
  });

  it('the oldest go once there are more than twenty, only when the new one is there, and what a restore put aside stays', async () => {
    const meeting = await held();
    mkdirSync(copiesFolder(meeting.dir, meeting.id), { recursive: true });
    const aside = '20200101-000000-before-restore.sqlite';
    writeFileSync(join(copiesFolder(meeting.dir, meeting.id), aside), '');
    for (let at = 0; at < KEPT + 3; at += 1) makeCopy(order(meeting, { now: NOW + at * 1000 }));
    expect(names(meeting)).toHaveLength(KEPT + 1);
    expect(names(meeting)[0]).toBe(aside);
    expect(listCopies(meeting.dir, meeting.id)[KEPT - 1]?.at).toBe(NOW + 3000);
    // Two in the same second, and a clock that was put back: each has a name, and the new one is never the one to go.
    makeCopy(order(meeting, { now: NOW + 22_000 }));
    const early = makeCopy(order(meeting, { now: NOW - 60_000 }));
    expect(listCopies(meeting.dir, meeting.id).map(({ path }) => path)).toContain(early.path);
    await meeting.data.close();
  });

  it('is whole or absent: where it cannot be written, or its meeting is damaged, what was there stays as it was', async () => {
    const meeting = await held();
    const { path } = makeCopy(order(meeting));
    writeFileSync(join(copiesFolder(meeting.dir, meeting.id), 'dead.part'), 'of a process that died');
    await meeting.data.close();
    const file = join(meeting.dir, 'meetings', `${meeting.id}.sqlite`);
    const db = new Database(file);
    db.exec('DROP TRIGGER journal_no_update');
    db.exec(`UPDATE journal SET body = replace(body, 'e2', 'e3') WHERE n = 2`);
    db.close();
    expect(() => makeCopy(order(meeting, { now: NOW + 1000 }))).toThrow('file-unusable');
    writeFileSync(file, 'no database');
    expect(() => makeCopy(order(meeting, { now: NOW + 1000 }))).toThrow();
    rmSync(file);
    expect(() => makeCopy(order(meeting, { now: NOW + 1000 }))).toThrow();
    expect(names(meeting)).toEqual([path.split('/').at(-1)]);
  });
});

describe('the copier', () => {
  it('J3 copies in a thread while the journal is written', async () => {
    const meeting = await held(true);
    const copied = new Promise((resolve) => (meeting.data.copier.told = (_id, outcome) => resolve(outcome)));
    meeting.data.copier.ask(meeting.id, 'u1', NOW);
    await meeting.journal.append([draft('meanwhile')]);
    expect(await copied).toMatchObject({ copy: { about: 'u1' } });
    await meeting.data.close();
    expect(verifyFolder(listCopies(meeting.dir, meeting.id)[0]!.path).every(isSound)).toBe(true);
  });

  it('locks that come quickly become one copy, and one that comes while a copy is made gets another', async () => {
    const made: string[] = [];
    let release = (): void => undefined;
    const copier = new Copier({
      dir: folder(),
      threads: false,
      copy: async ({ meeting, about }) => {
        made.push(`${meeting} ${about}`);
        await new Promise<void>((go) => (release = go));
        return { path: '', name: '', at: 0, n: 1, about, bytes: 0 };
      },
    });
    const settle = () => new Promise((go) => setImmediate(go));
    copier.ask('a', 'u1', 1);
    copier.ask('a', 'u2', 2);
    copier.ask('b', 'u1', 2);
    await settle();
    expect(made).toEqual(['a u2']);
    copier.ask('a', 'u3', 3);
    release();
    await settle();
    release();
    await settle();
    release();
    await copier.idle();
    expect(made).toEqual(['a u2', 'b u1', 'a u3']);
  });

  it('a full disk is told and forgotten: it fails since the first time, until a copy is made again', async () => {
    const meeting = await held();
    // A file where the folder should be: nothing can be written there.
    writeFileSync(join(meeting.dir, 'copies'), '');
    const { copier } = meeting.data;
    const errors: unknown[] = [];
    copier.told = (_id, outcome) => void ('error' in outcome && errors.push(outcome.error));
    copier.ask(meeting.id, 'u1', NOW);
    await copier.idle();
    copier.ask(meeting.id, 'u2', NOW + 5000);
    await copier.idle();
    expect([errors.length, copier.failingSince(meeting.id)]).toEqual([2, NOW]);
    rmSync(join(meeting.dir, 'copies'));
    copier.ask(meeting.id, 'u3', NOW + 9000);
    await copier.idle();
    expect([errors.length, copier.failingSince(meeting.id)]).toEqual([2, null]);
    await meeting.data.close();
  });

  it('J6 a meeting that is deleted takes its copies along, also one that was asked for just now', async () => {
    const meeting = await held();
    makeCopy(order(meeting));
    meeting.data.copier.ask(meeting.id, 'u2', NOW);
    await meeting.data.removeMeeting(meeting.id);
    await meeting.data.close();
    expect(readdirSync(join(meeting.dir, 'copies'))).toEqual([]);
  });
});
