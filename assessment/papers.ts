/**
 * I8, B6 · Paper: issued against a pass, which closes that pass's phone for that turn; keyed twice by two people. Two
 * equal entries count, two unequal ones are void until one of the two corrects his, one alone is no ballot yet.
 */
import * as v from 'valibot';
import { HOSTS, type Actor } from './actors.ts';
import { ballotOf, needScores, newReceipt, putBallot } from './ballots.ts';
import { Id, Reason } from './fields.ts';
import { command, refuse, type Context, type Decision, type Entry, type Folds } from './noun.ts';
import { isRecused, passOf } from './passes.ts';
import { needLive, needOpen } from './phases.ts';
import { examinerCriteria, ScoresSchema, type Scores } from './sheet.ts';
import { needOnlyBallot } from './seats.ts';
import { freezeSheet } from './sheet-freeze.ts';
import type { State } from './state.ts';
import { turnOf } from './turns.ts';

/** What one person read from the paper. */
interface PaperEntry {
  /** Id of the organizer. */
  by: string;
  scores: Scores;
}

export interface Paper {
  unit: string;
  pass: string;
  issuedAt: number;
  /** One for each person, two at most. */
  entries: PaperEntry[];
}

/** Unit id → pass id → the paper that is out for it. */
export type PapersState = Map<string, Map<string, Paper>>;

export const emptyPapers = (): PapersState => new Map();

export const paperOf = (state: State, unit: string, pass: string): Paper | undefined =>
  state.papers.get(unit)?.get(pass);

/** Criteria in which the two entries differ; null while there are not two. */
export function differsIn(state: State, { entries: [one, two] }: Paper): string[] | null {
  if (!one || !two) return null;
  return examinerCriteria(state.scoring)
    .map(({ id }) => id)
    .filter((id) => one.scores[id] !== two.scores[id]);
}

const isLocked = (state: State, unit: string): boolean =>
  ['locked', 'published'].includes(turnOf(state, unit).stage);

function decideIssue(state: State, { unit, pass: id }: { unit: string; pass: string }): Entry[] {
  needLive(state);
  const turn = turnOf(state, unit);
  const pass = passOf(state, id);
  if (pass.kind !== 'examiner') refuse('pass-unknown', { pass: id });
  if (pass.revoked) refuse('pass-revoked', { pass: id });
  if (turn.absent) refuse('unit-absent', { unit });
  if (isLocked(state, unit)) refuse('turn-locked', { stage: turn.stage });
  if (isRecused(state, pass, unit)) refuse('recused', { unit });
  if (paperOf(state, unit, id)) return [];
  if (ballotOf(state, unit, id)?.status === 'counted') refuse('ballot-given', { pass: id });
  needOnlyBallot(state, pass, unit);
  return [{ type: 'paper-issued', data: { unit, pass: id } }];
}

function decideReturn(state: State, body: { unit: string; pass: string; reason: string }): Entry[] {
  needOpen(state);
  const { unit, pass, reason } = body;
  const paper = paperOf(state, unit, pass) ?? refuse('paper-unknown', { pass });
  if (paper.entries.length > 0) refuse('paper-keyed', { pass });
  return [{ type: 'paper-returned', data: { unit, pass }, private: { reason } }];
}

/** The entries as they are with this one: a person's later entry takes the place of his earlier one. */
const withEntry = (entries: readonly PaperEntry[], mine: PaperEntry): PaperEntry[] =>
  entries.some(({ by }) => by === mine.by)
    ? entries.map((one) => (one.by === mine.by ? mine : one))
    : [...entries, mine];

interface Key {
  unit: string;
  pass: string;
  scores: Scores;
}

/** B4: what is complete before the lock counts; what is completed behind it is sealed as late. */
function decideKey(state: State, { unit, pass, scores }: Key, actor: Actor, context: Context): Decision {
  needLive(state);
  if (!('id' in actor)) refuse('forbidden');
  const turn = turnOf(state, unit);
  const paper = paperOf(state, unit, pass) ?? refuse('paper-unknown', { pass });
  if (turn.absent) refuse('unit-absent', { unit });
  const bearer = passOf(state, pass);
  if (bearer.revoked) refuse('pass-revoked', { pass });
  if (isRecused(state, bearer, unit)) refuse('recused', { unit });
  needScores(state.scoring, scores);
  const locked = isLocked(state, unit);
  if (!locked && turn.stage !== 'scoring' && turn.stage !== 'closing')
    refuse('turn-not-open', { stage: turn.stage });
  const before = ballotOf(state, unit, pass);
  if (locked && (before || state.ballots.late.get(unit)?.has(pass)))
    refuse('turn-locked', { stage: turn.stage });
  const entries = withEntry(paper.entries, { by: actor.id, scores });
  if (entries.length > 2) refuse('paper-keyed', { pass });
  const differs = differsIn(state, { ...paper, entries });
  const data = { unit, pass, scores, category: bearer.category };
  if (differs === null || (locked && differs.length > 0)) return { entries: [{ type: 'paper-keyed', data }] };
  const receipt = newReceipt(state, context);
  if (locked) {
    const refused = { code: 'turn-locked' as const, detail: { stage: turn.stage, receipt } };
    return { entries: [{ type: 'paper-keyed', data: { ...data, receipt, status: 'late' } }], refused };
  }
  const status = differs.length === 0 ? 'counted' : 'void';
  const revision = (before?.revision ?? 0) + 1;
  return { entries: [{ type: 'paper-keyed', data: { ...data, receipt, status, revision } }] };
}

const Which = v.object({ unit: Id, pass: Id });

export const paperCommands = {
  'paper.issue': command(HOSTS, Which, decideIssue),
  /** Handed back unused, or issued by mistake: the phone is open again. */
  'paper.return': command(HOSTS, v.object({ ...Which.entries, reason: Reason }), decideReturn),
  'paper.key': command(
    [...HOSTS, 'scrutineer'],
    v.object({ ...Which.entries, scores: ScoresSchema }),
    decideKey,
  ),
};

interface Keyed extends Key {
  category: string;
  /** With the status: present once there are two entries. */
  receipt?: string;
  status?: 'counted' | 'void' | 'late';
  revision?: number;
}

export const paperFolds = {
  /** Who takes a paper is here (B5). */
  'paper-issued': (state, { unit, pass: id }: { unit: string; pass: string }, { at }) => {
    const papers = state.papers.get(unit) ?? new Map<string, Paper>();
    state.papers.set(unit, papers.set(id, { unit, pass: id, issuedAt: at, entries: [] }));
    const pass = state.passes.all.get(id);
    if (pass) Object.assign(pass, { checkedIn: true, checkedOut: false });
    state.ballots.waits.delete(id);
  },
  'paper-returned': (state, { unit, pass }: { unit: string; pass: string }) => {
    state.papers.get(unit)?.delete(pass);
  },
  'paper-keyed': (state, data: Keyed, { at, n, by }) => {
    const { unit, pass, scores, category, receipt, status, revision = 0 } = data;
    const paper = paperOf(state, unit, pass);
    if (!paper) return;
    paper.entries = withEntry(paper.entries, { by: by.slice(by.indexOf(':') + 1), scores });
    freezeSheet(state, { by: 'ballot', unit, at });
    if (receipt === undefined || status === undefined) return;
    const ballot = { unit, pass, category, scores, receipt, revision, status, assisted: null, amended: null };
    putBallot(state, status === 'late' ? 'late' : 'byUnit', { ...ballot, at, n });
    if (status !== 'late') state.ballots.accepted += 1;
  },
} satisfies Folds;
