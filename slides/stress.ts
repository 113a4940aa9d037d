/**
 * The longest that a real meeting may bring, for every scene: what the browser test of all sizes is for. Names of
 * units of 24 to 29 letters with no common ending, names of persons with a ·, questions of 200 characters of any kind.
 */
import type { AgendaRow, DrawView, OutcomeView, Slices, StandingsView } from '$assessment/view.ts';
import { clockWith, NOW, type Sample } from './sample.ts';
import { PLACES } from './stress-places.ts';
import { promisesOfMany } from './stress-promises.ts';
import type { SceneName } from './scene.ts';
import { agendaOf } from './scenes/agenda/data.ts';
import { ceremonyOf } from './scenes/ceremony/data.ts';
import { lotsOf } from './scenes/lots/data.ts';
import type { QuestionData } from './scenes/question/data.ts';
import { RESULT_PAGE_MS, resultOf } from './scenes/result/data.ts';
import { standingsOf } from './scenes/standings/data.ts';
import type { TeamMember } from './team.ts';
import type { UnitOnWall } from './unit.ts';

const LONG_UNITS = [
  '葵湾街道社会工作与未成年人保护综合服务中心联合党总支委员会',
  '鹏角新区城市更新和土地整备事务中心机关第二党支部委员会',
  '南屿镇渔业渔政与海洋综合行政执法大队临时党支部委员会',
  '海滨路民族团结进步示范社区流动党员联合党支部委员会',
];
const HARD_UNIT: UnitOnWall = { id: 'u38', name: LONG_UNITS[0] ?? '', place: 138, of: 140 };
const SECRET = '3b6de0c27a9114f8c5520e7db8439fa6017c2d5be4f8a96310d7b2c58e4f6a91';

const agenda = (count: number, over = 0): AgendaRow[] =>
  Array.from({ length: count }, (_, at) => ({
    unit: `u${at}`,
    name: at < LONG_UNITS.length ? (LONG_UNITS[at] ?? '') : `葵湾第${at}网格社区党群服务联合体党委`,
    street: '',
    stage: at < over ? 'published' : at === over ? 'scoring' : 'waiting',
    absent: at === 2 && over > 2,
  }));

const PERSONS = [
  ['阿卜杜拉·买买提', '党委书记、居委会主任', '城市更新与土地整备、重大项目协调推进', '全面工作'],
  ['𠮷田𬭎', '副书记（挂职）', '民族宗教与统一战线', '退役军人事务'],
  ['欧阳㙍雅', '党委委员', '未成年人保护与家庭教育'],
  ['古丽娜·艾力', '党委委员', '流动党员与两新组织'],
  ['䶮小琳', '纪检委员', '监督执纪'],
] as const;
const TEAM: TeamMember[] = Array.from({ length: 13 }, (_, at) => {
  const [name, post, portfolio = ''] = PERSONS[at % PERSONS.length] ?? ['', '', ''];
  return { id: `m${at}`, name, post, portfolios: [portfolio], more: at % 4, secretary: at === 0 };
});
const MEMBER = { name: '买合木提江·阿卜', post: '党委委员、社区工作站副站长（挂职）' };

/** Two hundred characters each. */
const QUESTIONS: [title: string, text: string][] = [
  ['二百个一样宽的字', '问'.repeat(200)],
  [
    '二百字，生僻字和符号',
    '居民𠮷永𬭎、㙍师傅和䶮阿姨问：①老街№7号电梯≥15年、噪声±3㏈、井盖℃—℉标识不清，谁来管？②“一户一表”改造率100.0％是怎么算的？③《条例》第三条〔2026〕说的“限期”到底是哪一天——'
      .repeat(3)
      .slice(0, 200),
  ],
  [
    '二百字，网址不断开',
    `请看 https://example.cn/${'gonggao/2026-11-20/'.repeat(4)}index.html?id=${'0123456789'.repeat(4)} 第三条与 GB/T 9704 不一致，为什么还没有改？什么时候改好，由谁负责？`
      .padEnd(200, '请回答')
      .slice(0, 200),
  ],
  [
    '二百字，拉丁字母',
    'When will the drains on Harbour Road be finished, who is responsible for the delay, how much of the budget has been spent, and where can residents read the report? Please answer each point separately!!',
  ],
];

const asked = (text: string, more: Partial<QuestionData> = {}): QuestionData => ({
  id: 'q38',
  number: 38,
  from: 'examiner',
  category: '其他党组织负责人和社会组织代表',
  portfolio: '城市更新与土地整备、重大项目协调推进',
  text,
  member: MEMBER,
  unit: HARD_UNIT,
  clock: clockWith(-3753, 180, 30),
  support: 12_345,
  merged: 12,
  answered: false,
  ratingUntil: null,
  crowdAsks: true,
  picture: null,
  ...more,
});

