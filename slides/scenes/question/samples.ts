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
  answered: false,
  ratingUntil: null,
  crowdAsks: true,
  ...more,
});

const LONG =
  '去年承诺的民生实事还有几件没兑现？特别是码头公厕的照明、渔排污水的收集管网和老街的电动车充电棚，年初说三季度完成，' +
  '现在已经十一月了，居民每天路过都在问。请说清楚卡在哪个环节、责任人是谁、资金有没有到位、什么时候能够全部完成，' +
  '完成之后由谁来验收，验收的结果在哪里公开，如果再次延期又怎么向居民交代？另外，流动党员怎么找、怎么管，党群服务中心晚上和周末开不开，也请一并回答，谢谢。';

export const samples: Sample<'question'>[] = [
  { title: '短问题', data: question('渔排污水排到哪里去了？') },
  {
    title: '中等长度，群众提问',
    data: question('征地返还用地现在进展如何，何时能落地开发？', {
      from: 'crowd',
      category: null,
      support: 128,
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
