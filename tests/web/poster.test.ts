import { describe, expect, test } from 'vitest';
import { isLoopback } from '../../web/lib/console/passes/address.svelte.ts';
import { sheetsOf, stacksOf } from '../../web/lib/console/passes/stacks.ts';
import { readLink } from '../../web/lib/console/checkin/scan.ts';
import { noWifi, wifiCode, wifiProblem } from '../../web/lib/console/poster/wifi.ts';
import type { PassView } from '../../assessment/view-people.ts';

const wifi = (more: object) => ({ ...noWifi(), ssid: '文化广场', password: 'welcome2026', ...more });

describe('the venue’s Wi-Fi as a code', () => {
  test.each([
    [{}, 'WIFI:T:WPA;S:文化广场;P:welcome2026;;'],
    [{ ssid: 'a;b,c:d"e\\f' }, 'WIFI:T:WPA;S:a\\;b\\,c\\:d\\"e\\\\f;P:welcome2026;;'],
    [{ password: 'p;w:"\\1' }, 'WIFI:T:WPA;S:文化广场;P:p\\;w\\:\\"\\\\1;;'],
    [{ security: 'nopass' as const }, 'WIFI:T:nopass;S:文化广场;;'],
    [{ hidden: true }, 'WIFI:T:WPA;S:文化广场;P:welcome2026;H:true;;'],
  ])('%o', (more, code) => expect(wifiCode(wifi(more))).toBe(code));

  test.each([
    [{}, null],
    [{ ssid: '', password: '' }, null],
    [{ ssid: '一二三四五六七八九十一' }, 'name-long'],
    [{ password: '1234567' }, 'password-short'],
    [{ password: 'x'.repeat(64) }, 'password-long'],
    [{ password: 'a'.repeat(64) }, null],
    [{ security: 'nopass' as const, password: '' }, null],
    [{ security: 'WEP' as const, password: 'abcdef' }, 'password-wep'],
  ])('what no phone would accept: %o', (more, problem) => expect(wifiProblem(wifi(more))).toBe(problem));
});

describe('the address in a code', () => {
  test.each([
    ['http://localhost:3000', true],
    ['http://127.0.0.1:3000', true],
    ['http://[::1]:3000', true],
    ['http://192.168.1.20:3000', false],
    ['https://localhost.example', false],
  ])('%s opens on this machine alone: %s', (address, only) => expect(isLoopback(address)).toBe(only));
});

describe('I1 · a scanned code', () => {
  const secret = 'A'.repeat(22);
  test('is a pass of this meeting, of another one, or none', () => {
    expect(readLink(`http://192.168.1.20:3000/p/605218#${secret}`, '605218')).toEqual({ secret });
    expect(readLink(` https://exam.example/screen/605218#${secret}\n`, '605218')).toEqual({ secret });
    expect(readLink(`http://x/p/111111#${secret}`, '605218')).toEqual({ secret: null, code: '111111' });
    expect(readLink('http://x/m/605218', '605218')).toEqual({ secret: null, code: null });
    expect(readLink('WIFI:T:WPA;S:x;;', '605218')).toEqual({ secret: null, code: null });
  });
});

const pass = (id: string, category: string, person: string | null): PassView =>
  ({ id, kind: 'examiner', category, person }) as PassView;
const many = (count: number, category: string, person: string | null) =>
  Array.from({ length: count }, (_, at) => pass(`${category}-${at}`, category, person));
const backwards = <T>(items: readonly T[]): T[] => [...items].reverse();

describe('stacks of passes', () => {
  test('I3 anonymous passes lie in a shuffled stack for each category, on pages of their own', () => {
    const stacks = stacksOf([...many(9, 'party', null), ...many(2, 'people', null)], backwards);
    expect(stacks.map((one) => one.map(({ id }) => id))).toEqual([
      backwards(many(9, 'party', null)).map(({ id }) => id),
      ['people-1', 'people-0'],
    ]);
    expect(sheetsOf(stacks).map(({ passes, from, all }) => [passes.length, from, all])).toEqual([
      [8, 1, 9],
      [1, 9, 9],
      [2, 1, 2],
    ]);
  });

  test('passes with a name keep their order and fill every page', () => {
    const stacks = stacksOf([...many(9, 'party', 'x'), ...many(2, 'people', 'y')], backwards);
    expect(sheetsOf(stacks).map(({ passes }) => passes.length)).toEqual([8, 3]);
    expect(stacks[0]?.[0]?.id).toBe('party-0');
  });
});
