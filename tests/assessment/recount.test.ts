import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBundle, scoringOf, scoringToBundle } from '../../assessment/bundle.ts';
import type { Bundle } from '../../assessment/bundle.ts';
import { differences, recount } from '../../assessment/recount.ts';
import { defaultScoring } from '../../assessment/sheet.ts';
import type { Scoring } from '../../assessment/sheet.ts';
import lots from '../examples/lots.json' with { type: 'json' };
import criterion from '../examples/recount-criterion.json' with { type: 'json' };
import ties from '../examples/recount-ties.json' with { type: 'json' };
import total from '../examples/recount-total.json' with { type: 'json' };
import { scorings } from './counts.ts';

const examples: [string, unknown][] = [
  ['recount-total', total],
  ['recount-criterion', criterion],
  ['recount-ties', ties],
];

function parsed(json: unknown): Bundle {
  const result = parseBundle(json);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result.bundle;
}

/** The example with one place changed. */
function changed(change: (bundle: Bundle) => void): unknown {
  const copy = JSON.parse(JSON.stringify(total)) as Bundle;
  change(copy);
  return copy;
}

function problemsOf(json: unknown): string[] {
  const result = parseBundle(json);
  return 'problems' in result ? result.problems.map(({ path, code }) => `${path} ${code}`) : [];
}

const first = <T>(list: readonly T[]): T => list[0] as T;

describe('recount', () => {
  it.each(examples)('X3 recounts %s exactly', (_, json) => {
    const bundle = parsed(json);
    expect(bundle).toEqual(json);
    expect(recount({ ...bundle, results: [] })).toEqual(bundle.results);
    expect(differences(bundle)).toEqual([]);
  });

  it('X3 repeats the published draws', () => {
    const [one, two] = lots as [(typeof lots)[number], (typeof lots)[number]];
    expect(differences(parsed(changed(({ draws }) => draws.push(two))))).toEqual([]);
    const forged = { ...one, drawn: one.items };
    const found = differences(parsed(changed(({ draws }) => draws.push(forged))));
    expect(found[0]).toEqual({
      path: 'draws.0.drawn.0',
      published: '葵湾社区党委',
      recounted: '新圩社区党委',
    });
    const broken = { ...one, commitment: '0'.repeat(64) };
    expect(differences(parsed(changed(({ draws }) => draws.push(broken))))).toEqual([
      { path: 'draws.0.commitment', published: '0'.repeat(64), recounted: one.commitment },
    ]);
  });

  it('L2 an abandoned draw may lack its number, another may not', () => {
    const pending = { ...first(lots), number: null, drawn: [] };
    const abandoned = { ...pending, abandoned: true };
    expect(differences(parsed(changed(({ draws }) => draws.push(abandoned))))).toEqual([]);
    expect(problemsOf(changed(({ draws }) => draws.push(pending)))).toEqual([
      'draws.0.number draw-without-number',
    ]);
  });

  it('X2 tells each result that was changed', () => {
    const bundle = parsed(total);
    const results = bundle.results.map((result) =>
      result.unit === 'A' ? { ...result, rank: 1, score: '88.00' } : result,
    );
    expect(differences({ ...bundle, results })).toEqual([
      { path: 'results.A.rank', published: 1, recounted: 2 },
      { path: 'results.A.score', published: '88.00', recounted: '85.56' },
    ]);
    expect(differences({ ...bundle, results: bundle.results.slice(1) })).toEqual([
      { path: 'results.A', published: null, recounted: '85.56' },
    ]);
  });

  it('X2 a ballot that was changed, left out or voided shows', () => {
    const lowered = parsed(changed(({ ballots }) => (first(ballots).scores['report'] = '1')));
    expect(differences(lowered).map(({ path }) => path)).toContain('results.B.score');
    const voided = parsed(changed(({ ballots }) => (first(ballots).status = 'void')));
    expect(differences(voided).map(({ path }) => path)).toContain('results.B.score');
    const stolen = parsed(changed(({ ballots }) => void ballots.shift()));
    expect(differences(stolen)).toContainEqual({ path: 'attendance.B.returned', published: 5, recounted: 4 });
  });

  it('B5 who has a counted ballot was eligible', () => {
    const bundle = parsed(changed(({ attendance }) => (first(attendance).eligible = 3)));
    expect(differences(bundle)).toEqual([{ path: 'attendance.A.eligible', published: 3, recounted: 9 }]);
  });

  it('S3 late and void ballots do not count, and late ones are not returned either', () => {
    const late = changed(({ ballots }) => {
      const extra = { ...first(ballots), unit: 'A', scores: { report: '0' } };
      ballots.push({ ...extra, receipt: 'ZZZZZZZZ', status: 'late' });
    });
    expect(differences(parsed(late))).toEqual([]);
  });

  it('A2 an absent unit has no result', () => {
    const away = parsed(
      changed((bundle) => {
        (bundle.units[3] as Bundle['units'][number]).absent = true;
        bundle.ballots.forEach((ballot) => ballot.unit === 'D' && (ballot.status = 'void'));
      }),
    );
    expect(differences(away)).toEqual([]);
    expect(recount(away)[3]).toMatchObject({ unit: 'D', rank: null, score: null });
  });

  it('X2 the recount does not depend on the order of ballots', () => {
    const bundle = parsed(criterion);
    const size = { minLength: bundle.ballots.length, maxLength: bundle.ballots.length };
    fc.assert(
      fc.property(fc.shuffledSubarray(bundle.ballots, size), (ballots) => {
        expect(recount({ ...bundle, ballots })).toEqual(bundle.results);
      }),
    );
  });
});

