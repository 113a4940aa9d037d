/** S1 · The first ballot or voice freezes the sheet: what was given by it is counted by it. */
import { refuse } from './noun.ts';
import type { State } from './state.ts';

/** What froze the sheet: a ballot, sealed ones too (B4), or a voice of the crowd (B8), and when, in server ms. */
export interface SheetFreeze {
  by: 'ballot' | 'voice';
  unit: string;
  at: number;
}

/** Folds note the first one and nothing after it. */
export function freezeSheet(state: State, freeze: SheetFreeze): void {
  state.sheetFreeze ??= freeze;
}

/** Late ballots and voices were given for this sheet too, and stand in the bundle beside it. @throws Refusal `sheet-frozen` */
export function needOpenSheet({ sheetFreeze }: State): void {
  if (sheetFreeze) refuse('sheet-frozen');
}
