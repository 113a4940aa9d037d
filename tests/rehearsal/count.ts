/** The rehearsal's own count: from what was acknowledged to its people, never from what the hub says of it. */
import type { Bundle } from '../../assessment/bundle.ts';
import { formatScore } from '../../assessment/decimal.ts';
import { differences } from '../../assessment/recount.ts';
import { rankUnits } from '../../assessment/ranking.ts';
import { scoreUnit } from '../../assessment/score.ts';
import type { Scoring } from '../../assessment/sheet.ts';
import type { StandingsView } from '../../assessment/view.ts';
import type { CrowdPerson, ExaminerPerson } from './person.ts';

export interface Facts {
  scoring: Scoring;
  units: string[];
  examiners: ExaminerPerson[];
  crowd: CrowdPerson[];
  absent: Set<string>;
  /** Unit → who could have scored when it was locked (B5). */
  eligible: Map<string, number>;
  /** Unit → hundredths. */
  deductions: Map<string, number>;
}

const ballotsFor = (facts: Facts, unit: string) =>
  facts.examiners.flatMap((one) => one.acks.filter((ack) => ack.unit === unit && !ack.replaced));

function votesFor(facts: Facts, unit: string): Record<string, number> {
  const votes: Record<string, number> = {};
  for (const { votes: given } of facts.crowd) {
    const grade = given.get(unit);
    if (grade !== undefined) votes[grade] = (votes[grade] ?? 0) + 1;
  }
  return votes;
}

function ownRanking(facts: Facts) {
  const units = facts.units.map((unit) => {
    const absent = facts.absent.has(unit);
    const count = {
      absent,
      ballots: absent ? [] : ballotsFor(facts, unit),
      votes: votesFor(facts, unit),
      deductions: facts.deductions.get(unit) ?? 0,
      eligible: facts.eligible.get(unit) ?? 0,
    };
    return { unit, score: scoreUnit(facts.scoring, count) };
  });
  return rankUnits(facts.scoring, units);
}

/** Where the published result, the bundle and the own count differ; empty when all is well. */
export function compare(facts: Facts, published: StandingsView, bundle: Bundle): string[] {
  const wrong = differences(bundle).map((one) => `${one.path}: ${one.published} ≠ ${one.recounted}`);
  const check = (what: string, theirs: unknown, ours: unknown) => {
    if (theirs !== ours) wrong.push(`${what}: ${String(theirs)} ≠ ${String(ours)}`);
  };
  check('published units', published.rows.length, facts.units.length);
  for (const { unit, rank, score } of ownRanking(facts)) {
    const row = published.rows.find((one) => one.unit === unit);
    const result = bundle.results.find((one) => one.unit === unit);
    const attendance = bundle.attendance.find((one) => one.unit === unit);
    check(`${unit} rank`, row?.rank, rank);
    check(`${unit} score`, row?.score, score.score);
    check(`${unit} bundle score`, result?.score, score.score === null ? null : formatScore(score.score));
    check(`${unit} bundle rank`, result?.rank, rank);
    if (!facts.absent.has(unit)) check(`${unit} eligible`, attendance?.eligible, facts.eligible.get(unit));
    for (const [grade, count] of Object.entries(votesFor(facts, unit))) {
      check(`${unit} ${grade}`, bundle.crowd.find((one) => one.unit === unit)?.votes[grade], count);
    }
  }
  return [...wrong, ...compareBallots(facts, bundle)];
}

/** No ballot lost, none counted twice, none that nobody was told of. */
function compareBallots(facts: Facts, bundle: Bundle): string[] {
  const wrong: string[] = [];
  const theirs = new Map(bundle.ballots.map((ballot) => [ballot.receipt, ballot]));
  const counted = facts.units.flatMap((unit) => ballotsFor(facts, unit));
  const late = facts.examiners.flatMap((one) => one.late);
  for (const { receipt, unit } of counted) {
    const status = theirs.get(receipt)?.status;
    const expected = facts.absent.has(unit) ? 'void' : 'counted';
    if (status !== expected) wrong.push(`${receipt} ${unit}: ${String(status)} ≠ ${expected}`);
    theirs.delete(receipt);
  }
  for (const { receipt, unit } of late) {
    if (theirs.get(receipt)?.status !== 'late')
      wrong.push(`${receipt} ${unit}: ${String(theirs.get(receipt)?.status)} ≠ late`);
    theirs.delete(receipt);
  }
  for (const receipt of theirs.keys()) wrong.push(`${receipt}: nobody was told of it`);
  return wrong;
}