describe('reading a bundle', () => {
  it.each<[string, (bundle: Bundle) => void]>([
    ['units.1.id duplicate-unit', ({ units }) => ((units[1] as { id: string }).id = 'A')],
    ['ballots.0.unit unknown-unit', ({ ballots }) => (first(ballots).unit = 'Z')],
    ['ballots.0.category unknown-category', ({ ballots }) => (first(ballots).category = 'nobody')],
    ['ballots.0.scores.other score-unknown-criterion', (b) => (first(b.ballots).scores['other'] = '1')],
    ['ballots.0.scores.report score-missing', (b) => delete first(b.ballots).scores['report']],
    ['ballots.0.scores.report score-off-step', (b) => (first(b.ballots).scores['report'] = '27.25')],
    ['ballots.0.scores.report score-out-of-range', (b) => (first(b.ballots).scores['report'] = '31')],
    ['ballots.0.scores.report malformed', (b) => (first(b.ballots).scores['report'] = '2.7e1')],
    ['ballots.0.receipt malformed', ({ ballots }) => (first(ballots).receipt = '28JT97KI')],
    [
      'ballots.1.receipt duplicate-receipt',
      (b) => ((b.ballots[1] as { receipt: string }).receipt = '28JT97KB'),
    ],
    ['ballots.1.receipt ballots-not-sorted', ({ ballots }) => (first(ballots).receipt = 'ZZZZZZZZ')],
    ['ballots.16.status counted-for-absent', (b) => (first(b.units).absent = true)],
    ['crowd.0.votes.other unknown-grade', ({ crowd }) => (first(crowd).votes['other'] = 1)],
    ['crowd.0.votes.fair malformed', ({ crowd }) => (first(crowd).votes['fair'] = 0.5)],
    ['attendance.1.unit duplicate-unit', (b) => ((b.attendance[1] as { unit: string }).unit = 'A')],
    ['deductions.0.unit unknown-unit', ({ deductions }) => (first(deductions).unit = 'Z')],
    ['results.0.score malformed', ({ results }) => (first(results).score = '85.5')],
    ['scoring.sheet.0.full full-not-positive', ({ scoring }) => (first(scoring.sheet).full = '0')],
    ['scoring.crowd crowd-missing', ({ scoring }) => (scoring.crowd = null)],
    ['scoring.quorum malformed', ({ scoring }) => (scoring.quorum = '2/0')],
    ['scoring.quorum quorum-out-of-range', ({ scoring }) => (scoring.quorum = '4/3')],
    ['journal missing', (bundle) => delete (bundle as Partial<Bundle>).journal],
    ['units.0.abset unknown-key', ({ units }) => Object.assign(first(units), { abset: true })],
    ['version malformed', (bundle) => Object.assign(bundle, { version: 2 })],
    ['draws.1.draw duplicate-draw', ({ draws }) => draws.push(first(lots), first(lots))],
    ['draws.1.commitment duplicate-commitment', ({ draws }) => draws.push(first(lots), first(lots))],
  ])('X1 refuses %s', (problem, change) => {
    expect(problemsOf(changed(change))).toContain(problem);
  });

  it('B8 takes voices for the usual grades where the sheet does not count them', () => {
    const shown = JSON.parse(JSON.stringify(ties)) as Bundle;
    shown.crowd.push({ unit: 'E', votes: { satisfied: 5, fair: 1, unsatisfied: 0 } });
    expect(differences(parsed(shown))).toEqual([]);
  });

  it('X1 the sheet survives the way into a bundle and back', () => {
    fc.assert(
      fc.property(scorings, (scoring) => {
        expect(scoringOf({ scoring: scoringToBundle(scoring) })).toEqual(scoring);
      }),
    );
    for (const [, json] of examples) {
      const { scoring } = parsed(json);
      expect(scoringToBundle(scoringOf({ scoring }))).toEqual(scoring);
    }
  });

  it('B1 grades go into the bundle where they are used, and come back', () => {
    const grades = [{ id: 'good', name: '好', worth: 5000 }];
    const categories = [{ id: 'k', name: 'k', weight: 100 }];
    const graded: Scoring = { ...defaultScoring(categories), input: 'grades', grades };
    expect(scoringToBundle(graded)).toMatchObject({ input: 'grades', grades: [{ worth: '50' }] });
    expect(scoringOf({ scoring: scoringToBundle(graded) })).toEqual(graded);
  });

  it('X1 never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true }), (x) => void parseBundle(x)),
    );
    fc.assert(fc.property(fc.jsonValue(), (x) => void parseBundle(x)));
  });

  it('X1 a bundle with any one value replaced is refused or recounted, and never throws', () => {
    const places: (string | number)[][] = [];
    const walk = (value: unknown, path: (string | number)[]): void => {
      places.push(path);
      if (value !== null && typeof value === 'object') {
        for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key]);
      }
    };
    walk(total, []);
    const odd = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom<unknown>(
        '0',
        '-1',
        '1e9',
        '',
        'A',
        'party',
        'constructor',
        '__proto__',
        0,
        -1,
        1e300,
        NaN,
      ),
      fc.anything(),
    );
    const property = fc.property(fc.constantFrom(...places), odd, (path, value) => {
      const copy = { root: JSON.parse(JSON.stringify(total)) as unknown };
      let holder = copy as Record<string, unknown>;
      const keys = ['root', ...path].map(String);
      for (const key of keys.slice(0, -1)) holder = holder[key] as Record<string, unknown>;
      holder[keys[keys.length - 1] as string] = value;
      const result = parseBundle(copy.root);
      if ('bundle' in result) differences(result.bundle);
      else expect(result.problems.length).toBeGreaterThan(0);
    });
    fc.assert(property, { numRuns: 3000 });
  });
});
