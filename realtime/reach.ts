/**
 * Whether a phone can reach this hub: a page with a code asks for a try, a phone that opens the code's link reports
 * back. Nothing of it is kept: it is about the network of this hour.
 */
import { randomBytes } from 'node:crypto';
import type { Reached } from './protocol-names.ts';

/** How long a try can be answered, in ms: the hours of a set-up on site. */
const LIVES = 12 * 3_600_000;
const MOST_TRIES = 50;
const MOST_REPORTS = 100;

interface Try {
  until: number;
  reports: Reached[];
}

export class Reach {
  readonly #tries = new Map<string, Try>();

  /** @returns the token that stands in the link of the code; at least 128 random bits */
  open(now: number): string {
    for (const [token, { until }] of this.#tries) if (until < now) this.#tries.delete(token);
    const [oldest] = this.#tries.keys();
    if (oldest !== undefined && this.#tries.size >= MOST_TRIES) this.#tries.delete(oldest);
    const token = randomBytes(18).toString('base64url');
    this.#tries.set(token, { until: now + LIVES, reports: [] });
    return token;
  }

  /** @returns false where nobody asked for this try, or too long ago */
  report(token: string, report: Reached): boolean {
    const known = this.#of(token, report.at);
    if (!known) return false;
    known.reports = [...known.reports, report].slice(-MOST_REPORTS);
    return true;
  }

  /** What phones reported, oldest first; null where the try is unknown or over. */
  reports(token: string, now: number): readonly Reached[] | null {
    return this.#of(token, now)?.reports ?? null;
  }

  #of(token: string, now: number): Try | undefined {
    const known = this.#tries.get(token);
    return known && known.until >= now ? known : undefined;
  }
}
