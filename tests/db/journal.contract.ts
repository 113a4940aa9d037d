/** What every journal does. A store that passes this can carry a meeting. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft, Head, Journal, Json } from '../../assessment/journal.ts';
import { GENESIS, JournalFailure } from '../../assessment/journal.ts';
import type { Fault, JournalOptions } from '../../db/journal-options.ts';
import { canonical } from '../../assessment/canonical.ts';
import { verifyChain } from '../../db/verify.ts';
import type { Picture, PictureSource } from '../../assessment/pictures.ts';
import { PIECE } from '../../assessment/decks.ts';
import { png } from '../support/pictures.ts';

/** `make` gives a new, empty journal each time. The runner closes what a test leaves open. */
export type Make = (options?: JournalOptions) => Journal;

export function draft(text: string, more: Partial<Draft> = {}): Draft {
  return { at: 1_700_000_000_000, by: 'host:1', type: 'test', data: { text }, ...more };
}

export const many = (count: number, prefix = 'e') =>
  Array.from({ length: count }, (_, i) => draft(`${prefix}${i}`));

/** Gives the faults in turn, one for each append, then none. */
export function faults(...plan: (Fault | undefined)[]): () => Fault | undefined {
  return () => plan.shift();
}

const texts = (journal: Journal, from?: number) =>
  [...journal.read(from)].map((entry) => (entry.data as { text: string }).text);

export function journalContract(name: string, make: Make): void {
  describe(name, () => {
    appends(make);
    privateParts(make);
    failures(make);
    life(make);
    pictures(make);
    decks(make);
  });
}

function appends(make: Make): void {
  it('starts empty at the genesis hash', () => {
    const journal = make();
    expect(journal.head).toEqual({ length: 0, head: GENESIS });
    expect([...journal.read()]).toEqual([]);
    expect(verifyChain(journal)).toEqual(journal.head);
  });

  it('J1 gives back what was appended, numbered 1, 2, 3 without gaps', async () => {
    const journal = make();
    const full = draft('one', { command: { id: 'c1', print: 'p1' }, private: { name: '王秀英' } });
    expect(await journal.append([full, draft('two')])).toEqual(journal.head);
    await journal.append([draft('three')]);
    expect([...journal.read()]).toEqual([
      { ...full, n: 1 },
      { ...draft('two'), n: 2 },
      { ...draft('three'), n: 3 },
    ]);
    expect(texts(journal, 2)).toEqual(['two', 'three']);
    expect(texts(journal, 4)).toEqual([]);
    expect(journal.head.length).toBe(3);
  });

  it('J4 chains each entry to the one before', async () => {
    const journal = make();
    await journal.append(many(3));
    await journal.append(many(2));
    const stored = [...journal.sealed()];
    const previous = stored.map((sealed) => (JSON.parse(sealed.body) as { previous: string }).previous);
    expect(previous).toEqual([GENESIS, ...stored.slice(0, -1).map((sealed) => sealed.hash)]);
    expect(verifyChain(journal)).toEqual(journal.head);
  });

  it('reads across the boundaries of its pages', async () => {
    const journal = make();
    await journal.append(many(1203));
    expect(texts(journal)).toEqual(many(1203).map((entry) => (entry.data as { text: string }).text));
    expect(texts(journal, 1001)).toHaveLength(203);
  });

  it('can be written while someone reads', async () => {
    const journal = make();
    await journal.append(many(600));
    const reading = journal.read()[Symbol.iterator]();
    expect(reading.next().value).toMatchObject({ n: 1 });
    await journal.append([draft('meanwhile')]);
    let count = 1;
    while (!reading.next().done) count += 1;
    expect(count).toBe(600);
  });

  it('keeps the order of appends that are started together', async () => {
    const journal = make();
    const heads = await Promise.all(['a', 'b', 'c', 'd'].map((prefix) => journal.append(many(2, prefix))));
    expect(heads.map((head) => head.length)).toEqual([2, 4, 6, 8]);
    expect(texts(journal)).toEqual(['a0', 'a1', 'b0', 'b1', 'c0', 'c1', 'd0', 'd1']);
  });

  it('takes an empty batch in its place', async () => {
    const journal = make();
    const heads = await Promise.all([
      journal.append([draft('a')]),
      journal.append([]),
      journal.append([draft('b')]),
    ]);
    expect(heads.map((head) => head.length)).toEqual([1, 1, 2]);
  });

  it('J1 J4 J6 keeps any batches of any JSON (property)', async () => {
    const json = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>;
    const entry = fc.record(
      { at: fc.nat(), by: fc.string({ unit: 'grapheme' }), type: fc.string(), data: json, private: json },
      { requiredKeys: ['at', 'by', 'type', 'data'] },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(entry, { maxLength: 6 }), { maxLength: 6 }), async (batches) => {
        const journal = make();
        const heads = await Promise.all(batches.map((batch) => journal.append(batch)));
        const expected = batches.flat().map((one, i) => ({ ...one, n: i + 1 }));
        expect([...journal.read()].map((one) => canonical(one))).toEqual(
          expected.map((one) => canonical(one)),
        );
        expect(verifyChain(journal)).toEqual(heads.at(-1) ?? { length: 0, head: GENESIS });
        await journal.close();
      }),
      { numRuns: 25 },
    );
  });
}

