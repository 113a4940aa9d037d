/** Issue 6: whatever file is given to the recount page or to `npm run recount`, what is said of it is true and clear. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBundle, pointsOf, scoringOf } from '../../assessment/bundle.ts';
import type { Bundle } from '../../assessment/bundle.ts';
import { bundleFileSteps, readBundleFile } from '../../assessment/bundle-file.ts';
import type { BundleFile } from '../../assessment/bundle-file.ts';
import { readReceipt } from '../../assessment/receipts.ts';
import { recount, unitCounts } from '../../assessment/recount.ts';
import {
  differenceLine,
  differencesTold,
  fileProblem,
  problemsTold,
  RECOUNT_WORDS,
} from '../../assessment/recount-words/index.ts';
import { bundleIn, playedMeeting } from '../reports/meetings.ts';
import lots from '../examples/lots.json' with { type: 'json' };
import criterion from '../examples/recount-criterion.json' with { type: 'json' };
import ties from '../examples/recount-ties.json' with { type: 'json' };
import total from '../examples/recount-total.json' with { type: 'json' };
import { scoreNaively } from './counts.ts';
import { mutated, mutations } from './mutations.ts';

const played = bundleIn(playedMeeting());
const withLots = { ...total, draws: lots.slice(1, 2) };
const BUNDLES: [string, unknown][] = [
  ['recount-total', total],
  ['recount-criterion', criterion],
  ['recount-ties', ties],
  ['a total with the lots of the examples', withLots],
  ['a meeting in which everything happened', played],
];

/** Everything that is said of a file in one language, as lines. */
function said(file: BundleFile, language: keyof typeof RECOUNT_WORDS): string[] {
  const words = RECOUNT_WORDS[language];
  if ('wrong' in file) return [fileProblem(file, words)];
  if ('bundle' in file)
    return differencesTold(file.bundle, file.differences, words).map((one) => differenceLine(one, words));
  const { heading, lines } = problemsTold(file, words);
  return [heading, ...lines.map(({ text }) => text)];
}

const equal = (file: BundleFile): boolean => 'bundle' in file && file.differences.length === 0;

function changed(change: (copy: Bundle) => void): string {
  const copy = JSON.parse(JSON.stringify(total)) as Bundle;
  change(copy);
  return JSON.stringify(copy);
}

describe('a true bundle', () => {
  it.each(BUNDLES)('X3 is equal: %s', (_, bundle) => {
    expect(equal(readBundleFile(JSON.stringify(bundle)))).toBe(true);
    expect(
      equal(readBundleFile(new TextEncoder().encode(`\uFEFF${JSON.stringify(bundle, null, 2)}\n`))),
    ).toBe(true);
  });

  it('tells what is being done, in this order', () => {
    expect([...bundleFileSteps(JSON.stringify(total))]).toEqual(['reading', 'checking', 'counting']);
    expect([...bundleFileSteps('{"format": 1}')]).toEqual(['reading']);
  });
});

const bytes = (...start: number[]) => Uint8Array.from([...start, 0, 1, 2, 3]);

describe('another file', () => {
  it.each<[string, Uint8Array | string, string]>([
    ['nothing', '', 'empty'],
    ['spaces', ' \n ', 'empty'],
    ['no bytes', new Uint8Array(0), 'empty'],
    ['an .xlsx', bytes(0x50, 0x4b, 3, 4), 'office'],
    ['an old .doc', bytes(0xd0, 0xcf, 0x11, 0xe0), 'office'],
    ['a .png', bytes(0x89, 0x50, 0x4e, 0x47), 'picture'],
    ['a photo', bytes(0xff, 0xd8, 0xff), 'picture'],
    ['a .pdf', new TextEncoder().encode('%PDF-1.7 …'), 'pdf'],
    ['the recount page itself', '<!doctype html><title>x</title>', 'web-page'],
    ['bytes', bytes(1, 2), 'not-text'],
    ['a download that broke off', JSON.stringify(total).slice(0, -40), 'cut-off'],
    ['a table', '名次,参评单位\n1,A', 'not-json'],
    ['null', 'null', 'another-json'],
    ['a list', JSON.stringify(lots), 'another-json'],
    ['another object', '{"a": 1}', 'another-json'],
    ['a later version', changed((copy) => Object.assign(copy, { version: 2, more: [] })), 'newer'],
    ['deep brackets', '['.repeat(200_000), 'not-json'],
  ])('%s is named for what it is', (_, file, wrong) => {
    const read = readBundleFile(file);
    expect(read).toMatchObject({ wrong });
    expect(said(read, 'zh-CN')[0]).toMatch(/\p{Script=Han}/u);
    expect(said(read, 'en')[0]).toMatch(/^[A-Z]/);
  });

  it('says which version it is of', () => {
    const read = readBundleFile(changed((copy) => Object.assign(copy, { version: 1e300 })));
    expect(said(read, 'zh-CN')[0]).toContain('第 1e+300 版');
  });
});

