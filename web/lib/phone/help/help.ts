/** “I need help” on the phone: whether it was said, and the way to its page and back to where one was. */
import { go, placeOf } from '../places.ts';
import type { Seat } from '../seat.svelte.ts';

const KINDS: readonly unknown[] = ['examiner', 'member', 'presenter'];

/** Whoever bears a pass of his own; not the crowd, not a shared tablet, which stands beside the staff. */
export const mayAsk = (seat: Seat): boolean => KINDS.includes(seat.pass?.kind);

/** As this phone knows it: asked for, and whether the server has it. */
export function helpOf(seat: Seat): { on: boolean; sent: boolean } {
  const ahead = seat.ahead('help.ask');
  if (ahead) return { on: ahead.body.on, sent: ahead.state === 'accepted' };
  return { on: seat.live.mine?.help != null, sent: true };
}

let from = '';

export function toHelp(): void {
  from = location.hash;
  go({ name: 'help' });
}

/** Back to the page on which help was needed; what was being written there is still there. */
export const fromHelp = (): void => go(placeOf(from === '#help' ? '' : from), true);
