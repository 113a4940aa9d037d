import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROTOCOL } from '../../realtime/protocol-names.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { turnedAway } from '../support/turned-away.ts';

let hub: TestHub;
let code: string;

beforeAll(async () => {
  hub = await startHub();
  code = await hub.demo();
});
afterAll(() => hub.close());

describe('the handshake', () => {
  const session = 'a-phone'.padEnd(22, '0');
  it.each([
    ['an unknown meeting', { protocol: PROTOCOL, code: '000000', session }, 'meeting-unknown'],
    ['another protocol', { protocol: 99, code: '123456', session }, 'protocol-unknown'],
    ['no session', { protocol: PROTOCOL, code: '123456' }, 'malformed'],
    ['nonsense', { protocol: PROTOCOL, code: { $gt: '' } }, 'malformed'],
    ['a forged token', { protocol: PROTOCOL, code: '123456', token: 'v1.e30.forged' }, 'not-signed-in'],
    [
      'an organizer without a cookie',
      { protocol: PROTOCOL, code: '123456', organizer: true },
      'not-signed-in',
    ],
  ])('turns away %s with its code, and counts it', async (_who, auth, said) => {
    const before = await hub.refused(said);
    expect(await turnedAway(hub.url, auth)).toBe(said);
    expect(await hub.refused(said)).toBe(before + 1);
  });

  it('I7 turns away an organizer who comes over plain HTTP from another machine', async () => {
    const auth = { protocol: PROTOCOL, code, token: hub.token('owner') };
    expect(await turnedAway(hub.url, auth, { 'x-forwarded-for': '192.168.1.20' })).toBe('not-secure');
    expect(await turnedAway(hub.url, auth)).toBe('welcome');
  });

  it('turns away a page of another origin', async () => {
    const before = await hub.refused('origin');
    const headers = { origin: 'http://evil.example' };
    expect(await turnedAway(hub.url, { protocol: PROTOCOL, code, session }, headers)).toBe('closed');
    expect(await hub.refused('origin')).toBe(before + 1);
  });
});
