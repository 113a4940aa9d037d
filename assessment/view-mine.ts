/** V1 · What is for one device alone: its pass, its own ballots, ratings, votes and questions. */
import type { PassKind } from './actors.ts';
import type { Ballot } from './ballots.ts';
import type { Help } from './help.ts';
import { guestOf, kioskOf } from './kiosks.ts';
import { isPresent, isRecused, type Pass } from './passes.ts';
import type { Rating } from './questions.ts';
import type { Scores } from './sheet.ts';
import type { State } from './state.ts';
import { deckSessions, myDeck, type MyDeck } from './view-deck.ts';
import { myEvidence, unitOfEvidence, type MyEvidence } from './view-evidence.ts';
import { mergedAskers, myQuestions, type MyQuestion } from './view-my-questions.ts';
import { nameOf } from './view-progress.ts';
import { promisesTo, type PromiseView } from './view-promises.ts';
import { teamSessions, teamView, type TeamView } from './view-team.ts';

export interface MyBallot {
  unit: string;
  revision: number;
  receipt: string;
  scores: Scores;
  status: Ballot['status'];
  assisted: boolean;
  amended: boolean;
  at: number;
}

interface MyPass {
  id: string;
  kind: PassKind;
  number: string;
  category: string | null;
  unit: string | null;
  person: string | null;
  name: string | null;
  present: boolean;
}

export interface MineView {
  /** `waiting`: the pass is asked for here and an organizer has yet to move it (I2). */
  way: 'enrolled' | 'waiting' | 'crowd' | 'revoked';
  pass: MyPass | null;
  /** I8, of a kiosk: the examiner's pass that is in it. What follows is then his. */
  guest: MyPass | null;
  /** I8: units that this examiner scores on paper. */
  papers: string[];
  /** I5: units that this examiner may not rate or score. */
  recused: string[];
  ballots: MyBallot[];
  /** Q5: question id → my rating. */
  ratings: Record<string, Rating>;
  questions: MyQuestion[];
  /** Members: what the unit attached to its questions. */
  evidence: MyEvidence[];
  /** Presenters and heads of a unit: its deck, which they may bring and turn. */
  deck: MyDeck | null;
  /** P1: what was promised to me. */
  promises: PromiseView[];
  /** Members and presenters: their unit. */
  team: TeamView | null;
  /** Ids of questions that I support. */
  supports: string[];
  /** B8: unit id → grade id. */
  votes: Record<string, string>;
  hand: boolean;
  /** That this person asked for help, and since when (ms). */
  help: Help | null;
  waits: boolean;
}

function myBallots(state: State, pass: string): MyBallot[] {
  const found = [...state.ballots.byUnit.values(), ...state.ballots.late.values()].flatMap(
    (unit) => unit.get(pass) ?? [],
  );
  const isVoid = (unit: string): boolean => state.agenda.turns.get(unit)?.absent ?? false;
  return found.map(({ unit, revision, receipt, scores, status, assisted, amended, at }) => ({
    unit,
    revision,
    receipt,
    scores,
    status: isVoid(unit) ? 'void' : status,
    assisted: assisted !== null,
    amended: amended !== null,
    at,
  }));
}

function passOfMine(state: State, pass: Pass): MyPass {
  const { id, kind, number, category, unit, person } = pass;
  return { id, kind, number, category, unit, person, name: nameOf(state, pass), present: isPresent(pass) };
}

