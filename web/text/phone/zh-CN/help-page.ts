import type { HelpReason } from '../../../../assessment/help-reasons.ts';

const reasons: Record<HelpReason, string> = {
  sight: '看不清',
  operation: '不会操作',
  network: '网络不好',
  other: '其他',
};

export const helpPage = {
  title: '请工作人员来',
  how: '按下面的红色按钮，工作人员就会到您的座位来。您填的都在，不会丢。',
  reason: '哪里不方便',
  optional: '可以不选',
  reasons,
  ask: '请工作人员来',
  toldHow: '不用再按。工作人员来过以后，这一条会自动消失。',
  offline: '现在没有网络，也可以举手示意，或请旁边的人帮忙告诉工作人员。',
  closed: '会议已经结束，请直接找工作人员。',
};
