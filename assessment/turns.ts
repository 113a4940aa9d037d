/** A2–A4 · Turns: what is known of each unit's time on stage, and the stages of the format. */
import type { Clock } from './clocks.ts';
import type { Settings } from './meeting.ts';
import { refuse } from './noun.ts';
import type { State } from './state.ts';

export const STAGES = [
  'waiting',
  'reporting',
  'questioning',
  'scoring',
  'closing',
  'locked',
  'published',
] as const;
export type Stage = (typeof STAGES)[number];
/** The stages in which a unit is on stage (A3). */
export const ON_STAGE: readonly Stage[] = ['reporting', 'questioning', 'scoring', 'closing'];

/** B5: who could have scored, frozen when the turn was locked. */
export interface Attendance {
  eligible: number;
  /** Category id → eligible examiners. */
  byCategory: Record<string, number>;
  /** The eligible passes themselves: one that is admitted late joins them (B4, B5). */
  passes: string[];
}

export interface Turn {
  unit: string;
  stage: Stage;
  absent: boolean;
  /** One clock a stage, so that a step back finds it as it was left. */
  clocks: Partial<Record<Stage, Clock>>;
  frozen: Attendance | null;
  lockedAt: number | null;
  /** Number of the entry that locked it: where the chain stood is shown (J4). */
  lockedIn: number | null;
  /** V2: the scrutineer who confirmed the count, null before or when it changed since. */
  confirmedBy: string | null;
  confirmedAt: number | null;
  /** Number of the entry that last changed what is counted: a confirmation names the count that it looked at. */
  counted: number;
  steps: { stage: Stage; at: number }[];
}

export interface AgendaState {
  /** Unit ids in the order of their turns. */
  order: string[];
  turns: Map<string, Turn>;
  onStage: string | null;
  /** A4: clocks that ran when the meeting was paused, to be started again with it. */
  held: ('stage' | 'answer')[];
}

export const emptyAgenda = (): AgendaState => ({ order: [], turns: new Map(), onStage: null, held: [] });

export const newTurn = (unit: string): Turn => ({
  unit,
  stage: 'waiting',
  absent: false,
  clocks: {},
  frozen: null,
  lockedAt: null,
  lockedIn: null,
  confirmedBy: null,
  confirmedAt: null,
  counted: 0,
  steps: [],
});

/** @throws Refusal `unit-unknown` */
export function turnOf(state: State, unit: string): Turn {
  return state.agenda.turns.get(unit) ?? refuse('unit-unknown', { unit });
}

/** The stages of this meeting's format, in order (A2). */
export function stagesOf(settings: Settings): Stage[] {
  const has = settings.stages as readonly string[];
  return STAGES.filter(
    (one) => ['waiting', 'scoring', 'locked', 'published'].includes(one) || has.includes(one),
  );
}

/** The stage behind `stage`, or before it with `by = -1`; null past the ends. Publishing is not a step. */
export function neighbour(settings: Settings, stage: Stage, by: 1 | -1): Stage | null {
  const stages = stagesOf(settings);
  const to = stages[stages.indexOf(stage) + by];
  return to === undefined || to === 'published' || !stages.includes(stage) ? null : to;
}

/** Units whose turn has not come, in order. */
export function waitingUnits(state: State): string[] {
  return state.agenda.order.filter((unit) => state.agenda.turns.get(unit)?.stage === 'waiting');
}
