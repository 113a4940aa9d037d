/** P1 · The promise wall, and what a unit promised on stage. */
const figure = (value: number): string => new Intl.NumberFormat('zh-CN').format(value);
const day = new Intl.DateTimeFormat('zh-CN', { month: 'long', day: 'numeric', timeZone: 'UTC' });
const dayOfYear = new Intl.DateTimeFormat('zh-CN', {
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  timeZone: 'UTC',
});

export const promisesZhCN = {
  title: '承诺墙',
  /** Of one unit. */
  ofUnit: '当场承诺',
  what: '当场作出的承诺，件件有人负责',
  now: '刚刚承诺',
  last: '最近一项',
  made: '项当场承诺',
  confirmed: (count: number) => `提问人已确认 ${figure(count)} 项`,
  /** 11月30日前办好; with the year where it is another one than that of `today`. */
  by: (due: string, today: string): string => {
    if (due === today) return '今天办好';
    const words = due.slice(0, 4) === today.slice(0, 4) ? day : dayOfYear;
    return `${words.format(new Date(`${due}T00:00:00Z`))}前办好`;
  },
  tiles: { confirmed: '提问人已确认', made: '已经记下' },
  total: (count: number) => `共 ${figure(count)} 项`,
  removed: '（承诺内容已清除）',
  count: (name: string, count: number) => `${name}，承诺 ${figure(count)} 项`,
};