function privateParts(make: Make): void {
  it('J6 keeps the private part beside the entry, which holds its salted hash', async () => {
    const journal = make();
    const secret = { private: { name: '李建国' } };
    await journal.append([draft('same', secret), draft('same', secret)]);
    const [one, two] = [...journal.sealed()];
    expect(one!.body).not.toContain('李建国');
    expect(JSON.parse(one!.private!.body)).toEqual({ name: '李建国' });
    expect(one!.private!.salt).not.toBe(two!.private!.salt);
    const print = (body: string) => (JSON.parse(body) as { private: string }).private;
    expect(print(one!.body)).not.toBe(print(two!.body));
  });

  it('J6 purges the private parts; chain and counts stay', async () => {
    const journal = make();
    await journal.append([draft('one', { private: { name: '李建国' } }), draft('two')]);
    const { head, salt } = journal;
    await journal.purge();
    expect(journal.head).toEqual(head);
    expect(verifyChain(journal)).toEqual(head);
    expect([...journal.read()]).toEqual([
      { ...draft('one'), n: 1 },
      { ...draft('two'), n: 2 },
    ]);
    expect(journal.salt).not.toBe(salt);
    await journal.append([draft('three', { private: 'x' })]);
    expect(verifyChain(journal)).toEqual(journal.head);
  });

  it('J2 has a salt of its own', () => {
    const one = make();
    expect(one.salt).toMatch(/^[0-9a-f]{32}$/);
    expect(one.salt).toBe(one.salt);
    expect(make().salt).not.toBe(one.salt);
  });
}

