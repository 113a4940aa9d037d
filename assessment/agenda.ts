/** A2–A5, J7 · What is on stage: the order of the units, each unit's turn, its stages and clocks. */
import * as v from 'valibot';
import { HOSTS } from './actors.ts';
import { withdrawAll } from './amendments.ts';
import { attendanceOf } from './ballots.ts';
import { newClock, stopped, type Clock } from './clocks.ts';
import { Id, Reason, whole } from './fields.ts';
import { type Settings } from './meeting.ts';
import { needLive, needOpen } from './phases.ts';
import { command, refuse, type Entry, type Folds } from './noun.ts';
import { afterLock, unconfirm } from './publication.ts';
import { leaveQuestion, running } from './stage-clocks.ts';
import type { State } from './state.ts';
import {
  neighbour,
  ON_STAGE,
  STAGES,
  turnOf,
  waitingUnits,
  type Attendance,
  type Stage,
  type Turn,
} from './turns.ts';

/** A unit's turn, which still is where it was when somebody pressed. @throws Refusal `stage-moved` */
function turnAt(state: State, unit: string, from: Stage): Turn {
  const turn = turnOf(state, unit);
  if (turn.stage !== from) refuse('stage-moved', { stage: turn.stage });
  return turn;
}

function decideStep(state: State, { unit, from, to }: { unit: string; from: Stage; to: Stage }): Entry[] {
  needLive(state);
  if (turnOf(state, unit).absent) refuse('unit-absent', { unit });
  turnAt(state, unit, from);
  if (neighbour(state.meeting.settings, from, 1) !== to) refuse('stage-not-next', { stage: from });
  const { onStage } = state.agenda;
  if (onStage !== null && onStage !== unit) refuse('turn-on-stage', { unit: onStage });
  if (to !== 'locked') return [{ type: 'turn-stepped', data: { unit, from, to } }];
  const frozen = attendanceOf(state, unit);
  return [
    { type: 'turn-stepped', data: { unit, from, to, frozen: { ...frozen } } },
    ...afterLock(state, unit),
  ];
}

function decideBack(
  state: State,
  { unit, from, reason }: { unit: string; from: Stage; reason: string },
): Entry[] {
  needLive(state);
  turnAt(state, unit, from);
  if (!ON_STAGE.includes(from)) refuse('turn-locked', { stage: from });
  const to = neighbour(state.meeting.settings, from, -1);
  if (to === null) refuse('stage-not-next', { stage: from });
  return [{ type: 'turn-stepped', data: { unit, from, to }, private: { reason } }];
}

function decideAbsent(
  state: State,
  { unit, from, reason }: { unit: string; from: Stage; reason: string },
): Entry[] {
  needLive(state);
  const turn = turnAt(state, unit, from);
  if (turn.absent) refuse('unit-absent', { unit });
  if (turn.stage === 'locked' || turn.stage === 'published') refuse('turn-locked', { stage: turn.stage });
  const frozen = attendanceOf(state, unit);
  return [
    { type: 'unit-absent', data: { unit, frozen: { ...frozen } }, private: { reason } },
    ...afterLock(state, unit),
  ];
}

function decidePresent(state: State, { unit, reason }: { unit: string; reason: string }): Entry[] {
  needLive(state);
  const turn = turnOf(state, unit);
  if (!turn.absent) refuse('stage-moved', { stage: turn.stage });
  if (turn.stage === 'published') refuse('already-published', { unit });
  return [{ type: 'unit-present', data: { unit }, private: { reason } }, ...withdrawAll(state, unit)];
}

/** A2: a waiting unit goes to place `to` (0 = first) among the waiting ones; `from` is where the host saw it. */
function decideMove(
  state: State,
  { unit, from, to }: { unit: string; from?: number | undefined; to: number },
): Entry[] {
  needOpen(state);
  turnAt(state, unit, 'waiting');
  if (from !== undefined && waitingUnits(state)[from] !== unit) refuse('overtaken');
  const waiting = waitingUnits(state).filter((one) => one !== unit);
  waiting.splice(Math.min(to, waiting.length), 0, unit);
  return [{ type: 'order-set', data: { waiting } }];
}

