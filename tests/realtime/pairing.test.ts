/** Issue 5, item 2: walls that ask to be screens, over the wire and in the hub's memory (decision 0015). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAIR, PROTOCOL, TURN_AWAY, type Paired } from '../../realtime/protocol-names.ts';
import {
  ASKS_WITHIN,
  KEPT,
  MOST_OF_ADDRESS,
  MOST_WAITING,
  TURNED_AWAY,
  WaitingWalls,
} from '../../realtime/waiting-walls.ts';
import { whereFrom } from '../../realtime/whereabouts.ts';
import type { Caller } from '../support/caller.ts';
import { startHub, type TestHub } from '../support/hub.ts';

const SIZE = { width: 1920, height: 1080 };

describe('walls that wait', () => {
  const set = (choose?: () => string) => {
    const online = new Set<string>();
    const walls = new WaitingWalls((session) => online.has(session), choose);
    const ask = (session: string, address = session, now = 0) => {
      online.add(session);
      return walls.ask(session, SIZE, 'near', address, now);
    };
    return { online, walls, ask };
  };

  it('each shows a code of its own, also where chance gives the same twice', () => {
    const codes = ['K7RF', 'K7RF', 'K7RF', 'N4XR'];
    const { ask } = set(() => codes.shift() ?? 'XXXX');
    expect([ask('one'), ask('two')]).toEqual(['K7RF', 'N4XR']);
  });

  it('keeps its code while it asks again, and finds it again after its line broke', () => {
    const { online, walls, ask } = set();
    const code = ask('one');
    expect(ask('one', 'one', 8000)).toBe(code);
    online.delete('one');
    expect(walls.seen()).toEqual([]);
    expect(walls.sessionOf(code!)).toBeNull();
    expect(ask('one', 'one', 20_000)).toBe(code);
    expect(walls.seen()).toMatchObject([{ code, since: 0, ...SIZE, from: 'near' }]);
  });

  it('cannot be confirmed once it is quiet, and is forgotten after a while', () => {
    const { walls, ask } = set();
    const code = ask('one');
    expect(walls.sweep(ASKS_WITHIN)).toBe(false);
    expect(walls.sweep(ASKS_WITHIN + 1)).toBe(true);
    expect(walls.sessionOf(code!)).toBeNull();
    walls.sweep(KEPT + 1);
    expect(ask('one', 'one', KEPT + 2)).not.toBe(code);
  });

  it('many that ask are bounded: by address, and in all', () => {
    const { walls, ask } = set();
    const ofOne = Array.from({ length: 30 }, (_, at) => ask(`a${at}`, 'one phone'));
    expect(ofOne.filter((code) => code !== null)).toHaveLength(MOST_OF_ADDRESS);
    // Somebody else's wall is heard all the same.
    expect(ask('wall', 'the wall')).not.toBeNull();
    for (let at = 0; at < 60; at += 1) ask(`b${at}`, `address ${at}`);
    expect(walls.seen()).toHaveLength(MOST_WAITING);
    expect(ask('late', 'another')).toBeNull();
    expect(ask('wall', 'the wall', 1000)).not.toBeNull();
  });

  it('one address that comes as a new wall again and again runs out of codes, and gets some back with time', () => {
    const { online, ask } = set();
    const got = Array.from({ length: 40 }, (_, at) => {
      const code = ask(`s${at}`, 'one phone');
      online.delete(`s${at}`);
      return code;
    });
    expect(got.filter((code) => code !== null)).toHaveLength(16);
    expect(ask('later', 'one phone', 60_000)).not.toBeNull();
  });

  it('one that a host turned away is not heard for five minutes', () => {
    const { walls, ask } = set();
    const code = ask('one');
    expect(walls.turnAway(code!, 0)).toBe(true);
    expect(walls.turnAway(code!, 0)).toBe(false);
    expect(walls.seen()).toEqual([]);
    expect(ask('one', 'one', 8000)).toBeNull();
    expect(ask('one', 'one', TURNED_AWAY)).not.toBeNull();
  });
});

it.each([
  ['127.0.0.1', undefined, 'here'],
  ['::ffff:127.0.0.1', undefined, 'here'],
  ['192.168.1.5', '192.168.1.5', 'here'],
  ['192.168.1.7', '192.168.1.5', 'near'],
  ['::ffff:10.0.0.9', '10.0.0.1', 'near'],
  ['172.20.3.4', undefined, 'near'],
  ['172.40.3.4', undefined, 'far'],
  ['fe80::1', undefined, 'near'],
  ['fd12:3456::1', undefined, 'near'],
  ['2001:db8::1', undefined, 'far'],
  ['8.8.8.8', undefined, 'far'],
] as const)('%s (this machine: %s) comes from %s', (address, local, from) => {
  expect(whereFrom(address, local)).toBe(from);
});

describe('over the wire', () => {
  let hub: TestHub;
  let code: string;
  let host: Caller;
  const secretOf = (name: string) => name.padEnd(22, '0');
  const asks = async (wall: Caller) => (await wall.raw(PAIR, { v: PROTOCOL, ...SIZE })) as unknown as Paired;
  const codeOf = async (wall: Caller): Promise<string> => {
    const reply = await asks(wall);
    if (!reply.ok) throw new Error(reply.code);
    return reply.code;
  };
  const waits = (shown: string) => host.slices.waiting?.some((one) => one.code === shown) ?? false;

  beforeAll(async () => {
    hub = await startHub();
    code = await hub.demo();
    host = await hub.organizer(code);
  });
  afterAll(() => hub.close());

  it('a wall has the crowd’s rights until it is confirmed; then it is sent what a screen is sent', async () => {
    const wall = await hub.device(code, secretOf('wall-1'));
    const shown = await codeOf(wall);
    await host.until(() => waits(shown));
    expect(host.slices.waiting).toMatchObject([{ code: shown, ...SIZE, from: 'here' }]);
    expect(wall.slices).not.toHaveProperty('shows');
    expect(JSON.stringify(wall.frames)).not.toContain(shown);
    await host.must('screen.pair', { code: shown, screen: null, name: '左侧' });
    await wall.until(() => wall.slices.shows !== undefined);
    expect(wall.mine?.pass?.kind).toBe('screen');
    await host.until(() => !waits(shown));
    await host.until(() => host.slices.screens?.[0]?.name === '左侧');
    expect(await asks(wall)).toMatchObject({ ok: false, code: 'forbidden' });
  });

  it('two walls: the one whose code is confirmed becomes the screen, and the other goes on waiting', async () => {
    const mine = await hub.device(code, secretOf('wall-2'));
    const foreign = await hub.device(code, secretOf('a-phone-of-the-crowd'));
    const [shown, other] = [await codeOf(mine), await codeOf(foreign)];
    expect(shown).not.toBe(other);
    await host.must('screen.pair', { code: shown, screen: null, name: null });
    await mine.until(() => mine.slices.shows !== undefined);
    expect(foreign.slices).not.toHaveProperty('shows');
    await host.until(() => waits(other));
    expect(await host.raw(TURN_AWAY, { v: PROTOCOL, code: other })).toEqual({ ok: true });
    await host.until(() => !waits(other));
    expect(await asks(foreign)).toMatchObject({ ok: false, code: 'too-many', retry: true });
    expect(await host.command('screen.pair', { code: other, screen: null, name: null })).toMatchObject({
      code: 'pairing-unknown',
    });
    foreign.close();
  });

  it('a wall that has gone cannot be confirmed', async () => {
    const wall = await hub.device(code, secretOf('wall-3'));
    const shown = await codeOf(wall);
    await host.until(() => waits(shown));
    wall.close();
    await host.until(() => !waits(shown));
    const reply = await host.command('screen.pair', { code: shown, screen: null, name: null });
    expect(reply).toMatchObject({ ok: false, code: 'pairing-unknown' });
  });

  it('nobody else asks or turns away: a viewer, an organizer as a wall, a phone as a host', async () => {
    const viewer = await hub.organizer(code, 'viewer');
    const phone = await hub.device(code, secretOf('phone'));
    const shown = await codeOf(phone);
    for (const who of [viewer, phone])
      expect(await who.raw(TURN_AWAY, { v: PROTOCOL, code: shown })).toMatchObject({ code: 'forbidden' });
    expect(await asks(host)).toMatchObject({ ok: false, code: 'forbidden' });
    expect(await phone.raw(PAIR, { v: PROTOCOL, width: 0, height: 'x' })).toMatchObject({
      code: 'malformed',
    });
    phone.close();
  });

  it('a screen whose storage was cleared is the same screen again, and the old session is told so', async () => {
    const before = await hub.device(code, secretOf('wall-1'));
    const wall = await hub.device(code, secretOf('wall-1-cleared'));
    await host.must('screen.pair', { code: await codeOf(wall), screen: 'screen-1', name: null });
    await wall.until(() => wall.slices.shows?.names['screen-1'] === '左侧');
    await before.until(() => before.bye === 'pass-moved');
  });

  it('J1 a hub that was killed knows its screens, and a wall that waited asks it anew', async () => {
    // The memory of the process is gone with it; what was confirmed is in the journal.
    const presence = await hub.app.meetings.withCode(code);
    const wall = await hub.device(code, secretOf('wall-4'));
    const shown = await codeOf(wall);
    presence?.presence.waiting.paired(presence.presence.waiting.sessionOf(shown) ?? '');
    expect(await codeOf(wall)).toMatch(/^[34679CDFHJKNPRTXY]{4}$/);
  });
});

it('A1 going official: a paired wall finds the new meeting by itself, and one that waits asks there', async () => {
  const hub = await startHub();
  const code = await hub.demo();
  const host = await hub.organizer(code);
  const wall = await hub.device(code, 'paired-wall'.padEnd(22, '0'));
  const waiting = await hub.device(code, 'waiting-wall'.padEnd(22, '0'));
  const pair = async (one: Caller) => (await one.raw(PAIR, { v: PROTOCOL, ...SIZE })) as unknown as Paired;
  const asked = await pair(wall);
  if (!asked.ok) throw new Error(asked.code);
  await pair(waiting);
  await host.must('screen.pair', { code: asked.code, screen: null, name: '主席台' });
  await host.must('screen.show', { screen: 'screen-1', scene: 'stage-facing', text: null });
  const rehearsal = wall.journal;
  const headers = { authorization: `Bearer ${hub.token('owner')}` };
  const answer = await fetch(`${hub.url}/api/meetings/${code}/official`, { method: 'POST', headers });
  expect(answer.ok).toBe(true);
  await wall.until(() => wall.journal !== rehearsal && wall.slices.meeting?.mode === 'official');
  expect(wall.slices.shows).toMatchObject({
    names: { 'screen-1': '主席台' },
    own: { 'screen-1': { scene: 'stage-facing' } },
  });
  await waiting.until(() => waiting.slices.meeting?.mode === 'official');
  expect(waiting.slices).not.toHaveProperty('shows');
  const again = await pair(waiting);
  if (!again.ok) throw new Error(again.code);
  const official = await hub.organizer(code);
  await official.must('screen.pair', { code: again.code, screen: null, name: null });
  await waiting.until(() => waiting.slices.shows !== undefined);
  await hub.close();
});
