/** P1 · Promises on my questions, and what this phone said of them. */
import type { PromiseView } from '../../../../assessment/view.ts';
import { isFinal } from '../../live/outbox.svelte.ts';
import type { Seat } from '../seat.svelte.ts';

/** Who is responsible, as he is called aloud. */
export const promiser = ({ member }: PromiseView, nobody: string): string =>
  member?.name ?? member?.post ?? nobody;

/** What this phone said of these words of a promise, as long as the server has not said it back. */
export function saidOf(seat: Seat, { id, revision }: PromiseView): 'yes' | 'no' | null {
  const of = (type: 'promise.confirm' | 'promise.object') =>
    seat.outbox
      .of(type)
      .filter(
        (one) =>
          one.body.promise === id &&
          one.body.revision === revision &&
          one.state !== 'refused' &&
          !(isFinal(one) && one.reply?.ok && one.reply.n <= seat.live.mineAt),
      )
      .pop();
  const [yes, no] = [of('promise.confirm'), of('promise.object')];
  if (!yes && !no) return null;
  return (yes?.at ?? 0) >= (no?.at ?? 0) ? 'yes' : 'no';
}

/** Promises of the unit on stage that were not made to me. */
export function publicOnes(seat: Seat): PromiseView[] {
  const mine = new Set((seat.live.mine?.promises ?? []).map(({ id }) => id));
  return (seat.live.slices.promises ?? []).filter(({ id }) => !mine.has(id));
}
