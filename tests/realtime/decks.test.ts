/** J3, J6, V1 · Decks over HTTP: who may bring one, what a hostile hand costs, who is given one, and how it leaves again. */
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MOST_DECK, PIECE } from '../../assessment/decks.ts';
import { hashSecret } from '../../assessment/passes.ts';
import { MemoryJournal } from '../../db/memory-journal.ts';
import { rangeOf } from '../../realtime/api/range.ts';
import { JUST_COME, sweepDecks } from '../../realtime/deck-sweep.ts';
import type { Caller } from '../support/caller.ts';
import { deck, DeckSender } from '../support/deck.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { hashOf, png } from '../support/pictures.ts';

let hub: TestHub;
let code: string;
let host: Caller;
const url = (at = code) => `${hub.url}/api/meetings/${at}/decks`;
const secretOf = (name: string) => `phone-${name}`.padEnd(22, '0');
const as = (name: string) => ({ 'x-session': secretOf(name) });
const token = (role: 'host' | 'viewer') => ({ authorization: `Bearer ${hub.token(role)}` });
const sender = (headers: Record<string, string>) => new DeckSender(url(), headers);

type Kind = 'presenter' | 'member' | 'examiner' | 'screen';
async function phone(
  kind: Kind,
  id: string,
  unit: string | null,
  person: string | null = null,
): Promise<Caller> {
  const secret = `pass-${id}`.padEnd(22, '0');
  const category = kind === 'examiner' ? 'party' : null;
  const pass = { id, kind, number: id.slice(-2), category, person, unit, hash: hashSecret(secret) };
  await host.must('passes.issue', { passes: [pass] });
  const one = await hub.device(code, secretOf(id));
  await one.must('pass.enrol', { secret });
  await one.until(() => one.mine?.way === 'enrolled');
  return one;
}

const decksNow = async () => (await hub.app.meetings.withCode(code))!.journal.decks;
const get = (hash: string, headers: Record<string, string>) => fetch(`${url()}/${hash}`, { headers });

beforeAll(async () => {
  hub = await startHub();
  code = await hub.demo();
  host = await hub.organizer(code);
  await host.must('meeting.open', {});
  await phone('presenter', 'p1', 'u1');
  await phone('presenter', 'p2', 'u2');
  await phone('screen', 's1', null);
  await phone('examiner', 'e1', null, host.slices.roster!.examiners[0]!.id);
});
afterAll(() => hub.close());

