import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHub, type TestHub } from '../support/hub.ts';

let hub: TestHub;
let code: string;

beforeAll(async () => {
  hub = await startHub();
  code = await hub.demo();
});
afterAll(() => hub.close());

describe('the API', () => {
  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    fetch(`${hub.url}/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;

  it('answers /healthz and /readyz', async () => {
    expect((await fetch(`${hub.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${hub.url}/readyz`)).status).toBe(200);
  });

  it('I7 makes the first owner by the one-time link only, once, over a connection that nobody reads', async () => {
    const token = hub.data.setup.rotate() ?? '';
    const account = { token, name: '主办', password: 'a long password' };
    expect(await codeOf(await post('set-up', account, { 'x-forwarded-for': '192.168.1.20' }))).toBe(
      'not-secure',
    );
    expect(await codeOf(await post('set-up', { ...account, token: 'A'.repeat(32) }))).toBe('set-up-unknown');
    expect(await codeOf(await post('set-up', { ...account, password: 'short' }))).toBe('weak-password');
    const made = await post('set-up', account);
    expect(made.status).toBe(200);
    expect(made.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/);
    expect(await codeOf(await post('set-up', account))).toBe('set-up-done');
  });

  it('I7 signs in with the password, ends with the sign-out, and locks after five failures', async () => {
    const signed = await post('sign-in', { name: '主办', password: 'a long password' });
    const cookie = (signed.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    expect((await fetch(`${hub.url}/api/meetings`, { headers: { cookie } })).status).toBe(200);
    await post('sign-out', {}, { cookie });
    expect((await fetch(`${hub.url}/api/meetings`, { headers: { cookie } })).status).toBe(401);
    for (let k = 0; k < 4; k++)
      expect(await codeOf(await post('sign-in', { name: '主办', password: 'wrong' }))).toBe('wrong-password');
    for (const password of ['wrong', 'a long password'])
      expect(await codeOf(await post('sign-in', { name: '主办', password }))).toBe('locked-out');
  });

  it('refuses a foreign origin, broken JSON, a body too large and an unknown address, each with its code', async () => {
    expect(await codeOf(await post('sign-in', {}, { origin: 'http://evil.example' }))).toBe('origin');
    const broken = await fetch(`${hub.url}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    });
    expect(await codeOf(broken)).toBe('malformed');
    expect(await codeOf(await post('sign-in', { name: 'x'.repeat(100_000), password: '' }))).toBe(
      'too-large',
    );
    expect(await codeOf(await post('nowhere', {}))).toBe('not-found');
  });

  it('answers what stands behind a code without an HTTP error, which a phone would complain of', async () => {
    const answer = async (typed: string) => {
      const response = await fetch(`${hub.url}/api/codes/${typed}`);
      return { status: response.status, ...((await response.json()) as object) };
    };
    expect(await answer('000000')).toEqual({ status: 200, code: 'meeting-unknown' });
    expect(await answer('%27--')).toEqual({ status: 200, code: 'meeting-unknown' });
    expect(await answer(code)).toMatchObject({ status: 200, title: expect.any(String) as string });
  });

  it('gives downloads to organizers only', async () => {
    const path = `${hub.url}/api/meetings/${code}/bundle.json`;
    expect((await fetch(path)).status).toBe(401);
    const bundle = (await (
      await fetch(path, { headers: { authorization: `Bearer ${hub.token('viewer')}` } })
    ).json()) as { format: string };
    expect(bundle.format).toBe('dakaochang/bundle');
  });
});
