/** Names and texts: how long they are kept, and their purge. */
export const purge = {
  open: '清除个人信息',
  of: (title: string) => `清除“${title}”的个人信息`,
  goes: '清除，不能找回',
  going: [
    '考官、班子成员、监票人的姓名和单位',
    '提问、承诺、通知的文字，各种理由',
    '照片、汇报材料、大屏和无线网的名字',
  ],
  stays: '保留，仍可复算',
  staying: ['参评单位、分数、等次、排名', '评分票（按回执码）、出席、抽签、更正', '每一步的时间、编号和指纹'],
  copies: '转为正式以前的演练、自动副本和备份文件夹里的备份一起清除。需要带姓名的表格，请先下载。',
  again: (when: string) => `${when} 已经清除过。再清除一次，会去掉此后写下的文字，以及后来放进来的备份里的。`,
  now: '清除个人信息',
  damaged: (count: number) => `考场已清除，但有 ${count} 个文件打不开或不能写入，里面的个人信息还在：`,
  due: (day: string) => `个人信息将在 ${day} 自动清除`,
  done: (day: string) => `个人信息已在 ${day} 清除`,
};

export const keep = {
  title: '个人信息保留多久',
  hint: '考场结束后，过这么多天，姓名、文字、照片和汇报材料自动清除；分数和排名保留。写 0 表示不自动清除。',
  label: '保留天数',
  wrong: '请写 0 到 3650 之间的整数。',
  saved: '已保存',
  unsaved: '有改动还没保存',
  save: '保存保留天数',
  after: '考场已经结束：改短以后，至少再等 30 天才清除。',
  ownerOnly: '保留多久由负责人设定。',
  days: (days: number) => (days === 0 ? '不自动清除，由负责人在归档以后清除。' : `结束后保留 ${days} 天。`),
  page: '隐私说明（给大家看的）',
};
