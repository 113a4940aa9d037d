/** What the live check says of a sheet that can be counted with: nothing of it blocks. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adviseSheet, plannedOf } from '../../assessment/sheet-advice.ts';
import { checkScoring, DEFAULT_CROWD_GRADES, defaultScoring } from '../../assessment/sheet.ts';
import type { Criterion, Scoring } from '../../assessment/sheet.ts';

const base = defaultScoring([
  { id: 'party', name: '党员代表', weight: 6000 },
  { id: 'media', name: '媒体代表', weight: 4000 },
]);
const crowd: Criterion = { id: 'crowd', name: '群众', full: 2000, step: 0, stage: 'crowd', by: 'crowd' };
const counted = { minimum: 30, grades: DEFAULT_CROWD_GRADES.map((grade) => ({ ...grade })) };
const MANY = { party: 10, media: 10 };

const advice = (change: Partial<Scoring> = {}, planned: Record<string, number> = MANY) => {
  const scoring = { ...base, ...change };
  expect(checkScoring(scoring)).toEqual([]);
  return adviseSheet(scoring, planned)
    .filter(({ tone }) => tone === 'look')
    .map(({ path, code }) => `${path} ${code}`);
};
const withFirst = (change: Partial<Criterion>) =>
  advice({ sheet: [{ ...(base.sheet[0] as Criterion), ...change }, ...base.sheet.slice(1)] });

describe('advice on a sheet', () => {
  it('S1 says nothing of the default sheet where every category has ten', () => {
    expect(advice()).toEqual([]);
  });

  it('B5 tells as a fact how many of the people on the list must score', () => {
    expect(adviseSheet(base, MANY)).toEqual([
      { path: 'quorum', code: 'quorum-people', tone: 'fact', value: 14, limit: 20 },
    ]);
    expect(adviseSheet(base, {})).toEqual([]);
    expect(advice({ quorum: { of: 0, outOf: 1 } })).toEqual(['quorum quorum-none']);
    expect(advice({ quorum: { of: 3, outOf: 3 } })).toEqual(['quorum quorum-all']);
  });

  it('S1 full marks that sum to 95', () => {
    expect(withFirst({ full: 2500 })).toEqual(['sheet full-not-hundred']);
    expect(
      adviseSheet({ ...base, sheet: [{ ...(base.sheet[0] as Criterion), full: 9500 }] }, {})[0],
    ).toMatchObject({ value: 9500, limit: 10000 });
  });

  it('S1 weights that are not a hundred, and names that come twice', () => {
    const [party, media] = base.categories;
    expect(advice({ categories: [party!, { ...media!, weight: 3000 }] })).toEqual([
      'categories weights-not-hundred',
    ]);
    expect(advice({ categories: [party!, { ...media!, name: party!.name }] })).toEqual([
      'categories.1.name name-repeated',
    ]);
    expect(withFirst({ name: '言之有据' })).toEqual(['sheet.2.name name-repeated']);
  });

  it('B1 a step that makes a ballot slow', () => {
    expect(withFirst({ step: 25 })).toEqual(['sheet.0.step many-steps']);
    expect(withFirst({ step: 30 })).toEqual([]);
    const grades = [
      { id: 'a', name: '优秀', worth: 9000 },
      { id: 'b', name: '称职', worth: 6000 },
    ];
    expect(advice({ input: 'grades', grades })).toEqual(['grades no-full-grade']);
  });

  it('V4 small categories: none, fewer than three, and three whose scores may be guessed', () => {
    const noTrim = { trim: null };
    expect(advice(noTrim, { party: 10 })).toEqual(['categories.1 category-empty']);
    expect(advice(noTrim, { party: 10, media: 2 })).toEqual(['categories.1 category-hidden']);
    expect(advice(noTrim, { party: 10, media: 3 })).toEqual(['categories.1 category-small']);
    expect(advice(noTrim, { party: 10, media: 4 })).toEqual(['categories.1 category-small']);
    expect(advice(noTrim, { party: 10, media: 5 })).toEqual([]);
    expect(advice(noTrim, {})).toEqual([]);
  });

  it('S4 a trim that never takes effect, or only in some categories', () => {
    expect(advice({}, { party: 5, media: 5 })).toEqual(['trim trim-never']);
    expect(advice({}, { party: 10, media: 5 })).toEqual(['trim trim-some']);
    expect(adviseSheet(base, { party: 10, media: 5 })[0]).toMatchObject({ limit: 6, names: ['媒体代表'] });
    expect(advice({ trim: { of: 'total', drop: 0, from: 1 } })).toEqual(['trim.drop trim-nothing']);
  });

  it('B8 S7 a counted crowd: a voice is a browser; one voice alone decides', () => {
    const sheet = [{ ...(base.sheet[0] as Criterion), full: 8000, step: 100 }, crowd];
    const tieBreak: Scoring['tieBreak'] = ['crowd'];
    expect(advice({ sheet, crowd: counted, tieBreak })).toEqual(['crowd crowd-counted']);
    expect(advice({ sheet, crowd: { ...counted, minimum: 1 }, tieBreak })).toEqual([
      'crowd crowd-counted',
      'crowd.minimum crowd-minimum-low',
    ]);
  });

  it('K1 K3 ties that nothing tells apart, levels that nobody reaches or that leave a gap', () => {
    expect(advice({ tieBreak: ['crowd'] })).toEqual(['tieBreak tie-break-idle']);
    expect(advice({ tieBreak: [] })).toEqual([]);
    const levels = [
      { name: '好', from: 10100 },
      { name: '一般', from: 6000 },
    ];
    expect(advice({ levels })).toEqual(['levels.0.from level-unreachable', 'levels level-open']);
    expect(advice({ levels: [] })).toEqual([]);
  });
});

describe('advice while a sheet is being typed', () => {
  const amount = fc.constantFrom(0, 1, 50, 100, 5000, 10_000, 9_999_999);
  const half: fc.Arbitrary<Partial<Scoring>> = fc.record({
    sheet: fc.array(
      fc.tuple(amount, amount).map(([full, step]) => ({ ...(base.sheet[0] as Criterion), full, step })),
      { maxLength: 3 },
    ),
    input: fc.constantFrom('points', 'grades'),
    grades: fc.array(
      amount.map((worth) => ({ id: 'g', name: '', worth })),
      { maxLength: 2 },
    ),
    categories: fc.array(
      amount.map((weight) => ({ id: 'c', name: '', weight })),
      { maxLength: 2 },
    ),
    quorum: fc.record({ of: fc.nat(3), outOf: fc.nat(3) }),
    trim: fc.record({ of: fc.constant('total'), drop: fc.nat(2), from: fc.nat(2) }),
    levels: fc.array(
      amount.map((from) => ({ name: '', from })),
      { maxLength: 2 },
    ),
  });

  it('says something of any half-typed sheet, and never fails', () => {
    fc.assert(
      fc.property(half, fc.nat(9), (change, heads) => {
        const told = adviseSheet({ ...base, ...change }, { c: heads });
        expect(told.every(({ path, code }) => path !== '' && code !== undefined)).toBe(true);
      }),
    );
  });
});

describe('planned heads', () => {
  it('I3 counts people on the list, or valid passes where these are more', () => {
    const examiners = [{ category: 'party' }, { category: 'party' }, { category: 'media' }];
    const pass = (category: string | null, revoked = false) => ({
      kind: 'examiner' as const,
      category,
      revoked,
    });
    const passes = [
      pass('media'),
      pass('media'),
      pass('media', true),
      { kind: 'screen' as const, category: null, revoked: false },
    ];
    expect(plannedOf({ categories: base.categories, examiners, passes })).toEqual({ party: 2, media: 2 });
  });
});
