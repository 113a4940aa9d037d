export const room = {
  allMeetings: '全部考场',
  pagesLabel: '考场的页面',
  pages: { '': '现场', '/prepare': '准备', '/passes': '凭证', '/check': '开场检查' },
  code: '考场码',
  examinersOnline: '考官在线',
  crowd: '群众',
  pause: '因雨暂停',
  close: '结束考场',
  reopen: '重新开放',
  asking: { pause: '暂停', close: '结束考场', reopen: '重新开放' },
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
};

export const live = {
  panelsLabel: '下方显示',
  panels: { questions: '提问', draws: '抽签', standings: '成绩' },
};

export const screens = {
  sideLabel: '大屏与考官',
  title: '大屏',
  count: (count: number) => (count === 0 ? '没有屏幕在线' : `${count} 块屏幕在线`),
  open: '打开大屏',
};

export const keys = {
  all: '全部快捷键',
  close: '关闭快捷键说明',
  viewer: '您的角色是查看，这里只看不改。',
  scrutineer: '您是监票人：看进度，确认计票和更正。',
  notWhileTyping: '正在输入文字时，快捷键不起作用。',
  short: [
    { keys: ['空格'], what: '下一步' },
    { keys: ['P'], what: '暂停计时' },
    { keys: ['−', '+'], what: '减、加 10 秒' },
    { keys: ['1', '9'], what: '第几个问题上台' },
    { keys: ['N'], what: '记口头提问' },
  ],
  list: [
    { keys: ['空格'], what: '下一步（红色按钮）' },
    { keys: ['退格'], what: '退回上一阶段，要写理由' },
    { keys: ['P'], what: '开始或暂停计时' },
    { keys: ['−', '+'], what: '减、加 10 秒' },
    { keys: ['1', '9'], what: '待问清单里的第几个问题上台' },
    { keys: ['A'], what: '答复完毕' },
    { keys: ['N'], what: '记一条口头提问' },
    { keys: ['R'], what: '因雨暂停' },
    { keys: ['?'], what: '显示或收起这张表' },
  ],
};
