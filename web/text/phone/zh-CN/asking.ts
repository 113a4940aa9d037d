/** Words of asking and of the lists of questions; loaded after the stage. */
import type { QuestionState } from '../../../../assessment/questions.ts';

export const ask = {
  open: '我要提问',
  title: (unit: string): string => `向${unit}提问`,
  text: '您的问题',
  placeholder: '请写下您的问题',
  count: (length: number): string => `${length} / 200`,
  unit: '问哪一家',
  chooseUnit: '请选一家',
  gone: (unit: string): string => `${unit}已经不能提问了。您写的还在，可以改问别家。`,
  portfolio: '问哪方面',
  optional: '可以不选',
  member: '请谁回答',
  noMember: '不指定',
  whoAnswers: (name: string): string => `由${name}回答`,
  otherMember: '换人',
  submit: '提交问题',
  empty: '请先写下您的问题',
  aloud: '举手提问',
  lower: '放下手',
  nobody: '现在没有可以提问的单位',
  moderated: '提交后由工作人员审核。',
  alike: '已有人问了类似的问题，附议？',
  alikeDone: '附议已记下。自己的问题也可以照样提交。',
};

/** What became of a question of mine. */
const fates: Record<QuestionState, string> = {
  submitted: '已送达，等待审核',
  accepted: '已收下，等候安排',
  declined: '没有采用',
  queued: '已排定，等候上台',
  asked: '正在台上',
  answered: '已回答',
  closed: '已回答',
  merged: '已并入相近的问题',
};

export const questions = {
  title: '大家的提问',
  support: '附议',
  supported: '已附议',
  supports: (count: number): string => `${count} 人附议`,
  more: (count: number): string => `再看 ${count} 个`,
  mine: '我的提问',
  to: (unit: string): string => `问${unit}`,
  stored: '已保存在本机，正在提交',
  declined: (why: string): string => `没有采用：${why}`,
  fates,
  wasAsked: '已在台上问过',
  notReached: '这一家已结束，没有轮到这个问题',
  into: (text: string): string => `并入：${text}`,
  rated: (counts: { name: string; count: number }[]): string =>
    `考官评价：${counts.map(({ name, count }) => `${name} ${count}`).join('　')}`,
  purged: '内容已清除',
};
