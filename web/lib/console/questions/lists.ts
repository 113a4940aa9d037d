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

const inList = (questions: readonly QuestionView[], list: List): QuestionView[] =>
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

/** Q1: what a host may do with a question as it is now. `stageable`: the unit on stage is being questioned. */
export function may(question: QuestionView, { stage }: Partial<Slices>, stageable: boolean) {
  const is = question.state;
  const open = is === 'submitted' || is === 'accepted' || is === 'queued';
  const waits =
    is === 'accepted' || is === 'queued' || (is === 'asked' && stage?.question?.id !== question.id);
  return {
    stage: stageable && waits && question.unit === stage?.unit?.id,
    accept: is === 'submitted' || is === 'declined',
    queue: is === 'submitted' || is === 'accepted',
    reword: open || is === 'asked',
    handOn: open || is === 'asked',
    merge: open,
    decline: open,
    close: is === 'asked' || is === 'answered',
  };
}

/**
 * The place in the queue of all units to which a question goes when it is moved within the list that is in sight:
 * questions to other units stand in between and are passed over. Null where it does not move.
 */
export function neighbourPlace(
  all: readonly QuestionView[],
  list: readonly QuestionView[],
  id: string,
  to: 'first' | 'before' | 'behind',
): number | null {
  const seen = inList(list, 'waiting');
  const at = seen.findIndex((one) => one.id === id);
  const other = seen[to === 'first' ? 0 : to === 'before' ? at - 1 : at + 1];
  return at < 0 || !other || other.id === id ? null : placeInQueue(all, other.id);
}

const pairs = (text: string): Set<string> => {
  const letters = [...text.replace(/[\s\p{P}]/gu, '')];
  return new Set(letters.slice(1).map((letter, at) => `${letters[at]}${letter}`));
};

/** How alike two questions are, 0 to 1, by the pairs of characters that they share: the likeliest comes first. */
export function likeness(one: string, other: string): number {
  const [a, b] = [pairs(one), pairs(other)];
  const both = [...a].filter((pair) => b.has(pair)).length;
  return a.size + b.size === 0 ? 0 : (2 * both) / (a.size + b.size);
}
