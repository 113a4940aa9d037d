/** J1, J2 · What a phone does after a restore that lost what it was acknowledged. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { MineView } from '../../assessment/view.ts';
import type { Reply } from '../../realtime/protocol-names.ts';
import type { Live, Order } from '../../web/lib/live/live.svelte.ts';
import { drop, keep } from '../../web/lib/live/keep.ts';
import { inMemory, type ItemStore } from '../../web/lib/live/item-store.ts';
import { Outbox } from '../../web/lib/live/outbox.svelte.ts';
import { enrolAgain, hadPass, offerAgain } from '../../web/lib/phone/again/lost.ts';
import { Seat } from '../../web/lib/phone/seat.svelte.ts';
import { accepted, mine, refused } from './fakes.ts';

const MEETING = '0123456789abcdef';
const RESTORED = `${MEETING}-fedcba9876543210`;
const OFFICIAL = 'aaaaaaaaaaaaaaaa-fedcba9876543210';

class FakeLive {
  code = '123456';
  mineLine = MEETING;
  mineAt = 50;
  mine: MineView = mine(0, { way: 'enrolled', pass: { id: 'p1' } as MineView['pass'] }).mine;
  slices = { agenda: [{ unit: 'u1', name: '甲', stage: 'scoring', absent: false }] };
  sent: Order[] = [];
  answers: ((reply: Reply) => void)[] = [];
  now = () => Date.now();
  close = () => undefined;
  deliver = (order: Order): Promise<Reply> => {
    this.sent.push({ ...order });
    return new Promise((answer) => this.answers.push(answer));
  };
  send = (type: string, body: unknown): Promise<Reply> =>
    this.deliver({ id: 'sent', type, body } as unknown as Order);
}

let live: FakeLive;
let store: ItemStore;
let scope = 0;
const settled = () => new Promise((done) => setTimeout(done, 15));
const sit = () => new Seat(live as unknown as Live, new Outbox(live, `again-${(scope += 1)}`, store));
const scores = { report: 2750 };

/** A phone whose ballot for u1 was accepted before the restore. */
async function acknowledged(replaces = 0): Promise<Seat> {
  const seat = sit();
  await seat.outbox.submit('ballot.submit', { unit: 'u1', replaces, scores });
  await settled();
  live.answers[0]!(accepted({ receipt: 'OLD00000' }));
  await settled();
  return seat;
}
const restored = (over: Partial<MineView> = {}, line = RESTORED) => {
  live.mineLine = line;
  live.mine = { ...live.mine, ...over };
};
const stage = (now: string) => (live.slices.agenda[0]!.stage = now);
const again = async (seat: Seat) => {
  offerAgain(seat);
  await settled();
  return live.sent.slice(1);
};
const held = (receipt: string, revision: number) =>
  [
    { unit: 'u1', revision, receipt, status: 'counted', scores, assisted: false, amended: false, at: 1 },
  ] as MineView['ballots'];

beforeEach(() => {
  live = new FakeLive();
  store = inMemory();
  drop('dkc.pass.123456');
});

describe('a ballot that a restore lost', () => {
  test('J2 is offered again by itself under the same id, once, and its new receipt is shown', async () => {
    const seat = await acknowledged();
    expect(await again(seat)).toEqual([]);
    restored();
    expect(seat.counted('u1')).toBeNull();
    const [order, ...more] = await again(seat);
    expect([order?.id, order?.body, more]).toEqual([live.sent[0]!.id, live.sent[0]!.body, []]);
    expect(await again(seat)).toHaveLength(1);
    live.answers[1]!(accepted({ receipt: 'NEW00000' }));
    await settled();
    expect(seat.counted('u1')?.receipt).toBe('NEW00000');
    expect(await again(seat)).toHaveLength(1);
  });

  test('is still offered after a reload', async () => {
    (await acknowledged()).close();
    restored();
    const seat = sit();
    await seat.outbox.ready;
    expect(await again(seat)).toHaveLength(1);
  });

  test('waits until its turn takes ballots again, and shows no receipt meanwhile', async () => {
    const seat = await acknowledged();
    restored();
    for (const early of ['waiting', 'reporting', 'questioning']) {
      stage(early);
      expect(await again(seat)).toEqual([]);
    }
    expect([seat.counted('u1'), seat.replaces('u1')]).toEqual([null, 0]);
    stage('closing');
    expect(await again(seat)).toHaveLength(1);
  });

  test('B2 replaces what the restored journal has, where what it replaced is lost as well', async () => {
    const seat = await acknowledged(2);
    restored({ ballots: held('FIRST000', 1) });
    expect((await again(seat))[0]?.body).toMatchObject({ replaces: 1 });
  });

  test('B4 that comes behind the lock is refused in words, and not offered over and over', async () => {
    const seat = await acknowledged();
    restored();
    stage('locked');
    expect(await again(seat)).toHaveLength(1);
    live.answers[1]!(refused('turn-locked'));
    await settled();
    expect(seat.open('u1')).toMatchObject({ state: 'refused', reply: { code: 'turn-locked' } });
    expect(await again(seat)).toHaveLength(1);
  });

  test('is left alone where the journal has it, where a newer one stands, and where the meeting is another (A1)', async () => {
    const seat = await acknowledged();
    restored({ ballots: held('OLD00000', 1) });
    expect(await again(seat)).toEqual([]);
    restored({ ballots: [] }, OFFICIAL);
    expect(await again(seat)).toEqual([]);
    expect(seat.counted('u1')).toBeNull();
    // I8: entered by an assistant since. The id stays what it was, so the hub says what became of it.
    restored({ ballots: held('NEWER000', 1) });
    expect((await again(seat))[0]?.body).toMatchObject({ replaces: 0 });
  });
});

describe('what else a restore lost', () => {
  test('Q1 a question of this page is asked again under its id', async () => {
    const seat = sit();
    const asked = { unit: 'u1', text: '几时修好？', portfolio: null, member: null };
    const { id } = await seat.outbox.submit('question.ask', asked);
    await settled();
    live.answers[0]!(accepted());
    await settled();
    restored();
    expect(await again(seat)).toMatchObject([{ id, body: asked }]);
  });

  test('I2 a pass that was enrolled behind the backup is enrolled once more by the secret that the phone kept', async () => {
    const seat = sit();
    restored({ way: 'crowd', pass: null });
    expect([hadPass(seat), await enrolAgain(seat)]).toEqual([false, false]);
    keep('dkc.pass.123456', 'a-secret-of-the-pass-00');
    const enrolled = enrolAgain(seat);
    live.answers[0]!(refused('pass-unknown'));
    expect([hadPass(seat), await enrolled]).toEqual([true, false]);
    expect(live.sent).toMatchObject([{ type: 'pass.enrol', body: { secret: 'a-secret-of-the-pass-00' } }]);
    // Once a restore: then it has to be scanned.
    expect(await enrolAgain(seat)).toBe(false);
    expect(live.sent).toHaveLength(1);
  });
});