describe('bringing a deck', () => {
  it('J3 takes it piece by piece, and the command names it once it is whole', async () => {
    const bytes = deck(4, PIECE * 2 + 77);
    const hand = sender(as('p1'));
    const body = { unit: 'u1', hash: hashOf(bytes), name: '述职.pdf', pages: 4 };
    expect(await host.command('deck.attach', body)).toMatchObject({ ok: false, code: 'deck-missing' });
    expect(await hand.piece(bytes.subarray(0, PIECE), 0, bytes.length)).toEqual({
      status: 200,
      have: PIECE,
      hash: null,
    });
    // The answer was lost: the same piece again is told how far it is.
    expect(await hand.piece(bytes.subarray(0, PIECE), 0, bytes.length)).toMatchObject({
      status: 409,
      code: 'upload-moved',
      detail: { have: PIECE },
    });
    await hand.piece(bytes.subarray(PIECE, 2 * PIECE), PIECE, bytes.length);
    expect(await hand.piece(bytes.subarray(2 * PIECE), 2 * PIECE, bytes.length)).toEqual({
      status: 200,
      have: bytes.length,
      hash: hashOf(bytes),
    });
    expect(await host.command('deck.attach', body)).toMatchObject({ ok: true });
    await host.until(() => host.slices.decks?.length === 1);
    expect(host.slices.decks).toMatchObject([{ unit: 'u1', pages: 4, size: bytes.length, own: false }]);
  });

  it('takes 20 MB to the byte, and not one more', async () => {
    const answered = await sender(token('host')).file(deck(1, MOST_DECK));
    expect(answered).toMatchObject({ status: 200, have: MOST_DECK });
    expect(await sender(token('host')).piece(deck(1, PIECE), 0, MOST_DECK + 1)).toMatchObject({
      status: 413,
      code: 'too-large',
    });
  });

  it('I1 I2 is for hosts, presenters and heads of a unit', async () => {
    const bytes = deck(1);
    const refused = async (headers: Record<string, string>) => {
      const { status, code: why } = await sender(headers).file(bytes);
      return [status, why];
    };
    const secretary = host.slices.roster!.members.find((one) => one.unit === 'u3' && /书记/.test(one.post))!;
    const other = host.slices.roster!.members.find((one) => one.unit === 'u3' && one.id !== secretary.id)!;
    await phone('member', 'm1', 'u3', secretary.id);
    await phone('member', 'm2', 'u3', other.id);
    expect(await refused(as('m1'))).toEqual([200, undefined]);
    expect(await refused(as('m2'))).toEqual([403, 'forbidden']);
    expect(await refused(as('e1'))).toEqual([403, 'forbidden']);
    expect(await refused(as('s1'))).toEqual([403, 'forbidden']);
    expect(await refused(as('nobody'))).toEqual([403, 'forbidden']);
    expect(await refused(token('viewer'))).toEqual([403, 'forbidden']);
    expect(await refused({})).toEqual([401, 'not-signed-in']);
    expect(await refused({ 'x-session': 'short' })).toEqual([400, 'malformed']);
  });

  it('looks at the first bytes, whatever it is called', async () => {
    const headers = { ...as('p2'), 'content-type': 'application/pdf' };
    expect(await sender(headers).file(png(300, 200))).toMatchObject({ status: 400, code: 'deck-invalid' });
    expect(await sender(headers).file(Buffer.from('<script>alert(1)</script>'))).toMatchObject({
      code: 'deck-invalid',
    });
  });

  it('refuses pieces that do not fit: a gap, another size, no length, a path for a name', async () => {
    const bytes = deck(2, PIECE * 2);
    const hand = sender(as('p2'));
    const wrong = async (from: number, size: number, length = PIECE) =>
      (await hand.piece(bytes.subarray(0, length), from, size)).code;
    expect(await wrong(PIECE, bytes.length)).toBe('upload-moved');
    expect(await wrong(5, bytes.length)).toBe('malformed');
    expect(await wrong(0, bytes.length, 100)).toBe('malformed');
    expect(await wrong(0, 0, 0)).toBe('malformed');
    expect((await hand.piece(bytes.subarray(0, PIECE), 0, bytes.length)).status).toBe(200);
    expect(await wrong(PIECE, bytes.length + PIECE)).toBe('upload-moved');
    for (const name of ['..%2f..%2fhub.sqlite', 'a'.repeat(33), '%00'.repeat(16)]) {
      const answer = await fetch(`${url()}/${name}?from=0&size=10`, {
        method: 'PUT',
        headers: as('p2'),
        body: Buffer.from('%PDF-1.4\n\n'),
      });
      expect([400, 404]).toContain(answer.status);
      expect([400, 404]).toContain((await get(name, token('host'))).status);
    }
  });

  it('J3 a cut line leaves nothing of its piece, and the upload goes on from there', async () => {
    const bytes = deck(2, PIECE + 10);
    const hand = sender(as('p2'));
    const address = new URL(hub.url);
    const socket = connect(Number(address.port), address.hostname);
    await new Promise<void>((done) => {
      socket.write(
        `PUT /api/meetings/${code}/decks/${hand.upload}?from=0&size=${bytes.length} HTTP/1.1\r\nhost: ${address.host}\r\n` +
          `x-session: ${secretOf('p2')}\r\ncontent-length: ${PIECE}\r\n\r\n`,
      );
      socket.write(bytes.subarray(0, 1000), () => setTimeout(() => (socket.destroy(), done()), 50));
    });
    const first = () => hand.piece(bytes.subarray(0, PIECE), 0, bytes.length);
    await expect.poll(async () => (await first()).have ?? 'too early').toBe(PIECE);
    expect(await hand.piece(bytes.subarray(PIECE), PIECE, bytes.length)).toMatchObject({
      hash: hashOf(bytes),
    });
  });

  it('J6 what is a deck once stays what its name says: the name of its upload used again changes nothing of it', async () => {
    const bytes = deck(4, PIECE + 99);
    const hand = sender(as('p2'));
    expect(await hand.file(bytes)).toMatchObject({ status: 200, hash: hashOf(bytes) });
    await host.must('deck.attach', { unit: 'u2', hash: hashOf(bytes), name: '二.pdf', pages: 4 });
    // The same upload once more, and shorter: a piece that ends early must not hold up the hub, either.
    const other = deck(1);
    expect(await hand.file(other)).toMatchObject({ status: 200, hash: hashOf(other) });
    const answer = await get(hashOf(bytes), as('p2'));
    expect(hashOf(Buffer.from(await answer.arrayBuffer()))).toBe(hashOf(bytes));
    const decks = await decksNow();
    expect(decks.piece(hashOf(other), 0)?.length).toBe(other.length);
  });

  it('another unit is none of his: the file may come, the command is refused', async () => {
    const bytes = deck(7);
    const presenter = await hub.device(code, secretOf('p2'));
    await sender(as('p2')).file(bytes);
    const body = { unit: 'u1', hash: hashOf(bytes), name: 'x.pdf', pages: 7 };
    expect(await presenter.command('deck.attach', body)).toMatchObject({ ok: false, code: 'forbidden' });
    expect(await presenter.command('deck.attach', { ...body, unit: 'u2' })).toMatchObject({ ok: true });
  });
});

