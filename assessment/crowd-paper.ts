/**
 * I8, S7, B8 · The crowd's voices on paper, of a sheet that counts them: the tally of one unit by grade, keyed twice by
 * two people. Two equal entries count beside the voices from phones, two unequal ones or one alone count nothing, and
 * what stood at the lock stands. Voices of both kinds are told apart wherever their sum is shown.
 */
import * as v from 'valibot';
import { HOSTS, type Actor } from './actors.ts';
import { Id, whole } from './fields.ts';
import { command, refuse, type Entry, type Folds } from './noun.ts';
import { needLive } from './phases.ts';
import { freezeSheet } from './sheet-freeze.ts';
import type { State } from './state.ts';
import { turnOf } from './turns.ts';

/** Voices by grade id, every grade of the sheet named. */
export type PaperVotes = Record<string, number>;

/** What one person read from the tally. */
interface CrowdPaperEntry {
  /** Id of the organizer. */
  by: string;
  votes: PaperVotes;
}

/** Unit id → one entry for each person, two at most. */
export type CrowdPapersState = Map<string, CrowdPaperEntry[]>;

export const emptyCrowdPapers = (): CrowdPapersState => new Map();

export const crowdPaperOf = (state: State, unit: string): readonly CrowdPaperEntry[] =>
  state.crowdPapers.get(unit) ?? [];

/** Grades in which the two entries differ; null while there are not two. */
export function paperVotesDifferIn(state: State, unit: string): string[] | null {
  const [one, two] = crowdPaperOf(state, unit);
  if (!one || !two) return null;
  return Object.keys(one.votes).filter((grade) => one.votes[grade] !== two.votes[grade]);
}

/** What counts of a unit's tally: both entries, where they are equal; nothing otherwise. */
export function paperVotesOf(state: State, unit: string): PaperVotes {
  const [one] = crowdPaperOf(state, unit);
  return one && paperVotesDifferIn(state, unit)?.length === 0 ? one.votes : {};
}

/** The entries as they are with this one: a person's later entry takes the place of his earlier one. */
const withEntry = (entries: readonly CrowdPaperEntry[], mine: CrowdPaperEntry): CrowdPaperEntry[] =>
  entries.some(({ by }) => by === mine.by)
    ? entries.map((one) => (one.by === mine.by ? mine : one))
    : [...entries, mine];

interface Key {
  unit: string;
  votes: PaperVotes;
}

/** As a voice from a phone: while the turn is `scoring` or `closing`, and nothing of it behind the lock. */
function decideKey(state: State, { unit, votes }: Key, actor: Actor): Entry[] {
  needLive(state);
  if (!('id' in actor)) refuse('forbidden');
  const turn = turnOf(state, unit);
  const { crowd } = state.scoring;
  if (!crowd) refuse('crowd-not-counted');
  if (turn.absent) refuse('unit-absent', { unit });
  if (turn.stage === 'locked' || turn.stage === 'published') refuse('turn-locked', { stage: turn.stage });
  if (turn.stage !== 'scoring' && turn.stage !== 'closing') refuse('turn-not-open', { stage: turn.stage });
  const grades = crowd.grades.map(({ id }) => id);
  const unknown = Object.keys(votes).find((id) => !grades.includes(id));
  if (unknown !== undefined) refuse('grade-unknown', { grade: unknown });
  // A grade that nobody chose is a nought on the tally, never a gap.
  const missing = grades.find((id) => !Object.prototype.hasOwnProperty.call(votes, id));
  if (missing !== undefined) refuse('malformed', { field: `votes.${missing}` });
  if (withEntry(crowdPaperOf(state, unit), { by: actor.id, votes }).length > 2) refuse('paper-keyed');
  return [{ type: 'crowd-paper-keyed', data: { unit, votes } }];
}

/** Most voices of one grade on a unit's tally. */
const MOST_VOICES = 1_000_000;

export const crowdPaperCommands = {
  'crowd.key': command(
    [...HOSTS, 'scrutineer'],
    v.object({ unit: Id, votes: v.pipe(v.record(Id, whole(0, MOST_VOICES)), v.maxEntries(30)) }),
    decideKey,
  ),
};

export const crowdPaperFolds = {
  'crowd-paper-keyed': (state, { unit, votes }: Key, { at, by }) => {
    const mine = { by: by.slice(by.indexOf(':') + 1), votes };
    state.crowdPapers.set(unit, withEntry(crowdPaperOf(state, unit), mine));
    freezeSheet(state, { by: 'voice', unit, at });
  },
} satisfies Folds;
