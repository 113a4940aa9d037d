/** One try-out: the made-up set and what was changed in it by hand. Hand-made figures go with the next set. */
import { SvelteMap } from 'svelte/reactivity';
import type { CountedBallot, UnitCount } from '$assessment/score.ts';
import { checkScores } from '$assessment/sheet-check.ts';
import type { Planned } from '$assessment/sheet-advice.ts';
import type { Scoring } from '$assessment/sheet.ts';
import { readCount, readPoints } from '../sheet-form.ts';
import { ballotsPlanned, madeUpBallots, madeUpVotes, MOST_BALLOTS } from './made-up.ts';

export class Trial {
  seed = $state(1);
  /** What was typed, by where: `ballot RECEIPT CRITERION`, `heads CATEGORY`, `votes GRADE`, `eligible`, `deductions`. */
  readonly typed = new SvelteMap<string, string>();

  again(): void {
    this.seed += 1;
    this.typed.clear();
  }

  /** A count as typed, or what it would be by itself where nothing sensible was. */
  #count(key: string, otherwise: number, most = 999_999): number {
    const count = readCount(this.typed.get(key) ?? '');
    return count === null || count > most ? otherwise : count;
  }

  heads(scoring: Scoring, planned: Planned): Record<string, number> {
    const heads = Object.entries(ballotsPlanned(scoring, planned));
    return Object.fromEntries(
      heads.map(([id, count]) => [id, this.#count(`heads ${id}`, count, MOST_BALLOTS)]),
    );
  }

  /** The points typed for one criterion of a ballot; null where nothing was typed or it does not fit the sheet (B1). */
  #points(scoring: Scoring, ballot: CountedBallot, criterion: string): number | null {
    const typed = this.typed.get(`ballot ${ballot.receipt} ${criterion}`);
    const points = typed === undefined ? null : readPoints(typed);
    if (points === null) return null;
    return checkScores(scoring, { ...ballot.scores, [criterion]: points }) === null ? points : null;
  }

  /** True where something was typed that cannot count. */
  wrong(scoring: Scoring, ballot: CountedBallot, criterion: string): boolean {
    return (
      this.typed.has(`ballot ${ballot.receipt} ${criterion}`) &&
      this.#points(scoring, ballot, criterion) === null
    );
  }

  #ballot(scoring: Scoring, ballot: CountedBallot): CountedBallot {
    const scores = Object.fromEntries(
      Object.entries(ballot.scores).map(([id, points]) => [id, this.#points(scoring, ballot, id) ?? points]),
    );
    return { ...ballot, scores };
  }

  /** What is counted: the made-up set with what was typed over it. */
  input(scoring: Scoring, planned: Planned): UnitCount {
    const heads = this.heads(scoring, planned);
    const ballots = madeUpBallots(scoring, heads, this.seed).map((one) => this.#ballot(scoring, one));
    const votes = Object.entries(madeUpVotes(scoring, this.seed));
    return {
      absent: false,
      ballots,
      votes: Object.fromEntries(votes.map(([id, count]) => [id, this.#count(`votes ${id}`, count)])),
      deductions: readPoints(this.typed.get('deductions') ?? '') ?? 0,
      eligible: Math.max(ballots.length, this.#count('eligible', ballots.length)),
    };
  }
}
