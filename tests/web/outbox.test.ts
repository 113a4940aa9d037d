import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Reply } from '../../realtime/protocol-names.ts';
import { BestStore, inMemory, type ItemStore, type Stored } from '../../web/lib/live/item-store.ts';
import { LineEnded } from '../../web/lib/live/line.ts';
import type { Order } from '../../web/lib/live/live.svelte.ts';
import { Outbox } from '../../web/lib/live/outbox.svelte.ts';
import { accepted, refused } from './fakes.ts';

/** A line that holds every order until it is answered. */
class FakeLive {
  under: { order: Order; answer: (reply: Reply) => void; end: (error: Error) => void }[] = [];
  mineLine = '';
  now(): number {
    return Date.now();
  }
  deliver(order: Order, way: (on: boolean) => void = () => undefined): Promise<Reply> {
    way(true);
    return new Promise((answer, end) => this.under.push({ order: { ...order }, answer, end }));
  }
}

let live: FakeLive;
let scope = 0;
const open: Outbox[] = [];
const outbox = (store: ItemStore = inMemory(), on = live): Outbox => {
  const made = new Outbox(on, `test-${scope}`, store);
  open.push(made);
  return made;
};
const settled = () => new Promise((done) => setTimeout(done, 20));
const ballot = (unit: string, replaces = 0) => ({ unit, replaces, scores: { report: 2750 } });
const states = (box: Outbox) => box.items.map((one) => one.state);

beforeEach(() => {
  live = new FakeLive();
  scope += 1;
});
afterEach(() => open.splice(0).forEach((one) => one.close()));

describe('the outbox', () => {
  test('stores before it sends', async () => {
    const steps: string[] = [];
    const store = inMemory();
    const slow = {
      ...store,
      put: async (item: Stored) => (await settled(), steps.push('stored'), store.put(item)),
    };
    const deliver = live.deliver.bind(live);
    live.deliver = (...args) => (steps.push('sent'), deliver(...args));
    await outbox(slow).submit('ballot.submit', ballot('u1'));
    await settled();
    expect(steps.slice(0, 2)).toEqual(['stored', 'sent']);
  });

  test('a ballot is stored, on its way, accepted with its receipt', async () => {
    const box = outbox();
    await box.submit('ballot.submit', ballot('u1'));
    await settled();
    expect(states(box)).toEqual(['sending']);
    live.under[0]!.answer(accepted({ receipt: '7KQ4M2XD' }));
    await settled();
    expect(box.items[0]).toMatchObject({ state: 'accepted', reply: { receipt: '7KQ4M2XD' } });
  });

  test('a refusal stays with its code until it is dismissed, over a reload too', async () => {
    const store = inMemory();
    const box = outbox(store);
    await box.submit('ballot.submit', ballot('u1'));
    await settled();
    live.under[0]!.answer(refused('turn-locked'));
    await settled();
    box.close();
    const again = outbox(store);
    await again.ready;
    expect(again.items[0]).toMatchObject({ state: 'refused', reply: { code: 'turn-locked' } });
    again.forget(again.items[0]!.id);
    await settled();
    expect([again.items, await store.all()]).toEqual([[], []]);
  });

  test('J2 what was under way when the page was closed is sent again with its id after a reload', async () => {
    const store = inMemory();
    const box = outbox(store);
    const { id } = await box.submit('ballot.submit', ballot('u1'));
    await settled();
    box.close();
    live.under[0]!.end(new LineEnded(null));
    const later = new FakeLive();
    const again = outbox(store, later);
    await again.ready;
    await settled();
    expect(later.under.map((one) => one.order)).toMatchObject([
      { id, type: 'ballot.submit', body: ballot('u1') },
    ]);
  });

  test('ballots for one unit arrive in order, those of other units beside them', async () => {
    const box = outbox();
    await box.submit('ballot.submit', ballot('u1'));
    await box.submit('ballot.submit', ballot('u1', 1));
    await box.submit('ballot.submit', ballot('u2'));
    await settled();
    expect(live.under.map((one) => (one.order.body as { unit: string }).unit)).toEqual(['u1', 'u2']);
    live.under[0]!.answer(accepted({ receipt: 'A' }));
    await settled();
    expect(live.under[2]!.order.body).toEqual(ballot('u1', 1));
    live.under[2]!.answer(accepted({ receipt: 'B' }));
    await settled();
    expect(box.of('ballot.submit').map((one) => [one.body.unit, one.state])).toEqual([
      ['u1', 'accepted'],
      ['u2', 'sending'],
    ]);
  });

  test('I4 a revoked session refuses what is left, a page that is too old keeps it', async () => {
    const box = outbox();
    await box.submit('hand.raise', { on: true });
    await box.submit('ballot.submit', ballot('u1'));
    await settled();
    live.under[0]!.end(new LineEnded('revoked'));
    live.under[1]!.end(new LineEnded('protocol-unknown'));
    await settled();
    expect(box.items.map((one) => [one.state, one.reply && !one.reply.ok && one.reply.code])).toEqual([
      ['refused', 'revoked'],
      ['stored', null],
    ]);
  });

  test('what waits cannot be forgotten', async () => {
    const box = outbox();
    const { id } = await box.submit('ballot.submit', ballot('u1'));
    box.forget(id);
    expect(box.items.length).toBe(1);
  });

  test('another tab of the session shows what this one learns, and does not send it meanwhile', async () => {
    const store = inMemory();
    const [one, other] = [outbox(store), outbox(store)];
    await one.submit('ballot.submit', ballot('u1'));
    await settled();
    expect(states(other)).toEqual(['sending']);
    live.under[0]!.answer(accepted({ receipt: '7KQ4M2XD' }));
    await settled();
    expect([states(other), live.under.length]).toEqual([['accepted'], 1]);
    other.forget(other.items[0]!.id);
    await settled();
    expect(one.items).toEqual([]);
  });
});

describe('where it is stored', () => {
  const broken = (after: number): (() => ItemStore) => {
    const inner = inMemory();
    return () => ({
      ...inner,
      durable: true,
      put: (item) => (after-- > 0 ? inner.put(item) : Promise.reject(new Error('quota'))),
    });
  };

  test('what cannot be opened falls to the next, memory is said', async () => {
    const missing = () => Promise.reject(new Error('no database'));
    const store = new BestStore('s', [missing, () => inMemory()]);
    await store.put({ id: 'a' });
    expect([store.durable, await store.all()]).toEqual([false, [{ id: 'a' }]]);
  });

  test('what was left in a lesser place is brought home by the next page load', async () => {
    const [better, lesser] = [inMemory(), inMemory()];
    await lesser.put({ id: 'a' });
    await better.put({ id: 'b' });
    const store = new BestStore('s', [() => better, () => lesser]);
    expect((await store.all()).map((one) => one.id).sort()).toEqual(['a', 'b']);
    expect([(await better.all()).length, (await lesser.all()).length]).toEqual([2, 0]);
  });

  test('a store that fails later hands on all that it held', async () => {
    const store = new BestStore('s', [broken(2), () => inMemory()]);
    for (const id of ['a', 'b', 'c', 'd']) await store.put({ id });
    expect((await store.all()).map((one) => one.id).sort()).toEqual(['a', 'b', 'c', 'd']);
    expect(store.durable).toBe(false);
  });
});
