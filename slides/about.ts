/** What every scene is told beside its own data. */
import type { DeckPictures } from './deck/pictures.ts';
import type { QrPath } from './qr.ts';
import type { Text } from './text/index.ts';

/** 宋, or 黑 in its place on a coarse wall. */
export type Face = 'song' | 'hei';

/** The way in for phones. */
export interface Join {
  /** Without the scheme, as people type it. */
  address: string;
  qr: QrPath;
}

export interface Wall {
  /** What people call it, or the number of its pass; null where it has none. */
  name: string | null;
  /** In CSS pixels; `ratio` device pixels make one of them. */
  width: number;
  height: number;
  ratio: number;
  /** What stands for 宋 on it; left out where only the wall itself knows. */
  face?: Face;
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
  /** Pages of decks as pictures; without them no deck is shown. */
  deck?: DeckPictures | null;
  /** The screen itself, for its test card. */
  wall: Wall;
}