function failures(make: Make): void {
  it('J3 writes nothing of a batch that fails, and works again afterwards', async () => {
    const journal = make({ fault: faults(undefined, 'refuse') });
    await journal.append(many(2, 'a'));
    const { head } = journal;
    await expect(journal.append(many(3, 'b'))).rejects.toThrow(JournalFailure);
    expect(journal.head).toEqual(head);
    expect(texts(journal)).toEqual(['a0', 'a1']);
    await journal.append(many(1, 'c'));
    expect(texts(journal)).toEqual(['a0', 'a1', 'c0']);
    expect(verifyChain(journal)).toEqual(journal.head);
  });

  it('J3 fails with an append every one that was started before its answer', async () => {
    const journal = make({ fault: faults(undefined, 'refuse') });
    const started = ['a', 'b', 'c', 'd'].map((prefix) => journal.append(many(1, prefix)));
    const results = await Promise.allSettled(started);
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected']);
    for (const result of results.slice(1))
      expect((result as PromiseRejectedResult).reason).toBeInstanceOf(JournalFailure);
    expect((await journal.append(many(1, 'e'))).length).toBe(2);
    expect(texts(journal)).toEqual(['a0', 'e0']);
  });

  it('is usable at once by whoever hears of the failure', async () => {
    const journal = make({ fault: faults('refuse') });
    const again: Promise<Head> = journal.append(many(1)).catch(() => journal.append(many(1, 'again')));
    expect((await again).length).toBe(1);
  });

  it.each([
    ['NaN', { value: Number.NaN }],
    ['a bigint', { value: 1n }],
  ])('refuses a draft with %s, which has no JSON form', async (_name, data) => {
    const journal = make();
    const bad = draft('b', { data: data as unknown as Json });
    await expect(journal.append([draft('a'), bad])).rejects.toThrow(JournalFailure);
    expect(journal.head.length).toBe(0);
    expect((await journal.append(many(1))).length).toBe(1);
  });
}

function life(make: Make): void {
  it('J7 knows when the authority last lived', () => {
    const journal = make();
    expect(journal.lastAlive()).toBeNull();
    journal.alive(1000);
    journal.alive(2000);
    expect(journal.lastAlive()).toBe(2000);
  });

  it('finishes what was started before it closes, and refuses what comes later', async () => {
    let closed = 0;
    const journal = make({ onClosed: () => (closed += 1) });
    const started = [journal.append(many(2)), journal.append(many(2))];
    const closing = journal.close();
    await expect(journal.append(many(1))).rejects.toThrow(JournalFailure);
    await expect(journal.purge()).rejects.toThrow(JournalFailure);
    await closing;
    await journal.close();
    expect((await Promise.all(started)).map((head) => head.length)).toEqual([2, 4]);
    expect(closed).toBe(1);
  });

  it('waits out a slow commit', async () => {
    const journal = make({ commitDelay: 20 });
    const before = performance.now();
    await journal.append(many(1));
    expect(performance.now() - before).toBeGreaterThan(19);
    expect(journal.head.length).toBe(1);
  });
}

function pictures(make: Make): void {
  const picture = (mark: number, source: PictureSource = 'pass'): Picture => ({
    hash: mark.toString(16).padStart(64, '0'),
    type: 'image/png',
    source,
    bytes: png(40, 30, mark),
    at: 5000,
  });

  it('J6 gives a picture back as it came, under its hash alone', async () => {
    const journal = make();
    const one = picture(1);
    expect(journal.pictures.has(one.hash)).toBe(false);
    expect(journal.pictures.get(one.hash)).toBeNull();
    await journal.pictures.keep(one);
    expect(journal.pictures.has(one.hash)).toBe(true);
    const { bytes, ...rest } = journal.pictures.get(one.hash)!;
    expect(Buffer.from(bytes).equals(one.bytes)).toBe(true);
    expect(rest).toEqual({ hash: one.hash, type: 'image/png', source: 'pass', at: 5000 });
    expect(journal.head.length).toBe(0);
  });

  it('J6 keeps the same picture once, whoever brings it again', async () => {
    const journal = make();
    await Promise.all([
      journal.pictures.keep(picture(1)),
      journal.append(many(2)),
      journal.pictures.keep(picture(1, 'crowd')),
      journal.pictures.keep(picture(2, 'crowd')),
    ]);
    const { length } = picture(1).bytes;
    expect(journal.pictures.held('pass')).toEqual({ count: 1, bytes: length });
    expect(journal.pictures.held('crowd')).toEqual({ count: 1, bytes: picture(2).bytes.length });
    expect(journal.pictures.held('organizer')).toEqual({ count: 0, bytes: 0 });
    expect(verifyChain(journal)).toEqual(journal.head);
  });

  it('J6 deletes every picture with a purge, and can be sent others', async () => {
    const journal = make();
    await journal.pictures.keep(picture(1));
    await journal.append([draft('one', { private: { picture: picture(1).hash } })]);
    await journal.purge();
    expect(journal.pictures.get(picture(1).hash)).toBeNull();
    expect(journal.pictures.held('pass')).toEqual({ count: 0, bytes: 0 });
    expect(verifyChain(journal)).toEqual(journal.head);
    await journal.pictures.keep(picture(2));
    expect(journal.pictures.has(picture(2).hash)).toBe(true);
  });

  it('takes no picture once it is closed', async () => {
    const journal = make();
    await journal.close();
    await expect(journal.pictures.keep(picture(1))).rejects.toBeInstanceOf(JournalFailure);
  });
}

