/** What the screens of one meeting say that they show, and whether that is still true. Gone with the process. */
import type { ShownNow } from '../assessment/audiences.ts';
import type { Shows } from './protocol-names.ts';

/** A screen that has said nothing for so long is not fresh, whatever it said last. In ms. */
export const QUIET = 15_000;
/** A frame that left so short a time ago may still be on its way. In ms. */
const UNDER_WAY = 3000;
/** The least time between two reports of a screen. In ms. */
const LEAST = 200;

interface Wall {
  shown: ShownNow;
  reportedAt: number;
  behind: boolean;
}

/** The last frame to all screens: its journal number, and when it left. */
export interface LastFrame {
  to: number;
  at: number;
}

export class Walls {
  readonly #walls = new Map<string, Wall>();

  of(session: string): ShownNow | null {
    return this.#walls.get(session)?.shown ?? null;
  }

  gone(session: string): void {
    this.#walls.delete(session);
  }

  /** @returns null where it came too soon after the last one; otherwise whether anything differs from before */
  report(session: string, { v: _, to, ...says }: Shows, now: number, last: LastFrame): boolean | null {
    const before = this.#walls.get(session);
    if (before && now - before.reportedAt < LEAST) return null;
    const since = before?.shown.scene === says.scene ? before.shown.since : now;
    const behind = to < last.to && now - last.at > UNDER_WAY;
    const shown: ShownNow = { ...says, since, fresh: !behind };
    this.#walls.set(session, { shown, reportedAt: now, behind });
    return JSON.stringify(before?.shown) !== JSON.stringify(shown);
  }

  /** Looks at the time. @returns true where a screen is no longer fresh */
  sweep(now: number): boolean {
    let changed = false;
    for (const wall of this.#walls.values()) {
      const fresh = !wall.behind && now - wall.reportedAt <= QUIET;
      if (fresh === wall.shown.fresh) continue;
      wall.shown = { ...wall.shown, fresh };
      changed = true;
    }
    return changed;
  }
}
