/** How much of a meeting pictures may take: a hand never reaches it, a loop does, and the crowd never takes the examiners' room. */
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Pictures, PictureSource } from '../assessment/pictures.ts';
import type { Code } from './protocol-names.ts';

/** Of one meeting: how many pictures, and their bytes together. */
const ROOM: Record<PictureSource, { count: number; bytes: number }> = {
  pass: { count: 1500, bytes: 450_000_000 },
  crowd: { count: 400, bytes: 120_000_000 },
  organizer: { count: 300, bytes: 150_000_000 },
};
/** Of one session: a minute, and as long as this process lives. */
const A_MINUTE = 12;
const A_SESSION: Record<PictureSource, number> = { pass: 100, crowd: 20, organizer: 300 };
/** Of the whole crowd of a meeting, a minute: sessions cost nothing there. */
const CROWD_A_MINUTE = 120;
/** Uploads at once; each holds its bytes in memory. The crowd leaves half of it to the others. */
const AT_ONCE = { all: 48, crowd: 24, session: 2 };

export class PictureRoom {
  readonly #rate = new RateLimiterMemory({ points: A_MINUTE, duration: 60 });
  readonly #crowd = new RateLimiterMemory({ points: CROWD_A_MINUTE, duration: 60 });
  readonly #sent = new Map<string, number>();
  readonly #under = new Map<string, number>();
  #all = 0;
  #crowdNow = 0;

  /**
   * Why somebody may not send a picture now; null where he may, and `leave` is then to be called when it is over.
   * @param who his session or account, within one meeting
   */
  async enter(meeting: string, who: string, source: PictureSource, pictures: Pictures): Promise<Code | null> {
    const key = `${meeting} ${who}`;
    const held = pictures.held(source);
    if (held.count >= ROOM[source].count || held.bytes >= ROOM[source].bytes) return 'pictures-full';
    if ((this.#sent.get(key) ?? 0) >= A_SESSION[source]) return 'pictures-full';
    if (this.#all >= AT_ONCE.all || (source === 'crowd' && this.#crowdNow >= AT_ONCE.crowd)) return 'busy';
    if ((this.#under.get(key) ?? 0) >= AT_ONCE.session) return 'too-many';
    this.#count(key, source, 1);
    const paced = await this.#paced(meeting, key, source);
    if (!paced) this.#count(key, source, -1);
    return paced ? null : 'too-many';
  }

  /** @param kept whether a picture came of it */
  leave(meeting: string, who: string, source: PictureSource, kept: boolean): void {
    const key = `${meeting} ${who}`;
    this.#count(key, source, -1);
    if (kept) this.#sent.set(key, (this.#sent.get(key) ?? 0) + 1);
  }

  async #paced(meeting: string, key: string, source: PictureSource): Promise<boolean> {
    try {
      await this.#rate.consume(key);
      if (source === 'crowd') await this.#crowd.consume(meeting);
      return true;
    } catch {
      return false;
    }
  }

  #count(key: string, source: PictureSource, by: 1 | -1): void {
    this.#all += by;
    if (source === 'crowd') this.#crowdNow += by;
    const under = (this.#under.get(key) ?? 0) + by;
    if (under > 0) this.#under.set(key, under);
    else this.#under.delete(key);
  }
}
