/** V1 · Who looks: everybody of an audience sees the same. */

/** Everyone of an audience is sent the same packet; what is personal stands in `mine`. */
export const AUDIENCES = ['organizer', 'screen', 'examiner', 'member', 'crowd'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** What is true of connections at this moment and is no part of the journal. */
export interface Live {
  /** Whether a session is connected. */
  online(session: string): boolean;
  /** Connected sessions of the crowd. */
  crowd: number;
  /** Connected screens. */
  screens: number;
}