function decks(make: Make): void {
  const mark = (one: string, length = 64) => one.repeat(length).slice(0, length);
  const [UPLOAD, OTHER] = [mark('a', 32), mark('b', 32)];
  const file = (hash: string, upload = UPLOAD, size = PIECE + 3) => ({ hash, upload, size, at: 5000 });
  const whole = Buffer.alloc(PIECE, 7);
  const rest = Buffer.from([1, 2, 3]);

  it('J6 is a deck once it was sealed, piece by piece as it came', async () => {
    const journal = make();
    const hash = mark('1');
    await journal.decks.put(UPLOAD, 0, Buffer.alloc(PIECE, 9));
    await Promise.all([
      journal.decks.put(UPLOAD, 0, whole),
      journal.append(many(2)),
      journal.decks.put(UPLOAD, 1, rest),
    ]);
    expect(journal.decks.find(hash)).toBeNull();
    expect(journal.decks.piece(hash, 0)).toBeNull();
    expect(journal.decks.list()).toEqual([{ upload: UPLOAD, hash: null, size: 0, at: 0 }]);
    await journal.decks.seal(file(hash));
    expect(journal.decks.find(hash)).toEqual(file(hash));
    expect(Buffer.from(journal.decks.piece(hash, 0)!).equals(whole)).toBe(true);
    expect(Buffer.from(journal.decks.piece(hash, 1)!).equals(rest)).toBe(true);
    expect(journal.decks.piece(hash, 2)).toBeNull();
    expect(verifyChain(journal)).toEqual(journal.head);
  });

  it('keeps the same bytes once, as of when they came last, whoever brings them again', async () => {
    const journal = make();
    const hash = mark('2');
    for (const upload of [UPLOAD, OTHER]) {
      await journal.decks.put(upload, 0, rest);
      await journal.decks.seal({ ...file(hash, upload, 3), at: upload === UPLOAD ? 1 : 5000 });
    }
    expect(journal.decks.list()).toEqual([file(hash, UPLOAD, 3)]);
    expect(journal.decks.piece(hash, 0)).not.toBeNull();
  });

  it('J6 deletes one alone, whole or half brought, and all of them with a purge', async () => {
    const journal = make();
    const [one, two] = [mark('3'), mark('4')];
    for (let nth = 0; nth < 5; nth += 1) await journal.decks.put(UPLOAD, nth, rest);
    await journal.decks.seal(file(one));
    await journal.decks.put(OTHER, 0, rest);
    await journal.decks.drop(OTHER);
    expect(journal.decks.list()).toEqual([file(one)]);
    await journal.decks.drop(UPLOAD);
    expect(journal.decks.list()).toEqual([]);
    await journal.decks.put(OTHER, 0, rest);
    await journal.decks.seal(file(two, OTHER, 3));
    await journal.purge();
    expect(journal.decks.list()).toEqual([]);
    expect(journal.decks.piece(two, 0)).toBeNull();
  });

  it('takes no deck once it is closed', async () => {
    const journal = make();
    await journal.close();
    await expect(journal.decks.put(UPLOAD, 0, rest)).rejects.toBeInstanceOf(JournalFailure);
  });
}
