/** Handshakes that are refused, and the principal of a device whose handshake is not. */
import { hash } from 'node:crypto';
import type { Principal } from '../assessment/actors.ts';
import type { Code } from './protocol-names.ts';

/** A handshake that was refused, with its code. */
export class Turned extends Error {
  readonly code: Code;
  constructor(code: Code) {
    super(code);
    this.code = code;
  }
}

/** @throws Turned `malformed` where it shows no session */
export function device(secret: string | undefined): Principal {
  if (secret === undefined) throw new Turned('malformed');
  // The same as `hashSecret`, at a fifth of its price.
  return { kind: 'device', session: hash('sha256', secret, 'base64url') };
}
