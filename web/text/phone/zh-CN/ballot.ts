import type { ScoreProblemCode } from '../../../../assessment/sheet-check.ts';

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

export const ballot = {
  name: '评分票',
  open: '评分票',
  fill: '填评分票',
  change: '修改评分票',
  receipt: '看回执',
  progress: '看提交情况',
  hint: '按减号从满分减起，也可以点方框写分数',
  how: (full: string, step: string): string => `满分 ${full}，按一下 ${step} 分`,
  full: (points: string): string => `满分 ${points}`,
  points: (points: string): string => `${points} 分`,
  single: '逐项打分',
  whole: '一页全部',
  nth: (place: number, of: number): string => `第 ${place} 项，共 ${of} 项`,
  previous: '上一项',
  next: '下一项',
  spoken: (unit: string, nth: string, name: string, full: string, given: string | null): string =>
    `${unit}。${nth}。${name}，满分${full}。${given === null ? '还没有打分。' : `您打了${given}。`}`,
  less: (name: string, step: string): string => `${name} 减 ${step} 分`,
  more: (name: string, step: string): string => `${name} 加 ${step} 分`,
  total: '合计',
  check: '核对评分票',
  rated: (counts: { name: string; count: number }[]): string =>
    `您评过：${counts.map(({ name, count }) => `${name} ${count}`).join('　')}`,
  field,
  counted: (points: string, receipt: string): string =>
    `现在计入的是合计 ${points} 分的一张，回执码 ${receipt}`,
  closed: '这家已经锁票',
  notYet: '这家还没有上场',
  gone: '您已登记离场',
  goneHow: '现在不能评分，填了的还在这部手机上。要接着参加，请工作人员为您签到。',
  noBallot: '您没有给这家提交评分票',
  kept: (points: string): string => `您填过的还在这部手机里，合计 ${points} 分，锁票前没有提交，没有计入。`,
  keptHow: '如有疑问，请告诉工作人员。',
  absent: '这家缺席，不作评分',
  voided: '您提交的评分票作废，不计入成绩。',
  recused: '这一家您回避，不用评分',
  paper: '这一家您用纸票评分',
  paperHow: '请把填好的纸票交给工作人员，由两位工作人员录入。下一家照常在手机上评分。',
  recusedHow: '您与这家单位有关联，所以由其他考官评分。您仍可以听、可以提问。',
  declare: '我与这家有关联，要回避',
  declareHow: '回避后您不能给这家评分，今天不能改回。',
  declareYes: '确认回避',
  declareNo: '不回避',
};

export const readBack = {
  title: '请核对您打的分',
  fix: (criterion: string): string => `修改${criterion}`,
  spoken: (unit: string, items: string[], total: string): string =>
    `请核对。您给${unit}打的分是：${items.join('，')}。合计${total}。没有错，请按“确认提交”。要改，请按“返回修改”。`,
  back: '返回修改',
  confirm: '确认提交',
  later: '提交后，锁票前还可以修改。',
  notOpen: '评分开始后才能提交，您填的已经存好。',
  replaces: '这一张会替换您先前提交的评分票。',
};

export const sent = {
  stored: '已保存在本机',
  storedTitle: '已保存在本机，正在提交',
  offlineTitle: '评分票已存好，在这部手机里',
  calm: '不用重填，也不用再按，有了网络会自动提交。',
  sending: '正在提交',
  waiting: '等待网络',
  waited: (seconds: number): string => `已等 ${seconds} 秒`,
  thenReceipt: '送达后显示回执码',
  staff: '工作人员看得到谁还没有提交。',
  tryNow: '再试一次',
  memory: '这部手机不能长期保存，送达之前请不要关掉这一页。',
  done: '评分票已送达',
  at: (time: string): string => `${time} 收到`,
  code: '回执码',
  canChange: '可修改至锁票',
  locked: '这家已锁票，不能再改。',
  what: '散会后，凭回执码可以查这张票怎样计入成绩。上面没有您的姓名。',
  refused: '评分票没有收下',
  late: '评分票到晚了一步',
  lateHow: '您打的分没有丢。要不要补计，由主持人和监票人按程序决定。',
  superseded: '这一张没有替换成',
  spoken: (unit: string, total: string): string =>
    `评分票已送达。您给${unit}打了${total}。回执码在这一页上，不用抄，这部手机会记着。`,
  again: '重新核对',
  home: '回到现场',
  of: (unit: string, points: string): string => `${unit}，合计 ${points} 分`,
};

export const closing = {
  wait: '再等一下',
  soon: '快要锁票了。还没打完，请按这里。',
  told: '主持人已经知道您还在填，不用急。',
};
