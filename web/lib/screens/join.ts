/** The way in for phones: where they reach this hub, and the QR code that takes them there. */
import { chosenAddress } from '../live/address.ts';
import type { Join } from '../../../slides/about.ts';
import { qrOf } from '../../../slides/qr.ts';
import type { Addresses } from '../../../realtime/protocol-names.ts';

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

async function answer<T>(path: string): Promise<T | null> {
  try {
    const response = await fetch(path);
    return response.ok ? ((await response.json()) as T) : null;
  } catch {
    return null;
  }
}

/**
 * The address that this screen came by, for phones come by the same network; on the hub's own machine, where that is
 * of no use to a phone, the one that was chosen in this browser, else the hub's best address.
 */
export async function hubAddress(): Promise<string> {
  if (!LOOPBACK.test(location.hostname)) return location.origin;
  const known = await answer<Addresses>('/api/addresses');
  return chosenAddress(known?.addresses ?? []) ?? location.origin;
}

export const joinAt = (address: string, code: string): Join => ({
  address: address.replace(/^https?:\/\//, ''),
  qr: qrOf(`${address}/m/${code}`),
});