/** A5: the clock that a stage starts with, or null where the stage has none. */
function stageClock(settings: Settings, stage: Stage): Clock | null {
  const { times } = settings;
  if (stage === 'reporting') return newClock(times.report, times.reportWarn, null);
  if (stage === 'scoring') return newClock(times.scoring, times.answerWarn, null);
  if (stage === 'closing') return newClock(times.grace, 0, null);
  return null;
}

function enter(state: State, turn: Turn, to: Stage, at: number): void {
  const left = turn.clocks[turn.stage];
  if (left) turn.clocks[turn.stage] = stopped(left, at);
  turn.stage = to;
  turn.steps.push({ stage: to, at });
  state.agenda.held = state.agenda.held.filter((one) => one !== 'stage');
  state.agenda.onStage = ON_STAGE.includes(to) ? turn.unit : null;
  const clock = turn.clocks[to] ?? stageClock(state.meeting.settings, to);
  if (clock) turn.clocks[to] = running(state, 'stage', at, clock);
}

const Step = v.object({ unit: Id, from: v.picklist(STAGES), to: v.picklist(STAGES) });
const Because = v.object({ unit: Id, from: v.picklist(STAGES), reason: Reason });

export const agendaCommands = {
  'turn.step': command(HOSTS, Step, decideStep),
  'turn.back': command(HOSTS, Because, decideBack),
  'turn.absent': command(HOSTS, Because, decideAbsent),
  'turn.present': command(HOSTS, v.object({ unit: Id, reason: Reason }), decidePresent),
  'turn.move': command(
    HOSTS,
    v.object({ unit: Id, from: v.optional(whole(0, 500)), to: whole(0, 500) }),
    decideMove,
  ),
};

export const agendaFolds = {
  'turn-stepped': (state, data: { unit: string; from: Stage; to: Stage; frozen?: Attendance }, { at, n }) => {
    const turn = state.agenda.turns.get(data.unit);
    if (!turn) return;
    if (data.from === 'questioning') leaveQuestion(state, at);
    if (data.to !== 'scoring' && data.to !== 'closing') state.ballots.waits.clear();
    if (data.to !== 'reporting' && data.to !== 'questioning') state.questions.hands.clear();
    enter(state, turn, data.to, at);
    if (data.to !== 'locked') return;
    turn.frozen = data.frozen ?? null;
    turn.lockedAt = at;
    turn.lockedIn = n;
    unconfirm(state, data.unit, n);
  },
  'unit-absent': (state, data: { unit: string; frozen: Attendance }, { at, n }) => {
    const turn = state.agenda.turns.get(data.unit);
    if (!turn) return;
    if (state.agenda.onStage === data.unit) {
      leaveQuestion(state, at);
      state.ballots.waits.clear();
      state.questions.hands.clear();
      enter(state, turn, 'locked', at);
    } else {
      turn.stage = 'locked';
      turn.steps.push({ stage: 'locked', at });
    }
    turn.absent = true;
    turn.frozen = data.frozen;
    turn.lockedAt = at;
    turn.lockedIn = n;
    unconfirm(state, data.unit, n);
  },
  'unit-present': (state, data: { unit: string }, { at, n }) => {
    const turn = state.agenda.turns.get(data.unit);
    if (!turn) return;
    Object.assign(turn, { stage: 'waiting', absent: false, frozen: null, lockedAt: null, lockedIn: null });
    unconfirm(state, data.unit, n);
    turn.steps.push({ stage: 'waiting', at });
  },
  'order-set': (state, { waiting }: { waiting: string[] }) => {
    const rest = state.agenda.order.filter((unit) => !waiting.includes(unit));
    state.agenda.order = [...rest, ...waiting];
  },
} satisfies Folds;
