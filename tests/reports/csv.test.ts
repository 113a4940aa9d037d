import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { Bundle } from '../../assessment/bundle.ts';
import { recount, recountUnits } from '../../assessment/recount.ts';
import { aboutOf } from '../../reports/about.ts';
import { rankingCsv } from '../../reports/csv.ts';
import total from '../examples/recount-total.json' with { type: 'json' };
import { bundleIn, playedMeeting } from './meetings.ts';

const lines = (csv: string): string[][] => parse(csv, { bom: true });

describe('ranking.csv', () => {
  it('X2 ranks as the recount does', () => {
    const played = playedMeeting();
    const bundle = bundleIn(played);
    const [head, ...rows] = lines(rankingCsv(bundle, aboutOf(played.state)));
    expect(head?.slice(0, 4)).toEqual(['名次', '参评单位', '得分', '质询分']);
    const results = new Map(recount(bundle).map((one) => [one.unit, one]));
    const wanted = recountUnits(bundle).map(({ unit }) => {
      const one = results.get(unit) as Bundle['results'][number];
      return [
        String(one.rank ?? ''),
        `${unit}社区党委`,
        one.score ?? '',
        one.questioning ?? '',
        one.crowd ?? '',
      ];
    });
    expect(rows.map((row) => row.slice(0, 5))).toEqual(wanted);
    expect(rows.map((row) => row.slice(-2))).toEqual(wanted.map(() => ['测试考场', '演示数据 · 演练']));
  });

  it('begins with a byte-order mark', () => {
    expect(rankingCsv(total as Bundle).codePointAt(0)).toBe(0xfeff);
  });

  it.each(['=1+1', '+1', '-1', '@A', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠A', ' =1', '﹣1'])(
    'does not let %j become a formula',
    (name) => {
      const copy = JSON.parse(JSON.stringify(total)) as Bundle;
      (copy.units[0] as { name: string }).name = name;
      const [, ...rows] = lines(rankingCsv(copy));
      expect(rows[1]?.[1]).toBe(`'${name}`);
    },
  );

  it('leaves other text as it is', () => {
    const copy = JSON.parse(JSON.stringify(total)) as Bundle;
    (copy.units[0] as { name: string }).name = '“甲”, "乙"\n丙';
    const [, ...rows] = lines(rankingCsv(copy));
    expect(rows[1]?.[1]).toBe('“甲”, "乙"\n丙');
  });
});
