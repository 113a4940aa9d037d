/** Words of the phone pages: examiner, member, crowd, enrolment, code entry. */
import type { PassKind } from '../../assessment/actors.ts';
import type { ScoreProblemCode } from '../../assessment/sheet-check.ts';
import type { Ballot } from '../../assessment/ballots.ts';

/** What a phone submits through its outbox. */
export type PhoneCommand =
  | 'ballot.submit'
  | 'ballot.wait'
  | 'question.ask'
  | 'question.rate'
  | 'question.support'
  | 'hand.raise'
  | 'crowd.vote'
  | 'recusal.declare';

const about: Record<PhoneCommand, string> = {
  'ballot.submit': '评分票',
  'ballot.wait': '再等一下',
  'question.ask': '提问',
  'question.rate': '对回答的评价',
  'question.support': '附议',
  'hand.raise': '举手',
  'crowd.vote': '满意度评价',
  'recusal.declare': '回避',
};

/** What is wrong with one field of a ballot. */
export type FieldProblem = ScoreProblemCode | 'not-a-number';
const field: Record<FieldProblem, (full: string, step: string) => string> = {
  'score-missing': () => '还没有打分',
  'score-unknown-criterion': () => '评分表变了，请重新打分',
  'score-out-of-range': (full) => `请打 0 到 ${full} 分`,
  'score-off-step': (_full, step) => `请按 ${step} 分一档打分`,
  'score-not-a-grade': () => '请选一档',
  'not-a-number': (full, step) => `请输入数字：0 到 ${full}，${step} 分一档`,
};

const statuses: Record<Ballot['status'], string> = {
  counted: '已送达',
  void: '已作废',
  late: '锁票后到达，没有计入，已封存',
};

const kinds: Record<PassKind, string> = {
  examiner: '号考官',
  member: '班子成员',
  presenter: '述职人',
  screen: '号大屏幕',
  kiosk: '号共用平板',
};