export function mineView(state: State, session: string): MineView {
  const id = state.passes.bySession.get(session);
  const own = id === undefined ? undefined : state.passes.all.get(id);
  const guest = own?.kind === 'kiosk' ? guestOf(state, own.id) : null;
  const pass = guest ?? own;
  const revoked = state.passes.revokedSessions.has(session);
  const waiting = state.passes.asking.has(session);
  const person = pass ? pass.id : `@${session}`;
  const all = [...state.questions.all.values()];
  const rated = all.flatMap((one): [string, Rating][] => {
    const rating = one.ratings.get(person);
    return rating ? [[one.id, rating]] : [];
  });
  const votes = [...state.crowd.votes].flatMap(([unit, by]): [string, string][] => {
    const grade = by.get(session);
    return grade === undefined ? [] : [[unit, grade]];
  });
  return {
    way: revoked ? 'revoked' : own ? 'enrolled' : waiting ? 'waiting' : 'crowd',
    pass: own ? passOfMine(state, own) : null,
    guest: guest ? passOfMine(state, guest) : null,
    papers: pass ? state.agenda.order.filter((unit) => state.papers.get(unit)?.has(pass.id)) : [],
    recused: pass ? state.agenda.order.filter((unit) => isRecused(state, pass, unit)) : [],
    ballots: pass ? myBallots(state, pass.id) : [],
    ratings: Object.fromEntries(rated),
    questions: myQuestions(state, person),
    evidence: myEvidence(state, pass),
    deck: myDeck(state, own),
    promises: promisesTo(state, person),
    team: own ? teamView(state, own) : null,
    supports: all.filter((one) => one.support.has(person)).map((one) => one.id),
    votes: Object.fromEntries(votes),
    hand: pass ? state.questions.hands.has(pass.id) : false,
    help: (own && state.help.get(own.id)) ?? null,
    waits: pass ? state.ballots.waits.has(pass.id) : false,
  };
}

/** Entries after which any device's own view may differ. */
const TOUCHES_ALL: ReadonlySet<string> = new Set([
  'meeting-created',
  'units-set',
  'examiners-set',
  'members-set',
  'order-set',
  'unit-absent',
  'unit-present',
]);

function addSessions(state: State, person: string, into: Set<string>): void {
  if (person.startsWith('@')) return void into.add(person.slice(1));
  const pass = state.passes.all.get(person);
  const kiosk = state.passes.all.get(kioskOf(state, person) ?? '');
  for (const one of [pass?.session, pass?.handover, kiosk?.session]) if (one) into.add(one);
}

/** Whom an entry names. */
interface Names {
  pass?: string;
  kiosk?: string;
  session?: string;
  question?: string;
  into?: string;
  amendment?: string;
}

/**
 * The sessions whose own view an entry may have changed, once it is folded.
 * @param into they are added to these: a batch has hundreds of entries
 * @returns false where it may be anybody's
 */
export function touchedBy(
  state: State,
  entry: { type: string; by: string; data: unknown },
  into: Set<string>,
): boolean {
  if (TOUCHES_ALL.has(entry.type)) return false;
  const { pass, kiosk, session, question, into: joined, amendment } = entry.data as Names;
  const at = entry.by.indexOf('@');
  if (at >= 0) into.add(entry.by.slice(at + 1));
  if (session !== undefined) into.add(session);
  if (pass !== undefined) addSessions(state, pass, into);
  if (kiosk !== undefined) addSessions(state, kiosk, into);
  for (const id of [question, joined]) if (id !== undefined) addAskers(state, id, into);
  const support = joined === undefined ? undefined : state.questions.all.get(joined)?.support;
  for (const person of support ?? []) addSessions(state, person, into);
  const amended = amendment === undefined ? undefined : state.amendments.all.get(amendment)?.pass;
  if (amended !== undefined) addSessions(state, amended, into);
  addByType(state, entry, into);
  return true;
}

function addAskers(state: State, question: string, into: Set<string>): void {
  const asker = state.questions.all.get(question)?.asker;
  if (asker !== undefined) addSessions(state, asker, into);
  for (const one of mergedAskers(state, question)) addSessions(state, one, into);
}

function addByType(state: State, entry: { type: string; data: unknown }, into: Set<string>): void {
  for (const one of teamSessions(state, entry)) into.add(one);
  for (const one of deckSessions(state, entry)) into.add(one);
  for (const id of unitOfEvidence(state, entry)) addSessions(state, id, into);
  // A step lowers hands and forgets who asked for time (Q3, B3).
  if (entry.type === 'turn-stepped')
    for (const pass of [...state.questions.hands, ...state.ballots.waits]) addSessions(state, pass, into);
  if (entry.type === 'meeting-phase')
    for (const kiosk of state.kiosks.keys()) addSessions(state, kiosk, into);
}
