/** X2 · The ranking, counted from the journal's ballots without the rules' own state, and what others say it is. */
import { pointsOf, scoringOf, type Bundle } from '../../assessment/bundle.ts';
import { formatScore } from '../../assessment/decimal.ts';
import type { Recorded } from '../../assessment/journal.ts';
import { rankUnits } from '../../assessment/ranking.ts';
import { differences } from '../../assessment/recount.ts';
import { scoreUnit, type CountedBallot } from '../../assessment/score.ts';
import type { StandingsView } from '../../assessment/view.ts';

type Ballot = CountedBallot & { unit: string };

/** B2: the last accepted of each pass and unit. */
function lastBallots(entries: readonly Recorded[]): Ballot[] {
  const last = new Map<string, Ballot>();
  for (const { type, data } of entries) {
    if (type !== 'ballot-accepted') continue;
    const { unit, pass, receipt, category, scores } = data as unknown as Ballot & { pass: string };
    last.set(`${unit} ${pass}`, { unit, receipt, category, scores });
  }
  return [...last.values()];
}

export function resultFaults(
  bundle: Bundle,
  entries: readonly Recorded[],
  standings: StandingsView | null,
): string[] {
  const faults = differences(bundle).map(
    ({ path, published, recounted }) => `X2: ${path}: ${published} published, ${recounted} recounted`,
  );
  const ballots = lastBallots(entries);
  const receipts = (all: { receipt: string }[]) =>
    all
      .map(({ receipt }) => receipt)
      .sort()
      .join();
  const absent = new Set(bundle.units.filter((one) => one.absent).map(({ id }) => id));
  const standing = new Set(bundle.attendance.map(({ unit }) => unit));
  const counting = ballots.filter(({ unit }) => !absent.has(unit) && standing.has(unit));
  if (receipts(counting) !== receipts(bundle.ballots.filter(({ status }) => status === 'counted')))
    faults.push('X2: the bundle counts other ballots than the journal has');
  return [...faults, ...rankFaults(bundle, counting, absent, standings)];
}

function rankFaults(
  bundle: Bundle,
  ballots: readonly Ballot[],
  absent: ReadonlySet<string>,
  standings: StandingsView | null,
): string[] {
  const scoring = scoringOf(bundle);
  const units = bundle.units.map(({ id: unit }) => {
    const of = <T extends { unit: string }>(all: readonly T[]) => all.filter((one) => one.unit === unit);
    const count = {
      absent: absent.has(unit),
      ballots: of(ballots),
      votes: of(bundle.crowd)[0]?.votes ?? {},
      deductions: of(bundle.deductions).reduce((sum, { points }) => sum + pointsOf(points), 0),
      eligible: of(bundle.attendance)[0]?.eligible ?? 0,
    };
    return { unit, score: scoreUnit(scoring, count) };
  });
  return rankUnits(scoring, units).flatMap(({ unit, rank, score }) => {
    const own = `${rank} with ${score.score === null ? null : formatScore(score.score)}`;
    const told = bundle.results.find((one) => one.unit === unit);
    const row = standings?.rows.find((one) => one.unit === unit);
    const faults: string[] = [];
    if (`${told?.rank} with ${told?.score}` !== own)
      faults.push(`X2: ${unit} is ${own}, the bundle says ${told?.rank} with ${told?.score}`);
    if (standings && (row?.rank !== rank || row.score !== score.score))
      faults.push(`X2: ${unit} is ${own}, the screen says ${row?.rank} with ${row?.score}`);
    return faults;
  });
}
