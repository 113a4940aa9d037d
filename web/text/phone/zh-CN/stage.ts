export const meeting = {
  draft: '会议正在筹备',
  ready: '会议还没有开始',
  live: '请等候下一家上场',
  last: '各家都已上场',
  paused: '会议暂停',
  closed: '会议结束，感谢参与',
  pausedAbove: (note: string | null): string => (note === null ? '会议暂停，计时已停' : `会议暂停：${note}`),
  next: '下一家',
  order: '上场顺序',
  place: (place: number, of: number): string => `第 ${place} 家，共 ${of} 家`,
  absent: '缺席',
  onStage: '在场上',
};

export const clock = {
  reporting: '述职还剩',
  answer: '回答还剩',
  scoring: '评分还剩',
  closing: '距锁票',
  stopped: '计时已停',
};

export const stage = {
  reporting: '正在述职',
  questioning: '现场质询',
  scoring: '请评分',
  closing: '即将锁票',
  hear: '请听述职',
  nextQuestion: '等待下一个问题',
  nth: (number: number): string => `第 ${number} 问`,
  asks: {
    examiner: (category: string) => `${category}提问`,
    crowd: '现场群众提问',
    organizer: '主持人提问',
  },
  answering: (post: string): string => `${post}正在回答`,
  answered: (post: string): string => `${post}已回答`,
  handsUp: '您已举手，主持人看得到',
  lowerHand: '放下',
  scoringTitle: '请给这家打分',
  closingTitle: '就要锁票了',
  onlyWatch: '考官正在评分',
};
