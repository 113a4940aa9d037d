/** I1–I4 · Passes: the paper in a hand, the one device that it enrolled, and whether its bearer is here. */
import * as v from 'valibot';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { HOSTS, type Actor, type PassKind } from './actors.ts';
import { base64url } from './base64url.ts';
import { Id, line, Reason, Token } from './fields.ts';
import { needOpen } from './phases.ts';
import { command, refuse, type Context, type Entry, type Folds } from './noun.ts';
import type { State } from './state.ts';

export interface Pass {
  /** Stands on paper and in the journal; never authenticates. */
  id: string;
  kind: PassKind;
  /** The short number beside the QR code. */
  number: string;
  /** Examiners: their category. */
  category: string | null;
  /** Examiner or member; null in an anonymous meeting (I3) and for screens. */
  person: string | null;
  /** Members and presenters: their unit. */
  unit: string | null;
  /** Only the hash of the secret in the QR code (I1). */
  hash: string;
  session: string | null;
  checkedIn: boolean;
  checkedOut: boolean;
  revoked: boolean;
  /** I4: the pass of the one who came in his place. */
  substitute: string | null;
  /** I2: another device that asks to take over. */
  handover: string | null;
  /** I3: units for which the bearer himself declared a recusal. */
  declared: string[];
}

export interface PassesState {
  all: Map<string, Pass>;
  byHash: Map<string, string>;
  bySession: Map<string, string>;
  revokedSessions: Set<string>;
  /** I2: those of them whose pass went to another device, and so was taken from nobody. */
  moved: Set<string>;
  /** Who has or had a pass → ids of his passes. */
  byPerson: Map<string, string[]>;
  /** I4: a substitute's pass → the passes in whose place it came. */
  inPlaceOf: Map<string, string[]>;
  /** I2: a session → ids of the passes that it asks to take over. */
  asking: Map<string, Set<string>>;
}

export const emptyPasses = (): PassesState => ({
  all: new Map(),
  byHash: new Map(),
  bySession: new Map(),
  revokedSessions: new Set(),
  moved: new Set(),
  byPerson: new Map(),
  inPlaceOf: new Map(),
  asking: new Map(),
});

/** I1: what is stored of a pass's secret, and what names a device's session: base64url SHA-256. */
export const hashSecret = (secret: string): string => base64url(sha256(utf8ToBytes(secret)));

const Issue = v.object({
  id: Id,
  kind: v.picklist(['examiner', 'member', 'presenter', 'screen', 'kiosk']),
  number: line(12),
  category: v.nullable(Id),
  person: v.nullable(Id),
  unit: v.nullable(Id),
  hash: Token,
});
export type Issue = v.InferOutput<typeof Issue>;

/** @throws Refusal `pass-unknown` */
export function passOf(state: State, id: string): Pass {
  return state.passes.all.get(id) ?? refuse('pass-unknown', { pass: id });
}

/** The pass that a secret opens. @throws Refusal `pass-unknown`, `pass-revoked` */
export function passBySecret(state: State, secret: string): Pass {
  const id = state.passes.byHash.get(hashSecret(secret));
  const pass = id === undefined ? undefined : state.passes.all.get(id);
  if (!pass) refuse('pass-unknown');
  if (pass.revoked) refuse('pass-revoked', { pass: pass.id });
  return pass;
}

/** B3, B5: here and entitled. */
export const isPresent = (pass: Pass): boolean => pass.checkedIn && !pass.checkedOut && !pass.revoked;

/** I3: whether something that is stored links a person to an examiner's pass. */
export const hasSignedPasses = (state: State): boolean =>
  examinerPasses(state).some(({ person }) => person !== null);

/** I5: listed for the unit, or declared by the bearer (I3). */
export function isRecused(state: State, pass: Pass, unit: string): boolean {
  if (pass.declared.includes(unit)) return true;
  const person = pass.person === null ? undefined : state.roster.examiners.get(pass.person);
  return person?.recusals.includes(unit) ?? false;
}

export const examinerPasses = (state: State): Pass[] =>
  [...state.passes.all.values()].filter((one) => one.kind === 'examiner');

function checkIssue(state: State, issue: Issue): void {
  const { kind, category, person, unit } = issue;
  if (state.passes.all.has(issue.id)) refuse('duplicate', { id: issue.id });
  if (state.passes.byHash.has(issue.hash)) refuse('duplicate', { id: issue.id });
  if (kind === 'examiner') {
    if (!state.scoring.categories.some(({ id }) => id === category))
      refuse('category-unknown', { category: category ?? '' });
    const anonymous = state.meeting.settings.identity === 'anonymous';
    const known = !anonymous && state.roster.examiners.get(person ?? '')?.category === category;
    if (person !== null && !known) refuse('person-unknown', { person });
  }
  if (kind === 'member' && state.roster.members.get(person ?? '')?.unit !== unit)
    refuse('person-unknown', { person: person ?? '' });
  if (kind === 'presenter' && (unit === null || !state.agenda.turns.has(unit)))
    refuse('unit-unknown', { unit: unit ?? '' });
  // I3: what belongs to nobody names nobody, so that no way is left to write down whose an anonymous pass is.
  if (person !== null && kind !== 'examiner' && kind !== 'member') refuse('person-unknown', { person });
  const active = [...state.passes.all.values()].find(
    (one) => person !== null && one.person === person && !one.revoked,
  );
  if (active) refuse('pass-in-use', { pass: active.id });
}

