/** Q1, J3, J6 · Pictures over HTTP: who may bring one, what is taken, what it costs to be hostile, and how one is served. */
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { picturesNamed } from '../../assessment/evidence.ts';
import { hashSecret } from '../../assessment/passes.ts';
import { MOST_BYTES, MOST_PIXELS } from '../../assessment/pictures.ts';
import { sweepPictures, UNNAMED } from '../../realtime/picture-sweep.ts';
import type { Caller } from '../support/caller.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { hashOf, jpegHead, png } from '../support/pictures.ts';

let hub: TestHub;
let code: string;
let host: Caller;
const url = (at = code) => `${hub.url}/api/meetings/${at}/pictures`;
const secretOf = (name: string) => `phone-${name}`.padEnd(22, '0');

interface Sent {
  status: number;
  code?: string;
  hash?: string;
}

async function send(
  session: string | null,
  bytes: Uint8Array,
  more: Record<string, string> = {},
): Promise<Sent> {
  const headers = { ...(session === null ? {} : { 'x-session': session }), ...more };
  const answer = await fetch(url(), { method: 'POST', headers, body: Buffer.from(bytes) });
  return { status: answer.status, ...((await answer.json()) as object) };
}

/** A phone with a pass of its own. */
async function phone(
  kind: 'examiner' | 'member' | 'screen',
  id: string,
  person: string | null,
): Promise<Caller> {
  const secret = `pass-${id}`.padEnd(22, '0');
  const pass = {
    id,
    kind,
    number: id.slice(-2),
    category: kind === 'examiner' ? 'party' : null,
    person,
    unit: kind === 'member' ? 'u1' : null,
    hash: hashSecret(secret),
  };
  await host.must('passes.issue', { passes: [pass] });
  const one = await hub.device(code, secretOf(id));
  await one.must('pass.enrol', { secret });
  await one.until(() => one.mine?.way === 'enrolled');
  return one;
}

const memberOf = (unit: string): string => host.slices.roster!.members.find((one) => one.unit === unit)!.id;

beforeAll(async () => {
  hub = await startHub();
  code = await hub.demo();
  host = await hub.organizer(code);
  await host.must('meeting.open', {});
});
afterAll(() => hub.close());

