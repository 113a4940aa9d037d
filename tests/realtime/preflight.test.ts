import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OrganizerRole } from '../../assessment/actors.ts';
import { machineOf } from '../../realtime/machine.ts';
import type { Machine, Reached } from '../../realtime/protocol-names.ts';
import { Reach } from '../../realtime/reach.ts';
import { startHub, type TestHub } from '../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

const as = (role: OrganizerRole | null): Record<string, string> =>
  role ? { authorization: `Bearer ${hub.token(role)}` } : {};
const get = (path: string, role: OrganizerRole | null = 'owner') =>
  fetch(`${hub.url}/api${path}`, { headers: as(role) });
const post = (path: string, body: object, role: OrganizerRole | null = null) =>
  fetch(`${hub.url}/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...as(role) },
    body: JSON.stringify(body),
  });
const opened = async (): Promise<string> =>
  ((await (await post('/reach', {}, 'host')).json()) as { token: string }).token;
const report = { now: 0, device: 'wechat-android', socket: true, trip: 45 };

describe('the preflight', () => {
  it('measures the machine, and leaves nothing behind in the data folder', async () => {
    const machine = (await (await get('/machine')).json()) as Machine;
    expect(machine.disk?.free).toBeGreaterThan(0);
    expect(machine.disk?.total).toBeGreaterThanOrEqual(machine.disk?.free ?? Infinity);
    expect(machine.fsync).toBeGreaterThan(0);
    expect(readdirSync(hub.data.dir).filter((name) => name.startsWith('probe-'))).toEqual([]);
  });

  it('says that nothing can be written instead of failing', async () => {
    expect(await machineOf('/nowhere/at/all', 5)).toEqual({ now: 5, disk: null, fsync: null });
  });

  it('tells an organizer which phone came by which address, and how far its clock is off', async () => {
    const token = await opened();
    const ahead = Date.now() + 600_000;
    expect((await post(`/reach/${token}`, { ...report, now: ahead })).status).toBe(200);
    const { reports } = (await (await get(`/reach/${token}`)).json()) as { reports: Reached[] };
    expect(reports).toMatchObject([{ via: hub.url, device: 'wechat-android', socket: true, trip: 45 }]);
    expect(Math.round((reports[0]?.ahead ?? 0) / 60_000)).toBe(10);
  });

  it('is for organizers; only who was shown a code may report', async () => {
    expect((await get('/machine', null)).status).toBe(401);
    expect((await post('/reach', {}, 'viewer')).status).toBe(403);
    const token = await opened();
    expect((await get(`/reach/${token}`, null)).status).toBe(401);
    expect((await post('/reach/AAAAAAAAAAAAAAAAAAAAAAAA', report)).status).toBe(404);
    expect((await post(`/reach/${token}`, { ...report, device: 'toaster' })).status).toBe(400);
    expect((await post(`/reach/${token}`, { ...report, trip: -1 })).status).toBe(400);
  });

  it('forgets a try after its hours, and keeps only the newest reports', () => {
    const reach = new Reach();
    const token = reach.open(0);
    const one: Reached = { at: 0, via: '', device: 'other', socket: true, trip: 1, ahead: 0 };
    for (let at = 0; at < 150; at += 1) reach.report(token, { ...one, at });
    expect(reach.reports(token, 1000)?.map(({ at }) => at)).toEqual(
      Array.from({ length: 100 }, (_, index) => index + 50),
    );
    expect(reach.reports(token, 12 * 3_600_000 + 1)).toBeNull();
    for (let count = 0; count < 60; count += 1) reach.open(1);
    expect(reach.reports(token, 2)).toBeNull();
  });
});