const CATEGORIES = [
  '其他党组织负责人和社会组织代表',
  '市区两级党代表人大代表政协委员',
  '辖区企业和商户代表',
  '民族宗教界代表人士',
  '退役军人和老党员代表',
  '新就业群体党员代表',
  '媒体记者和特邀观察员',
  '群众代表',
  '青年学生',
];
const CRITERIA = [
  '述职报告质量',
  '正面回应不回避',
  '言之有据数据可查',
  '措施具体时限明确',
  '群众工作',
  '应变能力',
];
const PARTS = [...CRITERIA, '现场纪律和时间把握', '群众满意度'].map((name, at) => ({
  id: `c${at}`,
  name,
  full: 1250,
  points: at === 3 ? 0 : at === 7 ? null : 1250,
}));

type Row = StandingsView['rows'][number];
const row = (at: number, score: number | null): Row => ({
  unit: `u${at}`,
  name: agenda(140)[at]?.name ?? '',
  rank: score === null ? null : at + 1,
  score,
  questioning: null,
  crowd: null,
  level: score === null ? null : '五星级党组织',
  why: score === null ? 'quorum' : null,
  deductions: 1250,
  parts: PARTS,
  categories: CATEGORIES.map((name, k) => ({
    id: `k${k}`,
    name,
    mean: k === 4 ? null : k === 5 ? 0 : 10_000,
  })),
  empty: [CATEGORIES[4] ?? ''],
  eligible: 1300,
  returned: 1299,
  counted: 1288,
  votes: [
    { id: 'satisfied', count: 12_345 },
    { id: 'fair', count: 6789 },
    { id: 'unsatisfied', count: 1234 },
  ],
});
const standings = (count: number, more: Partial<StandingsView> = {}): StandingsView => ({
  final: true,
  units: count,
  rows: Array.from({ length: count }, (_, at) =>
    row(at, at > count - 3 ? null : at === 0 ? 10_000 : 9999 - at * 7),
  ),
  last: null,
  locked: [],
  coming: null,
  ceremony: null,
  ...more,
});
const slices = (count: number, over: number): Partial<Slices> => ({ agenda: agenda(count, over) });
const draw = (count: number): DrawView => ({
  id: 'd1',
  purpose: 'order',
  commitment: SECRET,
  items: agenda(count).map(({ unit, name }) => ({ id: unit, label: name })),
  secret: SECRET,
  number: 999_999,
  drawn: agenda(count).map(({ unit }) => unit),
  abandoned: false,
  passedOver: [],
  at: NOW,
  doneAt: NOW,
});

/** S4, V4: every category trimmed, thirteen hundred ballots from very low to full marks. */
const counting: OutcomeView['units'][number] = {
  unit: 'u0',
  needed: 867,
  categories: CATEGORIES.map((name, at) => ({
    id: `k${at}`,
    name,
    counted: at === 4 ? 0 : 138 + at,
    kept: at === 4 ? 0 : 136 + at,
  })),
  spread: [8, 5, 9, 38, 1, 0, 107, 204, 361, 416, 145, 7].map((kept, at) => ({
    from: at === 0 ? 0 : 4000 + at * 500,
    to: 4500 + at * 500,
    kept,
    dropped: [16, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 16][at] ?? 0,
  })),
};
const outcome = (unit: string, spread: (typeof counting)['spread']): OutcomeView => ({
  examiners: 10_000,
  full: 10_000,
  trim: { of: 'total', drop: 2, from: 6 },
  crowd: null,
  units: [{ ...counting, unit, spread }],
  locked: null,
  closedAt: null,
});
/** How a unit's score was counted, which the wall shows in turn with the score. */
const counted = (one: Row, spread: (typeof counting)['spread']) => {
  const last = { unit: one.unit, at: NOW - RESULT_PAGE_MS };
  return resultOf(
    one,
    standings(40, { last }),
    { ...slices(40, 1), outcome: outcome(one.unit, spread) },
    NOW,
  );
};

const ranked = (count: number) => standingsOf(standings(count), slices(count, count), NOW);
const beat = (at: number, many: number) =>
  ceremonyOf(
    {
      at,
      of: 80,
      rank: 1,
      score: 10_000,
      level: '五星级党组织',
      shared: many,
      units: agenda(many).map(({ unit, name }) => ({ unit, name })),
      coming: null,
    },
    standings(many),
    slices(40, 40),
  );

