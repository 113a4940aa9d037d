/**
 * V3 · What a wall showed last, one a meeting: the first picture after its computer lost its power, until the hub speaks.
 * It holds nothing that this screen was not sent, and goes with its session.
 */
import type { Slices } from '../../../assessment/view.ts';
import { drop, keepJson, recallJson } from '../live/keep.ts';
import { sessionSecret } from '../live/session.ts';

export interface Picture {
  slices: Partial<Slices>;
  /** The screen's own pass. */
  pass: string | null;
  /** Server time, ms. */
  at: number;
}

interface Kept extends Picture {
  session: string;
  /** By this computer's own clock, ms. */
  local: number;
}

/** The seat of a screen's session in this browser. */
export const SEAT = 'screen';
/** Written at most that often, ms. */
const PAUSE = 2000;
/** Of another day is of no use, ms. */
const OLDEST = 18 * 3_600_000;

const keyOf = (code: string): string => `dkc.wall.${code}`;

const forgetPicture = (code: string): void => drop(keyOf(code));

export function recallPicture(code: string): Picture | null {
  const kept = recallJson<Kept>(keyOf(code));
  if (!kept) return null;
  const own = kept.session === sessionSecret(code, SEAT) && Math.abs(Date.now() - kept.local) < OLDEST;
  if (own && kept.slices?.meeting) return kept;
  forgetPicture(code);
  return null;
}

/** Keeps what is on the wall, soon after it changed and when the page goes. */
export class LastPicture {
  readonly #code: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #shown: Picture | null = null;
  readonly #write = () => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.#shown) return;
    keepJson(keyOf(this.#code), {
      ...this.#shown,
      session: sessionSecret(this.#code, SEAT),
      local: Date.now(),
    } satisfies Kept);
    this.#shown = null;
  };

  constructor(code: string) {
    this.#code = code;
    window.addEventListener('pagehide', this.#write);
  }

  shows(picture: Picture): void {
    this.#shown = picture;
    this.#timer ??= setTimeout(this.#write, PAUSE);
  }

  /** I2, I4: nobody's screen any more. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#shown = null;
    forgetPicture(this.#code);
  }

  close(): void {
    this.#write();
    window.removeEventListener('pagehide', this.#write);
  }
}
