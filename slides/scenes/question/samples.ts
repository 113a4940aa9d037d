import { clockWith, HARBOUR, NOW, type Sample } from '../../sample.ts';
import type { QuestionData } from './data.ts';

const question = (text: string | null, more: Partial<QuestionData> = {}): QuestionData => ({
  id: 'q3',
  number: 3,
  from: 'examiner',
  category: '群众代表',
  portfolio: '环卫环保',
  text,
  member: { name: '康婉健', post: '委员' },
  unit: HARBOUR,
  clock: clockWith(138, 180, 30),
  support: 0,
  merged: 0,
  answered: false,
  ratingUntil: null,
  crowdAsks: true,
  picture: null,
  ...more,
});

const LONG =
  '去年承诺的民生实事还有几件没兑现？特别是码头公厕的照明、渔排污水的收集管网和老街的电动车充电棚，年初说三季度完成，' +
  '现在已经十一月了，居民每天路过都在问。请说清楚卡在哪个环节、责任人是谁、资金有没有到位、什么时候能够全部完成，' +
  '完成之后由谁来验收，验收的结果在哪里公开，如果再次延期又怎么向居民交代？另外，流动党员怎么找、怎么管，党群服务中心晚上和周末开不开，也请一并回答，谢谢。';

/** Drawn here, so that the gallery needs no hub: a street with a lamp that is out, a page of a report. */
const drawing = (width: number, height: number, inside: string): string =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${inside}</svg>`)}`;
const STREET = drawing(
  1600,
  1200,
  '<path fill="#33414f" d="M0 0h1600v1200H0z"/><path fill="#555a60" d="M0 900h1600v300H0z"/><path fill="#27313a" d="M90 300h420v600H90zM600 420h340v480H600z"/><path fill="#1c2329" d="M1180 260h26v680h-26zM1060 250h260v22h-260z"/><path stroke="#c8b87a" stroke-width="16" stroke-dasharray="90 60" d="M0 1050h1600"/>',
);
const REPORT = drawing(
  1131,
  1600,
  `<path fill="#fff" d="M0 0h1131v1600H0z"/><path fill="#9e0e15" d="M130 150h870v60H130z"/>${Array.from({ length: 24 }, (_, at) => `<path fill="#777" d="M130 ${300 + at * 48}h${at % 6 === 5 ? 480 : 870}v16H130z"/>`).join('')}`,
);

export const samples: Sample<'question'>[] = [
  { title: '短问题', data: question('渔排污水排到哪里去了？') },
  {
    title: '中等长度，群众提问',
    data: question('征地返还用地现在进展如何，何时能落地开发？', {
      from: 'crowd',
      category: null,
      support: 128,
      merged: 3,
    }),
  },
  {
    title: '六十字',
    data: question(
      '旧工业区更新进行到哪一步，签约率多少？还没有签的是哪些户，工作做到了哪里，年底以前能不能全部签完，给大家一个准话。',
      {
        support: 12,
      },
    ),
  },
  { title: '有照片', data: question('渔排污水排到哪里去了？', { picture: STREET }) },
  {
    title: '有竖的材料，六十字',
    data: question(
      '旧工业区更新进行到哪一步，签约率多少？还没有签的是哪些户，工作做到了哪里，年底以前能不能全部签完，给大家一个准话。',
      { picture: REPORT, support: 12 },
    ),
  },
  { title: '有照片，二百字', data: question(LONG, { picture: STREET, category: '其他党组织负责人' }) },
  {
    title: '照片取不到',
    data: question('渔排污水排到哪里去了？', { picture: 'data:image/png;base64,AA==' }),
  },
  { title: '二百字', data: question(LONG, { category: '其他党组织负责人', support: 6 }) },
  { title: '超时', data: question('停车难，今年新增了几个泊位？', { clock: clockWith(-42, 180, 30) }) },
  {
    title: '请考官评价',
    data: question('停车难，今年新增了几个泊位？', { answered: true, ratingUntil: NOW + 22_000 }),
  },
  {
    title: '姓名很长',
    data: question('井盖松动夜里响，谁来管？', {
      member: { name: '买买提·阿卜杜拉·吐尔逊江', post: '党委委员、社区工作站副站长（挂职）' },
      portfolio: '城市更新与土地整备、重大项目协调推进',
      category: '其他党组织负责人',
      support: 1204,
    }),
  },
];
