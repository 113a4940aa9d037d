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

function sessionOf(state: State, person: string): string[] {
  if (person.startsWith('@')) return [person.slice(1)];
  const pass = state.passes.all.get(person);
  const kiosk = state.passes.all.get(kioskOf(state, person) ?? '')?.session;
  return [pass?.session, pass?.handover, kiosk].filter((one): one is string => typeof one === 'string');
}

/** The sessions whose own view an entry may have changed, once it is folded; `null` for all. */
export function touchedBy(state: State, entry: { type: string; by: string; data: unknown }): string[] | null {
  if (TOUCHES_ALL.has(entry.type)) return null;
  const data = entry.data as {
    pass?: string;
    kiosk?: string;
    session?: string;
    question?: string;
    into?: string;
    amendment?: string;
  };
  const at = entry.by.indexOf('@');
  const sessions = at < 0 ? [] : [entry.by.slice(at + 1)];
  sessions.push(...teamSessions(state, entry), ...deckSessions(state, entry));
  // A step lowers hands and forgets who asked for time (Q3, B3).
  if (entry.type === 'turn-stepped')
    for (const pass of [...state.questions.hands, ...state.ballots.waits])
      sessions.push(...sessionOf(state, pass));
  if (data.session !== undefined) sessions.push(data.session);
  if (entry.type === 'meeting-phase')
    for (const kiosk of state.kiosks.keys()) sessions.push(...sessionOf(state, kiosk));
  if (data.pass !== undefined) sessions.push(...sessionOf(state, data.pass));
  if (data.kiosk !== undefined) sessions.push(...sessionOf(state, data.kiosk));
  for (const id of [data.question, data.into]) {
    const asker = id === undefined ? undefined : state.questions.all.get(id)?.asker;
    if (asker !== undefined) sessions.push(...sessionOf(state, asker));
    if (id !== undefined) sessions.push(...mergedAskers(state, id).flatMap((one) => sessionOf(state, one)));
  }
  const joined = data.into === undefined ? undefined : state.questions.all.get(data.into);
  for (const person of joined?.support ?? []) sessions.push(...sessionOf(state, person));
  for (const id of unitOfEvidence(state, entry)) sessions.push(...sessionOf(state, id));
  const amended = data.amendment === undefined ? undefined : state.amendments.all.get(data.amendment)?.pass;
  if (amended !== undefined) sessions.push(...sessionOf(state, amended));
  return sessions;
}
