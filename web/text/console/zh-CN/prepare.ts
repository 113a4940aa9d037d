/** The preparation of a meeting. */
const columns = {
  unit: '参评单位',
  street: '街道',
  name: '姓名',
  post: '职务',
  portfolios: '分管领域',
  category: '类别',
  employer: '所在单位',
  recusals: '回避单位',
};
export type PasteWords = {
  row: number;
  column: string;
  code: 'empty' | 'unknown' | 'too-long' | 'twice';
  value: string;
};
const columnName = (key: string): string => (columns as Record<string, string>)[key] ?? key;

export const paste = {
  open: '从电子表格粘贴',
  label: (names: readonly string[]) => `在电子表格里选中这几列复制，粘贴在这里：${names.join('、')}`,
  found: (rows: number, problems: number) =>
    problems === 0
      ? `读到 ${rows} 行，没有问题。`
      : `读到 ${rows} 行，有 ${problems} 处问题，改好以后再放入。`,
  replace: '替换整张名单',
  append: '加到名单后面',
  problem: ({ row, column, code, value }: PasteWords) => {
    const where = `第 ${row} 行“${columnName(column)}”`;
    if (code === 'empty') return `${where}：没有填。`;
    if (code === 'too-long') return `${where}：太长了。`;
    if (code === 'twice') return `${where}：“${value}”出现了两次。`;
    return `${where}：没有“${value}”，请核对名单里的写法。`;
  },
  headings: {
    unit: ['参评单位', '单位', '单位名称', '名称'],
    street: ['街道', '所属街道'],
    name: ['姓名'],
    post: ['职务'],
    portfolios: ['分管领域', '分管'],
    category: ['类别', '考官类别'],
    employer: ['所在单位', '工作单位'],
    recusals: ['回避单位', '回避'],
  } as Record<string, string[]>,
};

