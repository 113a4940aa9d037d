import { steps } from '../../steps/en.ts';
import type * as ZhModule from '../zh-CN/try-out.ts';
type Zh = typeof ZhModule;

export const tryOut: Zh['tryOut'] = {
  ...steps,
  title: 'Try-out',
  note: 'These ballots are made up, to show how this sheet counts. Nothing is saved. Pick a ballot to change it.',
  another: 'Another set',
  stale:
    'Something on the sheet must be mended first. Below still counts by the last sheet that was in order.',
  never: 'Once the sheet is in order it can be tried out here.',
  score: 'Score',
  outOf: (full) => `of ${full}`,
  points: (points) => points,
  eligibleLabel: 'Try-out: eligible',
  ballotsLabel: (category) => `Try-out: ballots of ${category}`,
  ballotOf: (category, number) => `${category}, ballot ${number}`,
  ballotLabel: (category, number, points, dropped) =>
    `${category}, ballot ${number}, ${points}${dropped ? `, dropped as ${dropped === 'low' ? 'lowest' : 'highest'}` : ''}`,
  cell: (ballot, criterion) => `${ballot}: ${criterion}`,
  wrong: (full, step) => `0 to ${full} in steps of ${step}. Until then the made-up points count.`,
  wrongCount: (limit) => `A whole number from 0 to ${limit}.`,
  wrongPoints: 'A number with at most two decimals.',
  votesLabel: (grade) => `Try-out: votes for ${grade}`,
  deductionsLabel: 'Try-out: deductions',
};
