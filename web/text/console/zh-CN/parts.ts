export const parts = {
  cancel: '取消',
  choose: '请选择',
  onward: (to: string) => `接下来：${to}`,
  presets: '常用的理由',
  reasonMissing: '请写明理由',
  pointsWrong: '请填分数，小数最多两位',
};

export const chain = {
  locked: (length: string) => `锁票时会议记录共 ${length} 条，末条指纹`,
  copy: '复制',
  copyOf: (label: string) => `复制：${label}`,
  copied: '已复制，格式是“条数:指纹”',
  notCopied: '浏览器不让复制，请选中上面的字',
};
