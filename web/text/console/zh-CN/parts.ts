export const parts = {
  cancel: '取消',
  choose: '请选择',
  onward: (to: string) => `接下来：${to}`,
  presets: '常用的理由',
  reasonMissing: '请写明理由',
  pointsWrong: '请填分数，小数最多两位',
};
