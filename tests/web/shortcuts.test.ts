/** The table of keys, the pages and the words agree: what the help sheet says is what a key does. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { KEY_GROUPS, KEYS, type Shortcut } from '../../web/lib/console/shortcuts.ts';
import { keys as zh } from '../../web/text/console/zh-CN/keys.ts';
import { keys as en } from '../../web/text/console/en/keys.ts';

vi.mock('svelte', () => ({ getContext: vi.fn(), setContext: vi.fn(), onDestroy: vi.fn() }));
const { Keys } = await import('../../web/lib/console/keys.ts');

const ALL = Object.keys(KEYS) as Shortcut[];
const sources = globSync('web/lib/console/**/*.{svelte,ts}').map((file) => readFileSync(file, 'utf8'));

describe('the table of keys', () => {
  test('every action is bound by a part of the page, and no part binds what is not in the table', () => {
    const bound = sources.flatMap((text) => [...text.matchAll(/useKey\('(\w+)'/g)].map(([, name]) => name));
    expect([...new Set(bound)].sort()).toEqual([...ALL].sort());
  });

  test('no key means two things', () => {
    const all = ALL.flatMap((one) => [...KEYS[one]]);
    expect(all.filter((key, at) => all.indexOf(key) !== at)).toEqual([]);
  });

  test('the sheet has every action once, in words of both languages', () => {
    const listed = Object.values(KEY_GROUPS).flat();
    expect([...listed].sort()).toEqual([...ALL].sort());
    for (const one of ALL) expect([zh.what[one], en.what[one]].every((words) => words.length > 0)).toBe(true);
  });
});

class Node {
  readonly #closest: string | null;
  constructor(closest: string | null) {
    this.#closest = closest;
  }
  closest(selector: string): Node | null {
    return this.#closest !== null && selector.includes(this.#closest) ? this : null;
  }
}
vi.stubGlobal('Element', Node);

function press(keys: InstanceType<typeof Keys>, key: string, on: string | null = null, more: object = {}) {
  const event = { key, target: new Node(on), preventDefault: vi.fn(), ...more };
  keys.pressed(event as never);
  return event.preventDefault.mock.calls.length > 0;
}

describe('a press', () => {
  test('does what was bound last, and the one before it again when that has gone', () => {
    const keys = new Keys();
    const did: string[] = [];
    keys.bind('edit', () => did.push('stage'));
    const leave = keys.bind('edit', () => did.push('row'));
    press(keys, 'e');
    leave();
    press(keys, 'E');
    expect(did).toEqual(['row', 'stage']);
  });

  test('does nothing while somebody types, nor with Ctrl, nor for a key that is held down', () => {
    const keys = new Keys();
    const act = vi.fn();
    keys.bind('accept', act);
    expect(press(keys, 'a', 'input')).toBe(false);
    expect(press(keys, 'a', null, { ctrlKey: true })).toBe(false);
    expect(press(keys, 'a', null, { repeat: true })).toBe(false);
    expect(act).not.toHaveBeenCalled();
  });

  test('the space bar and Enter mean the page after a click on a button, and the button after Tab', () => {
    const keys = new Keys();
    const act = vi.fn();
    keys.bind('next', act);
    keys.bind('stageThis', act);
    expect([press(keys, ' ', 'button'), press(keys, 'Enter', 'button')]).toEqual([true, true]);
    press(keys, 'Tab');
    expect([press(keys, ' ', 'button'), press(keys, 'Enter', 'button')]).toEqual([false, false]);
    expect(press(keys, ' ')).toBe(true);
    keys.pointed();
    expect(press(keys, ' ', 'button')).toBe(true);
  });

  test('tells which of several keys it was', () => {
    const keys = new Keys();
    const act = vi.fn();
    keys.bind('stage', act);
    press(keys, '7');
    expect(act).toHaveBeenCalledWith('7');
  });
});
