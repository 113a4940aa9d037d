/** Words that every page shares. */
import type { Mode, Phase } from '../../assessment/meeting.ts';
import type { Detail } from '../../assessment/noun.ts';
import type { QuestionState, Rating } from '../../assessment/questions.ts';
import type { Stage } from '../../assessment/turns.ts';
import type { Invalid } from '../../assessment/score.ts';
import type { PassKind } from '../../assessment/actors.ts';
import type { Code } from '../../realtime/protocol-names.ts';
import type { DeskCode } from './desk.ts';
import type { MemberCode } from './member-codes.ts';

export type CodeWords = string | ((detail: Detail) => string);
/** Those that any phone can be answered with; the others are in `member-codes.ts` and `desk.ts`. The compiler finds a code without words. */
export type Codes = Record<Exclude<Code, MemberCode | DeskCode>, CodeWords>;

const about = (value: string | number | undefined, otherwise: string): string =>
  value === undefined || value === '' ? otherwise : `“${value}”`;

const stages: Record<Stage, string> = {
  waiting: '候场',
  reporting: '述职',
  questioning: '现场质询',
  scoring: '评分',
  closing: '即将锁票',
  locked: '已锁票',
  published: '已公布',
};

const stageOf = (detail: Detail): string => stages[detail.stage as Stage] ?? '其他阶段';

const codes: Codes = {
  revoked: '这部手机的入场凭证已经停用。请找工作人员。',
  'pass-moved': '您的凭证已经换到另一部手机，请在那部手机上提交。',
  forbidden: '您的身份不能做这件事。',
  'id-reused': '这次提交与先前的一次编号相同而内容不同，没有收下。请重新提交。',
  malformed: '提交的内容不完整，没有收下。请重新填写。',
  'unknown-command': '这个页面与服务器的版本不一致。请刷新页面。',
  'too-late': '按下以后网络断了，这次操作没有执行。请看清现在的情形再操作。',
  overtaken: '刚才已有变动，这次操作没有执行。请看清现在的情形再操作。',
  'meeting-not-live': '会议还没有开始。',
  'meeting-closed': '会议已经结束。',
  'wrong-phase': '会议现在的状态不允许这样做。',
  'unit-unknown': '没有找到这家参评单位。',
  'stage-moved': '流程刚刚变了，请看清当前阶段再操作。',
  'turn-locked': (detail) =>
    detail.receipt === undefined
      ? '这家已经锁票，不能再改。'
      : `这家已经锁票。您的评分票没有计入，已封存备查，回执码 ${detail.receipt}。`,
  'turn-not-open': (detail) =>
    detail.stage === undefined
      ? '现在还没有轮到这一步。'
      : `这家正在“${stageOf(detail)}”阶段，现在不能提交。`,
  'unit-absent': '这家单位缺席，不作评分。',
  'person-unknown': '名单里没有这个人。',
  'pass-unknown': '没有这张入场凭证。请看看是不是别的会议的，或请工作人员查一下。',
  'pass-revoked': '这张入场凭证已经停用。请找工作人员换一张。',
  'pass-in-use': '这张入场凭证已在使用。',
  'session-has-pass': '这部手机已经登记了另一张入场凭证。',
  'not-checked-in': '您现在不在到场名单里，没有收下。请工作人员为您签到。',
  recused: '您对这家单位回避，不评分。',
  superseded: '您的评分票已在别处更新过，这一张没有收下。请核对现在的分数再提交。',
  'score-missing': (detail) => `${about(detail.criterion, '有一项')}还没有打分。`,
  'score-unknown-criterion': '评分表已经变了，请重新核对。',
  'score-out-of-range': (detail) => `${about(detail.criterion, '有一项')}超出了满分。`,
  'score-off-step': (detail) => `${about(detail.criterion, '有一项')}的分数不合打分的间隔。`,
  'score-not-a-grade': (detail) => `${about(detail.criterion, '有一项')}不是可选的档次。`,
  'paper-issued': '您这一家用纸票评分，请把填好的纸票交给工作人员。',
  'pass-in-kiosk': '这张凭证正在另一台平板上使用。',
  'question-unknown': '没有找到这个问题。',
  'question-state': '这个问题的状态刚刚变了。',
  'questions-not-open': '这次会议不收现场群众的提问。',
  'rating-closed': '这次回答的评价时间已过。',
  'own-question': '这是您自己提的问题。',
  'picture-unknown': '照片没有送到服务器，没有收下。请再试一次。',
  'promise-unknown': '没有找到这项承诺。',
  'promise-state': '这项承诺的情况刚刚变了，请看清现在的内容。',
  'grade-unknown': '没有这个选项。',
  retry: '服务器没能存下，请稍候，会自动再试。',
  internal: '服务器出错，没有收下。请告诉工作人员。',
  busy: '服务器正忙，会自动再试。',
  'protocol-unknown': '页面已经更新，请刷新。',
  'meeting-unknown': '没有这个参与码的会议。请看清屏幕上的六位数字。',
  'too-large': '内容太长，没有收下。',
  'picture-invalid': '这张照片打不开，没有收下。请换一张。',
  'pictures-full': '照片已经收满，这张没有收下。文字照样可以提交。',
  'too-many': '提交得太快，请稍等再试。',
  'not-found': '没有找到。',
  disk: '服务器存不下数据了，请立即告诉工作人员。',
  'data-unreadable': '这次会议的数据读不出来，请告诉工作人员。',
};