export const prepare = {
  title: '准备',
  sectionsLabel: '准备事项',
  sections: {
    info: '名称与时间',
    units: '参评单位',
    members: '班子成员',
    sheet: '评分表',
    examiners: '考官',
    settings: '流程与公布',
    ready: '检查就绪',
  },
  readOnly: '您的角色只能查看。',
  leave: '有没保存的修改，要离开吗？',
  columns,
  cell: (row: number, column: string) => `第 ${row} 行${column}`,
  remove: '删除',
  removeOf: (name: string) => `删除：${name}`,
  onlyWrong: (count: number) => `只看有问题的 ${count} 行`,
  shown: (count: number, all: number) => `找到 ${count} 行，共 ${all} 行`,
  showMore: (count: number) => `再显示 ${count} 行`,
  nobodyFound: '没有找到。',
  problems: '保存前要改好',
  saveOf: (title: string) => `保存${title}`,
  discard: '放弃修改',
  unsaved: '有没保存的修改',
  saved: '已保存',
  behind: '别人刚刚保存了另一个版本。保存会盖掉它。',
  takeTheirs: '改用别人的版本',
  unitsFirst: '请先保存参评单位。',
  categoriesFirst: '请先保存评分表里的考官类别。',
  info: { title: '名称与时间' },
  units: {
    find: '找单位：名称、拼音或首字母',
    title: '参评单位',
    hint: '名单的次序就是抽签时的编号次序。',
    add: '加一家单位',
  },
  members: {
    find: '找人：姓名、拼音、首字母或领域',
    title: '班子成员',
    hint: '分管领域用顿号隔开；提问按分管领域找到人，找不到就由书记回答。',
    only: '只看',
    all: (count: number) => `全部 ${count} 人`,
    add: '加一位成员',
  },
  examiners: {
    find: '找人：姓名、拼音或首字母',
    title: '考官名单',
    hint: '回避单位写参评单位的名称，用顿号隔开。',
    add: '加一位考官',
    all: (count: number) => `共 ${count} 位。`,
    count: (name: string, count: number) => `${name} ${count}`,
  },
  settings: {
    title: '流程与公布设置',
    identity: '记名方式',
    identities: { signed: '记名', anonymous: '无记名' },
    signedMeans: '凭证对应到人，回避由系统把关，丢了可以换发。',
    anonymousMeans: '不记谁拿了哪张凭证：回避由考官自己声明，到场只能按类别清点，丢了的凭证作废另发。',
    publish: '得分何时公布',
    publishes: {
      'at-once': '锁票后由主持公布',
      'after-next': '下一家锁票后公布上一家',
      ceremony: '最后统一揭晓',
    },
    publication: '会后公开到哪一步',
    publications: { results: '只公开结果', inclusion: '结果和计入的回执码', full: '整个计票包' },
    fullWarning: '人数少的类别，公开整个计票包可能让人猜出是谁打的分。',
    stages: '上场的阶段',
    stagesHint: '评分、锁票和公布总是有的。',
    questions: '提问',
    crowdAsks: '现场群众可以提问（都要审核）',
    moderateExaminers: '考官的提问也要审核',
    timesTitle: '时间',
    timesHint: '写成 分:秒，如 8:00。时间到了不会自动收场，只显示超时。',
    times: {
      report: '述职',
      reportWarn: '述职提醒（剩余）',
      answer: '一次回答',
      answerWarn: '回答提醒（剩余）',
      scoring: '评分',
      grace: '宽限',
      rating: '评价回答',
    },
    timeWrong: (time: string) => `${time}：请写成 分:秒，如 8:00。`,
  },
  official: {
    title: '转为正式',
    alongTitle: '带走',
    along: {
      units: (count: number) => `参评单位 ${count} 家`,
      members: (count: number) => `班子成员 ${count} 人`,
      examiners: (count: number) => `考官 ${count} 位`,
      sheet: '评分表和设置',
      passes: (count: number) => `凭证 ${count} 张，考场码不变`,
      phones: (count: number) => `已登记的手机 ${count} 部，不用再扫`,
      screens: (count: number) => `大屏 ${count} 块`,
      scrutineers: (names: readonly string[]) =>
        names.length === 0 ? '监票人：没有选定' : `监票人：${names.join('、')}`,
    },
    behindTitle: '留在演练里',
    behind: {
      draws: (count: number) => `抽签 ${count} 次`,
      questions: (count: number) => `提问 ${count} 条`,
      hands: (count: number) => `举手 ${count} 位`,
      ballots: (count: number) => `评分票 ${count} 张`,
      late: (count: number) => `迟到封存的票 ${count} 张`,
      votes: (count: number) => `群众评价 ${count} 个`,
      results: (count: number) => `成绩 ${count} 家`,
      amendments: (count: number) => `更正 ${count} 项`,
      deductions: (count: number) => `扣分 ${count} 项`,
    },
    nothingBehind: '演练里还没有抽签、提问、评分票和成绩。',
    never: '演练会归档，随时可以查看。转为正式以后，不能再变回演练；监票人也就此定下。',
    go: '转为正式考场',
    confirm: '确认转为正式',
    isOfficial: '这是正式考场。',
    rehearsalAt: '正式以前的演练已归档：',
    rehearsalLook: (code: string) => `查看演练（${code}）`,
    rehearsalGone: '正式以前的演练已经删除。',
    notYet: '考场正在进行，结束以后才能转为正式。',
  },
  ready: {
    title: '准备就绪检查',
    done: '好',
    missing: '缺',
    open: '可补',
    units: (count: number) => `参评单位 ${count} 家`,
    members: (count: number) => `班子成员 ${count} 人`,
    examiners: (count: number) => `考官 ${count} 位`,
    passes: (count: number) => `考官凭证 ${count} 张`,
    sheetFine: '评分表没有问题',
    sheetWrong: (count: number) => `评分表有 ${count} 处问题`,
    phase: (phase: string) => `考场现在：${phase}`,
    ready: '准备就绪',
    draft: '退回筹备',
    toLive: '去现场',
  },
};
