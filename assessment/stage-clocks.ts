/** A4, J7 · The clocks of the moment: the stage's and the question's, and how a pause or an outage holds them. */
import * as v from 'valibot';
import { HOSTS } from './actors.ts';
import type { AgendaState } from './turns.ts';
import { adjusted, pushed, started, stopped, type Clock } from './clocks.ts';
import { whole } from './fields.ts';
import { needLive } from './phases.ts';
import { command, refuse, type Folds } from './noun.ts';
import type { State } from './state.ts';

const Which = v.picklist(['stage', 'answer']);
type Which = v.InferOutput<typeof Which>;

/** The clock that runs for the stage, or for the question on stage (A3). */
export function clockOf(state: State, which: Which): Clock | null {
  if (which === 'answer') return currentQuestion(state)?.clock ?? null;
  const turn = state.agenda.onStage === null ? undefined : state.agenda.turns.get(state.agenda.onStage);
  return turn?.clocks[turn.stage] ?? null;
}

/** What a clock belongs to: `unit/stage`, or the question; null where there is none. */
function clockOwner(state: State, which: Which): string | null {
  if (which === 'answer') return state.questions.onStage;
  const turn = state.agenda.onStage === null ? undefined : state.agenda.turns.get(state.agenda.onStage);
  return turn ? `${turn.unit}/${turn.stage}` : null;
}

/** `of`: whose clock the host saw, so that a late press does not touch the next one's. @throws Refusal */
function needClock(state: State, { clock, of }: { clock: Which; of?: string | undefined }): Clock {
  needLive(state);
  if (of !== undefined && of !== clockOwner(state, clock)) refuse('overtaken');
  return clockOf(state, clock) ?? refuse('clock-missing');
}

function currentQuestion(state: State) {
  const { onStage } = state.questions;
  return onStage === null ? undefined : state.questions.all.get(onStage);
}

function setClock(state: State, which: Which, clock: Clock): void {
  const { onStage } = state.agenda;
  if (which === 'answer') {
    const question = currentQuestion(state);
    if (question) question.clock = clock;
  } else if (onStage !== null) {
    const turn = state.agenda.turns.get(onStage);
    if (turn) turn.clocks[turn.stage] = clock;
  }
}

export function freezeClocks(state: State, at: number): void {
  for (const which of ['stage', 'answer'] as const) {
    const clock = clockOf(state, which);
    if (!clock || clock.since === null) continue;
    state.agenda.held.push(which);
    setClock(state, which, stopped(clock, at));
  }
}

export function thawClocks(state: State, at: number): void {
  for (const which of state.agenda.held) {
    const clock = clockOf(state, which);
    if (clock) setClock(state, which, started(clock, at));
  }
  state.agenda.held = [];
}

export function forgetClocks(agenda: AgendaState): void {
  agenda.held = [];
}

/** A clock that is started, or that starts with the meeting when that is paused (A4). */
export const running = (state: State, which: Which, at: number, clock: Clock): Clock => {
  if (state.meeting.phase !== 'paused') return started(clock, at);
  if (!state.agenda.held.includes(which)) state.agenda.held.push(which);
  return clock;
};

/** The question on stage goes back to its seat; its clock stands, and what was said of showing the deck to it is over. */
export function leaveQuestion(state: State, at: number): void {
  const question = currentQuestion(state);
  if (question?.clock) question.clock = stopped(question.clock, at);
  state.questions.onStage = null;
  const deck = state.decks.get(state.agenda.onStage ?? '');
  if (deck) state.decks.set(deck.unit, { ...deck, told: null });
  state.agenda.held = state.agenda.held.filter((one) => one !== 'answer');
}

/** J7: as if the `span` ms before `at` had not passed, for every window that was open when they began. */
function pushRatings(state: State, span: number, at: number): void {
  for (const question of state.questions.all.values()) {
    const { rated, ratingUntil } = question;
    if (!rated && ratingUntil !== null && ratingUntil > at - span) question.ratingUntil = ratingUntil + span;
  }
}

const Clocked = { clock: Which, of: v.optional(v.pipe(v.string(), v.maxLength(80))) };

export const clockCommands = {
  /** A second press for the same is no second entry. */
  'clock.run': command(HOSTS, v.object({ ...Clocked, run: v.boolean() }), (state, body) => {
    const { since } = needClock(state, body);
    const runs = since !== null || state.agenda.held.includes(body.clock);
    return runs === body.run ? [] : [{ type: 'clock-run', data: { clock: body.clock, run: body.run } }];
  }),
  'clock.adjust': command(
    HOSTS,
    v.object({ ...Clocked, by: whole(-3_600_000, 3_600_000) }),
    (state, body) => {
      needClock(state, body);
      return [{ type: 'clock-adjusted', data: { clock: body.clock, by: body.by } }];
    },
  ),
};

export const clockFolds = {
  'clock-run': (state, { clock, run }: { clock: Which; run: boolean }, { at }) => {
    const current = clockOf(state, clock);
    if (!current) return;
    state.agenda.held = state.agenda.held.filter((one) => one !== clock);
    setClock(state, clock, run ? running(state, clock, at, current) : stopped(current, at));
  },
  'clock-adjusted': (state, { clock, by }: { clock: Which; by: number }) => {
    const current = clockOf(state, clock);
    if (current) setClock(state, clock, adjusted(current, by));
  },
  'authority-started': (state, { down }: { down: number }, { at }) => {
    for (const which of ['stage', 'answer'] as const) {
      const clock = clockOf(state, which);
      if (clock) setClock(state, which, pushed(clock, down));
    }
    pushRatings(state, down, at);
  },
} satisfies Folds;
