/** What the console works out about walls that wait to be paired (decision 0015). */
import type { Slices } from '$assessment/view.ts';
import type { ScreenRow } from './screens.ts';

export type WaitingRow = Slices['waiting'][number];

/** More are not listed: whoever floods the console must not make a host tap the wrong one, so he types the code. */
export const LISTED = 3;

/** Screens that a wall may be again: they have a pass and nobody is connected with it. */
export const away = (rows: readonly ScreenRow[]): ScreenRow[] =>
  rows.filter(({ line }) => line === 'offline' || line === 'never');

/** As people type it: in small letters, with spaces. */
export const typedCode = (typed: string): string => typed.replace(/[\s-]/g, '').toUpperCase();
