/** B4, S9 · What is changed behind a lock, and what comes off a score: always with a reason, always in the export. */
import * as v from 'valibot';
import { HOSTS, type Actor } from './actors.ts';
import { turnOf } from './turns.ts';
import { ballotOf, needScores, putBallot, withPass, type Ballot } from './ballots.ts';
import { Id, Reason, whole } from './fields.ts';
import { needOpen } from './phases.ts';
import { command, refuse, type Context, type Entry, type Folds } from './noun.ts';
import { needNoCeremony, unconfirm } from './publication.ts';
import { ScoresSchema, type Scores } from './sheet.ts';
import type { State } from './state.ts';

export interface Amendment {
  id: string;
  unit: string;
  pass: string;
  /** `admit` lets a late ballot count, `replace` gives other scores, `void` takes a ballot out. */
  kind: 'admit' | 'replace' | 'void';
  scores: Scores | null;
  reason: string | null;
  proposedBy: string;
  confirmedBy: string | null;
  withdrawn: boolean;
  at: number;
}

export interface Deduction {
  id: string;
  unit: string;
  /** Hundredths of a point. */
  points: number;
  reason: string | null;
  by: string;
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

function decidePropose(state: State, body: Propose, _actor: Actor, context: Context): Entry[] {
  needOpen(state);
  const { unit, pass, kind, scores, reason } = body;
  const turn = turnOf(state, unit);
  if (turn.stage !== 'locked' && turn.stage !== 'published') refuse('not-locked', { stage: turn.stage });
  if (kind === 'admit' && turn.stage === 'published') refuse('already-published', { unit });
  if (kind === 'admit' && !state.ballots.late.get(unit)?.has(pass)) refuse('not-late', { pass });
  if (kind !== 'admit' && !ballotOf(state, unit, pass)) refuse('ballot-unknown', { pass });
  if (kind === 'replace') needScores(state.scoring, scores ?? {});
  const data = { id: `a${context.n}`, unit, pass, kind, scores: kind === 'replace' ? scores : null };
  return [{ type: 'amendment-proposed', data, private: { reason } }];
}

function decideConfirm(state: State, { amendment: id }: { amendment: string }, actor: Actor): Entry[] {
  needOpen(state);
  needNoCeremony(state);
  const amendment = state.amendments.all.get(id);
  if (!amendment || amendment.withdrawn || amendment.confirmedBy !== null)
    refuse('amendment-unknown', { amendment: id });
  if ('id' in actor && amendment.proposedBy.endsWith(`:${actor.id}`)) refuse('same-person');
  const { stage } = turnOf(state, amendment.unit);
  // A unit that was absent may be back on stage meanwhile (A2): then its ballots are the examiners' own again.
  if (stage !== 'locked' && stage !== 'published') refuse('not-locked', { stage });
  if (amendment.kind === 'admit' && stage === 'published')
    refuse('already-published', { unit: amendment.unit });
  return [{ type: 'amendment-confirmed', data: { amendment: id } }];
}

const Deduct = v.object({ id: Id, unit: Id, points: whole(0, 1_000_000), reason: Reason });

function decideDeduct(state: State, body: v.InferOutput<typeof Deduct>): Entry[] {
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
      needOpen(state);
      const known = state.amendments.all.get(amendment);
      if (!known || known.withdrawn || known.confirmedBy !== null) refuse('amendment-unknown', { amendment });
      return [{ type: 'amendment-withdrawn', data: { amendment } }];
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
      confirmedBy: null,
      withdrawn: false,
      at,
    });
  },
  'amendment-confirmed': (state, data: { amendment: string }, { by, n }) => {
    const amendment = state.amendments.all.get(data.amendment);
    if (!amendment) return;
    amendment.confirmedBy = by;
    const ballot = amendedBallot(state, amendment, n);
    if (ballot) putBallot(state, 'byUnit', ballot);
    const turn = state.agenda.turns.get(amendment.unit);
    if (ballot && turn?.frozen) turn.frozen = withPass(turn.frozen, ballot.pass, ballot.category);
    if (amendment.kind === 'admit') state.ballots.late.get(amendment.unit)?.delete(amendment.pass);
    unconfirm(state, amendment.unit);
  },
  'amendment-withdrawn': (state, { amendment }: { amendment: string }) => {
    const known = state.amendments.all.get(amendment);
    if (known) known.withdrawn = true;
  },
  'deduction-set': (
    state,
    data: { id: string; unit: string; points: number; private?: { reason: string } },
    { by },
  ) => {
    const { id, unit, points } = data;
    if (points === 0) state.amendments.deductions.delete(id);
    else state.amendments.deductions.set(id, { id, unit, points, reason: data.private?.reason ?? null, by });
    unconfirm(state, unit);
  },
} satisfies Folds;
