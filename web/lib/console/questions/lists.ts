/** Questions as the host works through them: four lists, and who said what in words. */
import type { QuestionState } from '$assessment/questions.ts';
import type { QuestionView } from '$assessment/view-questions.ts';
import type { Slices } from '$assessment/view.ts';

export const LISTS = ['submitted', 'waiting', 'asked', 'dropped'] as const;
export type List = (typeof LISTS)[number];

const STATES: Record<List, readonly QuestionState[]> = {
  submitted: ['submitted'],
  waiting: ['accepted', 'queued'],
  asked: ['asked', 'answered', 'closed'],
  dropped: ['declined', 'merged'],
};

export const inList = (questions: readonly QuestionView[], list: List): QuestionView[] =>
  questions.filter((one) => STATES[list].includes(one.state));

/** What the crowd and examiners sent in is looked at whoever is on stage; the other lists follow one unit. */
export const scoped = (questions: readonly QuestionView[], list: List, unit: string | null): QuestionView[] =>
  inList(questions, list).filter((one) => unit === null || list === 'submitted' || one.unit === unit);

/** Where a waiting question stands in the queue of all units: what `question.reorder` counts in. */
export const placeInQueue = (questions: readonly QuestionView[], id: string): number =>
  inList(questions, 'waiting').findIndex((one) => one.id === id);

export const categoryName = ({ sheet }: Partial<Slices>, id: string | null): string =>
  sheet?.categories.find((one) => one.id === id)?.name ?? '';

export const memberOf = ({ roster }: Partial<Slices>, id: string | null) =>
  roster?.members.find((one) => one.id === id) ?? null;
