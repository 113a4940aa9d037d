import Database from 'better-sqlite3';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PIECE } from '../../assessment/decks.ts';
import { openDataFolder } from '../../db/data-folder.ts';
import { meetingPath } from '../../db/meetings.ts';
import type { Sealed } from '../../assessment/journal.ts';
import { sealAll } from '../../db/sealing.ts';
import { verifyChain } from '../../db/verify.ts';
import { headAt, isSound, verifyFolder } from '../../db/verify-folder.ts';
import { temporaryFolders } from './folders.ts';
import { draft } from './journal.contract.ts';

const folder = temporaryFolders();
const NOW = 1_700_000_000_000;
const ENTRIES = 12;

/** A data folder with one meeting, whose every third entry has a private part; and a photo. */
async function meetingOnDisk(): Promise<{ dir: string; file: string; code: string; head: string }> {
  const dir = join(folder(), 'data');
  const data = openDataFolder(dir, { threads: false });
  const { meeting, journal } = data.createMeeting({ title: '渔港述职', mode: 'official' }, NOW);
  const bytes = Buffer.from('a photo');
  const hash = createHash('sha256').update(bytes).digest('hex');
  await journal.pictures.keep({ hash, type: 'image/jpeg', source: 'pass', bytes, at: NOW });
  const deck = [Buffer.alloc(PIECE, 'a'), Buffer.from('the rest')];
  for (const [nth, piece] of deck.entries()) await journal.decks.put('u1', nth, piece);
  const whole = Buffer.concat(deck);
  const sum = createHash('sha256').update(whole).digest('hex');
  await journal.decks.seal({ hash: sum, upload: 'u1', size: whole.length, at: NOW });
  const { head } = await journal.append(
    Array.from({ length: ENTRIES }, (_, at) =>
      draft(`e${at}`, at % 3 === 0 ? { private: { name: `某${at}` } } : {}),
    ),
  );
  await data.close();
  return { dir, file: meetingPath(dir, meeting.id), code: meeting.code, head };
}

/** With everything that guards the journal out of the way, as somebody with the file in his hands has it. */
function tampered(file: string, act: (db: Database.Database) => void): void {
  const db = new Database(file);
  try {
    const triggers = db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).pluck().all();
    for (const trigger of triggers as string[]) db.exec(`DROP TRIGGER ${trigger}`);
    db.pragma('foreign_keys = OFF');
    act(db);
  } finally {
    db.close();
  }
}

