export const progress = {
  title: '交票',
  ofAll: (returned: number, eligible: number) => `已交 ${returned} 票，应到 ${eligible} 人`,
  crowd: '现场群众',
  votes: (count: string) => `${count} 票`,
  pending: '未交票',
  nobodyPending: '票已收齐',
  anonymous: '无记名',
  waits: '请再等一下',
  lines: { online: '在线', asleep: '休眠', offline: '离线', never: '没有手机' },
  waiting: (count: number) => `等 ${count}`,
  waitingLong: (count: number) => `${count} 人请再等一下`,
  papers: (count: number) => `纸票 ${count} 张`,
  unkeyed: (count: number) => `${count} 张没录好`,
  onPaper: '纸票',
  atKiosk: '在平板上',
  acts: '处理',
  actsOf: (label: string) => `处理：${label}`,
  anonymousHow: '无记名：只看各类人数。有人来找您，按凭证号处理。',
  category: '考官类别',
  number: '凭证号',
  present: '考官到场',
  offline: '到场但离线',
};

export const hands = {
  title: '举手',
  record: '请他问',
  recordOf: (who: string) => `请他问：${who}`,
  lower: '放下',
  lowerOf: (who: string) => `放下：${who}`,
};

export const handovers = {
  title: '请求换手机',
  move: '同意换',
  moveOf: (who: string) => `同意换手机：${who}`,
  keep: '不换',
  keepOf: (who: string) => `不换手机：${who}`,
};
