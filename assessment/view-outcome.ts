/**
 * V1, V4, S4, S7 · How the public results came about, for screens: phones show the results alone and are not sent this.
 * Nothing of a unit whose result is not public, and no ballot by itself (spread.ts).
 */
import { ballotsOf } from './ballots.ts';
import { perCount } from './count-kept.ts';
import type { Points } from './decimal.ts';
import { countOf, returnedOf, scoreOf } from './results.ts';
import { examinersFullMarks, fullMarks, type Trim } from './sheet.ts';
import { spreadOf, type Bin } from './spread.ts';
import type { State } from './state.ts';
import { showsCategories } from './view-standings.ts';
import { quorumNeeded } from './workings.ts';

/** S4: so many of a category's ballots were counted, so many went into its mean. */
export interface CategoryCount {
  id: string;
  name: string;
  counted: number;
  kept: number;
}

export interface UnitOutcome {
  unit: string;
  /** B5: the fewest counted ballots that are valid. */
  needed: number;
  categories: CategoryCount[];
  /** Null where V4 holds the category means back, or where the ballots are too few. */
  spread: Bin[] | null;
}

export interface OutcomeView {
  /** Full marks in hundredths: of the whole sheet, and what an examiner can give. */
  full: Points;
  examiners: Points;
  /** The criterion that the crowd's votes make (S7); null where they are only shown (B8). */
  crowd: { criterion: string; minimum: number } | null;
  trim: Trim | null;
  /** Public units in the order of turns. */
  units: UnitOutcome[];
  /** B5: the ballots that are in for the turn that was locked last. */
  locked: { unit: string; returned: number; eligible: number } | null;
  /** Server time in ms when the meeting was closed. */
  closedAt: number | null;
}

const outcomeOf = perCount((state, unit): UnitOutcome => {
  const score = scoreOf(state, unit);
  const { ballots, eligible } = countOf(state, unit);
  const nameOf = (id: string) => state.scoring.categories.find((one) => one.id === id)?.name ?? id;
  const open = score.valid && showsCategories(score);
  return {
    unit,
    needed: quorumNeeded(state.scoring, eligible),
    categories: score.categories.map(({ id, count, kept }) => ({
      id,
      name: nameOf(id),
      counted: count,
      kept,
    })),
    spread: open ? spreadOf(state.scoring, ballots, score) : null,
  };
});

function lockedLast(state: State): OutcomeView['locked'] {
  let last: { unit: string; at: number; eligible: number } | null = null;
  for (const [unit, { stage, absent, frozen, lockedAt }] of state.agenda.turns) {
    const at = lockedAt ?? 0;
    if (stage === 'locked' && !absent && frozen && at >= (last?.at ?? 0))
      last = { unit, at, eligible: frozen.eligible };
  }
  if (!last) return null;
  const { unit, eligible } = last;
  return { unit, returned: returnedOf(ballotsOf(state, unit)), eligible };
}

export function outcomeView(state: State): OutcomeView {
  const { scoring, publication, agenda, meeting } = state;
  const shown = new Set(publication.published);
  const criterion = scoring.sheet.find(({ by }) => by === 'crowd')?.id;
  return {
    full: fullMarks(scoring),
    examiners: examinersFullMarks(scoring),
    crowd: scoring.crowd && criterion !== undefined ? { criterion, minimum: scoring.crowd.minimum } : null,
    trim: scoring.trim,
    units: agenda.order.filter((unit) => shown.has(unit)).map((unit) => outcomeOf(state, unit)),
    locked: lockedLast(state),
    closedAt: meeting.closedAt,
  };
}