describe('bringing a picture', () => {
  it('J3 is kept under the hash of its bytes, once, and a question can name it', async () => {
    const examiner = await phone('examiner', 'p1', 'e1');
    const bytes = png(80, 60, 1);
    const ask = () =>
      examiner.command('question.ask', {
        unit: 'u1',
        text: '路灯坏了一年',
        portfolio: null,
        member: null,
        picture: hashOf(bytes),
      });
    expect(await ask()).toMatchObject({ ok: false, code: 'picture-unknown', retry: false });
    expect(await send(secretOf('p1'), bytes)).toEqual({ status: 201, hash: hashOf(bytes) });
    expect(await send(secretOf('p1'), bytes)).toEqual({ status: 201, hash: hashOf(bytes) });
    expect(await ask()).toMatchObject({ ok: true });
    const meeting = await hub.app.meetings.withCode(code);
    expect(meeting?.journal.pictures.held('pass').count).toBe(1);
  });

  it('I1 I2 is for whoever may ask or attach: nobody without a session, no screen, no revoked pass', async () => {
    await phone('member', 'm1', memberOf('u1'));
    await phone('screen', 's1', null);
    await phone('examiner', 'p2', 'e2');
    expect(await send(secretOf('m1'), png(20, 20, 2))).toMatchObject({ status: 201 });
    expect(await send(secretOf('s1'), png(20, 20, 3))).toMatchObject({ status: 403, code: 'forbidden' });
    expect(await send(null, png(20, 20, 3))).toMatchObject({ status: 401, code: 'not-signed-in' });
    expect(await send('short', png(20, 20, 3))).toMatchObject({ status: 400, code: 'malformed' });
    const token = (role: 'host' | 'viewer') => ({ authorization: `Bearer ${hub.token(role)}` });
    expect(await send(null, png(20, 20, 3), token('viewer'))).toMatchObject({
      status: 403,
      code: 'forbidden',
    });
    expect(await send(null, png(20, 20, 3), token('host'))).toMatchObject({ status: 201 });
    await host.must('pass.revoke', { pass: 'p2', reason: '手机丢了' });
    expect(await send(secretOf('p2'), png(20, 20, 4))).toMatchObject({ status: 403, code: 'revoked' });
  });

  it('Q1 takes one of the crowd where the crowd may ask', async () => {
    const voice = secretOf('voice');
    const { settings } = host.slices.meeting!;
    await host.must('meeting.set', { ...settings, crowdAsks: false });
    expect(await send(voice, png(20, 20, 5))).toMatchObject({ status: 403, code: 'questions-not-open' });
    await host.must('meeting.set', { ...settings, crowdAsks: true });
    expect(await send(voice, png(20, 20, 5))).toMatchObject({ status: 201 });
  });

  it('takes nothing but pictures of a size that every phone can open', async () => {
    const session = secretOf('p1');
    const page = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
    expect(await send(session, page, { 'content-type': 'image/jpeg' })).toMatchObject({
      status: 400,
      code: 'picture-invalid',
    });
    expect(await send(session, jpegHead(MOST_PIXELS + 1, 10))).toMatchObject({ code: 'picture-invalid' });
    expect(await send(session, Buffer.from('{}'), { 'content-type': 'application/json' })).toMatchObject({
      code: 'picture-invalid',
    });
    expect(await send(session, Buffer.alloc(0))).toMatchObject({ code: 'picture-invalid' });
  });

  it('answers a gigabyte before it is read, and hangs up', async () => {
    const told = await new Promise<{ status: number; sent: number }>((resolve, reject) => {
      const headers = { 'x-session': secretOf('p1'), 'content-length': String(1_000_000_000) };
      const upload = request(url(), { method: 'POST', headers });
      const part = Buffer.alloc(64_000);
      let sent = 0;
      let status = 0;
      const go = () => {
        if (upload.destroyed || sent > 200_000_000) return;
        sent += part.length;
        upload.write(part, () => setImmediate(go));
      };
      upload.on('response', (response) => {
        status = response.statusCode ?? 0;
        response.resume();
      });
      upload.on('error', () => undefined);
      upload.on('close', () => (status > 0 ? resolve({ status, sent }) : reject(new Error('no answer'))));
      go();
    });
    expect(told.status).toBe(413);
    expect(told.sent).toBeLessThan(100_000_000);
  });

  it('wants to know beforehand how much comes', async () => {
    const status = await new Promise<number>((resolve, reject) => {
      const headers = { 'x-session': secretOf('p1'), 'transfer-encoding': 'chunked' };
      const upload = request(url(), { method: 'POST', headers }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      upload.on('error', reject);
      upload.end(png());
    });
    expect(status).toBe(411);
    expect(MOST_BYTES).toBeLessThanOrEqual(1_000_000);
  });

  it('is paced: a loop on one phone is told to wait, and the next phone is served', async () => {
    const codes: (string | undefined)[] = [];
    for (let at = 0; at < 14; at += 1) codes.push((await send(secretOf('loop'), png(30, 30, 6))).code);
    expect(codes.filter((one) => one === undefined)).toHaveLength(12);
    expect(codes.slice(12)).toEqual(['too-many', 'too-many']);
    expect(await send(secretOf('next'), png(30, 30, 6))).toMatchObject({ status: 201 });
  });

  it('is refused to a foreign page', async () => {
    expect(await send(secretOf('p1'), png(), { origin: 'http://elsewhere.example' })).toMatchObject({
      status: 403,
      code: 'origin',
    });
  });
});

describe('showing a picture', () => {
  it('V1 is served by its hash as a picture and nothing else', async () => {
    const bytes = png(90, 60, 7);
    const { hash } = await send(secretOf('p1'), bytes);
    const answer = await fetch(`${url()}/${hash}`);
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
    expect(await (await fetch(`${url()}/${hash}/kept`)).json()).toEqual({ kept: true });
    expect(await (await fetch(`${url()}/${'0'.repeat(64)}/kept`)).json()).toEqual({ kept: false });
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': 'inline; filename="picture.png"',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, max-age=31536000, immutable',
    });
  });

  it.each(['0'.repeat(64), 'x', '..%2f..%2fhub.sqlite', "' OR 1=1"])('knows no %s', async (hash) => {
    const answer = await fetch(`${url()}/${encodeURIComponent(hash)}`);
    expect({ status: answer.status, body: await answer.json() }).toEqual({
      status: 404,
      body: { code: 'not-found', detail: {} },
    });
  });

  it('J6 is gone after a purge', async () => {
    const { hash } = await send(secretOf('m1'), png(90, 60, 8));
    const meeting = await hub.app.meetings.withCode(code);
    await meeting?.journal.purge();
    expect((await fetch(`${url()}/${hash}`)).status).toBe(404);
  });

  it('A1 stays behind with the rehearsal: nobody reaches it under the code of the official meeting', async () => {
    const { hash } = await send(secretOf('m1'), png(90, 60, 9));
    const question = { unit: 'u1', text: '路灯', portfolio: null, member: null, picture: hash! };
    await host.must('question.ask', question);
    await host.must('meeting.close', {});
    expect(await send(secretOf('m1'), png(90, 60, 10))).toMatchObject({
      status: 409,
      code: 'meeting-closed',
    });
    const official = await hub.app.meetings.moves.goOfficial(code, () => undefined);
    expect(official?.code).toBe(code);
    expect((await fetch(`${url()}/${hash}`)).status).toBe(404);
    const rehearsal = hub.data.meetings.list().find((one) => one.id === official?.previous)!;
    expect((await fetch(`${url(rehearsal.code)}/${hash}`)).status).toBe(404);
    const headers = { authorization: `Bearer ${hub.token('viewer')}` };
    expect((await fetch(`${url(rehearsal.code)}/${hash}`, { headers })).status).toBe(200);
  });
});

describe('leaving again', () => {
  it('J6 one that nothing names is swept after a day, and all of them once the meeting is over', async () => {
    const another = await hub.demo();
    const owner = await hub.organizer(another);
    await owner.must('meeting.open', {});
    const { journal, authority } = (await hub.app.meetings.withCode(another))!;
    const { pictures } = journal;
    const now = authority.now();
    const keep = async (side: number, at: number) => {
      const bytes = png(side, 7);
      await pictures.keep({ hash: hashOf(bytes), type: 'image/png', source: 'pass', bytes, at });
      return hashOf(bytes);
    };
    const [old, young, named] = [
      await keep(11, now - UNNAMED),
      await keep(12, now - UNNAMED + 1000),
      await keep(13, now - 2 * UNNAMED),
    ];
    const picture = named!;
    await owner.must('question.ask', { unit: 'u1', text: '路灯', portfolio: null, member: null, picture });
    const held = () => [old, young, named].map((hash) => pictures.has(hash!));
    await sweepPictures(pictures, () => picturesNamed(authority.state), false, now);
    expect(held()).toEqual([false, true, true]);
    // What a question names is part of the record.
    await owner.must('meeting.close', {});
    await vi.waitFor(() => expect(held()).toEqual([false, false, true]));
    owner.close();
  });
});
