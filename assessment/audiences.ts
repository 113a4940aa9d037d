/** V1 · Who looks: everybody of an audience sees the same. */

/** Everyone of an audience is sent the same packet; what is personal stands in `mine`. */
export const AUDIENCES = ['organizer', 'screen', 'examiner', 'member', 'crowd', 'kiosk'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** What a screen says of itself: it reports what it shows, every few seconds. */
export interface ShownNow {
  /** The name of the scene, as the screen's own version calls it. */
  scene: string;
  /** In CSS pixels; `ratio` device pixels make one of them. */
  width: number;
  height: number;
  ratio: number;
  theme: 'day' | 'night';
  /** True where it reported within the last seconds and has the newest frame. */
  fresh: boolean;
  /** Server time in ms since when it shows this scene. */
  since: number;
}

/** A wall that asks to be a screen. It has the crowd's rights alone until a host confirms the code on it. */
export interface WaitingWall {
  code: string;
  /** Server time in ms since when it waits. */
  since: number;
  /** In CSS pixels, as it says of itself. */
  width: number;
  height: number;
  /** On this machine, in the network of the venue, or from the internet. */
  from: 'here' | 'near' | 'far';
}

/** What is true of connections at this moment and is no part of the journal. */
export interface Live {
  /** Whether a session is connected. */
  online(session: string): boolean;
  /** Whether a session is connected, but its page is hidden or its phone dark. */
  asleep(session: string): boolean;
  /** Server time in ms since when a session is as it is; null where it was never seen by this process. */
  since(session: string): number | null;
  /** Connected sessions of the crowd. */
  crowd: number;
  /** Connected screens. */
  screens: number;
  /** What the screen of this session shows; null where it has not said. */
  shown(session: string): ShownNow | null;
  /** Walls that show a pairing code and wait for a host, the longest first. */
  waiting(): readonly WaitingWall[];
  /** J4: the hash of the entry `n` that locked a turn; null where that is not known. */
  headAt(n: number): string | null;
}
