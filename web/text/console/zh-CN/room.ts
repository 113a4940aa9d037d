export const room = {
  allMeetings: '全部考场',
  pagesLabel: '考场的页面',
  pages: {
    '': '现场',
    '/prepare': '准备',
    '/passes': '凭证',
    '/check': '开场检查',
    '/check-in': '签到',
    '/count': '监票',
    '/promises': '承诺',
    '/journal': '记录',
    '/paper': '纸票',
  },
  code: '参与码',
  examinersOnline: '考官在线',
  crowd: '群众',
  pause: '因雨暂停',
  close: '结束考场',
  reopen: '重新开放',
  asking: { pause: '暂停', close: '结束考场', reopen: '重新开放', finalise: '定为最终结果' },
  pauseNote: '对大家说一句（可以不填）',
  pausedMeans: '计时全部停住，评分票和问题照收。',
  pauseNow: '现在暂停',
  reopenReason: '重新开放的理由',
  reopenNow: '确认重新开放',
  closePublishes: (names: string[]) =>
    `还有 ${names.length} 家已锁票未公布：${names.join('、')}。结束时一并公布。`,
  closePublishesNothing: '没有待公布的成绩。结束后不再收票、收问题。',
  closeWaiting: (count: number) => `还有 ${count} 家没有上场。`,
  closeNow: '确认结束考场',
  offline: '没有网络。计时照走；现在按下的都不会执行，也不会留到以后。连上以后接着做，不用刷新。',
};

export const live = {
  panelsLabel: '下方显示',
  panels: { questions: '提问', promises: '承诺', draws: '抽签', standings: '成绩' },
};
