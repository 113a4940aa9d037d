/** B6 · The end of the appeal period: the provisional result becomes final, and nothing of the count changes any more. */
import * as v from 'valibot';
import { HOSTS, type Actor } from './actors.ts';
import { isPending } from './amendments.ts';
import { needNotFinal, placesOf, type Place } from './appeal.ts';
import { Reason, whole } from './fields.ts';
import { command, refuse, type Context, type Entry, type Folds } from './noun.ts';
import { unconfirmed } from './publication.ts';
import type { State } from './state.ts';

/** What a final result waits for beside the time. */
export interface Waits {
  /** Ids of amendments (B4) and corrections (S9) that nobody has decided. */
  amendments: string[];
  /** Units whose count a scrutineer must confirm, or must confirm again. */
  unconfirmed: string[];
}

export function waitsOf(state: State): Waits {
  const open = [...state.amendments.all.values(), ...state.corrections.values()].filter(isPending);
  return { amendments: open.map(({ id }) => id), unconfirmed: unconfirmed(state) };
}

const Finalise = v.object({
  /** Why it ends before its time; null where it does not. */
  reason: v.nullable(Reason),
  /** How many changes stood in the list that he looked at: one more is not made final unseen. */
  changes: v.optional(whole(0, 100_000)),
});
type Finalise = v.InferOutput<typeof Finalise>;

function decideFinalise(
  state: State,
  { reason, changes }: Finalise,
  actor: Actor,
  { now }: Context,
): Entry[] {
  needNotFinal(state);
  const { result } = state.appeal;
  if (!result) return refuse('wrong-phase', { phase: state.meeting.phase });
  const early = now < result.until;
  if (early && (actor.role !== 'owner' || reason === null)) refuse('appeal-period', { until: result.until });
  const waits = waitsOf(state);
  const [amendment, unit] = [waits.amendments[0], waits.unconfirmed[0]];
  if (amendment !== undefined) refuse('appeal-open', { amendment });
  if (unit !== undefined) refuse('not-confirmed', { unit, final: 1 });
  if (changes !== undefined && changes !== result.changes.length) refuse('overtaken');
  const data = { announced: result.n, early, places: placesOf(state).map((one) => ({ ...one })) };
  return [{ type: 'result-final', data, ...(early ? { private: { reason } } : {}) }];
}

export const finaliseCommands = {
  'result.finalise': command(HOSTS, Finalise, decideFinalise),
};

export const finaliseFolds = {
  'result-final': (
    state,
    { early, places, private: secret }: { early: boolean; places: Place[]; private?: { reason: string } },
    { at, n },
  ) => {
    const { result } = state.appeal;
    if (result) result.final = { n, at, early, places, reason: secret?.reason ?? null };
  },
} satisfies Folds;
