/** J1 · A snapshot is what the journal says, or it is left alone. */
import { appendFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../assessment/decide.ts';
import { unseal, type Draft, type Journal, type Sealed } from '../../assessment/journal.ts';
import { emptyState, type State } from '../../assessment/state.ts';
import { backUp } from '../../db/backup.ts';
import { CommandIndex, forget, remembered } from '../../db/command-index.ts';
import { makeCopy } from '../../db/copies.ts';
import { openDataFolder } from '../../db/data-folder.ts';
import { foldingCode } from '../../db/folding-code.ts';
import { makeSnapshot, verifyUntil } from '../../db/make-snapshot.ts';
import { meetingPath } from '../../db/meetings.ts';
import { restoreMeeting } from '../../db/restore-meeting.ts';
import { readSnapshot, writeSnapshot, type Snapshot } from '../../db/snapshot.ts';
import { isSound, verifyFolder } from '../../db/verify-folder.ts';
import { firstDifference, folded } from '../support/meeting.ts';
import { setScene } from '../support/scene.ts';
import { wander } from '../support/wander.ts';
import { temporaryFolders } from './folders.ts';

const folder = temporaryFolders();
const NOW = Date.UTC(2026, 10, 21, 9);
const CODE = 'the code of today';
const SALT = 'salt of this test';
const always = () => true;

/** What a store of these entries offers to a reader. */
const store = (sealed: readonly Sealed[], salt = SALT) => ({
  salt,
  sealed: (from = 1, to = Infinity) => sealed.slice(from - 1, Math.min(to, sealed.length)),
  *read(from = 1, to = Infinity) {
    for (const one of this.sealed(from, to)) yield unseal(one);
  },
});
type Store = ReturnType<typeof store>;

const bare = (state: State): State => ({ ...state, commands: new Map() });

/** Folds the journal up to `cut` into a snapshot on disk, and goes on from what is read of it. */
function throughSnapshot(path: string, journal: Store, cut: number, most: number): Snapshot & { all: State } {
  const state = emptyState();
  const commands = new CommandIndex(SALT);
  for (const entry of journal.read(1, cut)) {
    fold(state, entry);
    forget(state, commands, most);
  }
  forget(state, commands, 1);
  const head = { length: cut, head: journal.sealed(cut, cut)[0]!.hash };
  writeSnapshot(path, SALT, CODE, { head, state, commands });
  const read = readSnapshot(path, journal, CODE) as Snapshot;
  const all = read.state();
  for (const entry of journal.read(cut + 1)) {
    fold(all, entry);
    forget(all, read.commands, most);
  }
  return { ...read, all };
}

describe('a snapshot and the entries behind it', () => {
  it('J1 J2 give the same state as the whole journal, and every command the same answer, wherever it was cut', () => {
    const path = join(folder(), 'meeting.sqlite');
    fc.assert(
      fc.property(
        fc.array(fc.nat(0x7fff_ffff), { minLength: 20, maxLength: 200, size: 'max' }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }),
        fc.constantFrom(1, 3, 5000),
        (seeds, cuts, most) => {
          const scene = setScene({ units: ['A', 'B', 'C'] });
          for (const seed of seeds) wander(scene, seed);
          const journal = store(scene.meeting.sealed());
          const whole = folded(journal.read());
          for (const part of cuts) {
            const cut = 1 + Math.floor(part * (whole.length - 1));
            const { all, commands } = throughSnapshot(path, journal, cut, most);
            expect(firstDifference(bare(all), bare(whole))).toBeNull();
            // Or an honest snapshot would be called a forgery.
            expect(isDeepStrictEqual(bare(all), deserialize(serialize(bare(whole))))).toBe(true);
            for (const [key, done] of whole.commands)
              expect(all.commands.get(key) ?? remembered(commands, journal, key)).toEqual(done);
            expect(remembered(commands, journal, '@nobody/command-1')).toBeNull();
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('J2 the table of a hundred thousand commands finds each, and no other by more than chance', () => {
    const index = new CommandIndex(SALT);
    for (let n = 1; n <= 100_000; n += 1) index.add(`@session-${n % 900}/command-${n}`, n);
    for (let n = 1; n <= 100_000; n += 997)
      expect([...index.find(`@session-${n % 900}/command-${n}`)]).toContain(n);
    let strangers = 0;
    for (let n = 1; n <= 10_000; n += 1) strangers += [...index.find(`@stranger/command-${n}`)].length;
    expect(strangers).toBeLessThan(20);
  });
});

interface Place {
  dir: string;
  id: string;
  path: string;
}

const entry = (n: number): Draft => ({
  type: 'meeting-paused',
  data: {},
  private: { note: `第${n}次` },
  at: NOW + n,
  by: 'host:o1',
});

/** A meeting's file with a wandering meeting in it, closed. */
async function onDisk(): Promise<Place> {
  const dir = join(folder(), 'data');
  const data = openDataFolder(dir, { threads: false });
  const { meeting, journal } = data.createMeeting({ title: '述职', mode: 'rehearsal' }, NOW);
  const scene = setScene({ units: ['A', 'B'] });
  for (let seed = 1; seed < 300; seed += 1) wander(scene, seed);
  const drafts = scene.meeting.journal.map(({ n: _n, ...draft }): Draft =>
    draft.type === 'meeting-created'
      ? { ...draft, data: { ...(draft.data as object), id: meeting.id } }
      : draft,
  );
  await journal.append(drafts);
  await data.close();
  return { dir, id: meeting.id, path: meetingPath(dir, meeting.id) };
}

/** What a start finds. */
async function found<T>(
  { dir, id }: Place,
  look: (snapshot: ReturnType<typeof readSnapshot>, journal: Journal) => T,
) {
  const data = openDataFolder(dir, { threads: false });
  try {
    const journal = data.openMeeting(id);
    return await look(data.snapshotOf(id, journal), journal);
  } finally {
    await data.close();
  }
}

const appends = (place: Place, ...drafts: Draft[]) =>
  found(place, async (_snapshot, journal) => void (await journal.append(drafts)));
const fileOf = ({ path }: Place): string => `${path}.snapshot`;

describe('the snapshot beside a meeting’s file', () => {
  it('is folded to its end, then from the last one on, and only its owner may read it', async () => {
    const place = await onDisk();
    expect(await found(place, (snapshot) => snapshot)).toBe('none');
    const first = makeSnapshot(place.path, always);
    expect(first).toHaveProperty('snapshot');
    expect(statSync(fileOf(place)).mode & 0o777).toBe(0o600);
    await appends(place, entry(1), entry(2));
    await found(place, (snapshot, journal) => {
      if (typeof snapshot === 'string') throw new Error(snapshot);
      expect(first).toEqual({ snapshot: snapshot.head });
      expect(journal.head.length).toBe(snapshot.head.length + 2);
    });
    makeSnapshot(place.path, always);
    await found(place, (snapshot, journal) => {
      if (typeof snapshot === 'string') throw new Error(snapshot);
      expect(snapshot.head).toEqual(journal.head);
      expect(firstDifference(bare(snapshot.state()), bare(folded(journal.read())))).toBeNull();
      expect(firstDifference(snapshot.state(), snapshot.state())).toBeNull();
    });
  });

  it('is left alone where one byte of it is another, or it is cut short', async () => {
    const place = await onDisk();
    makeSnapshot(place.path, always);
    const whole = readFileSync(fileOf(place));
    for (const at of [0, 33, 60, 200, whole.length >> 1, whole.length - 1]) {
      const bytes = Buffer.from(whole);
      bytes[at]! ^= 1;
      writeFileSync(fileOf(place), bytes);
      expect(await found(place, (snapshot) => snapshot)).toBe('damaged');
    }
    for (const length of [0, 31, 36, whole.length - 1]) {
      writeFileSync(fileOf(place), whole.subarray(0, length));
      expect(await found(place, (snapshot) => snapshot)).toBe('damaged');
    }
    writeFileSync(fileOf(place), whole);
    expect(await found(place, (snapshot) => typeof snapshot)).toBe('object');
  });

  it('is left alone where other code folded it: whoever changes a fold need remember nothing', async () => {
    const place = await onDisk();
    makeSnapshot(place.path, always);
    await found(place, (_snapshot, journal) => {
      expect(typeof readSnapshot(place.path, journal, foldingCode())).toBe('object');
      expect(readSnapshot(place.path, journal, CODE)).toBe('other-code');
    });
    expect(foldingCode()).toBe(foldingCode());
  });

  it('is left alone where it is another journal’s, or this one’s before a purge (J6)', async () => {
    const [one, other] = [await onDisk(), await onDisk()];
    makeSnapshot(one.path, always);
    writeFileSync(fileOf(other), readFileSync(fileOf(one)));
    expect(await found(other, (snapshot) => snapshot)).toBe('other-journal');
    const bytes = readFileSync(fileOf(one));
    await found(one, async (_snapshot, journal) => void (await journal.purge()));
    writeFileSync(fileOf(one), bytes);
    expect(await found(one, (snapshot) => snapshot)).toBe('other-journal');
  });

  it('is left alone where it is ahead of an older copy that was restored, also once that has grown past it', async () => {
    const place = await onDisk();
    const copy = makeCopy({ dir: place.dir, meeting: place.id, about: 'u1', now: NOW });
    await appends(place, entry(1), entry(2), entry(3));
    makeSnapshot(place.path, always);
    const ahead = readFileSync(fileOf(place));
    await restoreMeeting(copy.path, place.dir, NOW + 60_000);
    expect(existsSync(fileOf(place))).toBe(false);
    writeFileSync(fileOf(place), ahead);
    expect(await found(place, (snapshot) => snapshot)).toBe('other-journal');
    await appends(place, ...[4, 5, 6, 7, 8].map(entry));
    expect(await found(place, (snapshot) => snapshot)).toBe('other-journal');
  });

  it('that was cut short is no snapshot, and the one before it stays', async () => {
    const place = await onDisk();
    makeSnapshot(place.path, always);
    await appends(place, entry(1));
    const before = readFileSync(fileOf(place));
    expect(makeSnapshot(place.path, () => false)).toHaveProperty('snapshot');
    expect(readFileSync(fileOf(place)).equals(before)).toBe(true);
    expect(existsSync(`${fileOf(place)}.part`)).toBe(false);
    // Killed while it was written: the next one takes its place.
    appendFileSync(`${fileOf(place)}.part`, 'half');
    makeSnapshot(place.path, always);
    expect(existsSync(`${fileOf(place)}.part`)).toBe(false);
    expect(await found(place, (snapshot) => typeof snapshot)).toBe('object');
  });

  it('that cannot be written leaves nothing behind: a full disk is the journal’s first of all', async () => {
    const place = await onDisk();
    mkdirSync(fileOf(place)); // nothing can take this name
    expect(() => makeSnapshot(place.path, always)).toThrow();
    expect(existsSync(`${fileOf(place)}.part`)).toBe(false);
    expect(await found(place, (snapshot) => snapshot)).toBe('damaged');
  });

  it('is no damage to whoever checks the folder, goes into no backup, and goes when its meeting goes', async () => {
    const place = await onDisk();
    makeSnapshot(place.path, always);
    expect(verifyFolder(place.dir).map(isSound)).toEqual([true]);
    const { path } = await backUp(place.dir, folder(), NOW);
    expect(existsSync(join(path, 'meetings', `${place.id}.sqlite.snapshot`))).toBe(false);
    const data = openDataFolder(place.dir, { threads: false });
    await data.removeMeeting(place.id);
    await data.close();
    expect(existsSync(fileOf(place))).toBe(false);
  });
});

describe('J4 a chain that does not hold', () => {
  it('is never folded into a snapshot, and is named where the whole chain is walked', async () => {
    const place = await onDisk();
    const length = await found(place, (_snapshot, journal) => journal.head.length);
    expect(verifyUntil(place.path, length, always)).toEqual({ verified: length });
    expect(verifyUntil(place.path, length + 1, always)).toEqual({
      broken: { broken: length + 1, why: 'gap' },
    });
    await tampers(place.path, `UPDATE journal SET hash = replace(hash, 'a', 'b') WHERE n = 7`);
    expect(verifyUntil(place.path, length, always)).toEqual({ broken: { broken: 7, why: 'hash' } });
    expect(makeSnapshot(place.path, always)).toEqual({ broken: { broken: 7, why: 'hash' } });
    expect(existsSync(fileOf(place))).toBe(false);
  });
});

async function tampers(path: string, sql: string): Promise<void> {
  const { default: Database } = await import('better-sqlite3');
  const db = new Database(path);
  db.exec(`DROP TRIGGER journal_no_update; ${sql}`);
  db.close();
}
