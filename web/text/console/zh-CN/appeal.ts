import { momentOf } from '../../../../assessment/days.ts';

/** 2026年11月10日 18:00 */
const moment = (at: number): string => {
  const { year, month, day, clock } = momentOf(at);
  return `${year}年${month}月${day}日 ${clock}`;
};

/** 11月10日 18:00 */
const short = (at: number): string => {
  const { month, day, clock } = momentOf(at);
  return `${month}月${day}日 ${clock}`;
};

export const appeal = {
  label: '公示',
  states: { provisional: '公示结果', final: '最终结果' },
  moment,
  short,
  announced: (at: number) => `${moment(at)} 公示`,
  running: (until: number) => `公示到 ${moment(until)}（北京时间）。公示期内可以更正，期满后定为最终结果。`,
  over: (until: number) => `公示期已满（${moment(until)}），还没有定为最终结果。`,
  noPeriod: '不设公示期，核对无误就可以定为最终结果。',
  finalAt: (at: number, early: boolean) =>
    `${moment(at)} ${early ? '提前' : ''}定为最终结果，名次和得分不再变动。`,
  earlier: (at: number, reopened: number) => `${moment(at)} 公示过一次，${moment(reopened)} 重新开放后作废。`,
  changes: '公示以来的变动',
  none: '没有变动。',
  moved: (units: string[]) => `名次因此变动的：${units.join('；')}`,
  columns: { at: '时间', unit: '参评单位', kind: '变动', before: '变动前', after: '变动后' },
  kinds: { admit: '补计迟到的票', replace: '改分', void: '作废一张票', deduction: '更正扣分' },
  placing: (rank: number | null, score: string | null) =>
    score === null ? '无有效成绩' : `${score}${rank === null ? '' : `，第 ${rank} 名`}`,
  waits: '定为最终结果之前',
  waitsAmendments: (count: number) => `有 ${count} 项更正还没有确认或撤回`,
  waitsConfirm: (names: string[]) => `${names.join('、')}的计票改过，等监票人重新确认`,
  toCount: '去监票页',
  correct: '更正评分票或扣分',
  finalise: '定为最终结果',
  finaliseEarly: '提前定为最终结果',
  means: '定为最终结果以后，评分票、扣分和名次都不能再改，考场也不能重新开放。',
  meansEarly: (until: number) =>
    `公示期到 ${moment(until)} 才满。提前定为最终结果，大家会看到“提前”，理由记入会议记录。`,
  earlyReason: '提前的理由',
  earlyUsual: '各参评单位都没有异议',
  confirm: '确认定为最终结果',
  headProvisional: (until: number) => `成绩已全部公布，公示到 ${moment(until)}。`,
  headOver: '公示期已满，等待定为最终结果。',
  headNoPeriod: '成绩已全部公布，等待定为最终结果。',
  headFinal: (at: number) => `${moment(at)} 定为最终结果。`,
  closing: (until: number | null) =>
    until === null
      ? '结束后先是公示结果，不设公示期，由主持定为最终结果。'
      : `结束后公示到 ${moment(until)}，期满再定为最终结果。`,

  days: '公示期（天）',
  daysHint: (until: number) =>
    `结束考场的当天不算，最后一天 18:00（北京时间）截止，休息日也算。今天结束，就公示到 ${moment(until)}。`,
  daysNone: '0 天：不设公示期，结束考场后就可以定为最终结果。',
  daysWrong: '公示期请填 0 到 30 的整天数',
  fullSmall: (categories: string[]) =>
    `${categories.join('、')}：不足 3 人。计票包里每张票都有类别和分数，一公开就等于说出这一两个人给每家打了几分。请改为前两种，或合并类别。`,
  fullFine: '计票包里每张票都有类别和分数，不写是谁。各类别都有 3 人以上。',
  category: (name: string, people: number) => `${name}（${people} 人）`,
  closingFull: (categories: string[]) =>
    `会公开整个计票包。${categories.join('、')}：不足 3 票，等于公开这一两个人打的分。可以先取消，到“准备”里改为前两种公开方式。`,
  closedFull: (categories: string[]) =>
    `公开的是整个计票包。${categories.join('、')}：不足 3 票，等于公开这一两个人打的分。要改公开方式，须先重新开放考场。`,
  votes: (name: string, ballots: number) => `${name}（${ballots} 票）`,

  corrections: '扣分的更正',
  correctionIs: (points: string, was: string | null) =>
    points === '0' ? `取消扣分${was === null ? '' : ` ${was} 分`}` : `扣 ${points} 分`,
  propose: '提出扣分',
  proposeHint: '成绩已经公布：扣分由主持提出、监票人确认后才生效。',
  proposeBack: '提出取消',
  isFinal: '结果已定为最终结果，不能再改。',
  confirmCorrection: '确认更正扣分',
  reconfirm: '改过的计票要由监票人重新确认，才能定为最终结果。',
};