const ratings: Record<Rating, string> = { good: '好', 'rather-good': '较好', fair: '一般', poor: '较差' };
const questions: Record<QuestionState, string> = {
  submitted: '等待审核',
  accepted: '已收下',
  declined: '没有采用',
  queued: '已排队',
  asked: '正在提问',
  answered: '已回答',
  closed: '已结束',
  merged: '已合并到相近的问题',
};
const phases: Record<Phase, string> = {
  draft: '筹备中',
  ready: '准备就绪',
  live: '进行中',
  paused: '暂停',
  closed: '已结束',
};
const modes: Record<Mode, string> = { rehearsal: '演练', official: '正式' };
const kinds: Record<PassKind, string> = {
  examiner: '考官',
  member: '班子成员',
  presenter: '述职人',
  kiosk: '共用平板',
  screen: '大屏幕',
};
const invalid: Record<Invalid, string> = {
  absent: '缺席',
  'nobody-eligible': '没有可评分的考官',
  quorum: '收回的评分票不足',
  'no-ballots': '没有评分票',
};

const DIGITS = '零一二三四五六七八九';
const PLACES = ['', '十', '百', '千', '万'];

/** 70 is 七十, 15 is 十五, 105 is 一百零五; up to 99,999. */
function whole(value: number): string {
  if (value === 0) return DIGITS[0] ?? '';
  const figures = String(value).split('').map(Number);
  const spoken = figures.map((figure, at) =>
    figure === 0 ? '零' : `${DIGITS[figure]}${PLACES[figures.length - 1 - at]}`,
  );
  return spoken.join('').replace(/零+/g, '零').replace(/零$/, '').replace(/^一十/, '十');
}

/** Points (hundredths) as they are read aloud: 7050 is 七十点五分. */
function pointsInWords(points: number): string {
  const rest = String(points % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  const after =
    rest === ''
      ? ''
      : `点${rest
          .split('')
          .map((figure) => DIGITS[Number(figure)])
          .join('')}`;
  return `${whole(Math.floor(points / 100))}${after}分`;
}

const time = new Intl.DateTimeFormat('zh-CN', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const figure = new Intl.NumberFormat('zh-CN');

export const zh = {
  name: '大考场',
  above: '开放式党建',
  line: {
    connecting: '正在连接',
    online: '已连接',
    offline: '没有网络',
    slow: '网络很慢',
    refused: '已断开',
  },
  stale: '画面可能不是最新的',
  demo: '演示数据',
  codes,
  stages,
  questions,
  ratings,
  phases,
  modes,
  kinds,
  invalid,
  overtime: '超时',
  pointsInWords,
  /** A time of day from ms. */
  time: (at: number): string => time.format(at),
  figure: (value: number): string => figure.format(value),
  quoted: (words: string): string => `“${words}”`,
  /** Between words that stand in one line. */
  comma: '，',
  back: '返回',
  home: '回到首页',
  dismiss: '知道了',
};

export type Common = typeof zh;
