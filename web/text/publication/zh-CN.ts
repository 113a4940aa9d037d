/** B6 · The public page of a closed meeting: read by citizens on phones, and on paper. */
import { elder } from '../phone/zh-CN/elder.ts';
import type { Place } from './place.ts';

const day = new Intl.DateTimeFormat('zh-CN', {
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  timeZone: 'UTC',
});
const moment = new Intl.DateTimeFormat('zh-CN', {
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Asia/Shanghai',
});
const list = (names: readonly string[]): string => names.join('、');

export const zh = {
  title: '成绩公布',
  elder: elder.name,
  colon: '：',
  comma: '，',
  bracketed: (words: string): string => `（${words}）`,
  more: '这一页还有',
  back: '返回排名',
  print: '打印或存为 PDF',
  moment: (at: number): string => moment.format(at),
  closed: (at: number): string => `${moment.format(at)}结束`,
  appeal: {
    provisional: '公示中',
    until: (since: number, until: number): string =>
      `${moment.format(since)}公布。有不同意见，请在 ${moment.format(until)}前向主办方提出。`,
    over: (until: number): string => `公示期到 ${moment.format(until)}为止，等待定为最终结果。`,
    soon: '成绩已经公布，等待定为最终结果。',
    final: '最终结果',
    finalAt: (at: number): string => `${moment.format(at)}确定。`,
    early: '公示期提前结束。',
    changes: '公示以后的更正',
    kinds: {
      admit: '补计一张锁票后收到的评分票',
      replace: '更正一张评分票',
      void: '作废一张评分票',
      deduction: '更正扣分',
    },
    moved: (before: string, after: string): string => `${before} 改为 ${after}`,
    earlier: (at: number, reopenedAt: number): string =>
      `${moment.format(at)}公布过一次结果，${moment.format(reopenedAt)}考场重新打开，那次结果撤回。`,
  },
  wait: {
    loading: '正在打开成绩',
    offline: '没有网络，正在自动再试。',
    none: '成绩还没有公布',
    noneHow: '考场结束以后，这一页会有全部成绩。',
    meeting: '去看考场',
    wrong: '没有找到这场考试',
  },
  ranking: {
    title: '排名',
    rank: '名次',
    unit: '参评单位',
    score: '得分',
    level: '等次',
    questioning: '质询分',
    crowd: '群众分',
    off: '扣分',
    counted: '计入票数',
    place: (rank: number): string => `第 ${rank} 名`,
    units: (count: number): string => `共 ${count} 家`,
    open: '点单位名，看得分怎么来、现场问答和承诺。',
    without: '没有名次',
  },
  why: {
    absent: '缺席，不计名次',
    'nobody-eligible': '没有可评分的考官，没有有效成绩',
    quorum: '计入的评分票没有达到规定比例，没有有效成绩',
    'no-ballots': '没有计入的评分票，没有有效成绩',
    'not-held': '没有上场',
  } satisfies Record<Place, string>,
  unit: {
    parts: '得分怎么来',
    of: (points: string, full: string): string => `${points} / ${full}`,
    score: '总分',
    off: (points: string): string => `扣 ${points} 分`,
    purged: '（文字已按规定清除）',
    rounded: '每一项和总分各自四舍五入，相加可能差 0.01 分。',
    scaled: (minimum: number): string => `现场群众评价不足 ${minimum} 人，不计入；考官评的部分按满分折算。`,
    categories: '各类考官的平均分',
    hidden: '有的类别不足 3 票，为了不让人猜出是谁评的，不公布各类平均分。',
    empty: (names: readonly string[], rule: 'reweight' | 'zero'): string =>
      `${list(names)}没有评分票，${rule === 'zero' ? '按 0 分计' : '权重分给其他类别'}。`,
    turnout: '评分票',
    ballots: (eligible: number, returned: number, counted: number): string =>
      `应评 ${eligible} 人，收回 ${returned} 票，计入 ${counted} 票。`,
    votes: '现场群众评价',
    noVotes: '没有人评价。',
    voters: (count: string, paper: string | null): string =>
      `${count} 人评价${paper === null ? '' : `（其中纸面 ${paper} 票）`}`,
    votesShown: '只作展示，不计入得分。',
    votesCount: '计入得分。',
  },
  asked: {
    title: '现场问答',
    none: '没有在现场提问。',
    nth: (nth: number): string => `第 ${nth} 问`,
    from: { crowd: '现场群众', organizer: '主持人', examiner: '考官' },
    asks: '提问',
    answers: '回答',
    support: (count: number): string => `${count} 人附议`,
    ratings: '考官评价',
    unrated: '没有考官评价。',
  },
  promise: {
    title: '承诺',
    others: '其他承诺',
    count: (count: number): string => `${count} 项承诺`,
    due: (due: string): string => `${day.format(new Date(`${due}T00:00:00Z`))}前办好`,
    by: (who: string): string => `负责人：${who}`,
    states: { confirmed: '提问人已确认', made: '已经记下' },
  },
  rules: {
    title: '评分办法',
    criteria: '评分项',
    criterion: (name: string, full: string, by: 'examiners' | 'crowd'): string =>
      `${name} ${full} 分${by === 'crowd' ? '（现场群众）' : ''}`,
    full: (full: string): string => `满分 ${full} 分`,
    weights: '考官类别和权重',
    weight: (name: string, weight: string): string => `${name} ${weight}`,
    trims: {
      total: (drop: number, from: number): string =>
        `一类考官满 ${from} 票时，去掉 ${drop} 张最高票和 ${drop} 张最低票。`,
      criterion: (drop: number, from: number): string =>
        `一类考官满 ${from} 票时，每一项去掉 ${drop} 个最高分和 ${drop} 个最低分。`,
    },
    untrimmed: '不去掉最高分和最低分。',
    mean: '每一类考官先求平均分，再按权重合成；最后只四舍五入一次，保留两位小数。',
    quorum: (of: number, outOf: number): string =>
      `计入的评分票不到应评人数的 ${of}/${outOf}，没有有效成绩，不排名次。`,
    crowd: (minimum: number): string => `现场群众满 ${minimum} 人评价，计入得分。`,
    crowdShown: '现场群众的评价只作展示，不计入得分。',
  },
  receipt: {
    title: '查我的评分票',
    how: '考官每交一张评分票，手机上都有一个 8 位回执码。输入回执码，看这张票有没有计入。',
    label: '回执码',
    find: '查一查',
    wrong: '回执码是 8 位数字和字母，请再看一看。字母大小写都可以。',
    counted: '已计入',
    countedHow: '这张评分票在计入的名单里。名单上只有回执码，没有姓名，也没有分数。',
    countedOpen: (unit: string, category: string): string => `评的是${unit}，考官类别：${category}。`,
    missing: '未在名单',
    missingHow: '这张票没有计入。可能的原因：',
    reasons: [
      '回执码抄错了一位。',
      '后来改交过一张，算后面那一张，请查新的回执码。',
      '单位缺席、锁票以后才收到，或者经监票人更正作废。',
    ],
    missingAsk: '都不是？请带着回执码找主办方的监票人。',
    states: { void: '已作废', late: '锁票后才收到' },
    statesHow: '这张票在计票包里，但没有计入成绩。',
    failed: '没有查成，网络不好，请再试一次。',
    all: (count: string): string => `全部计入的评分票，共 ${count} 张（回执码）`,
  },
  recount: {
    title: '自己复算一遍',
    how: '先存下“计票包”和“复算页”两个文件，用浏览器打开复算页，不用联网。再把计票包拖进去，它会重新计算每一家的得分和名次，并告诉您是否一致。',
    bundle: '计票包 bundle.json',
    page: '复算页 recount.html',
  },
  record: {
    title: '计票记录',
    address: '公开页地址',
    length: '记录条数',
    entries: (count: string): string => `${count} 条`,
    head: '末条指纹',
    what: '每一步都记在一本只能往后写的账上，指纹由全部记录算出；改动任何一处，指纹都会不同。',
    levels: {
      results: '这场考试公布成绩，不公布评分票。',
      inclusion: '这场考试公布成绩和计入的回执码，不公布每张票的分数。',
      full: '这场考试公布成绩和不记名的全部评分票，谁都可以复算。',
    },
    purged: (at: number): string =>
      `按规定，姓名、问题和承诺的文字已于 ${moment.format(at)}清除，排名和得分不受影响。`,
  },
  mine: '我在这部手机上的评价和提问',
  page: '第',
  pages: '页，共',
  lastPage: '页',
};

export type PublicationText = typeof zh;
