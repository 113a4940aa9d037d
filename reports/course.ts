/** How a meeting went, as its report tells it: when, in which order, with how many examiners, and what was drawn by lot. */
import type { Settings } from '../assessment/meeting.ts';
import { examinerPasses } from '../assessment/passes.ts';
import type { State } from '../assessment/state.ts';
import { stagesOf, type Stage, type Turn } from '../assessment/turns.ts';

/** A unit's time on stage; all times in server ms. */
export interface TurnTold {
  unit: string;
  began: number | null;
  locked: number | null;
  absent: boolean;
}

export interface Course {
  openedAt: number | null;
  closedAt: number | null;
  identity: Settings['identity'];
  /** The stages of this format, and their times in ms (A2, A5). */
  stages: Stage[];
  times: Settings['times'];
  /** V1: units whose turn is locked, in the order of turns. */
  turns: TurnTold[];
  /** How many were invited, and how many of them came (I4). */
  examiners: { name: string; invited: number; came: number }[];
  /** L1: the draws of the order that are over, the abandoned ones too. */
  draws: { commitment: string; number: number | null; abandoned: boolean }[];
}

const told = ({ unit, absent, steps, lockedAt }: Turn): TurnTold => ({
  unit,
  absent,
  began: absent ? null : (steps.find(({ stage }) => stage !== 'waiting' && stage !== 'locked')?.at ?? null),
  locked: lockedAt,
});

function examinersOf(state: State): Course['examiners'] {
  const passes = examinerPasses(state).filter(({ revoked }) => !revoked);
  const people = [...state.roster.examiners.values()];
  return state.scoring.categories.map(({ id, name }) => {
    const own = passes.filter(({ category }) => category === id);
    const named = people.filter(({ category }) => category === id).length;
    return { name, invited: Math.max(named, own.length), came: own.filter((one) => one.checkedIn).length };
  });
}

export function courseOf(state: State): Course {
  const { openedAt, closedAt, settings } = state.meeting;
  const turns = state.agenda.order.flatMap((unit) => state.agenda.turns.get(unit) ?? []);
  const draws = [...state.draws.all.values()].filter(
    ({ purpose, number, abandoned }) => purpose === 'order' && (number !== null || abandoned),
  );
  return {
    openedAt,
    closedAt,
    identity: settings.identity,
    stages: stagesOf(settings),
    times: settings.times,
    turns: turns.filter(({ stage }) => stage === 'locked' || stage === 'published').map(told),
    examiners: examinersOf(state),
    draws: draws.map(({ commitment, number, abandoned }) => ({ commitment, number, abandoned })),
  };
}