describe('what is wrong is told with its place in words', () => {
  it.each<[string, string, (copy: Bundle) => void]>([
    [
      '第 1 张评分票（回执 28JT97KB） · 分数 · 述职：',
      '分数不在规定的档位上',
      (b) => (b.ballots[0]!.scores['report'] = '27.25'),
    ],
    [
      '第 1 张评分票（回执 28JT97KB） · 分数 · 述职：',
      '格式不对（现在是 "2.7e1"）',
      (b) => (b.ballots[0]!.scores['report'] = '2.7e1'),
    ],
    [
      '第 2 张评分票（回执 28JT97KB） · 回执码：',
      '两张评分票的回执码相同',
      (b) => (b.ballots[1]!.receipt = b.ballots[0]!.receipt),
    ],
    [
      '第 1 张评分票 · 回执码：',
      '缺少这一项',
      (b) => delete (b.ballots[0] as Partial<Bundle['ballots'][0]>).receipt,
    ],
    [
      '计分规则 · 第 1 个考官类别（党员代表） · 权重：',
      '权重必须大于 0',
      (b) => (b.scoring.categories[0]!.weight = '0'),
    ],
    ['第 1 条公布的结果（', '格式不对', (b) => (b.results[0]!.score = '1')],
    ['记录：', '缺少这一项', (b) => delete (b as Partial<Bundle>).journal],
    ['第 1 家参评单位（', '多出一个不认识的项', (b) => Object.assign(b.units[0]!, { abset: true })],
    ['第 1 条群众评价（', '没有这个等级', (b) => (b.crowd[0]!.votes['other'] = 1)],
  ])('%s %s', (place, what, change) => {
    const lines = said(readBundleFile(changed(change)), 'zh-CN');
    expect(
      lines.filter((line) => line.startsWith(place) && line.includes(what)),
      lines.join('\n'),
    ).toHaveLength(1);
  });

  it('X1 half a million broken ballots are refused in a moment', () => {
    const ballots = `[${'{"receipt":0},'.repeat(499_999)}{"receipt":0}]`;
    const text = JSON.stringify({ ...total, ballots: 0 }).replace('"ballots":0', `"ballots":${ballots}`);
    const read = readBundleFile(text);
    expect('problems' in read && read.problems).toHaveLength(100);
    expect(said(read, 'zh-CN')[0]).toContain('很多处');
  });

  it('X1 of many broken ballots only so many are looked at as are told', () => {
    const looked = new Set<number>();
    const ballots = Array.from({ length: 1000 }, (_, at) =>
      Object.defineProperty({}, 'unit', { enumerable: true, get: () => looked.add(at) }),
    );
    expect('problems' in parseBundle({ ...total, ballots })).toBe(true);
    expect(looked.size).toBeLessThanOrEqual(100);
  });

  it('X1 names that objects have of themselves are no criteria and no grades', () => {
    const forged = changed((copy) => {
      for (const key of ['__proto__', 'constructor', 'prototype'])
        Object.defineProperty(copy.crowd[0]!.votes, key, { value: 9, enumerable: true });
    });
    expect(said(readBundleFile(forged), 'zh-CN').join()).toContain('票数：格式不对');
  });
});

