/**
 * I8 · The seat of the examiner who is at a kiosk: his pass, and an outbox in memory that nobody after him can read.
 * What was not acknowledged when the tablet dies is lost with it; he stands before it until it is.
 */
import type { Scores } from '../../../../assessment/sheet.ts';
import type { MineView } from '../../../../assessment/view.ts';
import { dropAll } from '../../live/keep.ts';
import type { Live } from '../../live/live.svelte.ts';
import { Outbox } from '../../live/outbox.svelte.ts';
import { newSecret } from '../../live/secret.ts';
import { draftsOf } from '../draft.svelte.ts';
import { Seat } from '../seat.svelte.ts';

const nowhere = {
  durable: true,
  all: () => Promise.resolve([]),
  put: () => Promise.resolve(),
  remove: () => Promise.resolve(),
};

export class KioskSeat extends Seat {
  readonly #guest: string;

  constructor(live: Live, guest: string) {
    // A scope of its own: no other tab of this tablet hears of it.
    super(live, new Outbox(live, `kiosk ${newSecret()}`, nowhere));
    this.#guest = guest;
  }

  override get pass(): MineView['guest'] {
    return this.live.mine?.guest ?? null;
  }

  override async submitBallot(unit: string, scores: Scores): Promise<void> {
    for (const one of this.ballots(unit)) if (one.state === 'refused') this.outbox.forget(one.id);
    const body = { unit, pass: this.#guest, replaces: this.replaces(unit), scores };
    await this.outbox.submit('ballot.submit', body);
  }

  /** The line stays for the next one; nothing of this one does. */
  override close(): void {
    this.outbox.close();
    wipe(this.code);
  }
}

/** No draft of anybody is left on this tablet. */
export const wipe = (code: string): void => dropAll(draftsOf(code, ''));
