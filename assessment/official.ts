/**
 * A1 · Going official: the first entries of a new journal. It takes along who judges, who is judged and by what sheet,
 * and every device where it is; ballots, questions, turns and draws of the rehearsal stay behind.
 */
import { decksTaken } from './deck.ts';
import type { Head, Json } from './journal.ts';
import { meetingCreated, needComplete, needPhase, phase } from './meeting.ts';
import { refuse, type Entry } from './noun.ts';
import { keepTaken } from './privacy.ts';
import type { Issue, Pass } from './passes.ts';
import { examinersSet, membersSet } from './roster.ts';
import { screensTaken } from './screens.ts';
import { wifiTaken } from './wifi.ts';
import { scrutineersOf } from './scrutineers.ts';
import type { State } from './state.ts';

export interface Official {
  /** Id and code of the new meeting. */
  id: string;
  code: string;
  /** Where the rehearsal's journal stands. */
  head: Head;
}

const issueOf = ({ id, kind, number, category, person, unit, hash }: Pass): Issue => {
  return { id, kind, number, category, person, unit, hash };
};

/** Where the bearer of a pass is: on his device, here or gone, or without rights; and what he may not judge (I3). */
function whereabouts(pass: Pass): Entry[] {
  const { id, session, checkedIn, checkedOut, revoked, substitute, declared } = pass;
  const entries = declared.map((unit): Entry => ({ type: 'recusal-declared', data: { pass: id, unit } }));
  if (session !== null) entries.push({ type: 'pass-enrolled', data: { pass: id, session } });
  else if (checkedIn) entries.push({ type: 'pass-checked-in', data: { pass: id } });
  if (checkedOut) entries.push({ type: 'pass-checked-out', data: { pass: id } });
  if (revoked)
    entries.push({
      type: 'pass-revoked',
      data: substitute === null ? { pass: id } : { pass: id, substitute },
    });
  return entries;
}

function passesOf(state: State): Entry[] {
  const passes = [...state.passes.all.values()];
  if (passes.length === 0) return [];
  const lost = [...state.passes.revokedSessions];
  return [
    { type: 'passes-issued', data: { passes: passes.map(issueOf) } },
    ...passes.flatMap(whereabouts),
    ...lost.map((session): Entry => {
      const moved = state.passes.moved.has(session) ? { moved: true } : {};
      return { type: 'session-revoked', data: { session, ...moved } };
    }),
  ];
}

/**
 * The opening entries of the official meeting, which is ready when they are folded.
 * @throws Refusal `wrong-phase` while the rehearsal runs and for a meeting that is official already, `not-ready`
 */
export function officialOpening(state: State, { id, code, head }: Official): Entry[] {
  const { demo, info, settings, mode } = state.meeting;
  if (mode === 'official') refuse('wrong-phase', { mode });
  needPhase(state, 'draft', 'ready', 'closed');
  needComplete(state);
  return [
    meetingCreated({ id, code, demo, mode: 'official', info, rehearsal: head }),
    { type: 'settings-set', data: settings },
    ...keepTaken(state),
    { type: 'scoring-set', data: state.scoring as unknown as Json },
    { type: 'units-set', data: { units: state.roster.units } },
    membersSet([...state.roster.members.values()]),
    examinersSet([...state.roster.examiners.values()]),
    ...passesOf(state),
    ...scrutineersOf(state),
    ...screensTaken(state),
    ...decksTaken(state),
    ...wifiTaken(state),
    phase('ready'),
  ];
}

/** A1 · What going official takes along, and what stays behind in the rehearsal, counted. */
export interface OfficialBalance {
  along: {
    units: number;
    members: number;
    examiners: number;
    passes: number;
    /** Passes that have a phone, and screens that have one. */
    phones: number;
    screens: number;
    decks: number;
    scrutineers: string[];
  };
  behind: {
    draws: number;
    questions: number;
    promises: number;
    hands: number;
    /** Every ballot that was accepted, those that were replaced included. */
    ballots: number;
    late: number;
    votes: number;
    /** Units whose count is locked or published. */
    results: number;
    amendments: number;
    deductions: number;
  };
}

const total = (sizes: Iterable<{ size: number }>): number => {
  let sum = 0;
  for (const { size } of sizes) sum += size;
  return sum;
};

export function officialBalance(state: State): OfficialBalance {
  const { roster, passes, meeting, draws, questions, promises, ballots, crowd, agenda, amendments } = state;
  const issued = [...passes.all.values()].filter(({ revoked }) => !revoked);
  const enrolled = issued.filter(({ session }) => session !== null);
  const over = [...agenda.turns.values()].filter(({ stage }) => stage === 'locked' || stage === 'published');
  return {
    along: {
      units: roster.units.length,
      members: roster.members.size,
      examiners: roster.examiners.size,
      passes: issued.length,
      phones: enrolled.filter(({ kind }) => kind !== 'screen').length,
      screens: enrolled.filter(({ kind }) => kind === 'screen').length,
      decks: decksTaken(state).length,
      scrutineers: meeting.scrutineers.map(({ name }) => name),
    },
    behind: {
      draws: draws.all.size,
      questions: questions.all.size,
      promises: promises.all.size,
      hands: [...questions.hands].length,
      ballots: ballots.accepted,
      late: total(ballots.late.values()),
      votes: total(crowd.votes.values()),
      results: over.length,
      amendments: amendments.all.size,
      deductions: amendments.deductions.size,
    },
  };
}
