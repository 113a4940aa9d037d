/** I6, B8 · The crowd's satisfaction: one voice per session and unit, changeable until the lock. */
import * as v from 'valibot';
import { paperVotesOf } from './crowd-paper.ts';
import { turnOf } from './turns.ts';
import { Id } from './fields.ts';
import { needLive } from './phases.ts';
import { command, refuse, type Folds } from './noun.ts';
import { freezeSheet } from './sheet-freeze.ts';
import { DEFAULT_CROWD_GRADES, type Grade } from './sheet.ts';
import type { State } from './state.ts';

export interface CrowdState {
  /** Unit id → session → grade id. */
  votes: Map<string, Map<string, string>>;
  /** Unit id → grade id → how many, kept as votes come so that no view counts thousands. */
  tally: Map<string, Record<string, number>>;
}

export const emptyCrowd = (): CrowdState => ({ votes: new Map(), tally: new Map() });

/** The grades that the crowd may give; the default ones where the sheet does not count them (B8). */
export const crowdGrades = (state: State): readonly Grade[] =>
  state.scoring.crowd?.grades ?? DEFAULT_CROWD_GRADES;

/** Voices from phones for a unit by grade, every grade named. */
export function phoneVotesOf(state: State, unit: string): Record<string, number> {
  const tally = state.crowd.tally.get(unit) ?? {};
  return Object.fromEntries(crowdGrades(state).map(({ id }) => [id, tally[id] ?? 0]));
}

/** I8: the votes of a unit by grade, every grade named: voices from phones and what counts of the paper tally. */
export function votesOf(state: State, unit: string): Record<string, number> {
  const paper = paperVotesOf(state, unit);
  const phone = Object.entries(phoneVotesOf(state, unit));
  return Object.fromEntries(phone.map(([id, count]) => [id, count + (paper[id] ?? 0)]));
}

export const crowdCommands = {
  'crowd.vote': command(['crowd'], v.object({ unit: Id, grade: Id }), (state, { unit, grade }, actor) => {
    needLive(state);
    if (!('session' in actor)) refuse('forbidden');
    const turn = turnOf(state, unit);
    if (turn.absent) refuse('unit-absent', { unit });
    if (turn.stage === 'locked' || turn.stage === 'published') refuse('turn-locked', { stage: turn.stage });
    if (turn.stage !== 'scoring' && turn.stage !== 'closing') refuse('turn-not-open', { stage: turn.stage });
    if (!crowdGrades(state).some(({ id }) => id === grade)) refuse('grade-unknown', { grade });
    return [{ type: 'crowd-voted', data: { unit, session: actor.session, grade } }];
  }),
};

export const crowdFolds = {
  'crowd-voted': (state, data: { unit: string; session: string; grade: string }, { at }) => {
    const votes = state.crowd.votes.get(data.unit) ?? new Map<string, string>();
    const tally = state.crowd.tally.get(data.unit) ?? {};
    const before = votes.get(data.session);
    if (before !== undefined) tally[before] = (tally[before] ?? 1) - 1;
    tally[data.grade] = (tally[data.grade] ?? 0) + 1;
    votes.set(data.session, data.grade);
    state.crowd.votes.set(data.unit, votes);
    state.crowd.tally.set(data.unit, tally);
    freezeSheet(state, { by: 'voice', unit: data.unit, at });
  },
} satisfies Folds;
