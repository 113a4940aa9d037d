/** I8, V1 · Papers as organizers see them: who keyed, and where two entries differ; never what anyone keyed. */
import { ballotOf } from './ballots.ts';
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
  receipt: string | null;
}

function paperView(state: State, paper: Paper): PaperView {
  const { unit, pass, issuedAt, entries } = paper;
  const differs = differsIn(state, paper);
  const late = state.ballots.late.get(unit)?.get(pass);
  const stands = differs === null ? (entries.length === 0 ? 'issued' : 'once') : null;
  const receipt = (late ?? ballotOf(state, unit, pass))?.receipt ?? null;
  return {
    unit,
    pass,
    issuedAt,
    state: stands ?? (differs?.length === 0 ? 'equal' : 'unequal'),
    by: entries.map((one) => one.by),
    differs: differs ?? [],
    late: late !== undefined,
    receipt: differs?.length === 0 ? receipt : null,
  };
}

export const papersView = (state: State): PaperView[] =>
  [...state.papers.values()].flatMap((papers) =>
    [...papers.values()].map((paper) => paperView(state, paper)),
  );
