import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { signToken, verifyToken } from '../../db/tokens.ts';

const key = randomBytes(32);
const claims = { role: 'owner', name: '演练', expires: 2000 } as const;

it('a token carries its claims until it expires', () => {
  const token = signToken(key, claims);
  expect(verifyToken(key, token, 1999)).toEqual(claims);
  expect(verifyToken(key, token, 2000)).toBe('expired');
});

it('a token of another key, or with other claims, is forged', () => {
  const token = signToken(key, claims);
  const [, signature] = token.split('.');
  const richer = Buffer.from(JSON.stringify({ ...claims, expires: 9e15 })).toString('base64url');
  expect(verifyToken(randomBytes(32), token, 0)).toBe('forged');
  expect(verifyToken(key, `${richer}.${signature}`, 0)).toBe('forged');
  expect(verifyToken(key, `${token.split('.')[0]}.AAAA`, 0)).toBe('forged');
});

it.each(['', '.', 'a', 'a.', '.b', 'a.b.c'])('%j is malformed', (token) => {
  expect(verifyToken(key, token, 0)).toBe('malformed');
});

it('a signed token with claims that nobody may have is malformed', () => {
  const god = { ...claims, role: 'god' as 'owner' };
  expect(verifyToken(key, signToken(key, god), 0)).toBe('malformed');
});
