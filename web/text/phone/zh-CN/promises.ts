/** P1 · Promises, on the phones of those who make them and of those to whom they are made. */
const day = new Intl.DateTimeFormat('zh-CN', { month: 'long', day: 'numeric', timeZone: 'UTC' });
const dayOfYear = new Intl.DateTimeFormat('zh-CN', {
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  timeZone: 'UTC',
});
const weekday = new Intl.DateTimeFormat('zh-CN', { weekday: 'long', timeZone: 'UTC' });

/** What was said, without the mark at its end: the sentence has one of its own. */
const bare = (words: string): string => words.trim().replace(/[。．.；;，,！!\s]+$/, '');

/** 11月30日; with the year where it is another one. */
const dayText = (due: string, today: string): string =>
  (due.slice(0, 4) === today.slice(0, 4) ? day : dayOfYear).format(new Date(`${due}T00:00:00Z`));
const until = (due: string, today: string): string => (due === today ? '今天' : `${dayText(due, today)}前`);

export const promises = {
  day: dayText,
  /** 星期一 */
  weekday: (due: string): string => weekday.format(new Date(`${due}T00:00:00Z`)),
  bare,
  purged: '（文字已清除）',
  by: (due: string, today: string): string => `${until(due, today)}办好`,
  /** Read back: one sentence. */
  sentence: (words: string, due: string, today: string): string =>
    `${bare(words)}，${until(due, today)}办好。`,
  says: (who: string): string => `${who}承诺`,
  somebody: '这家单位',
  /** To the questioner. */
  title: '对您的承诺',
  right: '这样说对吗？',
  yes: '确认',
  no: '不对',
  yesStored: '“确认”已存在这部手机，会自动送达',
  noStored: '“不对”已存在这部手机，会自动送达',
  objected: '已告诉主持人和这位成员，他们会改。改好了再请您看；现在觉得对，也可以确认。',
  publicTitle: '当场作出的承诺',
  states: {
    waiting: '等提问人确认',
    objected: '提问人说不对',
    questioner: '提问人已确认',
    aloud: '提问人当场说对，主持人已代为确认',
    absent: '提问人不在场，主持人已核对',
    withdrawn: '已撤回',
  },
  mine: {
    questioner: '您已确认',
    aloud: '您当场说对，主持人已代为确认',
    absent: '您不在场时，主持人已核对',
    withdrawn: (reason: string | null): string => (reason === null ? '已撤回' : `已撤回：${reason}`),
  },
};
