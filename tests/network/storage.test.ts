import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  BestStore,
  inLocalStorage,
  inMemory,
  type ItemStore,
  type Stored,
} from '../../web/lib/live/item-store.ts';
import { drop, dropAll, isKept, keep, recall } from '../../web/lib/live/keep.ts';
import { Outbox } from '../../web/lib/live/outbox.svelte.ts';
import { sessionKept, sessionSecret } from '../../web/lib/live/session.ts';
import { accepted } from '../web/fakes.ts';

/** A browser's storage with room for so many characters; none where it is forbidden. */
class Shelf {
  room: number;
  readonly things = new Map<string, string>();
  constructor(room: number) {
    this.room = room;
  }
  get length(): number {
    return this.things.size;
  }
  key(at: number): string | null {
    return [...this.things.keys()][at] ?? null;
  }
  getItem(key: string): string | null {
    return this.things.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    const used = [...this.things].reduce((sum, [one, text]) => sum + (one === key ? 0 : text.length), 0);
    if (used + value.length > this.room) throw new DOMException('full', 'QuotaExceededError');
    this.things.set(key, value);
  }
  removeItem(key: string): void {
    this.things.delete(key);
  }
}

let local: Shelf;
let session: Shelf;
beforeEach(() => {
  [local, session] = [new Shelf(1000), new Shelf(1000)];
  vi.stubGlobal('localStorage', local);
  vi.stubGlobal('sessionStorage', session);
});
afterEach(() => {
  dropAll('');
  vi.unstubAllGlobals();
});

const forbid = (name: string) =>
  Object.defineProperty(globalThis, name, {
    configurable: true,
    get: () => {
      throw new DOMException('denied', 'SecurityError');
    },
  });

describe('what a page remembers', () => {
  test('lies in localStorage', () => {
    expect(keep('a', '1')).toBe(true);
    expect([local.getItem('a'), session.getItem('a'), recall('a')]).toEqual(['1', null, '1']);
  });

  test('lies in sessionStorage where the other one is full, and what is older is not found in its place', () => {
    keep('draft', 'old');
    local.room = 3;
    expect(keep('draft', 'newer')).toBe(true);
    expect([local.getItem('draft'), recall('draft'), isKept('draft')]).toEqual([null, 'newer', true]);
    drop('draft');
    expect(recall('draft')).toBeNull();
  });

  test('lies in memory where both are full, and says that a reload will not find it', () => {
    [local.room, session.room] = [0, 0];
    expect(keep('a', '1')).toBe(false);
    expect([recall('a'), isKept('a')]).toEqual(['1', false]);
  });

  test('lies in memory where both are forbidden', () => {
    forbid('localStorage');
    forbid('sessionStorage');
    expect(keep('a', '1')).toBe(false);
    expect([recall('a'), isKept('a')]).toEqual(['1', false]);
    drop('a');
    expect(recall('a')).toBeNull();
  });

  test('I2 a session that cannot be kept is the same one as long as the page lives, and the page can say so', () => {
    expect(sessionKept('111111')).toBe(true);
    forbid('localStorage');
    forbid('sessionStorage');
    expect(sessionKept('222222')).toBe(false);
    expect(sessionSecret('222222')).toBe(sessionSecret('222222'));
  });
});

/** A place that opens or not, and takes what it is given, refuses it or never answers. */
const place = (way: 'works' | 'refuses' | 'silent' | 'missing'): (() => ItemStore) => {
  const inner = inMemory();
  const never = () => new Promise<never>(() => undefined);
  const refuse = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
  return () => {
    if (way === 'missing') throw new Error('no such thing');
    if (way === 'works') return { ...inner, durable: true };
    return { durable: true, all: inner.all, remove: inner.remove, put: way === 'refuses' ? refuse : never };
  };
};

describe('the outbox where storage is forbidden or full', () => {
  const boxes: Outbox[] = [];
  afterEach(() => boxes.splice(0).forEach((one) => one.close()));
  const sent: string[] = [];
  const open = (store: ItemStore, answers = true) => {
    sent.length = 0;
    const live = {
      now: () => 1,
      mineLine: '',
      deliver: ({ id }: { id: string }) => {
        sent.push(id);
        return answers
          ? Promise.resolve(accepted({ receipt: '7KQ4M2XD' }))
          : new Promise<never>(() => undefined);
      },
    };
    const box = new Outbox(live, 'scope', store);
    boxes.push(box);
    return box;
  };
  const ballot = { unit: 'u1', replaces: 0, scores: { report: 2750 } };

  test.each([
    ['nothing can be opened', [place('missing'), place('missing'), inMemory]],
    ['everything is full', [place('refuses'), place('refuses'), inMemory]],
  ])('%s: the ballot goes all the same, and the page says that it would not survive', async (_, ways) => {
    const box = open(new BestStore('scope', ways), false);
    await box.ready;
    const { id } = await box.submit('ballot.submit', ballot);
    await vi.waitFor(() => expect(sent).toEqual([id]));
    expect([box.durable, box.atRisk]).toEqual([false, true]);
  });

  test('a database that is full: localStorage takes it, and nothing is at risk', async () => {
    const box = open(new BestStore('scope', [place('refuses'), inLocalStorage, inMemory]), false);
    await box.submit('ballot.submit', ballot);
    expect([box.durable, box.atRisk, local.length]).toEqual([true, false, 1]);
  });

  test('two things at once into a place that is full: both are kept, both go', async () => {
    const box = open(new BestStore('scope', [place('refuses'), inMemory]));
    await box.ready;
    const both = await Promise.all([
      box.submit('ballot.submit', ballot),
      box.submit('ballot.submit', { ...ballot, unit: 'u2' }),
      box.submit('hand.raise', { on: true }),
    ]);
    await vi.waitFor(() => expect([...sent].sort()).toEqual(both.map(({ id }) => id).sort()));
    await vi.waitFor(() => expect(box.items.every(({ state }) => state === 'accepted')).toBe(true));
    expect(box.atRisk).toBe(false);
  });

  test('a database that never answers holds a ballot up for two seconds, not for ever', async () => {
    vi.useFakeTimers();
    try {
      const silent: () => Promise<ItemStore> = () =>
        new Promise((_, reject) => setTimeout(() => reject(new Error('storage does not answer')), 2000));
      const box = open(new BestStore('scope', [silent, inMemory]), false);
      void box.submit('ballot.submit', ballot);
      await vi.advanceTimersByTimeAsync(2100);
      expect([sent.length, box.durable]).toEqual([1, false]);
    } finally {
      vi.useRealTimers();
    }
  });

  test('what was kept before the storage filled up goes with the rest', async () => {
    let room = 1;
    const inner = inMemory();
    const filling = (): ItemStore => ({
      ...inner,
      durable: true,
      put: (item: Stored) => (room-- > 0 ? inner.put(item) : Promise.reject(new Error('quota'))),
    });
    const box = open(new BestStore('scope', [filling, inMemory]), false);
    await box.ready;
    await box.submit('ballot.submit', ballot);
    expect(box.durable).toBe(true);
    await box.submit('hand.raise', { on: true });
    expect([box.durable, sent.length]).toEqual([false, 2]);
  });
});