export const zh = {
  code: {
    title: '进入考场',
    label: '考场码',
    hint: '屏幕上的六位数字',
    go: '进入',
    short: '请输入六位数字',
    offline: '连不上服务器，请看看网络再试',
    scan: '有入场凭证的，请用手机扫凭证上的二维码',
    console: '主持人入口',
  },
  enrol: {
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
    revoked: '这部手机上的凭证已经停用',
    revokedHow: '可能是凭证换到了另一部手机，或由工作人员停用了。您已提交的评分票都还在。',
    afresh: '重新登记',
    back: '输入考场码',
  },
  who: {
    examiner: (category: string, number: string): string => `${category} ${number} 号`,
    crowd: '现场群众',
    member: (name: string | null, post: string): string => [name, post].filter(Boolean).join('　'),
  },
  wait: {
    loading: '正在进入考场',
    reload: '刷新页面',
    refused: '没有连上考场',
  },
  meeting: {
    draft: '会议正在筹备',
    ready: '会议还没有开始',
    live: '请等候下一家上场',
    last: '各家都已上场',
    paused: '会议暂停',
    closed: '会议结束，感谢参与',
    pausedAbove: (note: string | null): string =>
      note === null ? '会议暂停，计时已停' : `会议暂停：${note}`,
    next: '下一家',
    order: '上场顺序',
    place: (place: number, of: number): string => `第 ${place} 家，共 ${of} 家`,
    absent: '缺席',
    onStage: '在场上',
  },
  clock: {
    reporting: '述职还剩',
    answer: '回答还剩',
    scoring: '评分还剩',
    closing: '距锁票',
    stopped: '计时已停',
  },
  stage: {
    reporting: '正在述职',
    questioning: '现场质询',
    scoring: '请评分',
    closing: '即将收票',
    crowdScoring: '请评价',
    hear: '请听述职',
    hearHow: '可以先填评分票，评分开始后再提交',
    nextQuestion: '等待下一个问题',
    nth: (number: number): string => `第 ${number} 问`,
    asks: {
      examiner: (category: string) => `${category}提问`,
      crowd: '现场群众提问',
      organizer: '主持人提问',
    },
    answering: (post: string): string => `${post}正在回答`,
    answered: (post: string): string => `${post}已回答`,
    handsUp: '您已举手，主持人看得到',
    lowerHand: '放下',
    scoringTitle: '请给这家打分',
    closingTitle: '就要锁票了',
    onlyWatch: '考官正在评分',
  },
  ballot: {
    name: '评分票',
    open: '评分票',
    fill: '填评分票',
    change: '修改评分票',
    receipt: '看回执',
    progress: '看提交情况',
    hint: '点数字可输入，减号从满分减起',
    full: (points: string): string => `满分 ${points}`,
    less: (name: string, step: string): string => `${name} 减 ${step} 分`,
    more: (name: string, step: string): string => `${name} 加 ${step} 分`,
    input: (name: string): string => `${name} 分数`,
    none: '未打分',
    total: '合计',
    check: '核对评分票',
    draft: '草稿已存在这部手机里',
    rated: (counts: { name: string; count: number }[]): string =>
      `您评过：${counts.map(({ name, count }) => `${name} ${count}`).join('　')}`,
    field,
    counted: (points: string, receipt: string): string =>
      `现在计入的是合计 ${points} 分的一张，回执码 ${receipt}`,
    closed: '这家已经锁票',
    notYet: '这家还没有上场',
    noBallot: '您没有给这家提交评分票',
    absent: '这家缺席，不作评分',
    voided: '您提交的评分票作废，不计入成绩。',
    recused: '这一家您回避，不用评分',
    recusedHow: '您与这家单位有关联，所以由其他考官评分。您仍可以听、可以提问。',
    declare: '我与这家有关联，要回避',
    declareHow: '回避后您不能给这家评分，今天不能改回。',
    declareYes: '确认回避',
    declareNo: '不回避',
  },
  readBack: {
    title: '请核对您给这家的评分',
    back: '返回修改',
    confirm: '确认提交',
    later: '提交后，锁票前还可以修改。',
    notOpen: '评分开始后才能提交，您填的已经存好。',
    replaces: '这一张会替换您先前提交的评分票。',
  },
  sent: {
    stored: '已保存在本机',
    storedTitle: '已保存在本机，正在提交',
    offlineTitle: '评分票已存好，在这部手机里',
    calm: '不用重填，也不用一直按。网络恢复后，手机会自动提交。',
    sending: '正在提交',
    waiting: '等待网络',
    waited: (seconds: number): string => `已等 ${seconds} 秒，请先别关这一页`,
    thenReceipt: '送达后显示回执码',
    staff: '工作人员看得到谁还没有提交。',
    tryNow: '再试一次',
    memory: '这部手机不能长期保存，送达之前请不要关掉这一页。',
    done: '评分票已送达',
    at: (time: string): string => `${time} 收到`,
    code: '回执码',
    canChange: '可修改至锁票',
    locked: '这家已锁票，不能再改。',
    what: '散会后，凭回执码可以查到这张票怎样计入成绩。回执上没有您的姓名。',
    refused: '评分票没有收下',
    again: '重新核对',
    home: '回到现场',
    of: (unit: string, points: string): string => `${unit}，合计 ${points} 分`,
  },
  closing: {
    wait: '再等一下',
    waits: '主持人已知',
  },
  rate: {
    title: '这次回答怎么样？',
    done: (rating: string): string => `已评“${rating}”，`,
    until: (seconds: number): string => `${seconds} 秒内可以改`,
    left: (seconds: number): string => `还有 ${seconds} 秒`,
    saved: (rating: string): string => `“${rating}”已保存在本机，正在提交`,
    recused: '这一家您回避，不用评价',
  },
  ask: {
    open: '我要提问',
    title: (unit: string): string => `向${unit}提问`,
    text: '您的问题',
    placeholder: '请写下您的问题',
    count: (length: number): string => `${length} / 200`,
    unit: '问哪一家',
    portfolio: '问哪方面',
    optional: '可以不选',
    member: '请谁回答',
    byPortfolio: '已按分管领域选好',
    noMember: '不指定',
    whoAnswers: (name: string): string => `由${name}回答`,
    otherMember: '换人',
    submit: '提交问题',
    empty: '请先写下您的问题',
    aloud: '举手提问',
    lower: '放下手',
    nobody: '现在没有可以提问的单位',
    moderated: '提交后由工作人员审核。',
  },
  questions: {
    title: '大家的提问',
    support: '附议',
    supported: '已附议',
    supports: (count: number): string => `${count} 人附议`,
    mine: '我的提问',
    to: (unit: string): string => `问${unit}`,
    stored: '已保存在本机，正在提交',
    declined: (why: string): string => `没有采用：${why}`,
    purged: '内容已清除',
  },
  records: {
    open: '我的记录',
    title: '我的记录',
    ballots: '我的评分票',
    none: '还没有',
    statuses,
    amended: '已按程序更正',
    assisted: '由工作人员协助填写',
    revision: (revision: number): string => `第 ${revision} 次提交`,
  },
  results: {
    open: '看成绩',
    title: '成绩',
    sofar: (count: number, of: number): string => `已公布 ${count} 家，共 ${of} 家`,
    rank: (rank: number): string => `第 ${rank} 名`,
    none: '还没有公布的成绩',
    points: (points: string): string => `${points} 分`,
    noResult: '没有有效成绩',
    deduction: (points: string): string => `扣 ${points} 分`,
  },
  member: {
    you: '请您回答',
    next: '接下来请您回答',
    first: '转给别人，对方接手之前仍由您负责。',
  },
  crowd: {
    satisfied: '您满意吗？',
    one: '一部手机一票，收票前可以改选',
    voted: (count: string): string => `已有 ${count} 人评价`,
    delivered: '已送达',
    stored: '已保存在本机',
    watch: '看现场',
    vote: '评价这一家',
  },
  notice: {
    about,
    of: (what: string, unit: string): string => `${unit}的${what}`,
    pending: (count: number): string => `${count} 件已保存在本机，网络恢复后自动提交`,
    pendingBallot: '评分票已保存在本机，正在提交',
    memory: '这部手机不能长期保存，送达之前请不要关掉这一页。',
  },
  elder: { name: '大字', how: '字更大，按钮更大' },
};

export type Phone = typeof zh;
