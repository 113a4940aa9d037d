import type { HelpReason } from '../../../../assessment/help-reasons.ts';

const reasons: Record<HelpReason, string> = {
  sight: '看不清',
  operation: '不会操作',
  network: '网络不好',
  other: '其他',
};

export const helps = {
  title: '请人帮忙',
  reasons,
  since: (time: string, minutes: number) => (minutes < 1 ? `${time}，刚刚` : `${time}，已等 ${minutes} 分钟`),
  done: '已帮好',
  doneOf: (who: string) => `已帮好：${who}`,
};
