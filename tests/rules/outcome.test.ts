/** V1, V4, S4, S7 · What screens are told of how a result came about, and that it singles nobody out (decision 0017). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AUDIENCES, SLICES_OF } from '../../assessment/view.ts';
import { defaultScoring, type Scoring } from '../../assessment/sheet.ts';
import { scoreUnit } from '../../assessment/score.ts';
import { BIN_FROM, SPREAD_FROM, spreadOf, type Bin } from '../../assessment/spread.ts';
import { setScene, type Scene } from '../support/scene.ts';

const many = { party: 8, people: 8, media: 4 };
const outcome = ({ meeting }: Scene) => meeting.slice('screen', 'outcome');
const share = (_one: unknown, at: number) => 0.7 + (at % 10) / 50;
const total = (bins: readonly Bin[]) => bins.reduce((sum, { kept, dropped }) => sum + kept + dropped, 0);

describe('V1 · how a result came about', () => {
  it('V1 is told of public units alone, and to no phone', () => {
    const scene = setScene({ examiners: many });
    scene.scores('A', share);
    expect(outcome(scene).units).toEqual([]);
    expect(outcome(scene).locked).toEqual({ unit: 'A', returned: 20, eligible: 20 });
    scene.host.publishes('A');
    expect(outcome(scene).locked).toBeNull();
    expect(outcome(scene).units.map(({ unit }) => unit)).toEqual(['A']);
    const told = AUDIENCES.filter((audience) => SLICES_OF[audience].includes('outcome'));
    expect(told).toEqual(['organizer', 'screen']);
  });

  it('S4 says of how many ballots a category counted and how many its mean was made of', () => {
    const scene = setScene({ examiners: many });
    scene.scores('A', share);
    scene.host.publishes('A');
    const [unit] = outcome(scene).units;
    expect(outcome(scene).trim).toEqual({ of: 'total', drop: 1, from: 6 });
    expect(unit?.categories.map(({ counted, kept }) => [counted, kept])).toEqual([
      [8, 6],
      [8, 6],
      [4, 4],
    ]);
    expect(unit?.spread?.reduce((sum, { dropped }) => sum + dropped, 0)).toBe(4);
    expect(total(unit?.spread ?? [])).toBe(20);
  });

  it('V4 no spread where a category is too small to be shown, or the ballots are too few', () => {
    for (const examiners of [
      { party: 9, people: 9, media: 2 },
      { party: 3, people: 3, media: 3 },
    ]) {
      const scene = setScene({ examiners });
      scene.scores('A', share);
      scene.host.publishes('A');
      expect(outcome(scene).units[0]?.spread).toBeNull();
    }
  });

  it('B3 who asked the host to wait is told to organizers alone', () => {
    const scene = setScene();
    scene.host.stepsTo('A', 'closing');
    scene.examiner('party-01').send('ballot.wait', { unit: 'A', on: true });
    const waits = (audience: 'organizer' | 'screen') =>
      scene.meeting.slice(audience, 'progress')?.categories.reduce((sum, one) => sum + one.waits, 0);
    expect([waits('organizer'), waits('screen')]).toEqual([1, 0]);
  });
});

describe('a spread', () => {
  const sheet: Scoring = defaultScoring([
    { id: 'party', name: '党员代表', weight: 5000 },
    { id: 'people', name: '群众代表', weight: 5000 },
  ]);
  const ballot = (at: number, points: readonly number[]) => ({
    receipt: `R${String(at).padStart(7, '0')}`,
    category: at % 2 === 0 ? 'party' : 'people',
    scores: Object.fromEntries(sheet.sheet.map(({ id }, i) => [id, points[i] ?? 0])),
  });
  const anyBallots = fc.array(
    fc.tuple(...sheet.sheet.map(({ full, step }) => fc.nat({ max: full / step }).map((n) => n * step))),
    { minLength: 1, maxLength: 80 },
  );

  it('no bin that has a ballot has fewer than three, every ballot is in one, and bins touch', () => {
    fc.assert(
      fc.property(anyBallots, (all) => {
        const ballots = all.map((points, at) => ballot(at, points));
        const count = { absent: false, ballots, votes: {}, deductions: 0, eligible: ballots.length };
        const bins = spreadOf(sheet, ballots, scoreUnit(sheet, count));
        if (ballots.length < SPREAD_FROM) expect(bins).toBeNull();
        if (!bins) return;
        expect(total(bins)).toBe(ballots.length);
        for (const { kept, dropped } of bins)
          expect(kept + dropped === 0 || kept + dropped >= BIN_FROM).toBe(true);
        expect(bins[0]?.from).toBe(0);
        expect(bins[bins.length - 1]?.to).toBe(10_000);
        bins.slice(1).forEach(({ from }, at) => expect(from).toBe(bins[at]?.to));
      }),
    );
  });

  it('is there for an ordinary square: forty-six ballots between 70 and 98', () => {
    const ballots = Array.from({ length: 46 }, (_, at) => {
      const lost = ((at * 7) % 12) * 100 + ((at * 5) % 9) * 100;
      return ballot(at, [3000 - lost / 2, 2000 - lost / 4, 3000 - lost / 4, 2000]);
    });
    const count = { absent: false, ballots, votes: {}, deductions: 0, eligible: 46 };
    const bins = spreadOf(sheet, ballots, scoreUnit(sheet, count));
    expect(bins?.length).toBeGreaterThanOrEqual(4);
  });
});
