export const stage = {
  stagesLabel: '上场的阶段',
  names: {
    waiting: '候场',
    reporting: '述职',
    questioning: '质询',
    scoring: '评分',
    closing: '宽限',
    locked: '锁票',
    published: '公布',
  },
  place: (place: number, of: number, secretary: string | null) =>
    `第 ${place} 家，共 ${of} 家${secretary ? `，书记 ${secretary}` : ''}`,
  nobody: '台上无人',
  nextIs: (name: string) => `下一家：${name}`,
  allDone: '各家都已上场。',
  draftHow: '名单、评分表和凭证准备好以后，点“准备就绪”。',
  readyHow: (units: number, present: number, planned: number) =>
    `参评单位 ${units} 家，考官到场 ${present} / ${planned}。`,
  closedHow: '成绩已全部公布，可以下载排名和计票包。',
};

export const clock = {
  stage: '本阶段',
  answer: '回答',
  stopped: '计时已停',
  nearly: '快到时了',
  start: '开始计时',
  pause: '暂停计时',
  seconds: (by: number) => (by < 0 ? `减 ${-by} 秒` : `加 ${by} 秒`),
  minute: (by: number) => (by < 0 ? `减 ${-by} 分` : `加 ${by} 分`),
};

export const steps = {
  prepare: '去准备',
  open: '开始考场',
  resume: '恢复考场',
  reporting: (name: string) => `请${name}上台述职`,
  onStage: (name: string) => `请${name}上台`,
  questioning: '开始质询',
  scoring: '开始评分',
  closing: (seconds: number) => `收票，进入 ${seconds} 秒宽限`,
  locked: '锁票',
  lockedAtOnce: '收票并锁票',
  publish: (name: string) => `公布得分：${name}`,
  ceremony: '开始揭晓',
  beatScore: '揭晓得分',
  beatName: '揭晓单位',
  rewind: '退回一步',
  close: '结束考场',
  settle: '去处理更正和确认',
  finalise: '定为最终结果',
  done: '已结束',
  back: (stage: string) => `退回${stage}`,
  backReason: '退回的理由',
  backUsual: '误按',
  backNow: '确认退回',
};

export const outlook = {
  allIn: '票已收齐',
  nobody: '没有应到的考官',
  noResult: '这样锁票，这家没有有效成绩',
  missing: (count: number, offline: number) =>
    `${count} 人未交票${offline > 0 ? `，其中 ${offline} 人离线` : ''}`,
  quorum: (eligible: number, least: number) => `应到 ${eligible} 人，${least} 票即有效`,
  beat: (at: number, of: number) => `揭晓 ${at} / ${of}`,
  soFar: (score: string, rank: number) => `${score} 分，目前第 ${rank} 名`,
  unranked: (why: string) => (why ? `没有名次（${why}）` : '没有名次'),
  onScreen: (result: string) => `大屏将显示：${result}`,
  withLock: (name: string, result: string) => `锁票后公布${name}：${result}`,
  held: (name: string) => `${name}的计票还没有确认，锁票后也不公布`,
  unrankedFirst: (names: string[]) => `开始时先公布没有名次的：${names.join('、')}`,
  nextScore: (rank: number, score: string, shared: number) =>
    `接下来：第 ${rank} 名的得分 ${score}${shared > 1 ? `，${shared} 家并列` : ''}`,
  nextName: (rank: number, names: string[]) => `接下来：第 ${rank} 名是 ${names.join('、')}`,
};

export const play = {
  label: '自动揭晓',
  start: '自动播放',
  pause: '暂停播放',
  pace: '每步',
  seconds: (count: number) => `${count} 秒`,
  plays: '播放中，到第一名之前停下',
  byHand: '第一名由主持亲手揭晓',
  halts: {
    first: '已停在第一名之前，由主持亲手揭晓',
    hidden: '这个页面离开过屏幕，播放已暂停',
    refused: '上一步没有执行，播放已暂停',
  },
};

export const agenda = {
  label: '议程',
  stages: {
    waiting: '',
    reporting: '正在述职',
    questioning: '正在质询',
    scoring: '正在评分',
    closing: '宽限中',
    locked: '已锁票',
    published: '已公布',
  },
  next: '候场',
  endsAt: (time: string) => `照此进度约 ${time} 结束`,
  perUnit: (minutes: number) => `平均每家 ${minutes} 分钟`,
  toFront: '提到下一家',
  up: '上移',
  down: '下移',
  absent: '标为缺席',
  absentReason: '缺席的理由',
  absentUsual: '没有到场',
  absentNow: '确认缺席',
  present: '改为到场',
  presentReason: '改为到场的理由',
  presentUsual: '已经到场',
  presentNow: '确认到场',
};
