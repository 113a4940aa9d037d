/** B1–B7 · Ballots: one per pass and unit, replaceable until the lock, sealed as late behind it. */
import * as v from 'valibot';
import type { Actor } from './actors.ts';
import { type Attendance, turnOf } from './turns.ts';
import { Id, Name, Revision } from './fields.ts';
import { needLive } from './phases.ts';
import { command, refuse, type Context, type Decision, type Folds } from './noun.ts';
import { examinerPasses, isPresent, isRecused, type Pass } from './passes.ts';
import { hasSpoken, needOnlyBallot, spokenFor } from './seats.ts';
import { freezeSheet } from './sheet-freeze.ts';
import { guestOf } from './kiosks.ts';
import { checkScores, ScoresSchema, type Scores, type Scoring } from './sheet.ts';
import type { State } from './state.ts';

/** A ballot as it counts, or as it was sealed. Points in hundredths. */
export interface Ballot {
  unit: string;
  pass: string;
  category: string;
  scores: Scores;
  /** B6: 8 characters of Crockford base32, random. */
  receipt: string;
  /** How many ballots of this pass for this unit were accepted; a replacement names it (B2). */
  revision: number;
  status: 'counted' | 'void' | 'late';
  /** I8: the assistant who entered it. */
  assisted: string | null;
  /** B4: the number of the amendment's entry. */
  amended: number | null;
  at: number;
  n: number;
}

export interface BallotsState {
  /** Unit id → pass id → the last accepted ballot. */
  byUnit: Map<string, Map<string, Ballot>>;
  /** B4: unit id → pass id → what came after the lock. */
  late: Map<string, Map<string, Ballot>>;
  /** Of every ballot that was ever accepted or sealed: unique. */
  receipts: Set<string>;
  /** How many were ever accepted. */
  accepted: number;
  /** B3: passes whose bearers asked the host to wait. */
  waits: Set<string>;
}

export const emptyBallots = (): BallotsState => ({
  byUnit: new Map(),
  late: new Map(),
  receipts: new Set(),
  accepted: 0,
  waits: new Set(),
});

export const hasBallots = (state: State, unit: string): boolean =>
  (state.ballots.byUnit.get(unit)?.size ?? 0) > 0;

export const ballotOf = (state: State, unit: string, pass: string): Ballot | undefined =>
  state.ballots.byUnit.get(unit)?.get(pass);

/** Ballots of a unit as they count now: all are void where the unit is absent (A2). */
export function ballotsOf(state: State, unit: string): Ballot[] {
  const absent = state.agenda.turns.get(unit)?.absent ?? false;
  const all = [...(state.ballots.byUnit.get(unit)?.values() ?? [])];
  return absent ? all.map((one) => ({ ...one, status: 'void' as const })) : all;
}

/** B5: who may score the unit now, or has. */
export function isEligible(
  state: State,
  pass: Pass,
  unit: string,
  spoken: ReadonlySet<string> = spokenFor(state, unit),
): boolean {
  const given = ballotOf(state, unit, pass.id);
  // B6: an unequal paper was returned as well, and what is returned is never more than what could be.
  if (given && (given.status === 'counted' || given.amended === null)) return true;
  return isPresent(pass) && !isRecused(state, pass, unit) && !hasSpoken(spoken, pass);
}

/** B5 as of now; frozen when the turn is locked. */
export function attendanceOf(state: State, unit: string): Attendance {
  const spoken = spokenFor(state, unit);
  const here = examinerPasses(state).filter((pass) => isEligible(state, pass, unit, spoken));
  const byCategory: Attendance['byCategory'] = {};
  for (const { category } of here) byCategory[category ?? ''] = (byCategory[category ?? ''] ?? 0) + 1;
  return { eligible: here.length, byCategory, passes: here.map(({ id }) => id) };
}

