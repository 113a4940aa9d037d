import type { PassKind } from '../../../../assessment/actors.ts';

const kinds: Record<PassKind, string> = {
  examiner: '号考官',
  member: '班子成员',
  presenter: '述职人',
  screen: '号大屏幕',
  kiosk: '号共用平板',
};

export const enrol = {
  looking: '正在查这张凭证',
  number: (kind: PassKind): string => kinds[kind],
  hello: (name: string): string => `${name}，您好`,
  enter: '进入考场',
  entering: '正在进入',
  notMe: '不是本人？请告诉工作人员',
  taken: '这张凭证已在另一部手机上使用。进入时要请工作人员确认。',
  waiting: '请工作人员确认',
  waitingHow:
    '这张凭证在另一部手机上用过。请把这一页给工作人员看，他确认后这里会自动进入，已提交的评分票都会保留。',
  noSecret: '这个链接不完整',
  noSecretHow: '请用手机重新扫凭证上的二维码。',
  refused: '没有登记成功',
  inUse: (who: string): string => `这部手机已经是${who}`,
  inUseHow: '一部手机只能用一张凭证。要换成这一张，原来那张要另外登记。',
  stay: '回到考场',
  swap: '换用这张凭证',
  moved: '您的凭证已换到另一部手机',
  movedHow: '已提交的评分票都还在。请用那部手机继续。要换回这部手机，请再扫一次凭证上的二维码。',
  revoked: '这部手机上的凭证已经停用',
  revokedHow: '您已提交的评分票都还在。要接着参加，请找工作人员换一张凭证。',
  denied: '工作人员没有换手机，凭证还在原来的手机上。请用原来的手机。要换到这部，请当面告诉工作人员。',
  deniedTitle: '没有换到这部手机',
  deniedHere:
    '凭证还在原来的手机上，请用原来的手机。要换到这部，请当面告诉工作人员，再扫一次凭证上的二维码。',
  askAgain: '再请工作人员确认',
  afresh: '重新登记',
  back: '输入参与码',
  watch: '先看现场',
  closed: '会议已经结束',
  closedHow: '凭证不用再登记了。您可以看看公布的成绩。',
  results: '看成绩',
};

export const who = {
  examiner: (category: string, number: string): string => `${category} ${number} 号`,
  crowd: '现场群众',
  member: (name: string | null, post: string): string => [name, post].filter(Boolean).join('　'),
};
