import { describe, expect, it } from 'vitest';
import { parseBundle, scoringOf } from '../../assessment/bundle.ts';
import { rankSteps } from '../../assessment/rank-steps.ts';
import { recountUnits } from '../../assessment/recount.ts';
import { bundleIn, playedMeeting } from '../reports/meetings.ts';
import ties from '../examples/recount-ties.json' with { type: 'json' };

const read = parseBundle(ties);
if ('problems' in read) throw new Error('the example is broken');
const { bundle } = read;
const [scoring, ranked] = [scoringOf(bundle), recountUnits(bundle)];
const stepsOf = (unit: string) => rankSteps(scoring, ranked, unit);

describe('how a unit came by its rank', () => {
  it('K1 whoever has the same score is named, with what told them apart', () => {
    const equals = ranked.filter(({ unit, score }) =>
      ranked.some(
        (other) => other.unit !== unit && score.score !== null && other.score.score === score.score,
      ),
    );
    expect(equals.length).toBeGreaterThan(1);
    for (const { unit, rank } of equals) {
      const steps = stepsOf(unit);
      expect(steps?.rank).toBe(rank);
      for (const tie of steps?.ties ?? []) {
        const other = ranked.find((one) => one.unit === tie.unit);
        if (tie.by === null) expect(other?.rank).toBe(rank);
        else {
          expect(tie.ahead).toBe((rank ?? 0) < (other?.rank ?? 0));
          expect(tie.own).not.toBe(tie.others);
        }
      }
    }
    // Both ways of ending a tie are in the example.
    const all = equals.flatMap(({ unit }) => stepsOf(unit)?.ties ?? []);
    expect([all.some(({ by }) => by === null), all.some(({ by }) => by !== null)]).toEqual([true, true]);
  });

  it('K1 the rank is one more than whoever is above and ahead', () => {
    for (const { unit, rank } of ranked.filter((one) => one.rank !== null)) {
      const steps = stepsOf(unit);
      const ahead = steps?.ties.filter((tie) => tie.by !== null && !tie.ahead).length ?? 0;
      expect(1 + (steps?.above ?? 0) + ahead).toBe(rank);
    }
  });

  it('K2 without a valid result there is no rank to explain', () => {
    const played = bundleIn(playedMeeting());
    const all = recountUnits(played);
    for (const { unit } of all.filter((one) => one.rank === null))
      expect(rankSteps(scoringOf(played), all, unit)).toBeNull();
    expect(rankSteps(scoringOf(played), all, 'nobody')).toBeNull();
  });
});