/** B5: the attendance with one more pass; the same where the pass is in it. */
export function withPass(attendance: Attendance, pass: string, category: string): Attendance {
  const { eligible, byCategory, passes } = attendance;
  if (passes.includes(pass)) return attendance;
  const count = (byCategory[category] ?? 0) + 1;
  return {
    eligible: eligible + 1,
    byCategory: { ...byCategory, [category]: count },
    passes: [...passes, pass],
  };
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** B6: a receipt that no other ballot of the meeting has. */
export function newReceipt(state: State, context: Context): string {
  for (;;) {
    const receipt = [...context.random(8)].map((byte) => CROCKFORD[byte & 31]).join('');
    if (!state.ballots.receipts.has(receipt)) return receipt;
  }
}

/** B1. @throws Refusal with the criterion that is wrong */
export function needScores(scoring: Scoring, scores: Scores): void {
  const problem = checkScores(scoring, scores);
  if (problem) refuse(problem.code, { criterion: problem.criterion });
}

/** What every ballot says, whoever sends it. */
export const BallotBody = v.object({
  unit: Id,
  /** B2: the revision that this ballot replaces; 0 where there was none. */
  replaces: Revision,
  scores: ScoresSchema,
});

const Submit = v.object({
  ...BallotBody.entries,
  assisted: v.optional(Name),
  /** I8: whose ballot it is, as a kiosk knows it: one that was under way never counts for the next in turn. */
  pass: v.optional(Id),
});
type Submit = v.InferOutput<typeof Submit>;

/** I8: the pass that is in the kiosk. @throws Refusal `kiosk-empty` */
function bearerOf(state: State, actor: Actor, named: string | undefined): Pass {
  if (!('pass' in actor)) refuse('forbidden');
  const pass = actor.role === 'kiosk' ? guestOf(state, actor.pass.id) : actor.pass;
  const needed = actor.role === 'kiosk' ? named : (named ?? actor.pass.id);
  return pass?.id === needed && pass !== null ? pass : refuse('kiosk-empty');
}

/** B2–B4, however it came: from his phone, a kiosk or an assistant. */
export function decideBallot(
  state: State,
  pass: Pass,
  body: Omit<Submit, 'pass'>,
  context: Context,
): Decision {
  needLive(state);
  const turn = turnOf(state, body.unit);
  if (turn.absent) refuse('unit-absent', { unit: body.unit });
  if (isRecused(state, pass, body.unit)) refuse('recused', { unit: body.unit });
  if (!isPresent(pass)) refuse('not-checked-in');
  if (state.papers.get(body.unit)?.has(pass.id)) refuse('paper-issued', { unit: body.unit });
  needOnlyBallot(state, pass, body.unit);
  needScores(state.scoring, body.scores);
  const { unit, scores, assisted } = body;
  const receipt = newReceipt(state, context);
  const data = {
    unit,
    pass: pass.id,
    category: pass.category,
    scores,
    receipt,
    assisted: assisted !== undefined,
  };
  const secret = assisted === undefined ? {} : { private: { assisted } };
  if (turn.stage === 'locked' || turn.stage === 'published') {
    const refused = { code: 'turn-locked' as const, detail: { stage: turn.stage, receipt } };
    return { entries: [{ type: 'ballot-late', data, ...secret }], refused };
  }
  if (turn.stage !== 'scoring' && turn.stage !== 'closing') refuse('turn-not-open', { stage: turn.stage });
  const revision = ballotOf(state, unit, pass.id)?.revision ?? 0;
  if (body.replaces !== revision) refuse('superseded', { revision });
  return { entries: [{ type: 'ballot-accepted', data: { ...data, revision: revision + 1 }, ...secret }] };
}

export const ballotCommands = {
  'ballot.submit': command(['examiner', 'kiosk'], Submit, (state, { pass, ...body }, actor, context) =>
    decideBallot(state, bearerOf(state, actor, pass), body, context),
  ),
  /** B3: an elder asks the host to wait; it stands on the console until the ballot is in or the stage changes. */
  'ballot.wait': command(
    ['examiner'],
    v.object({ unit: Id, on: v.boolean() }),
    (state, { unit, on }, actor) => {
      needLive(state);
      if (!('pass' in actor)) refuse('forbidden');
      const { stage } = turnOf(state, unit);
      if (stage !== 'scoring' && stage !== 'closing') refuse('turn-not-open', { stage });
      return [{ type: 'wait-asked', data: { unit, pass: actor.pass.id, on } }];
    },
  ),
};

interface Recorded {
  unit: string;
  pass: string;
  category: string;
  scores: Scores;
  receipt: string;
  revision: number;
  assisted: boolean;
  private?: { assisted: string };
}

/** Writes a ballot where it counts; amendments (B4) come this way too. */
export function putBallot(state: State, place: 'byUnit' | 'late', ballot: Ballot): void {
  const units = state.ballots[place];
  const unit = units.get(ballot.unit) ?? new Map<string, Ballot>();
  units.set(ballot.unit, unit);
  unit.set(ballot.pass, ballot);
  state.ballots.receipts.add(ballot.receipt);
  freezeSheet(state, { by: 'ballot', unit: ballot.unit, at: ballot.at });
}

const ballotFrom = (
  data: Omit<Recorded, 'revision'>,
  status: Ballot['status'],
  revision: number,
  at: number,
  n: number,
): Ballot => ({
  unit: data.unit,
  pass: data.pass,
  category: data.category,
  scores: data.scores,
  receipt: data.receipt,
  revision,
  status,
  assisted: data.assisted ? (data.private?.assisted ?? '') : null,
  amended: null,
  at,
  n,
});

export const ballotFolds = {
  'ballot-accepted': (state, data: Recorded, { at, n }) => {
    putBallot(state, 'byUnit', ballotFrom(data, 'counted', data.revision, at, n));
    state.ballots.accepted += 1;
    state.ballots.waits.delete(data.pass);
  },
  'ballot-late': (state, data: Omit<Recorded, 'revision'>, { at, n }) => {
    putBallot(state, 'late', ballotFrom(data, 'late', 0, at, n));
  },
  'wait-asked': (state, { pass, on }: { unit: string; pass: string; on: boolean }) => {
    if (on) state.ballots.waits.add(pass);
    else state.ballots.waits.delete(pass);
  },
} satisfies Folds;

export const Receipt = v.pipe(v.string(), v.regex(/^[0-9A-HJKMNP-TV-Z]{8}$/));
