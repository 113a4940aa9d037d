/** A bundle that was counted again, with everything that the page tells of it. */
import { bytesToHex } from '@noble/hashes/utils.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { scoringOf } from '$assessment/bundle.ts';
import type { Bundle } from '$assessment/bundle.ts';
import { rankUnits } from '$assessment/ranking.ts';
import type { Ranked } from '$assessment/ranking.ts';
import { unitCounts } from '$assessment/recount.ts';
import type { Difference } from '$assessment/recount.ts';
import { scoreUnit } from '$assessment/score.ts';
import type { UnitCount } from '$assessment/score.ts';
import { scoringSteps } from '$assessment/scoring-steps.ts';
import type { ScoringSteps } from '$assessment/scoring-steps.ts';
import type { Scoring } from '$assessment/sheet.ts';

export type Ballot = Bundle['ballots'][number];

export class Recounted {
  readonly bundle: Bundle;
  readonly differences: readonly Difference[];
  readonly scoring: Scoring;
  /** Best first, units without a result last (K). */
  readonly ranked: readonly Ranked[];
  /** SHA-256 of the file, so that two people can tell that they hold the same. */
  readonly fingerprint: string;
  readonly #counts: Map<string, UnitCount>;

  constructor(bundle: Bundle, differences: readonly Difference[], file: Uint8Array) {
    this.bundle = bundle;
    this.differences = differences;
    this.scoring = scoringOf(bundle);
    const counts = unitCounts(bundle);
    this.#counts = new Map(counts.map(({ unit, count }) => [unit, count]));
    this.ranked = rankUnits(
      this.scoring,
      counts.map(({ unit, count }) => ({ unit, score: scoreUnit(this.scoring, count) })),
    );
    this.fingerprint = bytesToHex(sha256(file));
  }

  nameOf(unit: string): string {
    return this.bundle.units.find(({ id }) => id === unit)?.name ?? unit;
  }

  categoryOf(category: string): string {
    return this.bundle.scoring.categories.find(({ id }) => id === category)?.name ?? category;
  }

  ballot(receipt: string): Ballot | null {
    return this.bundle.ballots.find((one) => one.receipt === receipt) ?? null;
  }

  steps(unit: string): ScoringSteps | null {
    const count = this.#counts.get(unit);
    return count ? scoringSteps(this.scoring, count) : null;
  }

  /** How many differences there are of one kind. */
  differing(list: 'results' | 'attendance' | 'draws' | 'result'): number {
    return this.differences.filter(({ path }) => path.startsWith(`${list}.`)).length;
  }

  countOf(status: Ballot['status']): number {
    return this.bundle.ballots.filter((one) => one.status === status).length;
  }
}
