import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import type { AccountError } from '../../db/errors.ts';
import type { HubStore } from '../../db/hub-store.ts';
import { openHubStore } from '../../db/hub-store.ts';
import type { Account } from '../../db/organizers.ts';
import { checkPassword, hashPassword } from '../../db/password.ts';
import { temporaryFolders } from './folders.ts';

const folder = temporaryFolders();
const open: HubStore[] = [];
const NOW = 1_700_000_000_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

afterEach(() => {
  for (const hub of open.splice(0)) hub.close();
});

function make(path = join(folder(), 'hub.sqlite')): HubStore {
  const hub = openHubStore(path);
  open.push(hub);
  return hub;
}

const owner = (hub: HubStore, name = '王主任') =>
  hub.organizers.create({ name, role: 'owner', password: '大考场-2026' }, NOW);

const code = (value: string): Partial<AccountError> => ({
  name: 'AccountError',
  code: value as AccountError['code'],
});

describe('passwords', () => {
  it('are salted Argon2id, and the same password typed on another keyboard is the same', async () => {
    const stored = await hashPassword('Ａbc 12');
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await hashPassword('Ａbc 12')).not.toBe(stored);
    expect(await checkPassword('Abc 12', stored)).toBe(true);
    expect(await checkPassword('abc 12', stored)).toBe(false);
    expect(await checkPassword('Abc 12', 'plain')).toBe(false);
  });
});

describe('organizers', () => {
  it('sign in by name, whatever its width, case and blanks', async () => {
    const { organizers } = make();
    const created = await organizers.create({ name: ' Wang Wu ', role: 'host', password: 'p' }, NOW);
    expect(created).toMatchObject({
      name: 'Wang Wu',
      role: 'host',
      failures: 0,
      lockedUntil: null,
      createdAt: NOW,
    });
    expect(await organizers.verify('ｗang wu', 'p', NOW)).toEqual(created);
    expect(await organizers.verify('Wang Wu', 'q', NOW)).toBe('wrong');
    expect(await organizers.verify('nobody', 'p', NOW)).toBe('unknown');
  });

  it('have names of their own', async () => {
    const { organizers } = make();
    const { id } = await organizers.create({ name: 'Wang', role: 'host', password: 'p' }, NOW);
    const other = await organizers.create({ name: 'Li', role: 'host', password: 'p' }, NOW);
    const again = organizers.create({ name: 'WANG', role: 'viewer', password: 'p' }, NOW);
    await expect(again).rejects.toMatchObject(code('name-taken'));
    expect(() => organizers.rename(other.id, 'wang')).toThrow(expect.objectContaining(code('name-taken')));
    expect(() => organizers.rename(other.id, ' ')).toThrow(expect.objectContaining(code('name-empty')));
    expect(organizers.rename(id, 'wang').name).toBe('wang');
    expect(organizers.list().map((account) => account.name)).toEqual(['wang', 'Li']);
    expect(() => organizers.rename('none', 'x')).toThrow(expect.objectContaining(code('no-organizer')));
  });

  it('are locked for 15 minutes by the fifth failure in a row', async () => {
    const { organizers } = make();
    await owner({ organizers } as HubStore);
    for (let i = 0; i < 5; i += 1) expect(await organizers.verify('王主任', 'x', NOW)).toBe('wrong');
    expect(await organizers.verify('王主任', '大考场-2026', NOW + 15 * MINUTE - 1)).toBe('locked');
    expect(await organizers.verify('王主任', 'x', NOW + 15 * MINUTE)).toBe('wrong');
    expect(await organizers.verify('王主任', '大考场-2026', NOW + 15 * MINUTE)).toMatchObject({
      failures: 0,
      lockedUntil: null,
    });
  });

  it('count failures in a row only, and a new password lifts the lock', async () => {
    const { organizers } = make();
    const { id } = await owner({ organizers } as HubStore);
    for (let i = 0; i < 4; i += 1) await organizers.verify('王主任', 'x', NOW);
    expect(await organizers.verify('王主任', '大考场-2026', NOW)).toMatchObject({ failures: 0 });
    for (let i = 0; i < 5; i += 1) await organizers.verify('王主任', 'x', NOW);
    await organizers.setPassword(id, 'new');
    expect(await organizers.verify('王主任', 'new', NOW)).toMatchObject({ id });
  });

  it('cannot be guessed at faster by asking many times at once', async () => {
    const { organizers } = make();
    await owner({ organizers } as HubStore);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => organizers.verify('王主任', 'x', NOW)),
    );
    expect(answers.filter((answer) => answer === 'wrong')).toHaveLength(5);
    expect(answers.filter((answer) => answer === 'locked')).toHaveLength(15);
  });

  it('keep an owner', async () => {
    const { organizers } = make();
    const one = await owner({ organizers } as HubStore);
    expect(() => organizers.remove(one.id)).toThrow(expect.objectContaining(code('last-owner')));
    expect(() => organizers.setRole(one.id, 'host')).toThrow(expect.objectContaining(code('last-owner')));
    const two = await owner({ organizers } as HubStore, '李主任');
    expect(organizers.setRole(one.id, 'viewer').role).toBe('viewer');
    organizers.remove(one.id);
    expect(() => organizers.remove(two.id)).toThrow(expect.objectContaining(code('last-owner')));
    expect(organizers.count()).toBe(1);
    expect(organizers.get(one.id)).toBeNull();
  });
});

