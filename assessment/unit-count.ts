/** What one unit's score is made of (S3, B5, B8, S9): the same whether it comes from the state, a bundle or a try-out. */
import type { Points } from './decimal.ts';
import type { Scores } from './sheet.ts';

/** A ballot that counts; void and late ones never get here (S3). */
export interface CountedBallot {
  receipt: string;
  category: string;
  scores: Scores;
}

/** Everything that one unit's score is made of. */
export interface UnitCount {
  absent: boolean;
  ballots: readonly CountedBallot[];
  /** Voices by grade id (B8). */
  votes: Readonly<Record<string, number>>;
  /** The sum of the deductions, in hundredths (S9). */
  deductions: Points;
  /** How many examiners could have scored (B5). */
  eligible: number;
}
