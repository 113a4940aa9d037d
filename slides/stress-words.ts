/**
 * The longest names and questions that a real meeting may bring: units of 24 to 29 letters with no common ending, persons
 * with a ·, questions of 200 characters of any kind.
 */
import type { AgendaRow } from '$assessment/view.ts';
import type { TeamMember } from './team.ts';
import type { UnitOnWall } from './unit.ts';

export const LONG_UNITS = [
  '葵湾街道社会工作与未成年人保护综合服务中心联合党总支委员会',
  '鹏角新区城市更新和土地整备事务中心机关第二党支部委员会',
  '南屿镇渔业渔政与海洋综合行政执法大队临时党支部委员会',
  '海滨路民族团结进步示范社区流动党员联合党支部委员会',
];
export const HARD_UNIT: UnitOnWall = { id: 'u38', name: LONG_UNITS[0] ?? '', place: 138, of: 140 };
export const SECRET = '3b6de0c27a9114f8c5520e7db8439fa6017c2d5be4f8a96310d7b2c58e4f6a91';

export const agenda = (count: number, over = 0): AgendaRow[] =>
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
export const TEAM: TeamMember[] = Array.from({ length: 13 }, (_, at) => {
  const [name, post, portfolio = ''] = PERSONS[at % PERSONS.length] ?? ['', '', ''];
  return { id: `m${at}`, name, post, portfolios: [portfolio], more: at % 4, secretary: at === 0 };
});
export const MEMBER = { name: '买合木提江·阿卜', post: '党委委员、社区工作站副站长（挂职）' };

/** Two hundred characters each. */
export const QUESTIONS: [title: string, text: string][] = [
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

export const CATEGORIES = [
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
