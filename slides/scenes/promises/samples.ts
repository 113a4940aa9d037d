import { HARBOUR, LONG_NAME, UNITS, type Sample } from '../../sample.ts';
import { teaser } from './data.ts';
import type { AllPromises, PromiseColumn, PromiseLine, UnitPromises } from './data.ts';

/** Confirmed and made of each unit, as a meeting of an afternoon leaves them. */
const COUNTS =
  '3/1 2/1 2/2 4/1 2/1 3/1 4/1 1/1 2/1 3/1 1/2 2/1 1/1 3/1 3/1 2/1 1/2 1/1 4/1 2/2 1/2 2/1 2/2 1/2 0/3';
const columns: PromiseColumn[] = UNITS.map(({ unit, name, short }, at) => {
  const [confirmed = 0, made = 0] = (COUNTS.split(' ')[at] ?? '').split('/').map(Number);
  return { unit, name, short, counts: { confirmed, made } };
});

const TOILET: PromiseLine = {
  id: 'p1',
  text: '码头公厕装灯，每天巡查两次',
  unit: '渔港社区党委',
  member: '康婉健',
  due: '2026-11-27',
  tile: 'confirmed',
};
const DRAINS: PromiseLine = {
  id: 'p2',
  text: '渔排污水接进岸上的管网，夜里有人值守，查到一次停业一天，查处结果贴在码头公告栏',
  unit: '',
  member: '许伟洁',
  due: '2026-12-31',
  tile: 'confirmed',
};
const PARKING: PromiseLine = {
  id: 'p3',
  text: '文化中心后面的停车场夜里对居民开放',
  unit: '',
  member: '詹龙',
  due: '2027-03-01',
  tile: 'made',
};
const LONGEST =
  '把三号楼到七号楼之间的路灯全部换成声控的，线路埋到地下，窨井盖换成防坠的，坡道加扶手和防滑条，施工期间留一条轮椅能过的便道，每周五在公告栏和业主群里公布进度，十二月底以前请提问的居民代表一起验收，验收不合格的地方一周以内返工，返工费用由施工单位承担，以后每个季度检查一次，检查记录放在居委会门口，谁都可以看，坏了的灯两天以内修好，修不好的先装临时灯，党委书记的电话写在每根灯杆上，白天晚上都能打通有人接。';

const totalOf = (list: readonly PromiseColumn[], tile: 'confirmed' | 'made') =>
  list.reduce((sum, { counts }) => sum + counts[tile], 0);

const wall = (list: PromiseColumn[], more: Partial<AllPromises> = {}): AllPromises => ({
  kind: 'wall',
  total: totalOf(list, 'confirmed') + totalOf(list, 'made'),
  confirmed: totalOf(list, 'confirmed'),
  columns: list,
  most: Math.max(...list.map(({ counts }) => counts.confirmed + counts.made)),
  newest: TOILET,
  fresh: true,
  layout: 'columns',
  page: 0,
  pages: 1,
  ...more,
});

const ofUnit = (lines: PromiseLine[], more: Partial<UnitPromises> = {}): UnitPromises => ({
  kind: 'unit',
  unit: HARBOUR,
  lines: lines.map((line) => ({ ...line, unit: '' })),
  total: lines.length,
  fresh: true,
  ...more,
});

/** Fifteen of one unit, some of none. */
const uneven = columns.map((one, at) => ({
  ...one,
  counts: at === 6 ? { confirmed: 12, made: 3 } : at % 3 === 0 ? { confirmed: 0, made: 0 } : one.counts,
}));
const middling = columns
  .slice(0, 24)
  .map((one) => ({ ...one, name: one.short + '新区股份合作公司', short: one.short + '股份合作公司' }));
const long = columns
  .slice(0, 10)
  .map((one, at) => ({ ...one, name: LONG_NAME.name, short: at % 2 ? LONG_NAME.name : one.name }));

export const samples: Sample<'promises'>[] = [
  { title: '25 家，刚刚承诺', data: wall(columns) },
  {
    title: '一家 15 项，有的没有；不是刚刚的',
    data: wall(uneven, { fresh: false, newest: { ...DRAINS, unit: '渔港社区党委' } }),
  },
  { title: '5 家', data: wall(columns.slice(0, 5), { newest: { ...PARKING, unit: '海滨路社区党委' } }) },
  {
    title: '名称较长',
    data: wall(middling, {
      layout: 'rows',
      newest: { ...TOILET, text: teaser(LONGEST), unit: '渔港股份合作公司' },
    }),
  },
  {
    title: '名称很长，多页',
    data: wall(long, {
      layout: 'rows',
      total: 1286,
      confirmed: 1025,
      page: 2,
      pages: 7,
      newest: { ...DRAINS, unit: LONG_NAME.name },
    }),
  },
  { title: '一家一项', data: ofUnit([TOILET]) },
  { title: '一家三项', data: ofUnit([TOILET, DRAINS, PARKING], { fresh: false, total: 5 }) },
  { title: '一项，二百字', data: ofUnit([{ ...TOILET, text: LONGEST.slice(0, 200) }], { unit: LONG_NAME }) },
  {
    title: '一家一项，文字已清除',
    data: ofUnit([{ ...PARKING, text: null, member: '党委书记' }], { fresh: false }),
  },
];
