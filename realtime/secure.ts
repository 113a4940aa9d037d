/** I7: organizers come over loopback or HTTPS only; a proxy counts where it is trusted. */
import type { IncomingMessage } from 'node:http';
import type { TLSSocket } from 'node:tls';
import proxyAddr from 'proxy-addr';
import type { Config } from './config.ts';

export interface Peer {
  address: string;
  /** True where nobody between the organizer and the hub can read along. */
  secure: boolean;
}

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/** A browser on this machine that came by the machine's own address: what it sends never leaves the machine (I7). */
const fromItself = ({ remoteAddress, localAddress }: IncomingMessage['socket']): boolean =>
  remoteAddress !== undefined && remoteAddress === localAddress;

/** Tells who is at the other end of a request, looking through trusted proxies only. */
export function peerReader(trustProxy: Config['trustProxy']): (request: IncomingMessage) => Peer {
  const trust =
    trustProxy === false
      ? () => false
      : typeof trustProxy === 'number'
        ? (_address: string, hop: number) => hop < trustProxy
        : proxyAddr.compile(trustProxy);
  return (request) => {
    const direct = request.socket.remoteAddress ?? '';
    const address = proxyAddr(request, trust) || direct;
    const proxied =
      request.headers['x-forwarded-for'] !== undefined || request.headers['x-forwarded-proto'] !== undefined;
    if ((request.socket as TLSSocket).encrypted) return { address, secure: true };
    if (proxied && !trust(direct, 0)) {
      // Somebody stands in front who is not trusted: loopback is then only his own last step.
      return { address, secure: false };
    }
    if (!proxied && fromItself(request.socket)) return { address, secure: true };
    const scheme = proxied
      ? String(request.headers['x-forwarded-proto'] ?? '')
          .split(',')[0]
          ?.trim()
      : '';
    return { address, secure: scheme === 'https' || LOOPBACK.test(address) };
  };
}

/** Whether a request comes from a page of this hub; a program that names no origin is none of a browser's. */
export function sameOrigin(request: IncomingMessage): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  try {
    return new URL(origin).host === (request.headers['x-forwarded-host'] ?? host);
  } catch {
    return false;
  }
}
