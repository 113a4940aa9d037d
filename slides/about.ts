/** What every scene is told beside its own data. */
import type { Text } from './text/index.ts';

/** The way in for phones. `path` draws the dark modules of the QR code in a square of `size` by `size`. */
export interface Join {
  /** Without the scheme, as people type it. */
  address: string;
  qr: { size: number; path: string };
}

export interface About {
  text: Text;
  code: string;
  /** Server time in ms. */
  now: number;
  demo: boolean;
  rehearsal: boolean;
  join: Join | null;
  /** V3: the line has been down for a while; this is the last good frame. */
  stale: boolean;
}
