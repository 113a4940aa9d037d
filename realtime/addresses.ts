/** Where phones find this hub. */
import { networkInterfaces } from 'node:os';
import type { Config } from './config.ts';

export type Addresses = () => string[];

/** Addresses for QR codes, best first: the public one, then each of the machine's own, then this machine alone. */
export function addressesOf(
  config: Pick<Config, 'publicUrl' | 'tls' | 'host'>,
  port: () => number,
): Addresses {
  const scheme = config.tls ? 'https' : 'http';
  const at = (host: string) => `${scheme}://${host.includes(':') ? `[${host}]` : host}:${port()}`;
  return () => {
    const open = ['0.0.0.0', '::', ''].includes(config.host);
    const own = open ? lanAddresses() : [config.host];
    const known = config.publicUrl === null ? [] : [config.publicUrl];
    return [...new Set([...known, ...own.map(at), ...(open ? [at('localhost')] : [])])];
  };
}

/** The machine's addresses in the networks it is in; the addresses of a home or venue network come first. */
function lanAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  const own = all.filter(
    (one) => one.family === 'IPv4' && !one.internal && !one.address.startsWith('169.254.'),
  );
  const rank = (address: string) => (address.startsWith('192.168.') ? 0 : address.startsWith('10.') ? 1 : 2);
  return own.map((one) => one.address).sort((a, b) => rank(a) - rank(b));
}
