/** Screens say what they show; organizers see it, and whether it is still true. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashSecret } from '../../assessment/passes.ts';
import type { Shows } from '../../realtime/protocol-names.ts';
import { PROTOCOL, SHOWS } from '../../realtime/protocol-names.ts';
import { QUIET, Walls } from '../../realtime/walls.ts';
import type { Caller } from '../support/caller.ts';
import { startHub, type TestHub } from '../support/hub.ts';

const says = (over: Partial<Shows> = {}): Shows => ({
  v: PROTOCOL,
  scene: 'welcome',
  width: 1920,
  height: 1080,
  ratio: 1,
  theme: 'day',
  to: 10,
  ...over,
});

describe('what a screen says of itself', () => {
  const last = { to: 10, at: 0 };

  it('is fresh while it says so every few seconds, and stale once it is quiet for 15 s', () => {
    const walls = new Walls();
    expect(walls.of('wall')).toBeNull();
    expect(walls.report('wall', says(), 1000, last)).toBe(true);
    expect(walls.of('wall')).toMatchObject({ scene: 'welcome', width: 1920, fresh: true, since: 1000 });
    expect(walls.report('wall', says(), 6000, last)).toBe(false);
    expect(walls.sweep(6000 + QUIET)).toBe(false);
    expect(walls.sweep(6001 + QUIET)).toBe(true);
    expect(walls.of('wall')?.fresh).toBe(false);
    expect(walls.sweep(7000 + QUIET)).toBe(false);
    expect(walls.report('wall', says(), 30_000, last)).toBe(true);
    expect(walls.of('wall')).toMatchObject({ fresh: true, since: 1000 });
  });

  it('is stale where it still shows an old frame, but not while the new one is on its way', () => {
    const walls = new Walls();
    walls.report('wall', says({ to: 9 }), 12_000, { to: 10, at: 11_000 });
    expect(walls.of('wall')?.fresh).toBe(true);
    walls.report('wall', says({ to: 9 }), 17_000, { to: 10, at: 11_000 });
    expect(walls.of('wall')?.fresh).toBe(false);
    expect(walls.sweep(17_100)).toBe(false);
    walls.report('wall', says({ to: 10 }), 22_000, { to: 10, at: 11_000 });
    expect(walls.of('wall')?.fresh).toBe(true);
  });

  it('takes no more than five a second, and is forgotten with the connection', () => {
    const walls = new Walls();
    walls.report('wall', says(), 1000, last);
    expect(walls.report('wall', says({ scene: 'report' }), 1100, last)).toBeNull();
    expect(walls.of('wall')?.scene).toBe('welcome');
    walls.gone('wall');
    expect(walls.of('wall')).toBeNull();
  });
});

describe('over the wire', () => {
  let hub: TestHub;
  let code: string;
  let host: Caller;
  let wall: Caller;
  const secretOf = (name: string) => name.padEnd(22, '0');
  const screen = () => host.slices.screens?.find(({ pass }) => pass === 'screen-1');

  beforeAll(async () => {
    hub = await startHub();
    code = await hub.demo();
    host = await hub.organizer(code);
    const hash = hashSecret(secretOf('wall-pass'));
    await host.must('passes.issue', {
      passes: [
        { id: 'screen-1', kind: 'screen', number: '1', category: null, person: null, unit: null, hash },
      ],
    });
    wall = await hub.device(code, secretOf('wall'));
    await wall.must('pass.enrol', { secret: secretOf('wall-pass') });
    await wall.until(() => wall.slices.shows !== undefined);
  });
  afterAll(() => hub.close());

  it('a screen reports, and organizers see its scene and size; nothing is journalled', async () => {
    await host.until(() => host.at === wall.at);
    const { at } = host;
    expect(await wall.raw(SHOWS, says({ to: wall.at, width: 2304, height: 768 }))).toEqual({ ok: true });
    await host.until(() => screen()?.now !== null);
    expect(screen()).toMatchObject({
      line: 'online',
      told: { scene: 'auto' },
      now: { scene: 'welcome', width: 2304, height: 768, fresh: true },
    });
    expect(host.at).toBe(at);
    expect(JSON.stringify(wall.slices)).not.toContain('2304');
  });

  it('a phone and an organizer are no screens', async () => {
    const phone = await hub.device(code, secretOf('phone'));
    expect(await phone.raw(SHOWS, says())).toMatchObject({ ok: false, code: 'forbidden' });
    expect(await host.raw(SHOWS, says())).toMatchObject({ ok: false, code: 'forbidden' });
  });

  it.each([
    ['no scene', { scene: undefined }],
    ['markup for a scene', { scene: '<img src=x>' }],
    ['a scene as long as a book', { scene: 'a'.repeat(10_000) }],
    ['a wall of no width', { width: 0 }],
    ['a wall around the earth', { width: 40_075_017_000 }],
    ['a ratio that is none', { ratio: Number.NaN }],
    ['a theme of its own', { theme: 'dusk' }],
    ['a number before all numbers', { to: -1 }],
  ])('refuses %s', async (_what, over) => {
    const reply = await wall.raw(SHOWS, { ...says(), ...over });
    expect(reply).toMatchObject({ ok: false, code: 'malformed' });
    expect(screen()?.now?.scene).toBe('welcome');
  });

  it('J1 what a screen is told reaches that screen and is there again when it comes back', async () => {
    await host.must('screen.show', { screen: 'screen-1', scene: 'message', text: '请就座' });
    await wall.until(() => wall.slices.shows?.own['screen-1']?.text === '请就座');
    wall.close();
    await host.until(() => screen()?.line === 'offline');
    expect(screen()).toMatchObject({ told: { scene: 'message', text: '请就座' }, now: null });
    const again = await hub.device(code, secretOf('wall'));
    expect(again.slices.shows?.own['screen-1']).toMatchObject({ scene: 'message', text: '请就座' });
    await host.until(() => screen()?.line === 'online');
  });
});
