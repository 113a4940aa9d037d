/** How often an audience is sent what changed: quickly, but never more than its lines and this machine can carry. */
import type { Audience } from '../assessment/view.ts';

/** The least time between two frames of an audience, in ms; the crowd's grows with it. */
const PACE: Record<Audience, number> = {
  organizer: 50,
  screen: 50,
  examiner: 100,
  member: 100,
  crowd: 200,
  kiosk: 100,
};
/** How much slower the crowd's frames get for each of its connections, in ms. */
const CROWD_SHARE = 0.2;
/** Characters that a frame may have for each ms until the next: a list of thousands is not sent twenty times a second. */
const RATE = 1000;

/**
 * The time until the next frame, in ms.
 * @param crowd connections of the crowd
 * @param size of the last frame, in characters
 */
export function paceOf(audience: Audience, crowd: number, size: number): number {
  return PACE[audience] + (audience === 'crowd' ? crowd * CROWD_SHARE : 0) + size / RATE;
}
