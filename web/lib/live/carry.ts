/** The outbox's way to the photos: fetched with the first photo, and never by a phone that sends none. */
import type { Refused } from '../../../realtime/protocol-names.ts';
import { backOff } from './back-off.ts';

export interface Carrying {
  /** False once the page is closed. */
  going(): boolean;
  /** How much of it has arrived, of 1; null while it waits for the network. */
  told(share: number | null): void;
}

export interface Carrier {
  /** Brings a picture to the hub for as long as it takes. @returns why it was refused, or null */
  bring(hash: string, carrying: Carrying): Promise<Refused | null>;
  /** Takes it off the phone. */
  drop(hash: string): void;
}

export function carrierOf(code: string): Carrier {
  return {
    async bring(hash, carrying) {
      for (let tries = 0; carrying.going(); tries += 1) {
        const pictures = await import('./pictures.ts').catch(() => null);
        if (pictures) return pictures.carry(code, hash, carrying);
        await new Promise((again) => setTimeout(again, backOff(tries)));
      }
      return null;
    },
    drop: (hash) =>
      void import('./pictures.ts').then(({ shelfOf }) => shelfOf(code).remove(hash)).catch(() => undefined),
  };
}
