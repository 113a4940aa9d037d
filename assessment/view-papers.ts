/**
 * I8, V1 · Papers as organizers see them: who keyed, and where two entries differ; never what anyone keyed, and
 * no receipt: the bundle has the scores by receipt (X1). Who keys the second time is told it, for the examiner.
 */
import { differsIn, type Paper } from './papers.ts';
import type { State } from './state.ts';

export interface PaperView {
  unit: string;
  pass: string;
  issuedAt: number;
  /** `issued`: nobody keyed it yet; `once`: one person did. */
  state: 'issued' | 'once' | 'equal' | 'unequal';
  /** Ids of the organizers who keyed it. */
  by: string[];
  /** Criteria in which two entries differ. */
  differs: string[];
  /** B4: completed after the lock. */
  late: boolean;
}

function paperView(state: State, paper: Paper): PaperView {
  const { unit, pass, issuedAt, entries } = paper;
  const differs = differsIn(state, paper);
  const stands = differs === null ? (entries.length === 0 ? 'issued' : 'once') : null;
  return {
    unit,
    pass,
    issuedAt,
    state: stands ?? (differs?.length === 0 ? 'equal' : 'unequal'),
    by: entries.map((one) => one.by),
    differs: differs ?? [],
    late: state.ballots.late.get(unit)?.has(pass) ?? false,
  };
}

export const papersView = (state: State): PaperView[] =>
  [...state.papers.values()].flatMap((papers) =>
    [...papers.values()].map((paper) => paperView(state, paper)),
  );
