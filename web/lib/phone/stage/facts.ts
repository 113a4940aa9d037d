/** A seat as facts for `now.ts`: what is on stage, and how this examiner stands to it. */
import type { AgendaRow } from '../../../../assessment/view.ts';
import { recall } from '../../live/keep.ts';
import { isFinal } from '../../live/outbox.svelte.ts';
import { draftsOf } from '../draft.svelte.ts';
import type { Seat } from '../seat.svelte.ts';
import type { BallotAt, Facts, Fate } from './now.ts';

const isOver = ({ stage, absent }: AgendaRow): boolean =>
  absent || stage === 'locked' || stage === 'published';

/** The unit whose turn was the last one before those that wait. */
export function lastOf(rows: readonly AgendaRow[]): AgendaRow | null {
  const next = rows.findIndex((one) => !isOver(one));
  const over = (next < 0 ? rows : rows.slice(0, next)).filter(isOver);
  return over[over.length - 1] ?? null;
}

function ballotAt(seat: Seat, unit: string): BallotAt {
  const open = seat.open(unit);
  if (open) return isFinal(open) ? 'refused' : 'stored';
  if (seat.counted(unit)) return 'counted';
  const draft = recall(`${draftsOf(seat.code, seat.pass?.id ?? '')}.${unit}`);
  return draft !== null && draft !== '{}' ? 'begun' : 'none';
}

function fateOf(seat: Seat, { unit, absent, stage }: AgendaRow): Fate {
  if (absent) return 'absent';
  if (stage === 'published') return 'published';
  if (seat.counted(unit)) return 'counted';
  return seat.isRecused(unit) ? 'recused' : 'nothing';
}

/** Q5: seconds left to rate the answer on stage; 0 where there is nothing to rate. */
export function ratingLeft(seat: Seat): number {
  const until = seat.question?.ratingUntil ?? null;
  return until === null ? 0 : Math.max(0, Math.ceil((until - seat.live.tick) / 1000));
}

export function factsOf(seat: Seat): Facts {
  const { meeting, agenda = [], ranking } = seat.live.slices;
  const { unit, question } = seat;
  const last = lastOf(agenda);
  const recused = unit !== null && seat.isRecused(unit.id);
  const open = ratingLeft(seat) > 0 && question !== null && !recused;
  const asked = seat.live.mine?.questions.some((one) => one.id === question?.id) ?? false;
  return {
    phase: meeting?.phase ?? 'draft',
    publish: meeting?.settings.publish ?? 'at-once',
    present: seat.pass?.present ?? true,
    stage: unit ? seat.stage : null,
    question: question && { state: question.state, mine: asked },
    rating: open ? (seat.ratingOf(question.id) ? 'rated' : 'open') : null,
    ballot: unit ? ballotAt(seat, unit.id) : 'none',
    recused,
    paper: unit !== null && seat.isOnPaper(unit.id),
    waits: seat.waits,
    next: agenda.some((one) => one.stage === 'waiting' && !one.absent),
    askable: agenda.some((one) => !isOver(one)),
    last: last && fateOf(seat, last),
    results: (ranking?.rows.length ?? 0) > 0,
  };
}
