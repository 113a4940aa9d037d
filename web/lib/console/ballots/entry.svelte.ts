/** I8 · A ballot that an organizer keys for somebody: held in this page alone, checked at each field, gone afterwards. */
import { formatPoints, parsePoints } from '$assessment/decimal.ts';
import { checkScores, type ScoreProblemCode } from '$assessment/sheet-check.ts';
import { examinerCriteria, type Criterion, type Scores, type Scoring } from '$assessment/sheet.ts';
import { tidyFigures, tidyNumber } from '../../phone/tidy.ts';

export type EntryProblem = ScoreProblemCode | 'not-a-number';

/** Points in hundredths that a grade is worth of a criterion (B1). */
const worthOf = ({ full }: Criterion, worth: number): number => (full * worth) / 10_000;

export class Entry {
  typed = $state<Record<string, string>>({});
  /** True once it was to be read back: empty fields are then wrong. */
  checked = $state(false);
  readonly #scoring: () => Scoring;

  constructor(scoring: () => Scoring) {
    this.#scoring = scoring;
  }

  get criteria(): Criterion[] {
    return examinerCriteria(this.#scoring());
  }

  /** Points, or a grade by its place (1 is the first) or its name. */
  points(criterion: Criterion): number | null {
    const typed = this.typed[criterion.id] ?? '';
    const { input, grades } = this.#scoring();
    if (input === 'points') return parsePoints(tidyNumber(typed));
    const said = tidyFigures(typed);
    const grade = grades[Number(said) - 1] ?? grades.find(({ name }) => name === said);
    return grade ? worthOf(criterion, grade.worth) : null;
  }

  problem(criterion: Criterion): EntryProblem | null {
    if (tidyFigures(this.typed[criterion.id] ?? '') === '') return this.checked ? 'score-missing' : null;
    const points = this.points(criterion);
    const scoring = this.#scoring();
    if (points === null) return scoring.input === 'points' ? 'not-a-number' : 'score-not-a-grade';
    return checkScores({ ...scoring, sheet: [criterion] }, { [criterion.id]: points })?.code ?? null;
  }

  /** What stands in the read-back. */
  said(criterion: Criterion): string {
    const points = this.points(criterion) ?? 0;
    const { input, grades } = this.#scoring();
    const grade = grades.find(({ worth }) => worthOf(criterion, worth) === points);
    return input === 'grades' && grade ? `${grade.name}（${formatPoints(points)}）` : formatPoints(points);
  }

  scores(): Scores | null {
    const scores = Object.fromEntries(this.criteria.map((one) => [one.id, this.points(one) ?? -1]));
    return checkScores(this.#scoring(), scores) === null ? scores : null;
  }

  total(): number {
    return this.criteria.reduce((sum, one) => sum + (this.points(one) ?? 0), 0);
  }

  clear(): void {
    this.typed = {};
    this.checked = false;
  }
}