describe('the chains of a data folder', () => {
  it('J4 hold, by code and title, also while the hub has the files open', async () => {
    const { dir, code, head } = await meetingOnDisk();
    const data = openDataFolder(dir, { threads: false });
    const [check, ...others] = verifyFolder(dir);
    await data.close();
    expect(others).toEqual([]);
    expect(check).toMatchObject({ code, title: '渔港述职', chain: { length: ENTRIES, head } });
    expect(check!.parts).toEqual({ there: 4, purged: 0, gone: 0, left: 0 });
    expect(isSound(check!)).toBe(true);
  });

  it('J4 a change of one byte anywhere in a journal is found', async () => {
    const { file } = await meetingOnDisk();
    const copy = join(folder(), 'copy.sqlite');
    expect(isSound(verifyFolder(file)[0]!)).toBe(true);
    const where = fc.constantFrom('journal.body', 'journal.hash', 'private_parts.body', 'private_parts.salt');
    fc.assert(
      fc.property(where, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 127 }), (place, row, byte, flip) => {
        copyFileSync(file, copy);
        const [table, column] = place.split('.');
        tampered(copy, (db) => {
          const all = db.prepare(`SELECT n, ${column} AS text FROM ${table} ORDER BY n`).all();
          const { n, text } = all[row % all.length] as { n: number; text: string };
          const bytes = Buffer.from(text);
          bytes[byte % bytes.length]! ^= flip;
          db.prepare(`UPDATE ${table} SET ${column} = CAST(? AS TEXT) WHERE n = ?`).run(bytes, n);
        });
        expect(isSound(verifyFolder(copy)[0]!)).toBe(false);
      }),
      { seed: 7, numRuns: 120 },
    );
  });

  it('J4 each byte of each entry, its hash, its private part and its salt is held: the first broken link is that entry', () => {
    const drafts = Array.from({ length: ENTRIES }, (_, at) =>
      draft(`e${at}`, at % 3 === 0 ? { private: { name: `某${at}` } } : {}),
    );
    const chain = sealAll(drafts, { length: 0, head: '0'.repeat(64) });
    const flipped = (text: string, byte: number): string => {
      const bytes = Buffer.from(text);
      bytes[byte]! ^= 1;
      return bytes.toString();
    };
    let tried = 0;
    const finds = (at: number, text: string, change: (one: Sealed, to: string) => Sealed): void => {
      for (let byte = 0; byte < Buffer.byteLength(text); byte += 1) {
        const sealed = chain.map((one, k) => (k === at ? change(one, flipped(text, byte)) : one));
        const found = verifyChain({ sealed: () => sealed });
        if (!('broken' in found) || found.broken !== at + 1)
          expect.fail(`byte ${byte} of entry ${at + 1}: ${JSON.stringify(found)}`);
        tried += 1;
      }
    };
    chain.forEach(({ body, hash, private: part }, at) => {
      finds(at, body, (one, to) => ({ ...one, body: to }));
      finds(at, hash, (one, to) => ({ ...one, hash: to }));
      if (!part) return;
      finds(at, part.body, (one, to) => ({ ...one, private: { ...part, body: to } }));
      finds(at, part.salt, (one, to) => ({ ...one, private: { ...part, salt: to } }));
    });
    expect(tried).toBeGreaterThan(2000);
  });

  it('J4 a byte of the file itself that belongs to an entry is found; any other leaves the chain as it was or is found', async () => {
    const { file, head } = await meetingOnDisk();
    const copy = join(folder(), 'copy.sqlite');
    const whole = readFileSync(file);
    const db = new Database(file, { readonly: true });
    const texts = db
      .prepare(
        `SELECT body FROM journal UNION ALL SELECT hash FROM journal UNION ALL SELECT body FROM private_parts`,
      )
      .pluck()
      .all() as string[];
    db.close();
    const places = texts.map((text) => {
      const bytes = Buffer.from(text);
      return { from: whole.indexOf(bytes), size: bytes.length };
    });
    expect(places.every(({ from }) => from > 0)).toBe(true);
    const checked = (byte: number, flip: number) => {
      const bytes = Buffer.from(whole);
      bytes[byte]! ^= flip;
      writeFileSync(copy, bytes);
      return verifyFolder(copy)[0]!;
    };
    const flips = fc.integer({ min: 1, max: 255 });
    const inEntry = fc
      .constantFrom(...places)
      .chain(({ from, size }) => fc.integer({ min: from, max: from + size - 1 }));
    fc.assert(
      fc.property(inEntry, flips, (byte, flip) => {
        expect(isSound(checked(byte, flip))).toBe(false);
      }),
      { seed: 11, numRuns: 120 },
    );
    fc.assert(
      fc.property(fc.nat({ max: whole.length - 1 }), flips, (byte, flip) => {
        const found = checked(byte, flip);
        if (isSound(found)) expect(found.chain).toEqual({ length: ENTRIES, head });
      }),
      { seed: 12, numRuns: 120 },
    );
  });

  it('J6 a purge is sound; names that were deleted one by one are not; nor are a photo and a deck that were changed', async () => {
    const { file } = await meetingOnDisk();
    tampered(file, (db) => db.exec('DELETE FROM private_parts WHERE n = 1'));
    expect(verifyFolder(file)[0]!.parts).toMatchObject({ there: 3, gone: 1 });
    expect(isSound(verifyFolder(file)[0]!)).toBe(false);
    tampered(file, (db) => db.exec('DELETE FROM private_parts'));
    expect(isSound(verifyFolder(file)[0]!)).toBe(true);
    tampered(file, (db) => db.exec(`UPDATE pictures SET bytes = CAST('another' AS BLOB)`));
    expect(verifyFolder(file)[0]!.files).toHaveLength(1);
    tampered(file, (db) => db.exec(`UPDATE deck_pieces SET bytes = CAST('the test' AS BLOB) WHERE nth = 1`));
    expect(verifyFolder(file)[0]!.files).toHaveLength(2);
    expect(isSound(verifyFolder(file)[0]!)).toBe(false);
  });

  it('a file that is no database is a finding beside those that are', async () => {
    const { dir } = await meetingOnDisk();
    writeFileSync(join(dir, 'meetings', 'zz.sqlite'), 'no database');
    expect(verifyFolder(dir).map(isSound)).toEqual([true, false]);
  });
});

