/** What the panel of the screens works out: which state a screen is in, and what can be told. */
import type { Slices } from '$assessment/view.ts';
import { promisesIn } from '$slides/scenes/promises/data.ts';

export type ScreenRow = Slices['screens'][number];
export type Told = ScreenRow['told']['scene'];

/** What all screens can be told; a single one can face the stage as well. */
export const SCENES = [
  'auto',
  'welcome',
  'agenda',
  'unit',
  'result',
  'standings',
  'promises',
  'message',
  'pause',
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
export function hasMatter(scene: Told, { standings, agenda, stage, promiseWall }: Partial<Slices>): boolean {
  if (scene === 'standings' || scene === 'result') return (standings?.rows.length ?? 0) > 0;
  if (scene === 'agenda') return (agenda?.length ?? 0) > 0;
  if (scene === 'unit') return stage?.unit != null;
  if (scene === 'promises') return promisesIn(promiseWall) > 0;
  return true;
}

/** Units whose result is public, the one that became so last first. */
export function publicUnits({ standings, agenda = [] }: Partial<Slices>): { unit: string; name: string }[] {
  const rows = new Map(standings?.rows.map((row) => [row.unit, row]));
  const units = agenda.filter(({ unit }) => rows.has(unit)).reverse();
  const last = units.filter(({ unit }) => unit === standings?.last?.unit);
  return [...last, ...units.filter((one) => !last.includes(one))];
}

/** Two lines at most; what stands behind them is no line. */
export const linesIn = (text: string): number => text.trim().split('\n').length;
