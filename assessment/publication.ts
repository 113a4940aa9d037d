/** V2, I7 · Who confirms a count, and when a result becomes public: at once, after the next lock, or in a ceremony (ceremony.ts). */
import * as v from 'valibot';
import { HOSTS, type Actor } from './actors.ts';
import type { Ceremony } from './ceremony.ts';
import { turnOf } from './turns.ts';
import { Id, whole } from './fields.ts';
import { needCorrectable } from './appeal.ts';
import { needLive } from './phases.ts';
import { command, refuse, type Entry, type Folds } from './noun.ts';
import type { State } from './state.ts';

export interface PublicationState {
  /** Units in the order in which they became public. */
  published: string[];
  ceremony: Ceremony | null;
}

export const emptyPublication = (): PublicationState => ({ published: [], ceremony: null });

const needsConfirmation = (state: State): boolean => state.meeting.scrutineers.length > 0;

const isConfirmed = (state: State, unit: string): boolean =>
  !needsConfirmation(state) || state.agenda.turns.get(unit)?.confirmedBy != null;

/** The entry that makes a unit's result public. */
export const published = (unit: string): Entry => ({ type: 'turn-published', data: { unit } });

const lockedUnits = (state: State): string[] =>
  state.agenda.order.filter((unit) => state.agenda.turns.get(unit)?.stage === 'locked');

/** Whether every unit's turn is over. */
export const allLocked = (state: State): boolean =>
  state.agenda.onStage === null && [...state.agenda.turns.values()].every((turn) => turn.stage !== 'waiting');

/** Locked units that may become public: where there is a scrutineer he has confirmed them. */
export const confirmedUnits = (state: State): string[] =>
  lockedUnits(state).filter((unit) => isConfirmed(state, unit));

/** V2 after-next: what becomes public because `unit` is being locked now. */
export function afterLock(state: State, unit: string): Entry[] {
  if (state.meeting.settings.publish !== 'after-next') return [];
  return confirmedUnits(state)
    .filter((one) => one !== unit)
    .map(published);
}

/** V2, I7: units whose count is over and waits for a scrutineer to confirm it; none where nobody must. */
export const unconfirmed = (state: State): string[] =>
  state.agenda.order.filter((unit) => {
    const { stage } = turnOf(state, unit);
    return (stage === 'locked' || stage === 'published') && !isConfirmed(state, unit);
  });

/** V2: closing publishes what is left. */
export const leftToPublish = lockedUnits;

/** @throws Refusal `not-confirmed` */
export function publishLeft(state: State, units: string[]): Entry[] {
  const open = units.find((unit) => !isConfirmed(state, unit));
  if (open !== undefined) refuse('not-confirmed', { unit: open });
  return units.map(published);
}

/** A count that changed with entry `n` must be confirmed again. */
export function unconfirm(state: State, unit: string, n: number): void {
  const turn = state.agenda.turns.get(unit);
  if (turn) Object.assign(turn, { confirmedBy: null, confirmedAt: null, counted: n });
}

/** I7: where the meeting has named its scrutineers, nobody else confirms anything. @throws Refusal `not-scrutineer` */
export function needScrutineer(state: State, actor: Actor): void {
  const { scrutineers } = state.meeting;
  const named = 'id' in actor && scrutineers.some(({ id }) => id === actor.id);
  if (scrutineers.length > 0 && !named) refuse('not-scrutineer');
}

function decidePublish(state: State, { unit }: { unit: string }): Entry[] {
  needLive(state);
  const { stage } = turnOf(state, unit);
  if (stage === 'published') refuse('already-published', { unit });
  if (stage !== 'locked') refuse('not-locked', { stage });
  const { publish } = state.meeting.settings;
  if (publish === 'ceremony') refuse('ceremony');
  // After-next holds a unit back until another is locked behind it; the last one has nobody behind it.
  const last = lockedUnits(state).every(
    (one) => (state.agenda.turns.get(one)?.lockedAt ?? 0) <= (turnOf(state, unit).lockedAt ?? 0),
  );
  if (publish === 'after-next' && last && !allLocked(state)) refuse('turn-not-open', { unit });
  return publishLeft(state, [unit]);
}

const Confirm = v.object({
  unit: Id,
  /** The count that he looked at (`Turn.counted`): one that changed meanwhile is not confirmed unseen. */
  count: v.optional(whole(0, Number.MAX_SAFE_INTEGER)),
});

function decideConfirm(state: State, body: v.InferOutput<typeof Confirm>, actor: Actor): Entry[] {
  needCorrectable(state);
  needScrutineer(state, actor);
  const { unit, count } = body;
  const { stage, confirmedBy, counted } = turnOf(state, unit);
  // What was amended behind its publication must be confirmed again (B4).
  if (stage !== 'locked' && stage !== 'published') refuse('not-locked', { stage });
  if (count !== undefined && count !== counted) refuse('count-changed', { unit });
  if (confirmedBy !== null) return [];
  return [{ type: 'count-confirmed', data: { unit, by: 'id' in actor ? actor.id : '' } }];
}

const One = v.object({ unit: Id });

export const publicationCommands = {
  'turn.confirm': command(['scrutineer'], Confirm, decideConfirm),
  'turn.publish': command(HOSTS, One, decidePublish),
};

export const publicationFolds = {
  'count-confirmed': (state, { unit }: { unit: string }, { by, at }) => {
    const turn = state.agenda.turns.get(unit);
    if (turn) Object.assign(turn, { confirmedBy: by, confirmedAt: at });
  },
  'turn-published': (state, { unit }: { unit: string }, { at }) => {
    const turn = state.agenda.turns.get(unit);
    if (!turn) return;
    turn.stage = 'published';
    turn.steps.push({ stage: 'published', at });
    state.publication.published.push(unit);
  },
} satisfies Folds;
