/**
 * S9, B4 · A deduction behind the publication: set, changed or taken back like a ballot behind its lock, by a proposal
 * with a reason that one host makes and one scrutineer confirms. Before the publication `deduction.set` is enough.
 */
import * as v from 'valibot';
import { HOSTS, type Actor } from './actors.ts';
import { isPending, type Proposal } from './amendments.ts';
import { listed, needCorrectable } from './appeal.ts';
import { needNoCeremony } from './ceremony.ts';
import { Id, Reason, whole } from './fields.ts';
import { command, refuse, type Context, type Entry, type Folds } from './noun.ts';
import { needScrutineer, unconfirm } from './publication.ts';
import type { State } from './state.ts';
import { turnOf } from './turns.ts';

/** What shall become of one deduction. */
export interface Correction extends Proposal {
  /** The deduction's own id: one that there is, or a new one. */
  deduction: string;
  /** Hundredths of a point; 0 takes it back. */
  points: number;
}

/** By id, in the order in which they were proposed. */
export type CorrectionsState = Map<string, Correction>;

export const emptyCorrections = (): CorrectionsState => new Map();

const Propose = v.object({ deduction: Id, unit: Id, points: whole(0, 1_000_000), reason: Reason });
type Propose = v.InferOutput<typeof Propose>;

function decidePropose(state: State, body: Propose, _actor: Actor, { n }: Context): Entry[] {
  needCorrectable(state);
  const { deduction, unit, points, reason } = body;
  const { stage } = turnOf(state, unit);
  if (stage !== 'published') refuse('not-published', { stage });
  const before = state.amendments.deductions.get(deduction);
  if (before && before.unit !== unit) refuse('duplicate', { id: deduction });
  if (!before && points === 0) refuse('amendment-unknown', { amendment: deduction });
  const open = [...state.corrections.values()].find((one) => isPending(one) && one.deduction === deduction);
  if (open) refuse('amendment-pending', { amendment: open.id });
  const data = { id: `c${n}`, unit, deduction, points };
  return [{ type: 'correction-proposed', data, private: { reason } }];
}

/** @throws Refusal `amendment-unknown` */
function pendingIn(state: State, id: string): Correction {
  const known = state.corrections.get(id);
  return known && isPending(known) ? known : refuse('amendment-unknown', { amendment: id });
}

function decideConfirm(state: State, { correction: id }: { correction: string }, actor: Actor): Entry[] {
  needCorrectable(state);
  needNoCeremony(state);
  const correction = pendingIn(state, id);
  if ('id' in actor && correction.proposedBy.endsWith(`:${actor.id}`)) refuse('same-person');
  needScrutineer(state, actor);
  return [{ type: 'correction-confirmed', data: { correction: id } }];
}

const Which = v.object({ correction: Id });

export const correctionCommands = {
  'correction.propose': command(HOSTS, Propose, decidePropose),
  'correction.confirm': command(['scrutineer'], Which, decideConfirm),
  'correction.withdraw': command([...HOSTS, 'scrutineer'], Which, (state, { correction }) => {
    needCorrectable(state);
    pendingIn(state, correction);
    return [{ type: 'correction-withdrawn', data: { correction } }];
  }),
};

function apply(state: State, { deduction: id, unit, points, reason, proposedBy: by, at }: Correction): void {
  const { deductions } = state.amendments;
  if (points === 0) deductions.delete(id);
  else deductions.set(id, { id, unit, points, reason, by, at });
}

type Proposed = Pick<Correction, 'id' | 'unit' | 'deduction' | 'points'> & { private?: { reason: string } };

export const correctionFolds = {
  'correction-proposed': (state, { private: secret, ...data }: Proposed, { at, by }) => {
    const open = {
      confirmedBy: null,
      confirmedAt: null,
      withdrawn: false,
      withdrawnBy: null,
      withdrawnAt: null,
    };
    state.corrections.set(data.id, { ...data, reason: secret?.reason ?? null, proposedBy: by, at, ...open });
  },
  'correction-confirmed': (state, { correction: id }: { correction: string }, { at, by, n }) => {
    const correction = state.corrections.get(id);
    if (!correction) return;
    Object.assign(correction, { confirmedBy: by, confirmedAt: at });
    const { unit } = correction;
    listed(state, { id, unit, kind: 'deduction', at }, () => {
      apply(state, correction);
      unconfirm(state, unit, n);
    });
  },
  'correction-withdrawn': (state, { correction }: { correction: string }, { at, by }) => {
    const known = state.corrections.get(correction);
    if (known) Object.assign(known, { withdrawn: true, withdrawnBy: by, withdrawnAt: at });
  },
} satisfies Folds;
