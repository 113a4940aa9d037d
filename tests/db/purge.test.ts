/** J6 · Purging a meeting: nobody's name is left in any file, and everything that was counted still counts. */
import Database from 'better-sqlite3';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Bundle } from '../../assessment/bundle.ts';
import type { Draft, Journal, Json } from '../../assessment/journal.ts';
import { differences } from '../../assessment/recount.ts';
import { backUp, restore } from '../../db/backup.ts';
import { openDataFolder, type DataFolder } from '../../db/data-folder.ts';
import { makeSnapshot } from '../../db/make-snapshot.ts';
import { meetingPath, type Meeting } from '../../db/meetings.ts';
import { copiesOf, knownPlaces, purgeEverywhere, purgeFile } from '../../db/purge.ts';
import { purgeNote } from '../../db/purge-note.ts';
import { restoreMeeting } from '../../db/restore-meeting.ts';
import { isSound, verifyFolder, wasPurged } from '../../db/verify-folder.ts';
import { bundleOf } from '../../reports/bundle.ts';
import { playedMeeting } from '../reports/meetings.ts';
import { folded } from '../support/meeting.ts';
import { temporaryFolders } from './folders.ts';

const folder = temporaryFolders();
const NOW = Date.UTC(2026, 10, 8, 1);
const NOTE = () => purgeNote('asked', 'owner:o1', NOW + 1000);
const PHOTO = 'a photo of somebody at his door';

interface Place {
  dir: string;
  meeting: Meeting;
  path: string;
  /** Every word of a person that the journal was given. */
  said: Set<string>;
}

/** Texts inside a private part, its keys left out: `names` and `text` are no secrets. */
function wordsIn(value: Json | undefined, into: Set<string>): void {
  if (typeof value === 'string') into.add(value);
  else if (Array.isArray(value)) value.forEach((one) => wordsIn(one, into));
  else if (typeof value === 'object' && value !== null)
    Object.values(value).forEach((one) => wordsIn(one, into));
}

/** A meeting in which everything happened, closed, on disk; with a photo and a deck beside it. */
async function playedOnDisk(): Promise<Place> {
  const dir = join(folder(), 'data');
  const scene = playedMeeting();
  const { host, meeting: played } = scene;
  scene.examiner('people-01').asks('H', '王大爷家门口的井盖什么时候换？');
  host.send('screen.show', { screen: null, scene: 'message', unit: null, text: '请李建国同志到服务台' });
  host.send('wifi.show', {
    wifi: { ssid: '广场网络', password: 'wifi-password', security: 'WPA', hidden: false },
  });
  host.send('meeting.set', { ...played.state.meeting.settings, appealDays: 0 });
  host.stepsTo('H', 'locked');
  // G and those that were confirmed already have nothing to wait for.
  for (const { id } of played.state.roster.units)
    if (scene.stage(id) === 'locked') scene.scrutineer.confirmsCount(id);
  host.send('meeting.close', {});
  const data = openDataFolder(dir, { threads: false });
  const { meeting, journal } = data.createMeeting({ title: '渔港述职', mode: 'official' }, NOW);
  const said = new Set<string>([PHOTO]);
  const drafts = played.journal.map(({ n: _n, ...draft }): Draft => {
    // The secret of a draw is nobody's word, and public once the draw is over (L1).
    if (draft.type !== 'draw-promised') wordsIn(draft.private, said);
    const { type, data: open } = draft;
    return type === 'meeting-created' ? { ...draft, data: { ...(open as object), id: meeting.id } } : draft;
  });
  await keepFiles(journal);
  await journal.append(drafts);
  data.meetings.update(meeting.id, { phase: 'closed' });
  await data.close();
  const path = meetingPath(dir, meeting.id);
  makeSnapshot(path, () => true); // says everything that the journal says
  return { dir, meeting, path, said };
}

async function keepFiles(journal: Journal): Promise<void> {
  const bytes = Buffer.from(PHOTO);
  const hash = createHash('sha256').update(bytes).digest('hex');
  await journal.pictures.keep({ hash, type: 'image/jpeg', source: 'pass', bytes, at: NOW });
  await journal.decks.put('u1', 0, bytes);
  await journal.decks.seal({ hash, upload: 'u1', size: bytes.length, at: NOW });
}

const filesUnder = (path: string): string[] =>
  statSync(path).isDirectory() ? readdirSync(path).flatMap((name) => filesUnder(join(path, name))) : [path];

