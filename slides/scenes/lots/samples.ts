import { drawSample, SECRET } from '../../draw/sample.ts';
import { ENDING, NOW, UNITS, type Sample } from '../../sample.ts';
import { lotsOf, type LotsData, type Slip } from './data.ts';

const slipsOf = (count: number): Slip[] =>
  Array.from({ length: count }, (_, at) => {
    const unit = UNITS[(at * 7 + 4) % UNITS.length] ?? { short: '', name: '' };
    return { unit: `s${at}`, place: at + 1, short: unit.short, name: unit.name };
  });

const drawn = (slips: Slip[], more: Partial<LotsData> = {}): LotsData => ({
  slips,
  ending: ENDING,
  next: 's0',
  total: slips.length,
  number: 386,
  secret: SECRET,
  abandoned: 0,
  page: 0,
  pages: 1,
  shuffle: null,
  ...more,
});

/** So many of the units, so many ms after the number was said. */
function falling(count: number, ago: number): LotsData {
  const items = UNITS.slice(0, count).map(({ unit, name }) => ({ id: unit, label: name }));
  const draw = drawSample('order', items, 386, ago);
  return lotsOf([draw], draw, [], NOW);
}

const schools = ['实验小学党支部', '机关幼儿园党支部', '市政环卫服务中心联合党总支', '老干部活动中心党支部'];

export const samples: Sample<'lots'>[] = [
  { title: '25 家', data: drawn(slipsOf(25)) },
  { title: '刚刚报数', data: falling(25, 400) },
  { title: '抽签过半', data: falling(25, 3600) },
  { title: '5 家，抽签过半', data: falling(5, 2200) },
  { title: '5 家', data: drawn(slipsOf(5), { abandoned: 1 }) },
  { title: '9 家', data: drawn(slipsOf(9)) },
  { title: '12 家', data: drawn(slipsOf(12), { next: 's3' }) },
  { title: '39 家一页，共 78 家', data: drawn(slipsOf(39), { total: 78, pages: 2, number: 128_604 }) },
  {
    title: '名称没有共同的词尾',
    data: drawn(
      schools.map((name, at) => ({ unit: `s${at}`, place: at + 1, name, short: name })),
      { ending: '', next: 's1' },
    ),
  },
];
