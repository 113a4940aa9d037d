/**
 * Sheets to start from. Every figure in them is an assumption to be edited: no source publishes the score sheet of a
 * 大考场, and the page says so wherever one is chosen. All in hundredths.
 */
import {
  defaultScoring,
  type Category,
  type Criterion,
  type Grade,
  type Scoring,
} from '$assessment/sheet.ts';
import { words } from '../words.ts';

export const PRESETS = ['exam', 'crowd', 'review', 'stars'] as const;
export type Preset = (typeof PRESETS)[number];

const CROWD_WORTHS = { satisfied: 10000, fair: 6000, unsatisfied: 0 } as const;

/** What the crowd is offered to say where a sheet begins to count it (S7). */
export const proposedCrowd = (): Grade[] =>
  (Object.keys(CROWD_WORTHS) as (keyof typeof CROWD_WORTHS)[]).map((id) => ({
    id,
    name: words().sheet.crowdNames[id],
    worth: CROWD_WORTHS[id],
  }));

const gradesOf = (names: readonly string[], worths: readonly number[]): Grade[] =>
  worths.map((worth, at) => ({ id: `g${at + 1}`, name: names[at] ?? '', worth }));

const levelsOf = (names: readonly string[], froms: readonly number[]): Scoring['levels'] =>
  froms.map((from, at) => ({ name: names[at] ?? '', from }));

/** Criteria of one full mark, judged as a whole. */
const evenSheet = (names: readonly string[], full: number): Criterion[] =>
  names.map((name, at) => ({
    id: `k${at + 1}`,
    name,
    full,
    step: 100,
    stage: 'overall',
    by: 'examiners',
  }));

function exam(categories: readonly Category[]): Scoring {
  const { criteria, levels } = words().sheet.presets;
  const scoring = defaultScoring(categories);
  return {
    ...scoring,
    sheet: scoring.sheet.map((one, at) => ({ ...one, name: criteria.exam[at] ?? one.name })),
    levels: scoring.levels.map((one, at) => ({ ...one, name: levels.exam[at] ?? one.name })),
  };
}

function withCrowd(categories: readonly Category[]): Scoring {
  const scoring = exam(categories);
  const name = words().sheet.presets.criteria.crowd;
  return {
    ...scoring,
    sheet: [
      ...scoring.sheet.map((one) => ({ ...one, full: 2000 })),
      { id: 'crowd', name, full: 2000, step: 0, stage: 'crowd', by: 'crowd' },
    ],
    crowd: { minimum: 30, grades: proposedCrowd() },
  };
}

/** Graded sheets have no questioning part to tell equal scores apart. */
function graded(categories: readonly Category[], preset: 'review' | 'stars'): Scoring {
  const { criteria, grades, levels } = words().sheet.presets;
  const worths = { review: [10000, 8500, 7000, 5000], stars: [10000, 8000, 6000, 4000, 2000] }[preset];
  const froms = { review: [9000, 8000, 6000, 0], stars: [9000, 8000, 7000, 6000, 0] }[preset];
  return {
    ...defaultScoring(categories),
    sheet: evenSheet(criteria[preset], preset === 'review' ? 2000 : 2500),
    input: 'grades',
    grades: gradesOf(grades[preset], worths),
    tieBreak: [],
    levels: levelsOf(levels[preset], froms),
  };
}

/** A preset with the categories that the meeting has. */
export function presetScoring(preset: Preset, categories: readonly Category[]): Scoring {
  if (preset === 'exam') return exam(categories);
  return preset === 'crowd' ? withCrowd(categories) : graded(categories, preset);
}