/** Words of people that stand in any file of a folder, write-ahead logs included. */
function foundIn(path: string, said: Iterable<string>): string[] {
  const bytes = filesUnder(path).map((file) => readFileSync(file));
  // A snapshot keeps Chinese in two bytes a character.
  const in16 = (one: string) => Buffer.from(one, 'utf16le');
  return [...said].filter(
    (one) => one.length > 1 && bytes.some((all) => all.includes(one) || all.includes(in16(one))),
  );
}

async function bundleFrom(dir: string, id: string): Promise<Bundle> {
  const data = openDataFolder(dir, { threads: false });
  try {
    const journal = data.openMeeting(id);
    return bundleOf(folded(journal.read()), journal.head);
  } finally {
    await data.close();
  }
}

/** The same without what a purge changes: reasons, and where the journal stands. */
const counted = ({ deductions, journal: _journal, ...rest }: Bundle) => ({
  ...rest,
  deductions: deductions.map(({ unit, points }) => ({ unit, points })),
});

async function writes(data: DataFolder, id: string, name: string): Promise<void> {
  const journal = data.openMeeting(id);
  const entry = { type: 'meeting-paused', data: {}, private: { note: name }, at: NOW, by: 'host:o1' };
  await journal.append([entry]);
  await journal.close();
}

describe('J6 · the purge of a meeting', () => {
  it('leaves no word of anybody in any file, a chain that holds, and the same count', async () => {
    const { dir, meeting, path, said } = await playedOnDisk();
    expect(said.size).toBeGreaterThan(40);
    expect(foundIn(dir, said).length).toBeGreaterThan(40);
    const before = await bundleFrom(dir, meeting.id);
    expect(await purgeFile(path, NOTE())).toMatchObject({ outcome: 'purged' });
    expect(foundIn(dir, said)).toEqual([]);
    const [check] = verifyFolder(dir);
    expect(isSound(check!) && wasPurged(check!)).toBe(true);
    expect(check!.parts).toMatchObject({ there: 0, gone: 0, left: 0 });
    const after = await bundleFrom(dir, meeting.id);
    expect(counted(after)).toEqual(counted(before));
    expect(differences(after)).toEqual([]);
    expect(after.journal.length).toBe(before.journal.length + 1);
    expect(after.deductions.every(({ reason }) => reason === '')).toBe(true);
  });

  it('takes snapshots along: its own, one that was cut short, and those whose file was taken away', async () => {
    const { dir, meeting, path, said } = await playedOnDisk();
    const own = `${path}.snapshot`;
    expect(foundIn(own, said).length).toBeGreaterThan(20);
    const aside = join(dir, '..', 'data-before-20261108');
    cpSync(dir, aside, { recursive: true });
    mkdirSync(join(dir, 'copies', meeting.id), { recursive: true });
    copyFileSync(own, join(dir, 'copies', meeting.id, `${meeting.id}.sqlite.snapshot`));
    copyFileSync(own, `${own}.part`);
    const files = await purgeEverywhere(path, meeting.id, knownPlaces(dir), NOTE());
    expect(files.map(({ outcome }) => outcome)).toEqual(['purged', 'purged']);
    expect(foundIn(join(dir, '..'), said)).toEqual([]);
    expect(filesUnder(join(dir, '..')).filter((name) => name.includes('.snapshot'))).toEqual([]);
  });

  it('a second time changes nothing; what was written since goes with the next, and is there until then', async () => {
    const { dir, meeting, path } = await playedOnDisk();
    await purgeFile(path, NOTE());
    const { chain } = verifyFolder(path)[0]!;
    expect(await purgeFile(path, NOTE())).toMatchObject({ outcome: 'nothing-left' });
    expect(verifyFolder(path)[0]!.chain).toEqual(chain);
    const data = openDataFolder(dir, { threads: false });
    await writes(data, meeting.id, '后来写的话');
    expect(verifyFolder(path)[0]!.parts).toMatchObject({ there: 1, gone: 0, left: 0 });
    expect(isSound(verifyFolder(path)[0]!)).toBe(true);
    expect(await purgeFile(path, NOTE())).toMatchObject({ outcome: 'purged', removed: 1 });
    await data.close();
    expect(foundIn(dir, ['后来写的话'])).toEqual([]);
    expect(isSound(verifyFolder(path)[0]!)).toBe(true);
  });

  it('tells a purge from names that were deleted one by one, before it and behind it', async () => {
    const { dir, meeting, path } = await playedOnDisk();
    const copy = join(folder(), 'before.sqlite');
    copyFileSync(path, copy);
    const tamper = (file: string, sql: string) => {
      const db = new Database(file);
      db.exec(sql);
      db.close();
    };
    tamper(copy, 'DELETE FROM private_parts WHERE n = (SELECT max(n) FROM private_parts)');
    expect(isSound(verifyFolder(copy)[0]!)).toBe(false);
    await purgeFile(path, NOTE());
    const data = openDataFolder(dir, { threads: false });
    await writes(data, meeting.id, '第一句');
    await writes(data, meeting.id, '第二句');
    await data.close();
    expect(isSound(verifyFolder(path)[0]!)).toBe(true);
    tamper(path, 'DELETE FROM private_parts WHERE n = (SELECT max(n) FROM private_parts)');
    expect(verifyFolder(path)[0]!.parts).toMatchObject({ there: 1, gone: 1 });
    expect(isSound(verifyFolder(path)[0]!)).toBe(false);
  });

  it('finds what the journal says is purged and is still there', async () => {
    const { path } = await playedOnDisk();
    const whole = join(folder(), 'whole.sqlite');
    copyFileSync(path, whole);
    await purgeFile(path, NOTE());
    const db = new Database(path);
    for (const name of ['private_parts_once', 'private_parts_no_update']) db.exec(`DROP TRIGGER ${name}`);
    db.exec(
      `ATTACH '${whole}' AS whole; INSERT INTO private_parts SELECT * FROM whole.private_parts LIMIT 1`,
    );
    db.close();
    expect(verifyFolder(path)[0]!.parts.left).toBe(1);
    expect(isSound(verifyFolder(path)[0]!)).toBe(false);
  });
});

