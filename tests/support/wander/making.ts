/** What the moves of a walk are made of: chance, and who and what there is to choose from. */
import type { Principal } from '../../../assessment/actors.ts';
import type { CommandType } from '../../../assessment/decide.ts';
import { examinerCriteria } from '../../../assessment/sheet.ts';
import { chance } from '../meeting.ts';
import { ExaminerPhone } from '../people.ts';
import type { Scene } from '../scene.ts';

/** Choices made from one number, so that fast-check can shrink a walk number by number. */
export class Die {
  readonly #next: () => number;
  constructor(seed: number) {
    this.#next = chance(seed);
  }
  below(count: number): number {
    return Math.floor(this.#next() * count);
  }
  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }
  /** An item, or now and then something that is not there. */
  maybe<T extends string>(items: readonly T[]): T | 'nobody' {
    return items.length === 0 || this.below(20) === 0 ? 'nobody' : this.pick(items);
  }
  odds(oneIn: number): boolean {
    return this.below(oneIn) === 0;
  }
}

export interface Move {
  who: Principal;
  type: CommandType;
  body: unknown;
}

export type Maker = (scene: Scene, die: Die) => Move;

/** Moves, each with its weight: how often it is made. */
export type Weighted = [number, Maker][];

export const units = ({ state }: Scene): string[] => [...state.agenda.turns.keys()];
export const stageOf = ({ state }: Scene, unit: string) => state.agenda.turns.get(unit)?.stage ?? 'waiting';
export const onStage = (scene: Scene, die: Die): string =>
  (die.odds(6) ? null : scene.state.agenda.onStage) ?? die.maybe(units(scene));
export const passes = ({ state }: Scene): string[] => [...state.passes.all.keys()];

/** The device that bears a pass now, or the one that bore it first. */
export function bearer(scene: Scene, die: Die): ExaminerPhone {
  return die.odds(8)
    ? new ExaminerPhone(scene.meeting, die.pick(scene.examiners).pass, 'second')
    : die.pick(scene.examiners);
}

/** Points that fit the sheet, as odd as its step allows. */
export function anyScores(scene: Scene, die: Die): Record<string, number> {
  const criteria = examinerCriteria(scene.state.scoring);
  return Object.fromEntries(criteria.map(({ id, full, step }) => [id, die.below(full / step + 1) * step]));
}

export const byHost =
  (type: CommandType, body: (scene: Scene, die: Die) => unknown): Maker =>
  (scene, die) => ({ who: scene.host.who, type, body: body(scene, die) });