describe('npm run verify', () => {
  const say = (...args: string[]) => {
    try {
      const options = {
        encoding: 'utf8',
        stdio: 'pipe',
        env: { ...process.env, LANG: 'zh_CN.UTF-8', LC_ALL: '' },
      } as const;
      return { code: 0, out: execFileSync(process.execPath, ['realtime/cli/verify.ts', ...args], options) };
    } catch (error) {
      const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
      return { code: status, out: stdout + stderr };
    }
  };

  it('J4 says what is sound with its head, names the first broken link, and says where there is nothing', async () => {
    const { dir, file, code, head } = await meetingOnDisk();
    const sound = say(dir);
    expect(sound).toMatchObject({ code: 0 });
    expect(sound.out).toContain(`${code} 渔港述职`);
    expect(sound.out).toContain(head);
    tampered(file, (db) => db.exec(`UPDATE journal SET body = replace(body, 'e4', 'e5') WHERE n = 5`));
    const broken = say(dir);
    expect(broken.code).toBe(1);
    expect(broken.out).toContain('第 5 条记录的内容与指纹不符');
    const empty = join(folder(), 'empty');
    mkdirSync(empty);
    expect(say(empty)).toMatchObject({ code: 2 });
  });

  it('J4 a photograph of the wall holds the journal: a chain that was made anew is whole, but is another', async () => {
    const { dir, file, head } = await meetingOnDisk();
    const groups = (hash: string) => hash.match(/.{4}/g)?.join(' ') ?? '';
    const found = say(dir, '--head', `${ENTRIES}:${groups(head)}`);
    expect(found).toMatchObject({ code: 0 });
    expect(found.out).toContain(`屏幕上的指纹与渔港述职的第 ${ENTRIES} 条记录一致`);
    expect(say(dir, '--head', `${ENTRIES}：${head.slice(0, 8).toUpperCase()}`)).toMatchObject({ code: 0 });
    // Another head is no damage: in a dispute the two must not sound alike.
    const other = say(dir, '--head', `${ENTRIES - 1}:${head}`);
    expect(other).toMatchObject({ code: 1 });
    expect(other.out).toContain('都完好，但所给的');
    expect(other.out).not.toContain('不完好');
    expect(say(dir, '--head', `${ENTRIES}:${head.slice(0, 7)}`)).toMatchObject({ code: 2 });
    // Somebody with the file in his hands changes one entry and seals everything behind it again.
    const forged = sealAll(
      Array.from({ length: ENTRIES }, (_, at) => draft(`forged${at}`)),
      { length: 0, head: '0'.repeat(64) },
    );
    tampered(file, (db) => {
      db.exec('DELETE FROM private_parts');
      for (const { n, body, hash } of forged)
        db.prepare('UPDATE journal SET body = ?, hash = ? WHERE n = ?').run(body, hash, n);
    });
    expect(say(dir)).toMatchObject({ code: 0 });
    expect(say(dir, '--head', `${ENTRIES}:${head}`)).toMatchObject({ code: 1 });
  });

  it('X1 tells whether a bundle was made from a journal here', async () => {
    const { dir, file, head } = await meetingOnDisk();
    const example = JSON.parse(readFileSync('tests/examples/recount-total.json', 'utf8')) as object;
    const path = join(folder(), 'bundle.json');
    writeFileSync(path, JSON.stringify({ ...example, journal: { length: ENTRIES, head } }));
    expect(say(dir, '--bundle', path)).toMatchObject({ code: 0 });
    // The lock of a unit as the wall showed it, and one that no wall can have shown.
    const locked = (unit: string, hash: string) =>
      writeFileSync(
        path,
        JSON.stringify({
          ...example,
          journal: { length: ENTRIES, head, locks: [{ unit, length: ENTRIES - 1, head: hash }] },
        }),
      );
    locked('A', headAt(file, ENTRIES - 1) ?? '');
    expect(say(dir, '--bundle', path)).toMatchObject({ code: 0 });
    expect(say(dir, '--bundle', path).out).toContain(`A 锁票时的指纹与第 ${ENTRIES - 1} 条记录一致`);
    locked('A', 'ab'.repeat(32));
    expect(say(dir, '--bundle', path)).toMatchObject({ code: 1 });
    writeFileSync(path, JSON.stringify({ ...example, journal: { length: ENTRIES - 1, head } }));
    expect(say(dir, '--bundle', path)).toMatchObject({ code: 1 });
    writeFileSync(path, '{}');
    expect(say(dir, '--bundle', path)).toMatchObject({ code: 2 });
  });
});
