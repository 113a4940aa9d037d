/** What a phone submits through its outbox. */
export type PhoneCommand =
  | 'ballot.submit'
  | 'ballot.wait'
  | 'question.ask'
  | 'question.rate'
  | 'evidence.attach'
  | 'evidence.remove'
  | 'question.support'
  | 'hand.raise'
  | 'help.ask'
  | 'crowd.vote'
  | 'recusal.declare'
  | 'promise.make'
  | 'promise.change'
  | 'promise.confirm'
  | 'promise.object'
  | 'promise.withdraw'
  | 'hand-on.offer'
  | 'hand-on.take'
  | 'hand-on.decline';

const about: Record<PhoneCommand, string> = {
  'ballot.submit': '评分票',
  'ballot.wait': '再等一下',
  'question.ask': '提问',
  'evidence.attach': '证明材料',
  'evidence.remove': '撤下证明材料',
  'question.rate': '对回答的评价',
  'question.support': '附议',
  'hand.raise': '举手',
  'help.ask': '求助',
  'crowd.vote': '满意度评价',
  'recusal.declare': '回避',
  'promise.make': '承诺',
  'promise.change': '改承诺',
  'promise.confirm': '确认承诺',
  'promise.object': '说承诺不对',
  'promise.withdraw': '撤回承诺',
  'hand-on.offer': '转办',
  'hand-on.take': '接手',
  'hand-on.decline': '不接手',
};

export const notice = {
  about,
  of: (what: string, unit: string): string => `${unit}的${what}`,
  pending: (count: number): string => `${count} 件已保存在本机，网络恢复后自动提交`,
  pendingBallot: '评分票已保存在本机，正在提交',
  memory: '这部手机不能长期保存，送达之前请不要关掉这一页。',
};
