/**
 * A made-up set of ballots for a sheet that is being written: the same seed gives the same people, so that a changed
 * sheet is seen and not other people. Nobody is meant by them, and nothing of it leaves the page. Points in hundredths.
 */
import type { CountedBallot } from '$assessment/score.ts';
import type { Planned } from '$assessment/sheet-advice.ts';
import { examinerCriteria } from '$assessment/sheet.ts';
import type { Criterion, Scores, Scoring } from '$assessment/sheet.ts';

/** Most ballots of a category that the panel shows. */
export const MOST_BALLOTS = 60;
/** How many a category gets while the list of people is empty. */
const WITHOUT_LIST = 7;

/** A number from 0 to 999 for a word: the same word, the same number. FNV-1a with a last stir. */
function thousandth(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return ((hash ^ (hash >>> 15)) >>> 0) % 1000;
}

/** How many ballots each category is tried with: its people, or a few everywhere while nobody is on the list. */
export function ballotsPlanned(scoring: Scoring, planned: Planned): Record<string, number> {
  const known = scoring.categories.some(({ id }) => (planned[id] ?? 0) > 0);
  return Object.fromEntries(
    scoring.categories.map(({ id }) => [id, known ? Math.min(planned[id] ?? 0, MOST_BALLOTS) : WITHOUT_LIST]),
  );
}

/** An examiner's strictness, in thousandths of what he could give; one in twelve is far from the others. */
function temper(who: string): number {
  if (thousandth(`${who} odd`) < 84) return thousandth(`${who} side`) < 500 ? 480 : 985;
  return 760 + (thousandth(`${who} temper`) * 180) / 1000;
}

function pointsFor(scoring: Scoring, criterion: Criterion, who: string): number {
  const noise = (thousandth(`${who} ${criterion.id}`) - 500) / 6;
  const share = Math.max(0, Math.min(1000, temper(who) + noise));
  if (scoring.input === 'points') {
    return Math.round((share * criterion.full) / 1000 / criterion.step) * criterion.step;
  }
  const worth = scoring.grades.map((grade) => grade.worth);
  const near = worth.reduce((best, one) =>
    Math.abs(one - share * 10) < Math.abs(best - share * 10) ? one : best,
  );
  return (criterion.full * near) / 10_000;
}

/** Where a ballot stands: its category, and which of it from 1. */
export const receiptOf = (category: string, number: number): string =>
  `${category}/${String(number).padStart(3, '0')}`;
export const numberOf = (receipt: string): number => Number(receipt.slice(receipt.lastIndexOf('/') + 1));

/** So many complete ballots of each category (B1), for a sheet that `checkScoring` found nothing wrong with. */
export function madeUpBallots(
  scoring: Scoring,
  heads: Readonly<Record<string, number>>,
  seed: number,
): CountedBallot[] {
  const criteria = examinerCriteria(scoring);
  return scoring.categories.flatMap(({ id: category }) =>
    Array.from({ length: heads[category] ?? 0 }, (_, at): CountedBallot => {
      const receipt = receiptOf(category, at + 1);
      const who = `${seed} ${receipt}`;
      const scores: Scores = Object.fromEntries(
        criteria.map((criterion) => [criterion.id, pointsFor(scoring, criterion, who)]),
      );
      return { receipt, category, scores };
    }),
  );
}

/** Voices of a crowd somewhat larger than the sheet asks for; none where the sheet does not count them (S7). */
export function madeUpVotes({ crowd }: Scoring, seed: number): Record<string, number> {
  if (!crowd) return {};
  const people = crowd.minimum + 20 + Math.floor(thousandth(`${seed} crowd`) / 20);
  const shares = crowd.grades.map(({ id }, at) => 40 + thousandth(`${seed} ${id}`) / (at + 1));
  const all = shares.reduce((sum, share) => sum + share, 0);
  return Object.fromEntries(
    crowd.grades.map(({ id }, at) => [id, Math.floor((people * (shares[at] ?? 0)) / all)]),
  );
}
