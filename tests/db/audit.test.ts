import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { openHubStore, type HubStore } from '../../db/hub-store.ts';
import { temporaryFolders } from './folders.ts';

const folder = temporaryFolders();
const open: HubStore[] = [];
const NOW = 1_700_000_000_000;
const wang = { id: 'o1', name: '王主任' };
const li = { id: 'o2', name: '李明' };

afterEach(() => {
  for (const hub of open.splice(0)) hub.close();
});

function made(): { hub: HubStore; path: string } {
  const path = join(folder(), 'hub.sqlite');
  const hub = openHubStore(path);
  open.push(hub);
  return { hub, path };
}

describe('I7 · the record of sign-ins and changes', () => {
  it('keeps who did what to whom, from where, newest first and numbered without gaps', () => {
    const { audit } = made().hub;
    audit.add({ what: 'signed-in', by: wang, address: '127.0.0.1' }, NOW);
    audit.add({ what: 'organizer-added', by: wang, about: li, detail: 'host' }, NOW + 1);
    const rows = audit.list({ limit: 10 });
    expect(rows.map(({ n, what }) => [n, what])).toEqual([
      [2, 'organizer-added'],
      [1, 'signed-in'],
    ]);
    expect(rows[0]).toEqual({
      n: 2,
      at: NOW + 1,
      what: 'organizer-added',
      by: 'o1',
      byName: '王主任',
      about: 'o2',
      aboutName: '李明',
      detail: 'host',
      address: null,
    });
  });

  it('is read page by page, by group and by a part of a name, whatever stands in it', () => {
    const { audit } = made().hub;
    for (let at = 0; at < 5; at += 1) audit.add({ what: 'signed-in', by: wang }, NOW + at);
    audit.add({ what: 'meeting-created', by: li, about: { id: 'm', name: '100%_考场' } }, NOW + 9);
    expect(audit.list({ limit: 2, before: 4 }).map(({ n }) => n)).toEqual([3, 2]);
    expect(audit.list({ limit: 9, group: 'meetings' }).map(({ n }) => n)).toEqual([6]);
    expect(audit.list({ limit: 9, name: '李' }).map(({ n }) => n)).toEqual([6]);
    expect(audit.list({ limit: 9, name: '0%_考' }).map(({ n }) => n)).toEqual([6]);
    expect(audit.list({ limit: 9, name: '%' }).map(({ n }) => n)).toEqual([6]);
    expect(audit.list({ limit: 9, name: "'; DROP TABLE audit; --" })).toEqual([]);
  });

  it('refuses to change, to replace and to delete, on any connection', () => {
    const { hub, path } = made();
    const at = Date.now();
    hub.audit.add({ what: 'signed-in', by: wang }, at);
    const other = new Database(path);
    for (const sql of [
      `UPDATE audit SET what = 'x'`,
      `DELETE FROM audit`,
      `INSERT OR REPLACE INTO audit (n, at, what) VALUES (1, 2, 'x')`,
      `INSERT INTO audit (n, at, what) VALUES (7, 2, 'x')`,
    ])
      expect(() => other.exec(sql)).toThrow('I7');
    other.close();
    expect(hub.audit.list({ limit: 9 })).toMatchObject([{ n: 1, what: 'signed-in', at }]);
  });

  it('lets go of what is older than the logs are kept, says how much, and numbers on', () => {
    const { hub, path } = made();
    const now = Date.now();
    const days = (count: number) => now - count * 86_400_000;
    for (const at of [days(400), days(200), days(185), days(183), days(1)])
      hub.audit.add({ what: 'signed-in', by: wang }, at);
    expect(hub.audit.forget(days(184), now)).toBe(3);
    expect(hub.audit.list({ limit: 9 }).map(({ n, what, detail }) => [n, what, detail])).toEqual([
      [6, 'logs-removed', '3'],
      [5, 'signed-in', null],
      [4, 'signed-in', null],
    ]);
    expect(hub.audit.forget(days(184), now)).toBe(0);
    // Six months are the law's: a younger line goes on no connection, whatever it is told.
    expect(() => hub.audit.forget(days(100), now)).toThrow('I7');
    const other = new Database(path);
    expect(() => other.exec('DELETE FROM audit WHERE n = 4')).toThrow('I7');
    other.close();
  });

  it('keeps what is younger behind what is older, where the clock was set back', () => {
    const { audit } = made().hub;
    const now = Date.now();
    const old = now - 300 * 86_400_000;
    for (const at of [now, old, old]) audit.add({ what: 'signed-in', by: wang }, at);
    expect(audit.forget(now - 1, now)).toBe(0);
    expect(audit.list({ limit: 9 })).toHaveLength(3);
  });
});