describe('files at random', () => {
  const clear = (line: string) => {
    expect(line.length).toBeLessThan(400);
    // eslint-disable-next-line no-control-regex -- what a terminal would obey
    expect(line).not.toMatch(/undefined|\[object|[\u0000-\u001f\u202e]/);
  };

  it.each(BUNDLES)(
    'X2 %s, broken or forged, is refused in words or counted, and is equal only if it is',
    (_, bundle) => {
      let [refused, differing, same] = [0, 0, 0];
      const property = fc.property(mutations, (all) => {
        const read = readBundleFile(mutated(bundle, all));
        const lines = [...said(read, 'zh-CN'), ...said(read, 'en')];
        lines.slice(0, 300).forEach(clear);
        if (equal(read)) {
          same += 1;
          const { bundle: now } = read as Extract<BundleFile, { bundle: Bundle }>;
          expect(recount(now)).toEqual(
            now.units.map(({ id }) => now.results.find(({ unit }) => unit === id)),
          );
        } else {
          expect(lines.length).toBeGreaterThan(0);
          if ('bundle' in read) differing += 1;
          else refused += 1;
        }
      });
      fc.assert(property, { numRuns: 400 });
      // Whatever happens to a bundle, each of the three does at times.
      expect([refused > 50, differing > 0, same > 0]).toEqual([true, true, true]);
    },
  );

  it('X1 bytes and text at random are never a bundle and always named', () => {
    const file = fc.oneof(fc.uint8Array({ maxLength: 64 }), fc.string({ unit: 'binary' }), fc.json());
    fc.assert(
      fc.property(file, (one) => {
        const read = readBundleFile(one);
        expect('bundle' in read).toBe(false);
        said(read, 'zh-CN').forEach(clear);
      }),
    );
  });

  /** The counted figures of an example, each moved in its own way; the second count of the tests says what follows. */
  const moves = fc.array(
    fc.record({
      what: fc.constantFrom('score', 'status', 'deduction', 'votes', 'weight', 'eligible'),
      at: fc.nat(10_000),
      by: fc.integer({ min: 0, max: 200 }),
    }),
    { minLength: 1, maxLength: 3 },
  );

  function move(bundle: Bundle, { what, at, by }: { what: string; at: number; by: number }): void {
    const one = <T>(list: readonly T[]): T => list[at % list.length] as T;
    const ballot = one(bundle.ballots);
    const id = one(Object.keys(ballot.scores));
    const full = pointsOf(bundle.scoring.sheet.find((each) => each.id === id)?.full ?? '0') / 100;
    if (what === 'score') ballot.scores[id] = String(Math.min(full, by / 2));
    if (what === 'status') ballot.status = by % 2 === 0 ? 'void' : 'late';
    if (what === 'deduction')
      bundle.deductions.push({ unit: ballot.unit, points: String(by / 4), reason: '' });
    if (what === 'votes' && bundle.crowd.length > 0) one(bundle.crowd).votes['fair'] = by;
    if (what === 'weight') one(bundle.scoring.categories).weight = String(by + 1);
    if (what === 'eligible') one(bundle.attendance).eligible = by;
  }

  it.each([
    ['recount-total', total],
    ['recount-criterion', criterion],
  ])(
    'X2 %s with a ballot, a weight or a deduction changed is never equal where the score is another',
    (_, json) => {
      let altered = 0;
      const property = fc.property(moves, (all) => {
        const copy = JSON.parse(JSON.stringify(json)) as Bundle;
        for (const one of all) move(copy, one);
        const read = readBundleFile(JSON.stringify(copy));
        if (!('bundle' in read)) return;
        const scoring = scoringOf(copy);
        const naive = unitCounts(copy).map(({ count }) => scoreNaively(scoring, count)?.score ?? null);
        const published = copy.results.map(({ score }) => (score === null ? null : pointsOf(score)));
        if (naive.every((score, at) => score === published[at])) return;
        altered += 1;
        expect(equal(read)).toBe(false);
        expect(said(read, 'zh-CN').join()).toMatch(/得分：公布为 .+，复算为/);
      });
      fc.assert(property, { numRuns: 300 });
      expect(altered).toBeGreaterThan(100);
    },
  );
});

describe('B6 a receipt as it is typed', () => {
  it.each([
    ['28JT97KB', '28JT97KB'],
    [' 28jt 97kb ', '28JT97KB'],
    ['28jt-97kb', '28JT97KB'],
    ['２８ＪＴ９７ＫＢ', '28JT97KB'],
    ['oOiIlL00', '00111100'],
    ['28JT.97KB', '28JT97KB'],
    ['28JT97K', null],
    ['28JT97KBX', null],
    ['28JT97KU', null],
    ['回执码一二三四五', null],
    ['28JT97KB'.padStart(65), null],
  ])('%s', (typed, receipt) => expect(readReceipt(typed)).toBe(receipt));
});