describe('sessions', () => {
  async function signedIn() {
    const hub = make();
    const account: Account = await owner(hub);
    return { hub, account, token: hub.sessions.open(account.id, NOW) };
  }

  it('are found although the disk takes no sign of life', async () => {
    const path = join(folder(), 'hub.sqlite');
    const hub = make(path);
    const account = await owner(hub);
    const token = hub.sessions.open(account.id, NOW);
    const other = new Database(path);
    other.exec(
      `CREATE TRIGGER full BEFORE UPDATE ON organizer_sessions BEGIN SELECT RAISE(ABORT, 'full'); END`,
    );
    other.close();
    expect(hub.sessions.find(token, NOW + 5 * MINUTE, true)).toMatchObject({ id: account.id });
  });

  it('are found by their token, with the name and role of now', async () => {
    const { hub, account, token } = await signedIn();
    hub.organizers.rename(account.id, '张主任');
    const found = { id: account.id, name: '张主任', role: 'owner', passwordDue: false };
    expect(hub.sessions.find(token, NOW, true)).toEqual(found);
    expect(hub.sessions.find('other', NOW, true)).toBe('closed');
  });

  it('I7 live for an hour after the last action, and say that it was too long', async () => {
    const { hub, token } = await signedIn();
    expect(hub.sessions.find(token, NOW + HOUR, true)).toMatchObject({ role: 'owner' });
    expect(hub.sessions.find(token, NOW + 2 * HOUR, true)).toMatchObject({ role: 'owner' });
    expect(hub.sessions.find(token, NOW + 3 * HOUR + 1, true)).toBe('idle');
    expect(hub.sessions.find(token, NOW + 3 * HOUR + 1, true)).toBe('idle');
  });

  it('I7 are not kept alive by a look', async () => {
    const { hub, token } = await signedIn();
    expect(hub.sessions.find(token, NOW + HOUR, false)).toMatchObject({ role: 'owner' });
    expect(hub.sessions.find(token, NOW + HOUR + 1, false)).toBe('idle');
  });

  it('are swept away only when nobody asks any more why they ended', async () => {
    const { hub, account, token } = await signedIn();
    hub.sessions.open(account.id, NOW + 2 * HOUR);
    expect(hub.sessions.find(token, NOW + 2 * HOUR, false)).toBe('idle');
    hub.sessions.open(account.id, NOW + 24 * 8 * HOUR);
    expect(hub.sessions.find(token, NOW + 24 * 8 * HOUR, false)).toBe('closed');
  });

  it('write a sign of life at most once a minute', async () => {
    const { hub, token } = await signedIn();
    hub.sessions.find(token, NOW + MINUTE - 1, true);
    expect(hub.sessions.find(token, NOW + HOUR + 1, true)).toBe('idle');
  });

  it('end one by one, all together, and with the account', async () => {
    const { hub, account, token } = await signedIn();
    const second = hub.sessions.open(account.id, NOW);
    hub.sessions.close(token);
    expect(hub.sessions.find(token, NOW, true)).toBe('closed');
    expect(hub.sessions.find(second, NOW, true)).toMatchObject({ id: account.id });
    hub.sessions.closeAll(account.id);
    expect(hub.sessions.find(second, NOW, true)).toBe('closed');
    const other = await owner(hub, '李主任');
    const third = hub.sessions.open(other.id, NOW);
    hub.organizers.remove(other.id);
    expect(hub.sessions.find(third, NOW, true)).toBe('closed');
  });

  it('leave no token in the file', async () => {
    const path = join(folder(), 'hub.sqlite');
    const hub = make(path);
    const setup = hub.setup.rotate()!;
    const token = hub.sessions.open((await owner(hub)).id, NOW);
    const bytes = ['', '-wal']
      .filter((end) => existsSync(path + end))
      .map((end) => readFileSync(path + end, 'latin1'));
    expect(bytes.join('')).not.toContain(token);
    expect(bytes.join('')).not.toContain(setup);
  });
});

