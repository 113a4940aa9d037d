/** Bundles of any size, true and with everything in them that a recount tells of: for pictures, and for what is large. */
import type { Bundle } from '../../assessment/bundle.ts';
import { scoringToBundle } from '../../assessment/bundle.ts';
import { formatPoints } from '../../assessment/decimal.ts';
import { commitmentOf, draw } from '../../assessment/lots.ts';
import { recount } from '../../assessment/recount.ts';
import { defaultScoring, examinerCriteria } from '../../assessment/sheet.ts';
import { demoRoster } from '../../db/demo.ts';
import { seeded } from './random.ts';

interface Size {
  units: number;
  /** Of each unit. */
  ballots: number;
  seed?: number;
}

const CATEGORIES = [
  { id: 'party', name: '党员代表', weight: 3000 },
  { id: 'people', name: '群众代表', weight: 5000 },
  { id: 'media', name: '媒体代表', weight: 2000 },
];
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const hex = (n: number) => n.toString(16).padStart(2, '0').repeat(32);

/** Eight characters that no other of this bundle has, in no order that tells anything. */
function receiptOf(n: number): string {
  let [left, receipt] = [BigInt(n) * 720_720_720_721n + 137n, ''];
  for (let at = 0; at < 8; at += 1, left /= 32n) receipt += LETTERS[Number(left % 32n)];
  return receipt;
}

function drawsOf(units: Bundle['units']): Bundle['draws'] {
  const items = units.map(({ id }) => id);
  const first = { draw: 'order-12', secret: hex(0x5a), purpose: 'order' };
  const second = { draw: 'order-15', secret: hex(0xc3), purpose: 'order' };
  return [
    { ...first, commitment: commitmentOf(first.secret), number: null, items, drawn: [], abandoned: true },
    {
      ...second,
      commitment: commitmentOf(second.secret),
      number: 471_102,
      items,
      drawn: draw(second.secret, second.draw, 471_102, items),
    },
  ];
}

/** A true bundle of an official meeting of fictional units. */
export function sampleBundle({ units: count, ballots: each, seed = 7 }: Size): Bundle {
  const random = seeded(seed);
  const scoring = defaultScoring(CATEGORIES);
  const units = demoRoster(count).units.map(({ id, name }) => ({ id, name }));
  const criteria = examinerCriteria(scoring);
  const ballots = units.flatMap(({ id: unit }, u): Bundle['ballots'] =>
    Array.from({ length: each }, (_, at) => {
      const share = 0.72 + ((u * 7) % 20) / 100;
      const scores = criteria.map(({ id, full, step }) => {
        const points = Math.floor((full * Math.min(1, share + random.next() / 8)) / step) * step;
        return [id, formatPoints(points)];
      });
      return {
        receipt: receiptOf(u * each + at),
        unit,
        category: CATEGORIES[at % 5 === 4 ? 2 : at % 2]?.id ?? '',
        scores: Object.fromEntries(scores) as Record<string, string>,
        status: at === each - 1 ? 'void' : 'counted',
      };
    }),
  );
  ballots.sort((a, b) => (a.receipt < b.receipt ? -1 : 1));
  const bundle: Bundle = {
    format: 'dakaochang/bundle',
    version: 1,
    meeting: { code: '246810', title: '开放式党建大考场（演示数据）', mode: 'official' },
    scoring: scoringToBundle(scoring),
    units,
    ballots,
    crowd: units.map(({ id }) => ({ unit: id, votes: { satisfied: 40, fair: 12, unsatisfied: 3 } })),
    attendance: units.map(({ id }) => ({ unit: id, eligible: each, returned: each })),
    deductions: [{ unit: units[0]?.id ?? '', points: '1.5', reason: '述职超时 3 分钟' }],
    draws: drawsOf(units),
    results: [],
    journal: { length: 4211, head: 'ab12cd34'.repeat(8) },
  };
  return { ...bundle, results: recount(bundle) };
}
