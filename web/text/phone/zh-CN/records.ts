import type { Ballot } from '../../../../assessment/ballots.ts';

const statuses: Record<Ballot['status'], string> = {
  counted: '已送达',
  void: '已作废',
  late: '锁票后到达，没有计入，已封存',
};

export const records = {
  open: '我的记录',
  title: '我的记录',
  ballots: '我的评分票',
  none: '还没有',
  statuses,
  amended: '已按程序更正',
  assisted: '由工作人员协助填写',
  revision: (revision: number): string => `第 ${revision} 次提交，以这次为准`,
  code: '回执码',
  full: (points: string): string => `满分 ${points}`,
  ratings: '我评过的回答',
};