describe('J6 · copies of a purged meeting', () => {
  it('are found by what is in them, wherever they lie and whatever they are called, and by nothing else', async () => {
    const { dir, meeting, path } = await playedOnDisk();
    const other = await playedOnDisk();
    mkdirSync(join(dir, 'copies', meeting.id), { recursive: true });
    const automatic = join(dir, 'copies', meeting.id, '000120.sqlite.part');
    copyFileSync(path, automatic);
    copyFileSync(other.path, join(dir, 'copies', `${meeting.id}.sqlite`));
    writeFileSync(join(dir, 'copies', 'notes.txt'), meeting.id.repeat(99));
    const beside = join(dir, '..', 'backups');
    const { path: backup } = await backUp(dir, beside, NOW);
    cpSync(dir, join(dir, '..', 'data-before-20261108'), { recursive: true });
    expect(copiesOf(meeting.id, knownPlaces(dir), path)).toEqual(
      [
        automatic,
        join(backup, 'meetings', `${meeting.id}.sqlite`),
        join(dir, '..', 'data-before-20261108', 'copies', meeting.id, '000120.sqlite.part'),
        join(dir, '..', 'data-before-20261108', 'meetings', `${meeting.id}.sqlite`),
      ].sort(),
    );
  });

  it('are purged without an entry of their own: each is the beginning of the same chain, and sound', async () => {
    const { dir, meeting, path, said } = await playedOnDisk();
    const { path: backup } = await backUp(dir, join(dir, '..', 'backups'), NOW);
    // One file each: a disc that takes no writing has no room for a log beside it.
    expect(filesUnder(backup).filter((name) => !name.endsWith('.sqlite'))).toEqual([]);
    const { chain } = verifyFolder(backup)[0]!;
    const files = await purgeEverywhere(path, meeting.id, knownPlaces(dir), NOTE());
    expect(files.map(({ outcome }) => outcome)).toEqual(['purged', 'purged']);
    expect(foundIn(join(dir, '..'), said)).toEqual([]);
    expect(verifyFolder(backup)[0]!.chain).toEqual(chain);
    expect(isSound(verifyFolder(backup)[0]!)).toBe(true);
  });

  it('can be restored; the journal then says so, and takes new names', async () => {
    const { dir, meeting, path } = await playedOnDisk();
    const { path: backup } = await backUp(dir, join(dir, '..', 'backups'), NOW);
    await purgeEverywhere(path, meeting.id, knownPlaces(dir), NOTE());
    const spare = join(folder(), 'spare');
    await restore(backup, spare, NOW);
    const data = openDataFolder(spare, { threads: false });
    await writes(data, meeting.id, '恢复以后写的');
    await data.close();
    const [check] = verifyFolder(spare);
    expect(check!.parts).toMatchObject({ there: 1, gone: 0, left: 0 });
    expect(isSound(check!)).toBe(true);
    expect(differences(await bundleFrom(spare, meeting.id))).toEqual([]);
  });

  it('that nobody told the purge of bring no name back: what is restored from before it is purged again', async () => {
    const { dir, meeting, path, said } = await playedOnDisk();
    const [stick, drawer] = [folder(), folder()];
    const { path: backup } = await backUp(dir, stick, NOW);
    const one = join(drawer, 'one.sqlite');
    copyFileSync(path, one);
    await purgeEverywhere(path, meeting.id, knownPlaces(dir), NOTE());
    const data = openDataFolder(dir, { threads: false });
    data.meetings.update(meeting.id, { purgedAt: NOW + 1000 });
    await data.close();
    expect(await restoreMeeting(one, dir, NOW + 2000)).toMatchObject({ purged: true });
    expect(foundIn(dir, said)).toEqual([]);
    expect(wasPurged(verifyFolder(dir)[0]!)).toBe(true);
    const { purged } = await restore(backup, dir, NOW + 3000);
    expect(purged).toEqual([meeting.id]);
    expect(foundIn(dir, said)).toEqual([]);
    expect(differences(await bundleFrom(dir, meeting.id))).toEqual([]);
    // What was written after the purge is nobody's to delete.
    const open = openDataFolder(dir, { threads: false });
    expect(open.meetings.byId(meeting.id)?.purgedAt).toBe(NOW + 3000);
    await writes(open, meeting.id, '清除以后写的');
    await open.close();
    const later = await backUp(dir, stick, NOW + 4000);
    expect((await restore(later.path, dir, NOW + 5000)).purged).toEqual([]);
    expect(verifyFolder(dir)[0]!.parts.there).toBe(1);
  });

  it('that cannot be opened are named, and the others are purged', async () => {
    const { dir, meeting, path, said } = await playedOnDisk();
    const copies = join(dir, 'copies');
    mkdirSync(copies);
    for (const name of ['a.sqlite', 'b.sqlite']) copyFileSync(path, join(copies, name));
    const db = new Database(join(copies, 'a.sqlite'));
    db.exec('DROP TABLE private_parts');
    db.close();
    const files = await purgeEverywhere(path, meeting.id, [copies], NOTE());
    expect(files.map(({ outcome }) => outcome)).toEqual(['purged', 'damaged', 'purged']);
    expect(foundIn(join(copies, 'b.sqlite'), said)).toEqual([]);
  });
});

