/** What every journal in a file does besides. */
import Database from 'better-sqlite3';
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Journal } from '../../assessment/journal.ts';
import type { Picture } from '../../assessment/pictures.ts';
import type { JournalOptions } from '../../db/journal-options.ts';
import { serverHash } from '../../db/sealing.ts';
import { verifyChain } from '../../db/verify.ts';
import { draft, many } from './journal.contract.ts';

type At = (path: string, options?: JournalOptions) => Journal;

export function fileContract(name: string, at: At, folder: () => string): void {
  const fresh = () => join(folder(), 'm.sqlite');
  describe(`${name}, its file`, () => {
    reopening(at, fresh);
    crash(at, fresh);
    guards(at, fresh);
    tampering(at, fresh);
  });
}

type Fresh = () => string;

/** A connection that knows nothing of the program: no pragma of its own. */
function raw<T>(path: string, use: (db: Database.Database) => T): T {
  const db = new Database(path);
  try {
    return use(db);
  } finally {
    db.close();
  }
}

function reopening(at: At, fresh: Fresh): void {
  it('continues where it was when it is opened again', async () => {
    const path = fresh();
    const first = at(path);
    await first.append([draft('one', { private: '王' }), draft('two')]);
    first.alive(5000);
    const { head, salt } = first;
    await first.close();
    const second = at(path);
    expect(second.head).toEqual(head);
    expect(second.salt).toBe(salt);
    expect(second.lastAlive()).toBe(5000);
    await second.append([draft('three')]);
    expect([...second.read()].map((entry) => entry.n)).toEqual([1, 2, 3]);
    expect(verifyChain(second)).toEqual(second.head);
  });

  it('leaves one file behind when it is closed', async () => {
    const path = fresh();
    const journal = at(path);
    await journal.append(many(3));
    await journal.close();
    expect(readdirSync(join(path, '..'))).toEqual(['m.sqlite']);
  });

  it('J6 leaves nothing of a private part or the salt in the file after a purge', async () => {
    const path = fresh();
    const journal = at(path);
    for (let i = 0; i < 40; i += 1)
      await journal.append([
        draft(`t${i}`, { private: { name: `机密姓名${i}`, text: 'x'.repeat(i * 300) } }),
      ]);
    const photo = Buffer.from('机密照片'.repeat(9000));
    const picture: Picture = {
      hash: 'a'.repeat(64),
      type: 'image/jpeg',
      source: 'pass',
      bytes: photo,
      at: 1,
    };
    await journal.pictures.keep(picture);
    const { salt, head } = journal;
    const bytes = () =>
      Buffer.concat(
        ['', '-wal'].filter((end) => existsSync(path + end)).map((end) => readFileSync(path + end)),
      );
    expect(bytes().includes('机密姓名')).toBe(true);
    expect(bytes().includes('机密照片')).toBe(true);
    await journal.purge();
    expect(bytes().includes('机密照片')).toBe(false);
    expect(bytes().includes('机密姓名')).toBe(false);
    expect(bytes().includes(salt)).toBe(false);
    await journal.close();
    const again = at(path);
    expect(again.head).toEqual(head);
    expect(again.salt).not.toBe(salt);
    expect(again.salt).not.toBe('');
  });
}

function crash(at: At, fresh: Fresh): void {
  it('J3 holds every acknowledged entry in a copy of its files at that moment', async () => {
    const path = fresh();
    const journal = at(path);
    const image = join(path, '..', 'image.sqlite');
    for (let round = 1; round <= 3; round += 1) {
      await journal.append(many(4, `r${round}-`));
      for (const end of ['', '-wal']) copyFileSync(path + end, image + end);
      const copy = at(image);
      expect(copy.head).toEqual(journal.head);
      expect(verifyChain(copy)).toEqual(journal.head);
      await copy.close();
    }
  });

  it('J3 drops a torn tail whole', async () => {
    const path = fresh();
    const journal = at(path);
    await journal.append(many(2, 'a'));
    const { head } = journal;
    await journal.append(many(5, 'b'));
    const image = join(path, '..', 'image.sqlite');
    copyFileSync(path, image);
    const wal = readFileSync(`${path}-wal`);
    // Power went in the middle of the last batch: the log ends early.
    writeFileSync(`${image}-wal`, wal.subarray(0, wal.length - 2000));
    const copy = at(image);
    expect(copy.head).toEqual(head);
    expect(verifyChain(copy)).toEqual(head);
  });
}

