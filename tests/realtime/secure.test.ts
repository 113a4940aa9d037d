import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { peerReader } from '../../realtime/secure.ts';

const from = (remoteAddress: string, headers: Record<string, string> = {}) =>
  ({ socket: { remoteAddress }, headers }) as unknown as IncomingMessage;
const CLAIMS = { 'x-forwarded-for': '127.0.0.1', 'x-forwarded-proto': 'https' };

describe('I7 who is at the other end', () => {
  it.each([
    ['nobody trusted', false, '192.168.1.20', CLAIMS, false],
    ['nobody trusted, one header', false, '192.168.1.20', { 'x-forwarded-proto': 'https' }, false],
    ['nobody trusted, seen from loopback', false, '127.0.0.1', CLAIMS, false],
    ['nobody trusted, loopback itself', false, '::ffff:127.0.0.1', {}, true],
    ['another proxy trusted', ['10.0.0.1'], '192.168.1.20', CLAIMS, false],
    [
      'the proxy trusted, HTTPS in front',
      ['10.0.0.1'],
      '10.0.0.1',
      { ...CLAIMS, 'x-forwarded-for': '9.9.9.9' },
      true,
    ],
    [
      'the proxy trusted, a claim before the last hop',
      ['10.0.0.1'],
      '10.0.0.1',
      { 'x-forwarded-for': '127.0.0.1, 9.9.9.9', 'x-forwarded-proto': 'http' },
      false,
    ],
  ] as const)('%s', (_what, trust, address, headers, secure) => {
    const peerOf = peerReader(trust === false ? false : [...trust]);
    expect(peerOf(from(address, headers)).secure).toBe(secure);
  });

  it.each([
    ['by its own address', '192.168.1.5', {}, true],
    ['by its own address, through a proxy nobody trusts', '192.168.1.5', CLAIMS, false],
    ['from another machine', '192.168.1.20', {}, false],
  ] as const)('this machine %s', (_what, remoteAddress, headers, secure) => {
    const socket = { remoteAddress, localAddress: '192.168.1.5' };
    const request = { socket, headers } as unknown as IncomingMessage;
    expect(peerReader(false)(request).secure).toBe(secure);
  });
});