/** Added to the samples of each scene (gallery.ts). */
export const STRESS: { [N in SceneName]?: Sample<N>[] } = {
  ...PLACES,
  unit: [
    { title: '极限：十三人，名称、职务和分管很长', data: { unit: HARD_UNIT, team: TEAM, clock: null } },
    {
      title: '极限：十三人，已经计时',
      data: { unit: HARD_UNIT, team: TEAM, clock: clockWith(3753, 3753, 60) },
    },
  ],
  deck: [
    {
      title: '极限：超时一小时',
      data: {
        unit: HARD_UNIT,
        clock: clockWith(-3753, 600, 60),
        answers: true,
        file: 'wide',
        page: 199,
        pages: 200,
        crowdAsks: true,
      },
    },
  ],
  commitment: (['order', 'questioner', 'question'] as const).map((purpose) => ({
    title: `极限：${purpose}`,
    data: { purpose, items: 1300, commitment: SECRET },
  })),
  promises: promisesOfMany(agenda(40), HARD_UNIT),
  report: [
    {
      title: '极限：十三人，一小时',
      data: {
        unit: HARD_UNIT,
        clock: clockWith(-3753, 600, 60),
        presenter: TEAM[0] ?? null,
        team: TEAM,
        crowdAsks: true,
      },
    },
  ],
  floor: [{ title: '极限：十三人', data: { unit: HARD_UNIT, team: TEAM, crowdAsks: true } }],
  lots: [25, 40].map((count) => ({
    title: `极限：${count} 家，名称很长`,
    data: lotsOf([draw(count)], draw(count), agenda(count), NOW),
  })),
  agenda: [25, 40].map((count) => ({
    title: `极限：${count} 家，名称很长`,
    data: agendaOf(agenda(count, 7), NOW),
  })),
  drawn: [
    ...QUESTIONS.map(([title, label]) => ({
      title: `极限：${title}`,
      data: {
        purpose: 'question' as const,
        label,
        passedOver: [],
        items: 120,
        number: 999_999,
        secret: SECRET,
        falling: null,
      },
    })),
    {
      title: '极限：顺延五位',
      data: {
        purpose: 'questioner',
        label: `${CATEGORIES[0]} 123`,
        passedOver: CATEGORIES.slice(0, 5).map((name) => `${name} 108`),
        items: 1300,
        number: 999_999,
        secret: SECRET,
        falling: null,
      },
    },
  ],
  question: [
    ...QUESTIONS.map(([title, text]) => ({ title: `极限：${title}`, data: asked(text) })),
    {
      title: '极限：请考官评价',
      data: asked(QUESTIONS[1]?.[1] ?? '', { answered: true, ratingUntil: NOW + 22_000 }),
    },
  ],
  ratings: QUESTIONS.map(([title, text]) => ({
    title: `极限：${title}`,
    data: {
      ...asked(text),
      counts: { good: 1201, 'rather-good': 1114, fair: 0, poor: 1302 },
      total: 3617,
    },
  })),
  scoring: [
    {
      title: '极限：九类，名称很长',
      data: {
        unit: HARD_UNIT,
        closing: true,
        clock: clockWith(-3753, 120, 30),
        returned: 1299,
        eligible: 1300,
        categories: CATEGORIES.map((name, at) => ({ id: `k${at}`, name, returned: 138 + at, eligible: 149 })),
        votes: 12_345,
        counts: true,
      },
    },
    {
      title: '极限：二十三类，分页',
      data: {
        unit: HARD_UNIT,
        closing: true,
        clock: clockWith(18, 30, 0),
        returned: 1299,
        eligible: 1300,
        categories: Array.from({ length: 23 }, (_, at) => ({
          id: `k${at}`,
          name: CATEGORIES[at % CATEGORIES.length] ?? '',
          returned: 138 + at,
          eligible: 149,
        })),
        votes: 0,
        counts: false,
      },
    },
  ],
  locked: [
    {
      title: '极限：名称很长',
      data: {
        unit: HARD_UNIT,
        absent: false,
        publish: 'after-next',
        scrutineer: true,
        next: LONG_UNITS[1] ?? null,
        chain: { length: 9_999_999, head: SECRET },
        ballots: { returned: 1299, eligible: 1300 },
      },
    },
  ],
  result: [
    { title: '极限：九类八项', data: resultOf(row(0, 10_000), standings(40), slices(40, 1), NOW) },
    { title: '极限：九类八项，怎样计票', data: counted(row(0, 10_000), counting.spread) },
    {
      title: '极限：九类，类别太小',
      data: counted({ ...row(0, 10_000), categories: null }, null),
    },
    { title: '极限：零分', data: resultOf(row(1, 0), standings(40, { final: false }), slices(40, 2), NOW) },
    { title: '极限：票数不足', data: resultOf(row(2, null), standings(40), slices(40, 3), NOW) },
  ],
  standings: [25, 40].map((count) => ({ title: `极限：${count} 家，名称很长`, data: ranked(count) })),
  ceremony: [
    { title: '极限：第一名', data: beat(80, 1) },
    { title: '极限：三家并列', data: beat(80, 3) },
  ],
  pause: [
    {
      title: '极限：超时一小时',
      data: {
        note: QUESTIONS[1]?.[1] ?? '',
        unit: HARD_UNIT.name,
        stage: 'questioning',
        clock: { since: null, remaining: -3_753_000, total: 180_000, warn: 30_000 },
      },
    },
  ],
  message: QUESTIONS.map(([title, text]) => ({ title: `极限：${title}`, data: { lines: [text] } })),
  'stage-facing': QUESTIONS.map(([title, text]) => ({
    title: `极限：${title}`,
    data: {
      phase: 'live' as const,
      unit: HARD_UNIT,
      stage: 'questioning' as const,
      clock: clockWith(-3753, 180, 30),
      question: asked(text),
      answered: false,
      next: { stage: 'scoring' as const, unit: LONG_UNITS[1] ?? null },
    },
  })),
};