const BYPASSES: [string, string][] = [
  ['UPDATE', `UPDATE journal SET body = '{}' WHERE n = 1`],
  ['UPDATE of n', 'UPDATE journal SET n = 9 WHERE n = 3'],
  ['UPDATE OR REPLACE', 'UPDATE OR REPLACE journal SET n = 1 WHERE n = 2'],
  ['DELETE', 'DELETE FROM journal WHERE n = 3'],
  ['DELETE of all', 'DELETE FROM journal'],
  ['INSERT OR REPLACE', `INSERT OR REPLACE INTO journal VALUES (2, '{}', 'x')`],
  ['REPLACE of the last', `REPLACE INTO journal VALUES (3, '{}', 'x')`],
  [
    'an upsert',
    `INSERT INTO journal VALUES (2, '{}', 'x') ON CONFLICT (n) DO UPDATE SET body = excluded.body`,
  ],
  ['a gap', `INSERT INTO journal VALUES (5, '{}', 'x')`],
  ['an entry before the first', `INSERT INTO journal VALUES (0, '{}', 'x')`],
  ['an entry without a number', `INSERT INTO journal (body, hash) VALUES ('{}', 'x')`],
  ['UPDATE of a private part', `UPDATE private_parts SET body = '"李"'`],
  ['INSERT OR REPLACE of a private part', `INSERT OR REPLACE INTO private_parts VALUES (1, 's', '"李"')`],
  [
    'an upsert of a private part',
    `INSERT INTO private_parts VALUES (1, 's', 'b') ON CONFLICT DO UPDATE SET body = 'b'`,
  ],
  ['a private part for an older entry', `INSERT INTO private_parts VALUES (2, 's', '"李"')`],
  ['a private part for no entry', `INSERT INTO private_parts VALUES (9, 's', '"李"')`],
  [
    'INSERT OR REPLACE of a private part from a query',
    `INSERT OR REPLACE INTO private_parts SELECT 1, 's', body FROM private_parts`,
  ],
];

function guards(at: At, fresh: Fresh): void {
  it.each(BYPASSES)('J1 J4 J6 refuses %s, with recursive_triggers on and off', async (_name, sql) => {
    const path = fresh();
    const journal = at(path);
    await journal.append([draft('one', { private: '王' }), draft('two'), draft('three')]);
    const before = [...journal.sealed()];
    for (const setting of ['ON', 'OFF']) {
      raw(path, (db) => {
        db.pragma(`recursive_triggers = ${setting}`);
        db.pragma('foreign_keys = OFF');
        expect(() => db.exec(sql)).toThrow(/^J[146]$/);
      });
    }
    expect([...journal.sealed()]).toEqual(before);
  });

  it('J4 leaves no second unique column through which REPLACE could push an entry out', async () => {
    const path = fresh();
    await at(path).append(many(1));
    raw(path, (db) => {
      expect(db.pragma(`index_list('journal')`)).toEqual([]);
      expect(db.pragma(`index_list('private_parts')`)).toEqual([]);
    });
  });
}

/** Each breaks entry 3 of 5 with the triggers out of the way. */
const TAMPERING: [string, string, string][] = [
  ['one byte of an entry', `UPDATE journal SET body = replace(body, 'e2', 'e3') WHERE n = 3`, 'hash'],
  ['an entry that is no JSON', `UPDATE journal SET body = '{' || body WHERE n = 3`, 'unreadable'],
  ['an entry taken out', 'DELETE FROM journal WHERE n = 3', 'gap'],
  ['one byte of a private part', `UPDATE private_parts SET body = '"李"' WHERE n = 3`, 'private'],
  [
    'a private part of an entry that has none',
    `INSERT INTO private_parts SELECT 3, 's', 'x' WHERE 1`,
    'private',
  ],
];

function tampering(at: At, fresh: Fresh): void {
  it.each(TAMPERING)('J4 names the first broken entry: %s', async (name, sql, why) => {
    const path = fresh();
    const journal = at(path);
    const secret = name.includes('has none') ? {} : { private: '王' };
    await journal.append(many(5).map((entry) => ({ ...entry, ...secret })));
    await journal.close();
    raw(path, (db) => {
      const triggers = db
        .prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`)
        .pluck()
        .all() as string[];
      for (const trigger of triggers) db.exec(`DROP TRIGGER ${trigger}`);
      db.pragma('foreign_keys = OFF');
      db.exec(sql);
    });
    expect(verifyChain(at(path))).toEqual({ broken: 3, why });
  });

  it('J4 names the entry after one that was sealed anew', async () => {
    const path = fresh();
    const journal = at(path);
    await journal.append(many(5));
    const third = [...journal.sealed(3)][0]!;
    await journal.close();
    const body = third.body.replace('e2', 'e9');
    raw(path, (db) => {
      db.exec('DROP TRIGGER journal_no_update');
      db.prepare('UPDATE journal SET body = ?, hash = ? WHERE n = 3').run(body, serverHash(body));
    });
    expect(verifyChain(at(path))).toEqual({ broken: 4, why: 'previous' });
  });
}
