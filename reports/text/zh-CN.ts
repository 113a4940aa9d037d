/** 报表用语。`en.ts` has the same type, so that the compiler finds a missing word. */

const moment = new Intl.DateTimeFormat('zh-CN', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'Asia/Shanghai',
});

export interface Placed {
  rank: number | null;
  /** Two decimals; null without a valid result. */
  score: string | null;
}
const place = ({ rank, score }: Placed): string =>
  score === null ? '无有效成绩' : `${score} 分、第 ${rank} 名`;

export const zhCN = {
  demo: '演示数据',
  mode: { rehearsal: '演练', official: '正式' },
  heading: (title: string, table: string) => `${title} · ${table}`,
  code: (code: string) => `参与码 ${code}`,
  journal: (length: number, head: string) => `记录 ${length} 条（${head}…）`,
  result: {
    provisional: (since: number, until: number) =>
      `公示结果，${moment.format(since)} 公布，公示至 ${moment.format(until)}`,
    final: (at: number) => `最终结果，${moment.format(at)} 确定`,
  },
  joiner: '；',
  yes: '是',
  sheets: {
    ranking: '排名',
    criteria: '各项得分',
    ballots: '评分票',
    attendance: '出席',
    corrections: '扣分与更正',
    rules: '计分规则',
    draws: '抽签',
  },
  why: {
    absent: '未到场，不计名次',
    'nobody-eligible': '没有可以评分的考官，无有效成绩',
    quorum: '计入的评分票未达到规定比例，无有效成绩',
    'no-ballots': '没有计入的评分票，无有效成绩',
  },
  ranking: {
    columns: {
      rank: '名次',
      unit: '参评单位',
      score: '得分',
      questioning: '质询分',
      crowd: '群众满意度',
      level: '等次',
      deductions: '扣分',
      note: '说明',
    },
    notYet: '尚未锁票',
    notHeld: '没有上场，不计名次',
    empty: (names: string[], rule: 'reweight' | 'zero') =>
      `${names.join('、')}没有评分票，${rule === 'zero' ? '按 0 分计' : '其权重分给其他类别'}`,
    crowdLeftOut: (votes: number) => `群众 ${votes} 人评价，未达到规定人数，不计入得分`,
    provisional: (open: number) => `还有 ${open} 家参评单位没有锁票，名次为暂列。`,
    scrutineers: (names: string[]) => `监票人：${names.join('、')}`,
  },
  criteria: {
    columns: {
      unit: '参评单位',
      criterion: (name: string, full: string) => `${name}\n（满分 ${full}）`,
      mean: (name: string) => `${name}平均`,
    },
    weighted: '各项得分为各类别平均分按权重合成，只作展示；得分由原始数据一次算出，最后四舍五入。',
    small: (units: number) => `有 ${units} 家参评单位的某一类别不足 3 张评分票，不列类别平均分。`,
  },
  ballots: {
    columns: {
      receipt: '回执码',
      unit: '参评单位',
      category: '考官类别',
      total: '合计',
      status: '状态',
      assisted: '协助评分',
      amended: '有更正',
    },
    states: { counted: '计入', void: '作废', late: '迟到' },
    order: '按回执码排列，与提交先后无关；不含姓名。“合计”由表格自行相加，可当场核对。',
    inside: '本表供主办方核对。考官人数少的类别，看分数可能猜出是谁评的，请勿张贴或转发。',
  },
  attendance: {
    columns: {
      unit: '参评单位',
      eligible: '应评考官',
      returned: '收回票',
      counted: '计入',
      void: '作废',
      late: '迟到',
    },
    quorum: (share: string) => `收回票 = 计入 + 作废；计入票不少于应评考官的 ${share} 方为有效。`,
  },
  corrections: {
    columns: {
      kind: '类型',
      unit: '参评单位',
      points: '扣分',
      receipt: '回执码',
      reason: '理由',
      proposedBy: '提出人',
      confirmedBy: '监票人',
    },
    deduction: '扣分',
    amended: '评分票更正',
    kinds: { admit: '迟到票计入', replace: '评分票更正', void: '评分票作废' },
    appeal: '公示期内变动',
    moved: (at: number, what: string, before: Placed, after: Placed) =>
      `${moment.format(at)} ${what}：${place(before)}，改为${place(after)}`,
    swap: '监票人变更',
    swapped: (from: string[], to: string[], reason: string, at: Date) =>
      `${moment.format(at)} 由${from.join('、') || '（无）'}改为${to.join('、') || '（无）'}：${reason}`,
    purged: '（已清除）',
    none: '没有扣分，也没有更正。',
  },
  rules: {
    columns: { what: '项目', how: '规定' },
    criterion: '评分项',
    byExaminers: (name: string, full: string, step: string | null) =>
      `${name}：满分 ${full} 分，由考官评分${step === null ? '' : `，每档 ${step} 分`}`,
    byCrowd: (name: string, full: string) => `${name}：满分 ${full} 分，由现场群众评价`,
    full: '满分合计',
    grades: '等级折算',
    worth: (name: string, worth: string) => `${name} ${worth}%`,
    weights: '考官类别权重',
    weight: (name: string, weight: string) => `${name} ${weight}`,
    trim: '去掉最高最低',
    trims: {
      total: (drop: number, from: number) =>
        `一个类别的评分票达到 ${from} 张时，按合计去掉 ${drop} 张最高票和 ${drop} 张最低票`,
      criterion: (drop: number, from: number) =>
        `一个类别的评分票达到 ${from} 张时，每一评分项各去掉 ${drop} 个最高分和 ${drop} 个最低分`,
    },
    noTrim: '不去掉最高最低',
    mean: '合成',
    means: {
      reweight: '每个类别先求平均分，再按权重加权平均；没有评分票的类别不参加，其权重分给其他类别',
      zero: '每个类别先求平均分，再按权重加权平均；没有评分票的类别按 0 分计',
    },
    quorum: '有效成绩',
    quorumOf: (share: string) => `计入的评分票不少于应评考官的 ${share}`,
    crowd: '群众满意度',
    crowdOf: (worths: string, minimum: number) =>
      `按 ${worths} 折算；不足 ${minimum} 人评价时不计入，考官部分按满分比例放大`,
    crowdShown: '只展示，不计入得分',
    deductions: '扣分',
    deductionsOf: '最后从得分中扣除，扣到 0 分为止',
    rounding: '取整',
    roundingOf: '全程用分数精确计算，只在最后四舍五入到两位小数',
    ranking: '名次',
    ties: { questioning: '质询分', crowd: '群众满意度' },
    rankingOf: (ties: string[]) =>
      `按得分排列；得分相同依次比较${ties.join('、')}；仍相同则名次并列，其后名次空出`,
    rankingShared: '按得分排列；得分相同则名次并列，其后名次空出',
    levels: '等次',
    level: (name: string, from: string) => `${name} ${from} 分起`,
    assumption: '评分项、权重和各项数字由主办方设定。',
  },
  draws: {
    columns: {
      draw: '抽签编号',
      purpose: '用途',
      number: '现场数字',
      place: '次序',
      item: '抽中',
      note: '说明',
      commitment: '事先公布的承诺值',
      secret: '事后公布的密钥',
      items: '抽签前的名单',
    },
    purposes: { order: '上场顺序', questioner: '提问人', question: '题目' },
    abandoned: '已作废',
    none: '没有抽签。',
    how: '任何人都可以用密钥、现场数字和名单重做一遍，得到同样的次序。',
  },
  files: {
    'ranking.xlsx': '排名',
    'ranking.csv': '排名',
    'questions.xlsx': '提问与承诺',
    'report.docx': '结果报告',
    'bundle.json': '计票包',
  },
  csv: { meeting: '会议', mark: '性质' },
  recount: {
    usage: '用法：npm run recount -- 计票包.json',
    unreadable: (path: string) => `${path}：无法读取。`,
    missing: (path: string) => `${path}：没有这个文件。`,
    folder: (path: string) => `${path}：这是文件夹，不是文件。`,
    of: (path: string, what: string) => `${path}：${what}`,
  },
};

export type ReportText = typeof zhCN;
