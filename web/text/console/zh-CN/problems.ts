/** What went wrong, in words for an organizer. */
import type { Detail } from '../../../../assessment/noun.ts';
import type { Code } from '../../../../realtime/protocol-names.ts';
import type { Names } from '../../index.ts';
import { weak } from './people.ts';

/** Refusals that an organizer needs other words for than a phone. */
type OwnCodes = Partial<Record<Code, string | ((detail: Detail, names?: Names) => string)>>;

const unitOf = (detail: Detail, names?: Names): string => {
  const name = names?.unit?.(String(detail.unit));
  return name === undefined ? '有一家单位' : `“${name}”`;
};

const codes: OwnCodes = {
  revoked: '您的登录已经失效，请重新登录。',
  forbidden: '您的角色不能做这件事。',
  malformed: (detail) =>
    detail.field ? `有一项没有填对（${detail.field}），没有保存。` : '有一项没有填对，没有保存。',
  'not-ready': (detail) =>
    detail.field === 'units' ? '还没有参评单位，不能准备就绪。' : '评分表还有错误，不能准备就绪。',
  'not-checked-in': '这位考官没有到场。',
  'stage-moved': '流程刚刚由别人推进了，这次操作没有执行。请看清当前阶段再操作。',
  'question-state': '这个问题刚刚由别人处理了，这次操作没有执行。',
  overtaken: '刚刚由别人改动了，这次操作没有执行。请看清现在的情形再操作。',
  'wrong-phase': '考场的状态刚刚变了，或现在不允许这样做。没有执行。',
  'draw-unknown': '这次抽签刚刚由别人完成或放弃了。',
  'turn-on-stage': (detail, names) => `${unitOf(detail, names)}还在台上，请先完成这一家。`,
  'unit-absent': (detail, names) => `${unitOf(detail, names)}已标为缺席。`,
  'unit-in-use': (detail, names) => `${unitOf(detail, names)}已经上过场或已有评分票，不能删除。`,
  'turn-locked': '这家已经锁票，不能再改。',
  'turn-not-open': '这家现在不在这个阶段，没有执行。',
  'pass-in-use': (detail, names) =>
    detail.unit === undefined
      ? '这个人的凭证还有效，请先作废再改。'
      : `${unitOf(detail, names)}还有有效的凭证，请先作废再删除这家单位。`,
  'pass-unknown': '没有这张凭证。',
  'pass-revoked': '这张凭证已经作废。',
  'no-handover': '这次换手机的请求已经撤回或处理过了。',
  'draw-open': '上一次抽签还没有完成，请先抽签或放弃。',
  'not-confirmed': (detail, names) =>
    `${unitOf(detail, names)}的计票还没有监票人确认，不能${detail.final ? '定为最终结果' : '公布'}。`,
  'not-locked': '还有单位没有锁票。',
  ceremony: (detail) =>
    detail.begun === undefined
      ? '现在不能这样公布：公布方式或揭晓仪式的进度不允许。'
      : '揭晓已经开始，名次不能再变：不能再扣分，也不能再改票。',
  'same-person': '提出更正的人不能自己确认。',
  'weak-password': (detail) => weak(String(detail.problem ?? 'short'), Number(detail.least ?? 10)),
};

export const problems = { offline: '没有网络，这次操作没有执行。连上以后请再操作一次。', codes };
