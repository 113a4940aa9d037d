/**
 * I8, V1 · The crowd's tallies as organizers see them: who keyed, where two entries differ, and how many voices came by
 * phone and on paper. By grade only behind the lock: before it nobody sees what a score is made of.
 */
import { crowdPaperOf, paperVotesDifferIn, paperVotesOf } from './crowd-paper.ts';
import { crowdGrades, phoneVotesOf } from './crowd.ts';
import type { State } from './state.ts';

export interface CrowdPaperView {
  unit: string;
  /** `none`: nobody keyed it; `once`: one person did. Only `equal` counts. */
  state: 'none' | 'once' | 'equal' | 'unequal';
  /** Ids of the organizers who keyed it. */
  by: string[];
  /** Grades in which two entries differ. */
  differs: string[];
  /** How many voices came by phone, and how many on paper count beside them. */
  phone: number;
  paper: number;
  /** The same by grade; null before the lock. */
  grades: { id: string; phone: number; paper: number }[] | null;
}

const sum = (votes: Readonly<Record<string, number>>): number =>
  Object.values(votes).reduce((all, one) => all + one, 0);

function stateOf(entries: number, differs: string[] | null): CrowdPaperView['state'] {
  if (differs === null) return entries === 0 ? 'none' : 'once';
  return differs.length === 0 ? 'equal' : 'unequal';
}

function crowdPaperView(state: State, unit: string): CrowdPaperView {
  const entries = crowdPaperOf(state, unit);
  const differs = paperVotesDifferIn(state, unit);
  const [phone, paper] = [phoneVotesOf(state, unit), paperVotesOf(state, unit)];
  const stage = state.agenda.turns.get(unit)?.stage;
  const over = stage === 'locked' || stage === 'published';
  return {
    unit,
    state: stateOf(entries.length, differs),
    by: entries.map((one) => one.by),
    differs: differs ?? [],
    phone: sum(phone),
    paper: sum(paper),
    grades: over
      ? crowdGrades(state).map(({ id }) => ({ id, phone: phone[id] ?? 0, paper: paper[id] ?? 0 }))
      : null,
  };
}

/** In the order of turns: the units of which anybody keyed a tally. */
export const crowdPapersView = (state: State): CrowdPaperView[] =>
  state.agenda.order
    .filter((unit) => crowdPaperOf(state, unit).length > 0)
    .map((unit) => crowdPaperView(state, unit));
