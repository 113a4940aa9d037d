import type { Clock } from '$assessment/clocks.ts';
import type { MeetingView, Slices, StageView } from '$assessment/view.ts';
import { nextUnit, wallOnStage, type UnitOnWall } from '../../unit.ts';
import { questionHead, type QuestionHead } from '../question/data.ts';

/** What the one who speaks has to see: how long, what is asked, what comes. Nothing that is not public (V1). */
export interface StageFacingData {
  phase: MeetingView['phase'] | null;
  unit: UnitOnWall | null;
  stage: StageView['stage'];
  /** The clock that counts now: the answer's, or the stage's where nothing is being answered. */
  clock: Clock | null;
  question: QuestionHead | null;
  answered: boolean;
  next: { stage: StageView['next']; unit: string | null };
}

export function stageFacingOf({ meeting, stage, agenda = [] }: Partial<Slices>): StageFacingData {
  const question = stage?.question ?? null;
  const answering = question?.state === 'asked';
  return {
    phase: meeting?.phase ?? null,
    unit: stage?.unit ? wallOnStage(stage.unit) : null,
    stage: stage?.stage ?? null,
    clock: (answering ? question.clock : null) ?? stage?.clock ?? null,
    question: question && questionHead(question, meeting),
    answered: question !== null && !answering,
    next: {
      stage: stage?.next ?? null,
      unit: nextUnit(agenda.filter((row) => !row.absent))?.name ?? null,
    },
  };
}

/** Names the clock that counts now: another question or stage has another one. Null where nothing counts. */
export function clockKey({ unit, stage, question, answered, clock }: StageFacingData): string | null {
  if (!clock || !unit) return null;
  return question && !answered ? `question ${question.id}` : `${unit.id} ${stage}`;
}
