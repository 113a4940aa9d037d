/** B1: points as somebody typed them, criterion by criterion. */
import { parsePoints } from '$assessment/decimal.ts';
import { examinerCriteria, type Criterion, type Scores, type Scoring } from '$assessment/sheet.ts';

/** A criterion's points in hundredths; null where what was typed is none that a ballot may have. */
export function readPoints(scoring: Scoring, { full, step }: Criterion, typed: string): number | null {
  const points = parsePoints(typed.normalize('NFKC').trim());
  if (points === null || points > full) return null;
  if (scoring.input === 'grades')
    return scoring.grades.some(({ worth }) => (full * worth) / 10_000 === points) ? points : null;
  return points % step === 0 ? points : null;
}

/** A whole ballot; null where any criterion is wrong. */
export function readScores(scoring: Scoring, typed: Readonly<Record<string, string>>): Scores | null {
  const scores: Scores = {};
  for (const criterion of examinerCriteria(scoring)) {
    const points = readPoints(scoring, criterion, typed[criterion.id] ?? '');
    if (points === null) return null;
    scores[criterion.id] = points;
  }
  return scores;
}
