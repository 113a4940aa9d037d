/** B4, S9 · What is changed behind a lock, and what comes off a score: always with a reason, always in the export. */
import * as v from 'valibot';
import { HOSTS, type Actor } from './actors.ts';
import { turnOf } from './turns.ts';
import { ballotOf, needScores, putBallot, withPass, type Ballot } from './ballots.ts';
import { Id, Reason, whole } from './fields.ts';
import { listed, needCorrectable, needNotFinal } from './appeal.ts';
import { needOpen } from './phases.ts';
import { command, refuse, type Context, type Entry, type Folds } from './noun.ts';
import { needNoCeremony } from './ceremony.ts';
import { needScrutineer, unconfirm } from './publication.ts';
import { needOnlyBallot } from './seats.ts';
import { ScoresSchema, type Scores } from './sheet.ts';
import type { State } from './state.ts';

/** B4: what one host proposes and one scrutineer confirms. Ids of organizers; times in ms. */
export interface Proposal {
  id: string;
  unit: string;
  reason: string | null;
  proposedBy: string;
  /** When it was proposed. */
  at: number;
  confirmedBy: string | null;
  confirmedAt: number | null;
  withdrawn: boolean;
  withdrawnBy: string | null;
  withdrawnAt: number | null;
}

export interface Amendment extends Proposal {
  pass: string;
  /** `admit` lets a late ballot count, `replace` gives other scores, `void` takes a ballot out. */
  kind: 'admit' | 'replace' | 'void';
  scores: Scores | null;
}

export interface Deduction {
  id: string;
  unit: string;
  /** Hundredths of a point. */
  points: number;
  reason: string | null;
  by: string;
  at: number;
}

export interface AmendmentsState {
  all: Map<string, Amendment>;
  deductions: Map<string, Deduction>;
}

export const emptyAmendments = (): AmendmentsState => ({ all: new Map(), deductions: new Map() });

const Propose = v.object({
  unit: Id,
  pass: Id,
  kind: v.picklist(['admit', 'replace', 'void']),
  scores: v.nullable(ScoresSchema),
  reason: Reason,
});
type Propose = v.InferOutput<typeof Propose>;

/** Neither confirmed nor withdrawn. */
export const isPending = (one: Pick<Amendment, 'confirmedBy' | 'withdrawn'>): boolean =>
  one.confirmedBy === null && !one.withdrawn;

const withdrawn = (amendment: string): Entry => ({ type: 'amendment-withdrawn', data: { amendment } });

/** A unit that comes back to the stage (A2): its ballots may be others by its next lock, so nothing waits for that. */
export const withdrawAll = (state: State, unit: string): Entry[] =>
  [...state.amendments.all.values()]
    .filter((one) => isPending(one) && one.unit === unit)
    .map(({ id }) => withdrawn(id));

/** @throws Refusal unless the ballot that is to be amended is where the amendment looks for it */
function needAmendable(state: State, { unit, pass, kind }: Pick<Amendment, 'unit' | 'pass' | 'kind'>): void {
  const { stage } = turnOf(state, unit);
  // A unit that was absent may be back on stage (A2): then its ballots are the examiners' own again.
  if (stage !== 'locked' && stage !== 'published') refuse('not-locked', { stage });
  if (kind === 'admit' && stage === 'published') refuse('already-published', { unit });
  if (kind === 'admit' && !state.ballots.late.get(unit)?.has(pass)) refuse('not-late', { pass });
  if (kind !== 'admit' && !ballotOf(state, unit, pass)) refuse('ballot-unknown', { pass });
  const bearer = state.passes.all.get(pass);
  if (kind !== 'void' && bearer) needOnlyBallot(state, bearer, unit);
}

function decidePropose(state: State, body: Propose, _actor: Actor, context: Context): Entry[] {
  needCorrectable(state);
  const { unit, pass, kind, scores, reason } = body;
  needAmendable(state, { unit, pass, kind });
  const open = [...state.amendments.all.values()].find(
    (one) => isPending(one) && one.unit === unit && one.pass === pass,
  );
  if (open) refuse('amendment-pending', { amendment: open.id });
  if (kind === 'replace') needScores(state.scoring, scores ?? {});
  const data = { id: `a${context.n}`, unit, pass, kind, scores: kind === 'replace' ? scores : null };
  return [{ type: 'amendment-proposed', data, private: { reason } }];
}

/** @throws Refusal `amendment-unknown` */
function pendingIn(state: State, id: string): Amendment {
  const known = state.amendments.all.get(id);
  return known && isPending(known) ? known : refuse('amendment-unknown', { amendment: id });
}

