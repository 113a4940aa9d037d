/** The way in for phones: where they reach this hub, and the QR code that takes them there. */
import { encode } from 'uqr';
import { chosenAddress } from '../live/address.ts';
import type { Join } from '../../../slides/about.ts';
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

/** One path of horizontal runs: a thousand small squares would show seams when they are scaled. */
function pathOf(rows: readonly boolean[][]): string {
  let path = '';
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x += 1;
      path += `M${from} ${y}h${x - from + 1}v1H${from}z`;
    }
  });
  return path;
}

export function joinAt(address: string, code: string): Join {
  const { data, size } = encode(`${address}/m/${code}`, { ecc: 'M', border: 0 });
  return { address: address.replace(/^https?:\/\//, ''), qr: { size, path: pathOf(data) } };
}
