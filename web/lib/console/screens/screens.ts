/** What the panel of the screens works out: which state a screen is in, and what can be told. */
import type { Slices } from '$assessment/view.ts';

export type ScreenRow = Slices['screens'][number];
export type Told = ScreenRow['told']['scene'];

/** What all screens can be told; a single one can face the stage as well. */
export const SCENES = [
  'auto',
  'welcome',
  'agenda',
  'result',
  'standings',
  'message',
  'blank',
  'test',
  'stage-facing',
] as const satisfies readonly Told[];

export type ScreenState = 'fresh' | 'stale' | 'asleep' | 'offline' | 'never' | 'silent';

export function stateOf({ line, now }: ScreenRow): ScreenState {
  if (line !== 'online') return line;
  if (now === null) return 'silent';
  return now.fresh ? 'fresh' : 'stale';
}

/** Whether this scene has anything to show; what has not lets the screen follow the stage. */
export function hasMatter(scene: Told, { standings, agenda }: Partial<Slices>): boolean {
  if (scene === 'standings' || scene === 'result') return (standings?.rows.length ?? 0) > 0;
  if (scene === 'agenda') return (agenda?.length ?? 0) > 0;
  return true;
}

/** Two lines at most; what stands behind them is no line. */
export const linesIn = (text: string): number => text.trim().split('\n').length;
