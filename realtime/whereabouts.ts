/** From where somebody comes, as far as his address tells: on this machine, from the venue's network, or from far away. */
import type { IncomingMessage } from 'node:http';
import type { WaitingWall } from '../assessment/audiences.ts';

const HERE = /^(?:127\.|::1$)/;
/** Private and link-local addresses of both kinds. */
const NEAR =
  /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:)/i;

/** @param local the address of this machine by which he came */
export function whereFrom(address: string, local: string | undefined): WaitingWall['from'] {
  const plain = address.replace(/^::ffff:/i, '');
  if (HERE.test(plain) || (local !== undefined && plain === local.replace(/^::ffff:/i, ''))) return 'here';
  return NEAR.test(plain) ? 'near' : 'far';
}

export interface From {
  address: string;
  kind: WaitingWall['from'];
}

/** @param address as the peer reader knows it, behind trusted proxies */
export function fromOf(address: string, { headers, socket }: IncomingMessage): From {
  const kind = whereFrom(address, socket.localAddress);
  // A proxy that nobody vouches for stands on this machine: who is behind it may be anywhere.
  return { address, kind: kind === 'here' && headers['x-forwarded-for'] !== undefined ? 'far' : kind };
}