describe('meetings', () => {
  it('have a code of six digits of their own', () => {
    const { meetings } = make();
    const made = Array.from({ length: 50 }, () => meetings.create({ title: '述职', mode: 'rehearsal' }, NOW));
    for (const { code: digits } of made) expect(digits).toMatch(/^[1-9]\d{5}$/);
    expect(new Set(made.map((meeting) => meeting.code)).size).toBe(50);
    expect(meetings.byCode(made[7]!.code)).toEqual(made[7]);
    expect(meetings.byId(made[7]!.id)).toEqual(made[7]);
    expect(meetings.list()).toEqual(made);
    expect(meetings.byCode('1')).toBeNull();
  });

  it('change and go', () => {
    const { meetings } = make();
    const { id } = meetings.create({ title: '述职', mode: 'rehearsal' }, NOW);
    expect(meetings.update(id, { title: '大考', archivedAt: NOW })).toMatchObject({
      title: '大考',
      archivedAt: NOW,
    });
    expect(meetings.update(id, { archivedAt: null })).toMatchObject({ title: '大考', archivedAt: null });
    expect(meetings.update(id, {})).toMatchObject({ title: '大考' });
    expect(() => meetings.update('none', {})).toThrow(expect.objectContaining(code('no-meeting')));
    meetings.remove(id);
    expect(meetings.list()).toEqual([]);
  });

  it('A1 lets the official meeting take the code of its rehearsal', () => {
    const { meetings } = make();
    const rehearsal = meetings.create({ title: '述职', mode: 'rehearsal' }, NOW);
    const official = meetings.create({ title: '述职', mode: 'official', previous: rehearsal.id }, NOW);
    meetings.swapCodes(rehearsal.id, official.id);
    expect(meetings.byCode(rehearsal.code)).toMatchObject({ id: official.id, previous: rehearsal.id });
    expect(meetings.byCode(official.code)).toMatchObject({ id: rehearsal.id });
  });
});

describe('secrets and set-up', () => {
  it('keep one signing key', () => {
    const path = join(folder(), 'hub.sqlite');
    const hub = make(path);
    const key = hub.secrets.signingKey();
    expect(key).toHaveLength(32);
    expect(hub.secrets.signingKey()).toEqual(key);
    open.splice(0).forEach((one) => one.close());
    expect(make(path).secrets.signingKey()).toEqual(key);
  });

  it('I7 make the first owner from the newest token, once', async () => {
    const { setup, organizers } = make();
    const old = setup.rotate()!;
    const token = setup.rotate()!;
    expect([setup.check(old), setup.check(token), setup.check(token)]).toEqual([false, true, true]);
    expect(await setup.createFirstOwner(old, { name: '王', password: 'p' }, NOW)).toBeNull();
    await expect(setup.createFirstOwner(token, { name: ' ', password: 'p' }, NOW)).rejects.toMatchObject(
      code('name-empty'),
    );
    expect(setup.check(token)).toBe(true);
    const both = ['王', '李'].map((name) => setup.createFirstOwner(token, { name, password: 'p' }, NOW));
    const made = (await Promise.all(both)).filter((account) => account !== null);
    expect(made).toMatchObject([{ role: 'owner' }]);
    expect(organizers.count()).toBe(1);
    expect(setup.check(token)).toBe(false);
    expect(setup.rotate()).toBeNull();
  });
});
