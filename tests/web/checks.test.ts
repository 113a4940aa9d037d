import { describe, expect, test } from 'vitest';
import type { Machine, Reached } from '../../realtime/protocol-names.ts';
import { SLICES_OF, type Slices } from '../../assessment/view.ts';
import { checksOf, type Facts } from '../../web/lib/console/check/checks.ts';
import { en } from '../../web/text/console.en.ts';
import { zh } from '../../web/text/console.zh-CN.ts';
import { setScene, type SceneOptions } from '../support/scene.ts';

const GB = 1e9;
const machine: Machine = { now: 0, disk: { free: 80 * GB, total: 200 * GB }, fsync: 3.2 };
const phone: Reached = {
  at: 1,
  via: 'http://192.168.1.7:3000',
  device: 'android',
  socket: true,
  trip: 40,
  ahead: 900,
};

function facts(more: Partial<Facts> = {}, options: SceneOptions = {}): Facts {
  const { meeting } = setScene(options);
  const slices = Object.fromEntries(
    SLICES_OF.organizer.map((name) => [name, meeting.slice('organizer', name)]),
  ) as unknown as Slices;
  return {
    slices,
    machine,
    reports: [phone],
    addresses: [phone.via],
    time: () => '10:00',
    copies: null,
    ...more,
  };
}
const stateOf = (id: string, found: Facts): string | undefined =>
  checksOf(found, zh.check, zh.copies).find((one) => one.id === id)?.state;

const COPIES = {
  copies: [],
  failingSince: null,
  elsewhereAt: null,
  chain: { checked: null, broken: null, forged: false },
  data: '/data',
};

describe('the preflight in words', () => {
  test('calls good what is good', () => {
    const found = facts();
    for (const id of ['phones', 'disk', 'fsync', 'clock', 'people', 'units', 'sheet'])
      expect([id, stateOf(id, found)]).toEqual([id, 'good']);
  });

  test.each<[string, string, Partial<Facts>]>([
    ['phones', 'look', { reports: [] }],
    ['phones', 'look', { reports: [{ ...phone, via: 'http://localhost:3000' }] }],
    ['phones', 'bad', { reports: [{ ...phone, socket: false }] }],
    ['phones', 'bad', { reports: [], addresses: ['http://localhost:3000'] }],
    ['disk', 'look', { machine: { ...machine, disk: { free: 0.5 * GB, total: GB } } }],
    ['disk', 'bad', { machine: { ...machine, disk: { free: 1e7, total: GB } } }],
    ['disk', 'look', { machine: { ...machine, disk: null } }],
    ['fsync', 'look', { machine: { ...machine, fsync: 90 } }],
    ['fsync', 'bad', { machine: { ...machine, fsync: 400 } }],
    ['fsync', 'bad', { machine: { ...machine, fsync: null } }],
    ['clock', 'look', { reports: [] }],
    ['clock', 'look', { reports: [{ ...phone, ahead: -86_400_000 }] }],
    ['copies', 'good', { copies: COPIES }],
    ['copies', 'bad', { copies: { ...COPIES, failingSince: 1 } }],
    ['journal', 'good', { copies: COPIES }],
    ['journal', 'bad', { copies: { ...COPIES, chain: { checked: 6, broken: 7, forged: false } } }],
    ['journal', 'bad', { copies: { ...COPIES, chain: { checked: null, broken: null, forged: true } } }],
    ['journal', 'good', { copies: { ...COPIES, chain: { checked: 6, broken: null, forged: false } } }],
    ['copies', 'good', { copies: { ...COPIES, chain: { checked: 6, broken: 7, forged: false } } }],
    ['copies', 'bad', { copies: { ...COPIES, elsewhereAt: 1 } }],
  ])('%s: %s', (id, state, more) => {
    expect(stateOf(id, facts(more))).toBe(state);
  });

  test('says who is missing: units, members, passes, a category of which nobody came (S6)', () => {
    expect(stateOf('units', facts({}, { units: [], until: 'roster' }))).toBe('bad');
    const found = facts();
    const { people, roster } = found.slices;
    const without = (slices: Partial<Slices>) => facts({ slices: { ...found.slices, ...slices } });
    expect(stateOf('people', without({ people: { ...people!, passes: [] } }))).toBe('bad');
    const mediaAway = people!.passes.map((one) => ({ ...one, checkedIn: one.category !== 'media' }));
    const away = without({ people: { ...people!, passes: mediaAway } });
    expect(checksOf(away, zh.check, zh.copies).find((one) => one.id === 'people')?.text).toContain(
      '媒体代表',
    );
    const headless = roster!.members.filter((one) => !one.post.includes('党委书记'));
    expect(stateOf('units', without({ roster: { ...roster!, members: headless } }))).toBe('look');
  });

  test('has words for each of them in both languages', () => {
    for (const { check, copies } of [zh, en])
      for (const { text } of checksOf(facts({ reports: [], copies: COPIES }), check, copies))
        expect(text).not.toMatch(/undefined|NaN/);
  });
});