function decideConfirm(state: State, { amendment: id }: { amendment: string }, actor: Actor): Entry[] {
  needCorrectable(state);
  needNoCeremony(state);
  const amendment = pendingIn(state, id);
  if ('id' in actor && amendment.proposedBy.endsWith(`:${actor.id}`)) refuse('same-person');
  needScrutineer(state, actor);
  needAmendable(state, amendment);
  return [{ type: 'amendment-confirmed', data: { amendment: id } }];
}

const Deduct = v.object({ id: Id, unit: Id, points: whole(0, 1_000_000), reason: Reason });

function decideDeduct(state: State, body: v.InferOutput<typeof Deduct>): Entry[] {
  needNotFinal(state);
  needOpen(state);
  needNoCeremony(state);
  const { stage } = turnOf(state, body.unit);
  if (stage === 'waiting') refuse('turn-not-open', { stage });
  if (stage === 'published') refuse('already-published', { unit: body.unit });
  const { id, unit, points, reason } = body;
  const before = state.amendments.deductions.get(id);
  if (before && before.unit !== unit) refuse('duplicate', { id });
  return [{ type: 'deduction-set', data: { id, unit, points }, private: { reason } }];
}

export const amendmentCommands = {
  'amendment.propose': command(HOSTS, Propose, decidePropose),
  'amendment.confirm': command(['scrutineer'], v.object({ amendment: Id }), decideConfirm),
  'amendment.withdraw': command(
    [...HOSTS, 'scrutineer'],
    v.object({ amendment: Id }),
    (state, { amendment }) => {
      needCorrectable(state);
      pendingIn(state, amendment);
      return [withdrawn(amendment)];
    },
  ),
  /** S9: sets a deduction by its id; 0 points take it back. */
  'deduction.set': command(HOSTS, Deduct, decideDeduct),
};

/** What an amendment makes of the ballot that it names. */
function amendedBallot(state: State, amendment: Amendment, n: number): Ballot | undefined {
  const { unit, pass, kind } = amendment;
  const base = kind === 'admit' ? state.ballots.late.get(unit)?.get(pass) : ballotOf(state, unit, pass);
  if (!base) return undefined;
  const revision = (ballotOf(state, unit, pass)?.revision ?? 0) + 1;
  if (kind === 'void') return { ...base, status: 'void', amended: n, revision };
  if (kind === 'admit') return { ...base, status: 'counted', amended: n, revision };
  return { ...base, status: 'counted', amended: n, revision, scores: amendment.scores ?? base.scores };
}

function amend(state: State, amendment: Amendment, n: number): void {
  const { unit, pass, kind } = amendment;
  const ballot = amendedBallot(state, amendment, n);
  if (ballot) putBallot(state, 'byUnit', ballot);
  const turn = state.agenda.turns.get(unit);
  if (ballot && turn?.frozen) turn.frozen = withPass(turn.frozen, ballot.pass, ballot.category);
  if (kind === 'admit') state.ballots.late.get(unit)?.delete(pass);
  unconfirm(state, unit, n);
}

export const amendmentFolds = {
  'amendment-proposed': (
    state,
    data: Pick<Amendment, 'id' | 'unit' | 'pass' | 'kind' | 'scores'> & { private?: { reason: string } },
    { at, by },
  ) => {
    const { private: secret, ...rest } = data;
    state.amendments.all.set(data.id, {
      ...rest,
      reason: secret?.reason ?? null,
      proposedBy: by,
      at,
      confirmedBy: null,
      confirmedAt: null,
      withdrawn: false,
      withdrawnBy: null,
      withdrawnAt: null,
    });
  },
  'amendment-confirmed': (state, data: { amendment: string }, { by, at, n }) => {
    const amendment = state.amendments.all.get(data.amendment);
    if (!amendment) return;
    Object.assign(amendment, { confirmedBy: by, confirmedAt: at });
    const { id, unit, kind } = amendment;
    listed(state, { id, unit, kind, at }, () => amend(state, amendment, n));
  },
  'amendment-withdrawn': (state, { amendment }: { amendment: string }, { by, at }) => {
    const known = state.amendments.all.get(amendment);
    if (known) Object.assign(known, { withdrawn: true, withdrawnBy: by, withdrawnAt: at });
  },
  'deduction-set': (
    state,
    data: { id: string; unit: string; points: number; private?: { reason: string } },
    { by, at, n },
  ) => {
    const { id, unit, points } = data;
    if (points === 0) state.amendments.deductions.delete(id);
    else
      state.amendments.deductions.set(id, { id, unit, points, reason: data.private?.reason ?? null, by, at });
    unconfirm(state, unit, n);
  },
} satisfies Folds;
