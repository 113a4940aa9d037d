import type { Button, Now, Sentence } from '../../../lib/phone/stage/now.ts';

/** What a sentence names: the unit before, the seconds left to rate, the rating that was given. */
export interface Named {
  unit: string;
  left: number;
  rating: string;
}

/** What is on stage and what is expected of an examiner, as one sentence. */
const say: Record<Sentence, (named: Named) => string> = {
  before: () => '会议还没有开始，请在座位上稍候。',
  gone: () => '您已登记离场，现在不能评分。要接着参加，请工作人员为您签到。',
  closed: () => '会议结束，谢谢您。',
  pausedBetween: () => '会议暂停，请稍候，恢复后这里会自动接着走。',
  pausedTurn: () => '会议暂停，计时已停，请稍候。',
  next: () => '请等候下一家上场。',
  nextCounted: ({ unit }) => `您给${unit}的评分票已收好，请等候下一家。`,
  nextNothing: ({ unit }) => `${unit}已锁票，没有您的评分票。请等候下一家。`,
  nextRecused: ({ unit }) => `${unit}已锁票。请等候下一家。`,
  nextAbsent: ({ unit }) => `${unit}缺席，不作评分。请等候下一家。`,
  nextPublished: ({ unit }) => `${unit}的成绩已公布。请等候下一家。`,
  over: () => '各家都已上场，请等候公布成绩。',
  ceremony: () => '各家都已上场，成绩就要揭晓，请看大屏幕。',
  hear: () => '请听述职。可以先填评分票，也可以提问。',
  hearBegun: () => '请听述职。您填的已存好，评分开始后再提交。',
  hearRecused: () => '请听述职。这一家您回避，不用评分。',
  hearPaper: () => '请听述职。这一家您用纸票评分。',
  between: () => '请等下一个问题。您有问题，也可以提。',
  betweenRecused: () => '这一家您回避，不用评分。您可以听，也可以提问。',
  listen: () => '请听回答。',
  listenMine: () => '正在回答您的问题，请听。',
  rate: ({ left }) => `请评价这次回答，还有 ${left} 秒。`,
  rated: ({ rating, left }) => `已评“${rating}”，${left} 秒内可以改。`,
  score: () => '请给这家打分。',
  scoreBegun: () => '请给这家打分。您先填的都在，核对后提交。',
  stored: () => '评分票已保存在本机，正在提交，不用重填。',
  counted: () => '评分票已送达，锁票前可以改。',
  refused: () => '评分票没有收下，请看原因。',
  recused: () => '考官正在评分。这一家您回避，不用评分。',
  paper: () => '这一家您用纸票评分。',
  paperCounted: () => '您的纸票已录入，请等候锁票。',
  closing: () => '就要锁票了，请提交评分票。',
  closingWaits: () => '主持人已知道您要再等一下，请接着填。',
};

const buttons: Record<Button, string> = {
  ask: '我要提问',
  ballot: '评分票',
  fill: '填评分票',
  goOn: '接着填评分票',
  change: '修改评分票',
  progress: '看提交情况',
  receipt: '看回执',
  why: '看原因',
  wait: '再等一下',
  results: '看成绩',
  records: '我的记录',
  help: '请工作人员来',
};

const later: Record<NonNullable<Now['later']>, string> = {
  'after-next': '这家的成绩，在下一家锁票以后公布。',
  ceremony: '成绩在最后一起揭晓。',
};

export const now = { say, buttons, later, waits: '不用再等' };
