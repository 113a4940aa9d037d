import { beforeEach, describe, expect, test } from 'vitest';
import type { MyBallot } from '../../assessment/view-mine.ts';
import type { Reply } from '../../realtime/protocol-names.ts';
import type { Live } from '../../web/lib/live/live.svelte.ts';
import { inMemory } from '../../web/lib/live/item-store.ts';
import { Outbox } from '../../web/lib/live/outbox.svelte.ts';
import { Seat } from '../../web/lib/phone/seat.svelte.ts';
import { setScene } from '../support/scene.ts';
import { accepted, mine, refused } from './fakes.ts';

let answers: ((reply: Reply) => void)[];
let live: { mine: ReturnType<typeof mine>['mine']; mineAt: number };
let seat: Seat;
let scope = 0;

beforeEach(() => {
  answers = [];
  const fake = {
    code: '123456',
    slices: {},
    mine: mine(0, {}).mine,
    mineAt: 0,
    mineLine: '',
    now: () => Date.now(),
    deliver: () => new Promise<Reply>((answer) => answers.push(answer)),
  };
  live = fake;
  seat = new Seat(fake as unknown as Live, new Outbox(fake, `seat-${(scope += 1)}`, inMemory()));
});

const settled = () => new Promise((done) => setTimeout(done, 10));
const answer = async (at: number, reply: Reply) => {
  answers[at]!(reply);
  await settled();
};
const scores = { report: 2750 };
const known = (revision: number, receipt: string): MyBallot => ({
  unit: 'u1',
  revision,
  receipt,
  scores,
  status: 'counted',
  assisted: false,
  amended: false,
  at: 1,
});

describe('B2 what the next ballot replaces', () => {
  test('nothing at first, then what was accepted, before `mine` says so', async () => {
    expect(seat.replaces('u1')).toBe(0);
    await seat.submitBallot('u1', scores);
    await settled();
    await answer(0, accepted({ receipt: 'AAAA1111' }));
    expect([seat.replaces('u1'), seat.counted('u1')?.receipt]).toEqual([1, 'AAAA1111']);
  });

  test('the ballots under way that go before it', async () => {
    await seat.submitBallot('u1', scores);
    await seat.submitBallot('u1', { report: 2800 });
    expect(seat.ballots('u1').map((one) => one.body.replaces)).toEqual([0, 1]);
    expect(seat.open('u1')?.body.scores).toEqual({ report: 2800 });
  });

  test('what another phone or an amendment made of it', async () => {
    await seat.submitBallot('u1', scores);
    await settled();
    await answer(0, accepted({ receipt: 'AAAA1111' }));
    live.mine = mine(9, { ballots: [known(2, 'BBBB2222')] }).mine;
    expect([seat.replaces('u1'), seat.counted('u1')?.receipt]).toEqual([2, 'BBBB2222']);
  });

  test('a refused one is shown until the next, and does not count', async () => {
    await seat.submitBallot('u1', scores);
    await settled();
    await answer(0, refused('superseded'));
    expect([seat.open('u1')?.state, seat.replaces('u1')]).toEqual(['refused', 0]);
    await seat.submitBallot('u1', scores);
    expect(seat.ballots('u1').map((one) => one.state)).toEqual(['stored']);
  });

  test('B4 a late one never counts', () => {
    live.mine = mine(9, { ballots: [{ ...known(0, 'CCCC3333'), status: 'late' }] }).mine;
    expect(seat.counted('u1')).toBeNull();
  });
});

describe('what a tap says before the server does', () => {
  test('holds until `mine` has caught up with its answer', async () => {
    await seat.outbox.submit('question.rate', { question: 'q1', rating: 'good' });
    await settled();
    expect(seat.ratingOf('q1')).toEqual({ rating: 'good', sent: false });
    await answer(0, accepted({ n: 7 }));
    expect(seat.ratingOf('q1')).toEqual({ rating: 'good', sent: true });
    live.mine = mine(8, { ratings: { q1: 'fair' } }).mine;
    live.mineAt = 8;
    expect(seat.ratingOf('q1')).toEqual({ rating: 'fair', sent: true });
  });

  test('does not hold where it was refused', async () => {
    await seat.outbox.submit('hand.raise', { on: true });
    await settled();
    expect(seat.hand).toBe(true);
    await answer(0, refused('meeting-not-live'));
    expect(seat.hand).toBe(false);
  });
});

describe('the question on stage', () => {
  test('is for an examiner what it is on the screen, though its text travels once', () => {
    const { meeting, host, examiners } = setScene();
    host.stepsTo('A', 'questioning');
    const question = examiners[0]!.asks('A', '路灯什么时候修好？');
    host.send('question.stage', { question });
    const stage = meeting.slice('examiner', 'stage');
    expect(JSON.stringify(stage)).not.toContain('路灯');
    Object.assign(seat.live, { slices: { stage, questions: meeting.slice('examiner', 'questions') } });
    expect(seat.question).toMatchObject(meeting.slice('screen', 'stage').question!);
    host.send('question.answered', { question });
    Object.assign(seat.live.slices, { stage: meeting.slice('examiner', 'stage') });
    expect(seat.question).toMatchObject({ state: 'answered', ratingUntil: meeting.now + 30_000 });
    Object.assign(seat.live.slices, { stage: meeting.slice('crowd', 'stage'), questions: undefined });
    expect(seat.question).toMatchObject({ text: '路灯什么时候修好？', state: 'answered' });
  });
});