function decideIssue(state: State, { passes }: { passes: Issue[] }): Entry[] {
  needOpen(state);
  const ids = new Set<string>();
  for (const one of passes) {
    if (ids.has(one.id) || ids.has(one.hash) || (one.person !== null && ids.has(`p ${one.person}`)))
      refuse('duplicate', { id: one.id });
    ids.add(one.id).add(one.hash);
    if (one.person !== null) ids.add(`p ${one.person}`);
    checkIssue(state, one);
  }
  return [{ type: 'passes-issued', data: { passes } }];
}

/** Whether a pass has done anything that a second bearer must not inherit unseen (I2). */
export function hasSubmitted(state: State, pass: Pass): boolean {
  for (const place of [state.ballots.byUnit, state.ballots.late]) {
    for (const unit of place.values()) if (unit.has(pass.id)) return true;
  }
  for (const one of state.questions.all.values()) {
    if (one.asker === pass.id || one.ratings.has(pass.id) || one.support.has(pass.id)) return true;
  }
  for (const one of state.promises.all.values()) if (one.maker === pass.id) return true;
  for (const attached of state.evidence.of.values())
    if (attached.some((one) => one.pass === pass.id)) return true;
  for (const deck of state.decks.values()) if (deck.pass === pass.id) return true;
  return pass.declared.length > 0;
}

function decideEnrol(state: State, { secret }: { secret: string }, actor: Actor, context: Context): Entry[] {
  needOpen(state);
  if (!('session' in actor)) refuse('forbidden');
  const { session } = actor;
  const pass = passBySecret(state, secret);
  if (pass.session === session) return [];
  if (state.passes.bySession.has(session)) refuse('session-has-pass');
  const data = { pass: pass.id, session };
  if (pass.session === null) return [{ type: 'pass-enrolled', data }];
  if (!context.online(pass.session) && !hasSubmitted(state, pass)) return [{ type: 'pass-enrolled', data }];
  return pass.handover === session ? [] : [{ type: 'handover-asked', data }];
}

function decideHandOver(state: State, { pass: id, session }: { pass: string; session: string }): Entry[] {
  needOpen(state);
  const pass = passOf(state, id);
  if (pass.revoked) refuse('pass-revoked', { pass: id });
  if (pass.handover !== session) refuse('no-handover', { pass: id });
  if (state.passes.bySession.has(session)) refuse('session-has-pass');
  return [{ type: 'pass-enrolled', data: { pass: id, session } }];
}

function decideReissue(
  state: State,
  { pass: id, hash }: { pass: string; hash: string; reason: string },
  reason: string,
): Entry[] {
  needOpen(state);
  const pass = passOf(state, id);
  if (pass.revoked) refuse('pass-revoked', { pass: id });
  if (state.passes.byHash.has(hash)) refuse('duplicate', { id });
  return [{ type: 'pass-reissued', data: { pass: id, hash }, private: { reason } }];
}

function decideRecuse(state: State, { unit }: { unit: string }, actor: Actor): Entry[] {
  needOpen(state);
  if (!('pass' in actor)) refuse('forbidden');
  const turn = state.agenda.turns.get(unit) ?? refuse('unit-unknown', { unit });
  if (turn.stage === 'locked' || turn.stage === 'published') refuse('turn-locked', { stage: turn.stage });
  if (state.ballots.byUnit.get(unit)?.has(actor.pass.id)) refuse('pass-in-use', { pass: actor.pass.id });
  return isRecused(state, actor.pass, unit)
    ? []
    : [{ type: 'recusal-declared', data: { pass: actor.pass.id, unit } }];
}

const Which = v.object({ pass: Id });
const present = (type: string) =>
  command(HOSTS, Which, (state, { pass }) => {
    needOpen(state);
    if (passOf(state, pass).revoked) refuse('pass-revoked', { pass });
    return [{ type, data: { pass } }];
  });

export const passCommands = {
  'passes.issue': command(
    HOSTS,
    v.object({ passes: v.pipe(v.array(Issue), v.minLength(1), v.maxLength(2000)) }),
    decideIssue,
  ),
  'pass.enrol': command(
    ['crowd', 'examiner', 'member', 'presenter', 'screen', 'kiosk'],
    v.object({ secret: Token }),
    decideEnrol,
  ),
  'pass.hand-over': command(HOSTS, v.object({ pass: Id, session: Token }), decideHandOver),
  'pass.keep': command(HOSTS, Which, (state, { pass }) => {
    needOpen(state);
    if (passOf(state, pass).handover === null) refuse('no-handover', { pass });
    return [{ type: 'handover-denied', data: { pass } }];
  }),
  'pass.reissue': command(HOSTS, v.object({ pass: Id, hash: Token, reason: Reason }), (state, body) =>
    decideReissue(state, body, body.reason),
  ),
  'pass.check-in': present('pass-checked-in'),
  'pass.check-out': present('pass-checked-out'),
  'pass.revoke': command(HOSTS, v.object({ pass: Id, reason: Reason }), (state, { pass, reason }) => {
    needOpen(state);
    if (passOf(state, pass).revoked) refuse('pass-revoked', { pass });
    return [{ type: 'pass-revoked', data: { pass }, private: { reason } }];
  }),
  'recusal.declare': command(['examiner'], v.object({ unit: Id }), decideRecuse),
};