describe('giving one out', () => {
  it('V1 to screens, organizers and its own unit; to nobody else, though he knows its name', async () => {
    const { file } = host.slices.decks!.find((one) => one.unit === 'u1')!;
    const answers = async (headers: Record<string, string>) => (await get(file!, headers)).status;
    expect(await answers(as('s1'))).toBe(200);
    expect(await answers(as('p1'))).toBe(200);
    expect(await answers(token('viewer'))).toBe(200);
    expect(await answers(as('p2'))).toBe(404);
    expect(await answers(as('e1'))).toBe(404);
    expect(await answers(as('nobody'))).toBe(404);
    expect(await answers({})).toBe(401);
    expect((await get('f'.repeat(64), as('s1'))).status).toBe(404);
  });

  it('whole, in part, and not again to whoever has it', async () => {
    const { file, size } = host.slices.decks!.find((one) => one.unit === 'u1')!;
    const whole = await get(file!, as('s1'));
    const bytes = Buffer.from(await whole.arrayBuffer());
    expect(hashOf(bytes)).toBe(file);
    expect(whole.headers.get('cache-control')).toContain('immutable');
    expect(whole.headers.get('content-type')).toBe('application/pdf');
    expect(whole.headers.get('content-disposition')).toContain('attachment');
    const part = await get(file!, { ...as('s1'), range: `bytes=${PIECE - 5}-${PIECE + 9}` });
    expect([part.status, part.headers.get('content-range')]).toEqual([
      206,
      `bytes ${PIECE - 5}-${PIECE + 9}/${size}`,
    ]);
    expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(PIECE - 5, PIECE + 10))).toBe(true);
    expect((await get(file!, { ...as('s1'), range: `bytes=${size}-` })).status).toBe(416);
    expect((await get(file!, { ...as('s1'), 'if-none-match': `"${file}"` })).status).toBe(304);
  });

  it.each([
    ['bytes=0-9', { from: 0, to: 10 }],
    ['bytes=90-', { from: 90, to: 100 }],
    ['bytes=-5', { from: 95, to: 100 }],
    ['bytes=50-1000', { from: 50, to: 100 }],
    ['bytes=9-3', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=0-1,5-6', null],
    ['lines=0-1', null],
    [undefined, null],
  ])('reads a range as RFC 9110 does: %s', (header, expected) => {
    expect(rangeOf(header, 100)).toEqual(expected);
  });
});

describe('leaving again', () => {
  it('J6 a deck that is removed leaves the disk, and uploads that came to nothing do', async () => {
    const decks = await decksNow();
    const row = host.slices.decks!.find((one) => one.unit === 'u1')!;
    expect(decks.find(row.file!)).not.toBeNull();
    await host.must('deck.remove', { unit: 'u1', deck: row.id });
    expect((await get(row.file!, as('s1'))).status).toBe(404);
    await sweepDecks(decks, () => [], new Set(), Number.MAX_SAFE_INTEGER);
    expect(decks.list()).toEqual([]);
  });

  it('J3 a file that is brought again, or named while others are swept, stays', async () => {
    const decks = new MemoryJournal().decks;
    const [first, again, late] = ['1', '2', '3'].map((mark) => mark.repeat(64)) as [string, string, string];
    for (const [nth, hash] of [first, again, late].entries()) {
      const upload = `${nth}`.repeat(32);
      await decks.put(upload, 0, deck(1));
      await decks.seal({ hash, upload, size: 1, at: 0 });
    }
    await decks.put('f'.repeat(32), 0, deck(1));
    await decks.seal({ hash: again, upload: 'f'.repeat(32), size: 1, at: JUST_COME });
    let named: string[] = [];
    const sweeping = sweepDecks(decks, () => named, new Set(), JUST_COME + 1);
    named = [late];
    await sweeping;
    expect(decks.list().map(({ hash }) => hash)).toEqual([again, late]);
  });

  it('A1 goes along when the meeting goes official, bytes and all', async () => {
    const bytes = deck(3, PIECE + 4321);
    await sender(token('host')).file(bytes);
    await host.must('deck.attach', { unit: 'u4', hash: hashOf(bytes), name: '四.pdf', pages: 3 });
    await host.must('meeting.close', { reason: '' });
    const official = await hub.app.meetings.moves.goOfficial(code, () => undefined);
    const opened = (await hub.app.meetings.withCode(official!.code))!;
    expect(opened.authority.state.decks.get('u4')).toMatchObject({ hash: hashOf(bytes), pages: 3 });
    expect(opened.journal.decks.find(hashOf(bytes))?.size).toBe(bytes.length);
    const answer = await fetch(`${url(official!.code)}/${hashOf(bytes)}`, { headers: as('s1') });
    expect(hashOf(Buffer.from(await answer.arrayBuffer()))).toBe(hashOf(bytes));
  });
});
