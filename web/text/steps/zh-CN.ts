/** How a unit's score came about, step by step: in the try-out of a sheet and on the recount page. */
import type { Invalid } from '../../../assessment/score.ts';

export const steps = {
  noLevel: '没有等次',
  invalid: {
    absent: '缺席，没有成绩。',
    'nobody-eligible': '应到 0 人，没有有效成绩。',
    quorum: '有效票不够，没有有效成绩，只列在名次之外。',
    'no-ballots': '一张票也没有，没有有效成绩。',
  } satisfies Record<Invalid, string>,
  quorum: '有效票',
  eligible: '应到',
  quorumText: (counted: number, needed: number, reached: boolean) =>
    `收到 ${counted} 张，至少要 ${needed} 张，${reached ? '达到' : '没有达到'}`,
  means: '各类别的平均分',
  ballots: '张',
  trimmed: (drop: number) => `高低各去 ${drop} 张`,
  tooFew: (from: number) => `不到 ${from} 张，不去`,
  untrimmed: '全部计入',
  none: '没有票',
  low: '去低',
  high: '去高',
  weighted: '按权重合成',
  columns: { category: '类别', mean: '平均分', share: '占比', part: '合成' },
  leftOut: '没有票，不计',
  asZero: '没有票，按 0 分',
  examiners: '考官部分',
  rescaled: (names: string[]) => `${names.join('、')}没有票，其余类别的占比按比例放大。`,
  crowd: '群众评价',
  crowdColumns: { grade: '选项', worth: '折算', votes: '票数' },
  crowdCounts: (full: string, votes: number) => `满分 ${full}，${votes} 票`,
  crowdPart: '群众部分',
  crowdFew: (votes: number, minimum: number) => `${votes} 票，不到 ${minimum} 票，不计`,
  scaled: (from: string, to: string) => `考官部分从满分 ${from} 放大到满分 ${to}`,
  deductions: '扣分',
  floored: '扣完不低于 0 分',
  rounding: '四舍五入',
  roundingText: '只在最后取两位小数',
  level: '等次',
  levelFrom: (name: string, from: string) => `${name}（${from} 分起）`,
  questioning: '质询部分',
  questioningText: '同分时用来比较，不另外加分',
  andMore: (count: number) => `……还有 ${count} 张`,
};

export type StepsWords = typeof steps;
