/** Of questions, what every phone's first load says; the rest is `asking.ts`. */
export const rate = {
  title: '这次回答怎么样？',
  done: (rating: string): string => `已评“${rating}”，`,
  until: (seconds: number): string => `${seconds} 秒内可以改`,
  left: (seconds: number): string => `还有 ${seconds} 秒`,
  saved: (rating: string): string => `“${rating}”已保存在本机，正在提交`,
  away: '收起',
  all: '考官对这次回答的评价',
  yours: (rating: string): string => `您评的是“${rating}”`,
};

export const ask = { open: '我要提问' };

export const questions = { purged: '内容已清除' };
