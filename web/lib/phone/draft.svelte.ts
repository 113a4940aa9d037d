/** B2 · A ballot that is being filled in: kept on this phone with every stroke, checked as it goes. */
import { formatPoints, parsePoints } from '../../../assessment/decimal.ts';
import { checkScores } from '../../../assessment/sheet-check.ts';
import type { Criterion, Scores, Scoring } from '../../../assessment/sheet.ts';
import type { FieldProblem } from '../../text/phone/zh-CN/ballot.ts';
import { drop, keep, keepJson, recall, recallJson } from '../live/keep.ts';
import { tidyNumber } from './tidy.ts';

export const criteriaOf = (scoring: Scoring): Criterion[] =>
  scoring.sheet.filter(({ by }) => by === 'examiners');
export const sumOf = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0);
export const fullOf = (scoring: Scoring): number => sumOf(criteriaOf(scoring).map(({ full }) => full));
export const totalOf = (scores: Scores): number => sumOf(Object.values(scores));

/** Where drafts of one pass are kept. */
export const draftsOf = (code: string, pass: string): string => `dkc.draft.${code}.${pass}`;

export class Draft {
  /** Criterion id → as it was typed. */
  typed = $state.raw<Record<string, string>>({});
  /** The criterion that was open last, so that he goes on where he was. */
  at = $state<string | null>(null);
  readonly #key: string;
  readonly #scoring: () => Scoring | undefined;

  /** @param start what to begin with where no draft was kept: the ballot that counts now */
  constructor(key: string, scoring: () => Scoring | undefined, start: Scores | null) {
    this.#key = `dkc.draft.${key}`;
    this.#scoring = scoring;
    this.typed = recallJson<Record<string, string>>(this.#key) ?? this.#from(start ?? {});
    this.at = recall(this.#place);
  }

  get #place(): string {
    return `${this.#key}.at`;
  }

  visit(criterion: string | null): void {
    this.at = criterion;
    if (criterion === null) drop(this.#place);
    else keep(this.#place, criterion);
  }

  of(criterion: string): string {
    return this.typed[criterion] ?? '';
  }

  type(criterion: string, typed: string): void {
    this.typed = { ...this.typed, [criterion]: typed };
    keepJson(this.#key, this.typed);
  }

  set(criterion: string, points: number): void {
    this.type(criterion, formatPoints(points));
  }

  points(criterion: string): number | null {
    return parsePoints(tidyNumber(this.of(criterion)));
  }

  /** One step up from nought or down from the full mark where nothing was given yet; never past either end. */
  step({ id, full, step }: Criterion, by: 1 | -1): void {
    const points = this.points(id);
    if (points === null) return this.set(id, by > 0 ? step : full);
    // From between two steps to the next one.
    const next = by > 0 ? Math.floor(points / step) + 1 : Math.ceil(points / step) - 1;
    this.set(id, Math.max(0, Math.min(full, next * step)));
  }

  /** What is wrong with a field; an empty one is not wrong before the ballot is checked. */
  problem(criterion: Criterion, checked: boolean): FieldProblem | null {
    if (tidyNumber(this.of(criterion.id)) === '') return checked ? 'score-missing' : null;
    const points = this.points(criterion.id);
    if (points === null) return 'not-a-number';
    const scoring = this.#scoring();
    if (!scoring) return null;
    return checkScores({ ...scoring, sheet: [criterion] }, { [criterion.id]: points })?.code ?? null;
  }

  /** The first criterion that is not as it should be. */
  wrong(): Criterion | null {
    return this.#criteria().find((one) => this.problem(one, true) !== null) ?? null;
  }

  /** The whole ballot, or null where anything is wrong with it. */
  scores(): Scores | null {
    const scoring = this.#scoring();
    const scores = this.#given();
    return scoring && checkScores(scoring, scores) === null ? scores : null;
  }

  total(): number {
    return sumOf(Object.values(this.#given()));
  }

  /** Whether anything was given. */
  begun(): boolean {
    return Object.keys(this.#given()).length > 0;
  }

  forget(): void {
    drop(this.#key);
    drop(this.#place);
  }

  #criteria(): Criterion[] {
    const scoring = this.#scoring();
    return scoring ? criteriaOf(scoring) : [];
  }

  #given(): Scores {
    const given = this.#criteria().map(({ id }): [string, number | null] => [id, this.points(id)]);
    return Object.fromEntries(given.filter((one): one is [string, number] => one[1] !== null));
  }

  #from(scores: Scores): Record<string, string> {
    return Object.fromEntries(Object.entries(scores).map(([id, points]) => [id, formatPoints(points)]));
  }
}
