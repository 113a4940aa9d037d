/** The try-out of a sheet: how made-up ballots count, step by step. */
import { steps } from '../../steps/zh-CN.ts';

export const tryOut = {
  ...steps,
  title: '试算',
  note: '下面的票和分数都是编的，只看这张表怎么算，不会保存。点一张票可以改它的分。',
  another: '换一组',
  stale: '表里还有要改的地方，改好以后再重算。下面仍按上一次没有问题的表计算。',
  never: '表里还有要改的地方，改好以后这里才能试算。',
  score: '得分',
  outOf: (full: string) => `满分 ${full}`,
  points: (points: string) => `${points} 分`,
  eligibleLabel: '试算：应到人数',
  ballotsLabel: (category: string) => `试算：${category}的票数`,
  ballotOf: (category: string, number: number) => `${category}第 ${number} 张`,
  ballotLabel: (category: string, number: number, points: string, dropped: 'low' | 'high' | null) =>
    `${category}第 ${number} 张，${points} 分${dropped === 'low' ? '，去掉的低分' : dropped === 'high' ? '，去掉的高分' : ''}`,
  cell: (ballot: string, criterion: string) => `${ballot}：${criterion}`,
  wrong: (full: string, step: string) => `请填 0 到 ${full}，间隔 ${step}。没有填对的不算，仍按编的分。`,
  wrongCount: (limit: number) => `请填 0 到 ${limit} 的整数。`,
  wrongPoints: '请填数字，小数最多两位。',
  votesLabel: (grade: string) => `试算：${grade}的票数`,
  deductionsLabel: '试算：扣分',
};
