export const rate = {
  title: '这次回答怎么样？',
  done: (rating: string): string => `已评“${rating}”，`,
  until: (seconds: number): string => `${seconds} 秒内可以改`,
  left: (seconds: number): string => `还有 ${seconds} 秒`,
  saved: (rating: string): string => `“${rating}”已保存在本机，正在提交`,
  recused: '这一家您回避，不用评价',
};

export const ask = {
  open: '我要提问',
  title: (unit: string): string => `向${unit}提问`,
  text: '您的问题',
  placeholder: '请写下您的问题',
  count: (length: number): string => `${length} / 200`,
  unit: '问哪一家',
  portfolio: '问哪方面',
  optional: '可以不选',
  member: '请谁回答',
  byPortfolio: '已按分管领域选好',
  noMember: '不指定',
  whoAnswers: (name: string): string => `由${name}回答`,
  otherMember: '换人',
  submit: '提交问题',
  empty: '请先写下您的问题',
  aloud: '举手提问',
  lower: '放下手',
  nobody: '现在没有可以提问的单位',
  moderated: '提交后由工作人员审核。',
};

export const questions = {
  title: '大家的提问',
  support: '附议',
  supported: '已附议',
  supports: (count: number): string => `${count} 人附议`,
  mine: '我的提问',
  to: (unit: string): string => `问${unit}`,
  stored: '已保存在本机，正在提交',
  declined: (why: string): string => `没有采用：${why}`,
  purged: '内容已清除',
};