describe('npm run purge', () => {
  const run = (...args: string[]): { code: number; out: string } => {
    const env = { ...process.env, LANG: 'zh_CN.UTF-8', LC_ALL: '' };
    try {
      const out = execFileSync(process.execPath, ['realtime/cli/purge.ts', ...args], {
        encoding: 'utf8',
        stdio: 'pipe',
        env,
      });
      return { code: 0, out };
    } catch (error) {
      const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
      return { code: status, out: stdout + stderr };
    }
  };

  it('says first what goes and where, does it with --yes, backups of any place too, and never beside a hub', async () => {
    const { dir, meeting, said } = await playedOnDisk();
    const elsewhere = folder();
    await backUp(dir, elsewhere, NOW);
    const looked = run(dir, meeting.code, '--backups', elsewhere);
    expect(looked.code).toBe(2);
    expect(looked.out).toContain(`${meeting.id}.sqlite`);
    expect(foundIn(dir, said).length).toBeGreaterThan(40);
    const held = openDataFolder(dir, { threads: false });
    expect(run(dir, meeting.code, '--yes')).toMatchObject({ code: 2 });
    await held.close();
    const done = run(dir, meeting.code, '--backups', elsewhere, '--yes');
    expect(done.code).toBe(0);
    expect(done.out).toContain('共处理 2 个文件');
    expect([...foundIn(dir, said), ...foundIn(elsewhere, said)]).toEqual([]);
    const data = openDataFolder(dir, { threads: false });
    expect(data.audit.list({ limit: 1 })).toMatchObject([{ what: 'meeting-purged', about: meeting.id }]);
    expect(data.meetings.byId(meeting.id)?.purgedAt).toBeGreaterThan(NOW);
    await data.close();
  }, 30_000);

  it('refuses in words: no such code, a meeting that is not over, a folder that is not there', async () => {
    const { dir, meeting } = await playedOnDisk();
    expect(run(dir, '000000', '--yes')).toMatchObject({ code: 2 });
    expect(run(dir, meeting.code, '--yes', '--backups', join(dir, 'nothing'))).toMatchObject({ code: 2 });
    expect(run('--no-such-option')).toMatchObject({ code: 2 });
    const data = openDataFolder(dir, { threads: false });
    const journal = data.openMeeting(meeting.id);
    await journal.append([{ type: 'meeting-phase', data: { to: 'live' }, at: NOW, by: 'owner:o1' }]);
    await data.close();
    expect(run(dir, meeting.code, '--yes').out).toContain('还没有结束');
    expect(verifyFolder(dir)[0]!.parts.there).toBeGreaterThan(10);
  }, 30_000);
});
