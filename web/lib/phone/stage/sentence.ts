/** The sentence of the moment in words: the same for whoever reads it and for whoever hears it. */
import { text as common } from '../../../text/index.ts';
import type { Seat } from '../seat.svelte.ts';
import { text } from '../text.ts';
import { factsOf, lastOf, ratingLeft } from './facts.ts';
import { nowOf, type Now } from './now.ts';

export function sentenceOf(seat: Seat): { now: Now; sentence: string } {
  const now = nowOf(factsOf(seat));
  const rated = seat.question ? seat.ratingOf(seat.question.id) : null;
  const sentence = text().now.say[now.say]({
    unit: lastOf(seat.live.slices.agenda ?? [])?.name ?? '',
    left: ratingLeft(seat),
    rating: rated ? common().ratings[rated.rating] : '',
  });
  return { now, sentence };
}