const withPass = (state: State, id: string, change: (pass: Pass, passes: PassesState) => void): void => {
  const pass = state.passes.all.get(id);
  if (pass) change(pass, state.passes);
};

const listed = (lists: Map<string, string[]>, key: string, id: string): void =>
  void lists.set(key, [...(lists.get(key) ?? []), id]);

/** I2: which device asks for a pass, if any. */
function setAsking(pass: Pass, passes: PassesState, session: string | null): void {
  const { handover, id } = pass;
  if (handover !== null) {
    const others = passes.asking.get(handover);
    others?.delete(id);
    if (others?.size === 0) passes.asking.delete(handover);
  }
  pass.handover = session;
  if (session !== null) passes.asking.set(session, new Set(passes.asking.get(session)).add(id));
}

/** I2: the session that loses a pass is revoked at once and for good. */
function dropSession(pass: Pass, passes: PassesState): void {
  if (pass.session === null) return;
  passes.revokedSessions.add(pass.session);
  passes.bySession.delete(pass.session);
  pass.session = null;
}

/** I8: a tablet that moves is nobody's any more, and who lost his pass or left is at none; nor does he wait for help. */
function leaveKiosks(state: State, pass: string): void {
  state.help.delete(pass);
  state.kiosks.delete(pass);
  for (const [kiosk, guest] of state.kiosks) if (guest === pass) state.kiosks.delete(kiosk);
}

export const passFolds = {
  'passes-issued': (state, { passes }: { passes: Issue[] }) => {
    for (const one of passes) {
      state.passes.all.set(one.id, {
        ...one,
        session: null,
        checkedIn: false,
        checkedOut: false,
        revoked: false,
        substitute: null,
        handover: null,
        declared: [],
      });
      state.passes.byHash.set(one.hash, one.id);
      if (one.person !== null) listed(state.passes.byPerson, one.person, one.id);
    }
  },
  'pass-enrolled': (state, data: { pass: string; session: string }) => {
    withPass(state, data.pass, (pass, passes) => {
      if (pass.session !== null) passes.moved.add(pass.session);
      dropSession(pass, passes);
      state.kiosks.delete(pass.id);
      pass.session = data.session;
      setAsking(pass, passes, null);
      pass.checkedIn = true;
      pass.checkedOut = false;
      passes.bySession.set(data.session, pass.id);
      // A device bears one pass: it no longer waits for another.
      for (const id of passes.asking.get(data.session) ?? [])
        withPass(state, id, (one) => setAsking(one, passes, null));
    });
  },
  'handover-asked': (state, data: { pass: string; session: string }) => {
    withPass(state, data.pass, (pass, passes) => setAsking(pass, passes, data.session));
  },
  'handover-denied': (state, data: { pass: string }) => {
    withPass(state, data.pass, (pass, passes) => setAsking(pass, passes, null));
  },
  'pass-reissued': (state, data: { pass: string; hash: string }) => {
    withPass(state, data.pass, (pass, passes) => {
      dropSession(pass, passes);
      leaveKiosks(state, pass.id);
      passes.byHash.delete(pass.hash);
      passes.byHash.set(data.hash, pass.id);
      pass.hash = data.hash;
      setAsking(pass, passes, null);
    });
  },
  'pass-checked-in': (state, data: { pass: string }) => {
    withPass(state, data.pass, (pass) => Object.assign(pass, { checkedIn: true, checkedOut: false }));
  },
  'pass-checked-out': (state, data: { pass: string }) => {
    withPass(state, data.pass, (pass) => (pass.checkedOut = true));
    leaveKiosks(state, data.pass);
  },
  'pass-revoked': (state, data: { pass: string; substitute?: string }) => {
    withPass(state, data.pass, (pass, passes) => {
      dropSession(pass, passes);
      leaveKiosks(state, pass.id);
      pass.revoked = true;
      pass.substitute = data.substitute ?? null;
      if (data.substitute !== undefined) listed(passes.inPlaceOf, data.substitute, pass.id);
      setAsking(pass, passes, null);
    });
  },
  /** A1: a session that was revoked in the rehearsal stays so in the official meeting. */
  'session-revoked': (state, { session, moved }: { session: string; moved?: boolean }) => {
    state.passes.revokedSessions.add(session);
    if (moved) state.passes.moved.add(session);
  },
  'recusal-declared': (state, data: { pass: string; unit: string }) => {
    withPass(state, data.pass, (pass) => pass.declared.push(data.unit));
  },
} satisfies Folds;
