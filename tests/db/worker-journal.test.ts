import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { Json } from '../../assessment/journal.ts';
import { JournalFailure } from '../../assessment/journal.ts';
import type { JournalOptions } from '../../db/journal-options.ts';
import type { Picture } from '../../assessment/pictures.ts';
import { verifyChain } from '../../db/verify.ts';
import { WorkerJournal } from '../../db/worker-journal.ts';
import { hashOf, png } from '../support/pictures.ts';
import { temporaryFolders } from './folders.ts';
import { draft, faults, many } from './journal.contract.ts';

const folder = temporaryFolders();
const open: WorkerJournal[] = [];

function make(options?: JournalOptions): WorkerJournal {
  const journal = new WorkerJournal(join(folder(), 'm.sqlite'), options);
  open.push(journal);
  return journal;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((journal) => journal.close()));
});

const settled = async (started: Promise<unknown>[]) =>
  (await Promise.allSettled(started)).map((result) => (result.status === 'fulfilled' ? 'in' : 'out'));

it('J3 fails what waits when the thread ends inside a commit, and starts another', async () => {
  const journal = make({ fault: faults(undefined, 'crash') });
  const started = ['a', 'b', 'c'].map((prefix) => journal.append(many(2, prefix)));
  expect(await settled(started)).toEqual(['in', 'out', 'out']);
  expect(journal.head.length).toBe(2);
  expect((await journal.append(many(1))).length).toBe(3);
  expect(verifyChain(journal)).toEqual(journal.head);
});

it('J3 says that a batch is in when the thread ends between its commit and its answer', async () => {
  const journal = make({ fault: faults(undefined, 'crash-after-commit') });
  const started = ['a', 'b', 'c'].map((prefix) => journal.append(many(2, prefix)));
  expect(await settled(started)).toEqual(['in', 'in', 'out']);
  expect(journal.head.length).toBe(4);
  expect((await journal.append(many(1))).length).toBe(5);
  expect(verifyChain(journal)).toEqual(journal.head);
});

it('J3 settles an empty batch in its place when the thread ends', async () => {
  const journal = make({ fault: faults(undefined, undefined, 'crash-after-commit') });
  const started = [journal.append(many(1)), journal.append([]), journal.append(many(2)), journal.append([])];
  expect(await settled(started)).toEqual(['in', 'in', 'in', 'in']);
  expect(journal.head.length).toBe(3);
});

it('survives a thread that ends again and again', async () => {
  const plan = Array.from(
    { length: 12 },
    (_, i) => (['crash', 'crash-after-commit', 'refuse', undefined] as const)[i % 4],
  );
  const journal = make({ fault: faults(...plan) });
  const outcomes: string[] = [];
  for (let i = 0; i < 12; i += 1) outcomes.push(...(await settled([journal.append(many(1, `${i}-`))])));
  expect(outcomes.join(' ')).toBe('out in out in out in out in out in out in');
  expect(journal.head.length).toBe(6);
  expect(verifyChain(journal)).toEqual(journal.head);
});

it('fails a purge that the thread did not live to answer, and works again', async () => {
  const journal = make({ fault: faults('crash') });
  const started: Promise<unknown>[] = [journal.append([draft('a', { private: '王' })]), journal.purge()];
  expect(await settled(started)).toEqual(['out', 'out']);
  await journal.append([draft('b', { private: '王' })]);
  await journal.purge();
  expect([...journal.sealed()][0]).not.toHaveProperty('private');
});

it('closes while the thread is ending', async () => {
  const journal = make({ fault: faults('crash') });
  const appended = journal.append(many(1));
  const closed = journal.close();
  await expect(appended).rejects.toThrow(JournalFailure);
  await closed;
});

it('J3 fails a draft that cannot be sent to the thread in its place in the line', async () => {
  const journal = make();
  const unsendable = draft('x', { data: { value: (() => 1) as unknown as Json } });
  const started = [journal.append(many(1)), journal.append([unsendable]), journal.append(many(1))];
  expect(await settled(started)).toEqual(['in', 'out', 'out']);
  expect((await journal.append(many(1))).length).toBe(2);
});

it('leaves the event loop free while a commit takes its time', async () => {
  const journal = make({ commitDelay: 200 });
  const appended = journal.append(many(1)).then(() => 'appended');
  const turn = new Promise((resolve) => setImmediate(() => setImmediate(() => resolve('loop'))));
  expect(await Promise.race([appended, turn])).toBe('loop');
  expect(await appended).toBe('appended');
});

const picture = (mark: number): Picture => {
  const bytes = png(20, 20, mark);
  return { hash: hashOf(bytes), type: 'image/png', source: 'crowd', bytes, at: mark };
};

it('Q1 a ballot waits behind one picture at most, however many arrive at once', async () => {
  const journal = make({ commitDelay: 5 });
  const order: string[] = [];
  const pictures = [1, 2, 3, 4, 5].map((mark) =>
    journal.pictures.keep(picture(mark)).then(() => order.push(`picture ${mark}`)),
  );
  const ballot = journal.append(many(1)).then(() => order.push('ballot'));
  await Promise.all([...pictures, ballot]);
  expect(order.slice(0, 2)).toEqual(['picture 1', 'ballot']);
  expect(order).toHaveLength(6);
});

it('J6 a purge takes along the pictures that were handed in before it', async () => {
  const journal = make();
  const kept = [1, 2, 3].map((mark) => journal.pictures.keep(picture(mark)));
  await journal.purge();
  await Promise.all(kept);
  expect(journal.pictures.held('crowd').count).toBe(0);
});

it('a picture that finds no place takes no ballot along, and the next one is kept', async () => {
  const journal = make();
  const broken = { ...picture(1), type: null as unknown as Picture['type'] };
  const [refused, ballot, next] = await Promise.allSettled([
    journal.pictures.keep(broken),
    journal.append(many(2)),
    journal.pictures.keep(picture(2)),
  ]);
  expect([refused.status, ballot.status, next.status]).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  expect((await journal.append(many(1))).length).toBe(3);
  expect(verifyChain(journal)).toEqual(journal.head);
});
