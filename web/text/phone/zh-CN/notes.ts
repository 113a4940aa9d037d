export const notes = {
  title: '我的笔记',
  of: (unit: string): string => `我的笔记：${unit}`,
  how: '只存在这部手机上，别人看不到，不会提交。',
  memory: '这部手机不能长期保存，关掉这一页笔记就没有了。',
  placeholder: '想记的写在这里',
  open: '写笔记',
};
