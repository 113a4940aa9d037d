/** Signed tokens: rights for a program (`npm run token`) without a second writer on the hub's file. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Role } from './organizers.ts';
import { ROLES } from './schema/hub.ts';

export interface TokenClaims {
  role: Role;
  /** Whom the journal names as the actor. */
  name: string;
  /** Server time (ms) from which the token is worth nothing. */
  expires: number;
}

export type BadToken = 'malformed' | 'forged' | 'expired';

/** Part of what is signed, so that the key can sign other things that never pass for a token. */
const PURPOSE = 'dakaochang-token-1';

export function signToken(key: Buffer, { role, name, expires }: TokenClaims): string {
  const payload = Buffer.from(JSON.stringify({ role, name, expires })).toString('base64url');
  return `${payload}.${sign(key, payload).toString('base64url')}`;
}

export function verifyToken(key: Buffer, token: string, now: number): TokenClaims | BadToken {
  const [payload, signature, ...rest] = token.split('.');
  if (!payload || !signature || rest.length > 0) return 'malformed';
  const expected = sign(key, payload);
  const actual = Buffer.from(signature, 'base64url');
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) return 'forged';
  const claims = parse(payload);
  if (!claims) return 'malformed';
  return claims.expires > now ? claims : 'expired';
}

function sign(key: Buffer, payload: string): Buffer {
  return createHmac('sha256', key).update(`${PURPOSE}.${payload}`).digest();
}

function parse(payload: string): TokenClaims | null {
  try {
    const { role, name, expires } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as TokenClaims;
    const good = ROLES.includes(role) && typeof name === 'string' && Number.isFinite(expires);
    return good ? { role, name, expires } : null;
  } catch {
    return null;
  }
}
