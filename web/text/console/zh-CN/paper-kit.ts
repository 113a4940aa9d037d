import { formatPoints } from '../../../../assessment/decimal.ts';
import { examinersFullMarks, fullMarks, type Category, type Scoring } from '../../../../assessment/sheet.ts';

const points = formatPoints;
/** 纸上写的是会场的时间。 */
const moment = new Intl.DateTimeFormat('zh-CN', {
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Asia/Shanghai',
});
/** 分类平均，按权重相加：每一类写成“名称 × 权重”。 */
const weighted = (categories: readonly Category[]): string =>
  categories.map(({ name, weight }) => `${name} × ${points(weight)}`).join(' ＋ ');
const sumOf = (categories: readonly Category[]): string =>
  points(categories.reduce((sum, { weight }) => sum + weight, 0));
const questioningNames = ({ sheet }: Scoring): string =>
  sheet
    .filter(({ by, stage }) => by === 'examiners' && stage === 'questioning')
    .map(({ name }) => name)
    .join('、');

function trimmed(scoring: Scoring): string {
  const { trim } = scoring;
  if (!trim) return '不去掉高分和低分，全部计入。';
  const { of, drop, from } = trim;
  if (of === 'criterion')
    return `一类交票满 ${from} 张的，每一项各自去掉 ${drop} 个最高分和 ${drop} 个最低分；不满 ${from} 张的不去。`;
  const tie = questioningNames(scoring);
  return `一类交票满 ${from} 张的，按合计去掉最高的 ${drop} 张和最低的 ${drop} 张，整张不计；不满 ${from} 张的不去。${
    tie ? `合计相同时，质询项（${tie}）之和高的算高。` : ''
  }`;
}

function means({ trim }: Scoring): string {
  return trim?.of === 'criterion'
    ? '每一项：留下的分数相加 ÷ 留下的个数；各项相加就是这一类的平均。'
    : '这一类的平均 ＝ 留下的票合计相加 ÷ 留下的张数。';
}

function weights({ categories, empty }: Scoring): string {
  const rest =
    empty === 'reweight'
      ? '一张票也没有的类别不写进来，除数里也减去它的权重。'
      : '一张票也没有的类别按 0 算，除数不变。';
  return `考官分 ＝（${weighted(categories)}）÷ ${sumOf(categories)}，式中写各类的平均。${rest}`;
}

function crowd(scoring: Scoring): string[] {
  const criterion = scoring.sheet.find(({ by }) => by === 'crowd');
  if (!scoring.crowd || !criterion) return [];
  const { grades, minimum } = scoring.crowd;
  const votes = grades.map(({ name, worth }) => `${name}票数 × ${points(worth)}`).join(' ＋ ');
  return [
    `群众分 ＝ ${points(criterion.full)} ×（${votes}）÷（100 × 总票数）。总票数不到 ${minimum} 的，不计群众分，考官分 × ${points(
      fullMarks(scoring),
    )} ÷ ${points(examinersFullMarks(scoring))}。`,
  ];
}

function ties({ tieBreak }: Scoring): string {
  const by = tieBreak.map((one) => (one === 'questioning' ? '质询部分' : '群众分'));
  return `按得分排名。得分相同的${by.length > 0 ? `先后比${by.join('、')}，` : ''}仍相同的并列，后面的名次空出来（1、2、2、4）。`;
}

export const paperKit = {
  title: '纸面材料',
  about:
    '手机、网络、电脑全都用不了的那一天，照这套纸面材料也能把会开完。内容取自本场会议的评分表和名单，改了评分表要重新打印。',
  link: '纸面材料（空白评分票、计票表、应急流程、签到表）',
  parts: '打印哪些',
  partNames: {
    procedure: '应急流程',
    order: '上场顺序表和签条',
    signIn: '考官签到表',
    ballots: '空白评分票',
    tally: '计票表',
    crowd: '群众满意度计票表',
    result: '结果签字页',
  },
  partNotes: {
    procedure: '一页：谁做什么，事后怎样录入',
    order: '抽签、时间和收票张数',
    signIn: '每类一份，留空行',
    ballots: '每家单位、每类考官一叠',
    tally: '每家单位一份，附算法',
    crowd: '画“正”字',
    result: '名次、指纹，三人签字',
  },
  unit: '参评单位',
  allUnits: (count: number) => `全部 ${count} 家`,
  category: '考官类别',
  allCategories: (count: number) => `全部 ${count} 类`,
  spares: '每叠多印备用票',
  sparesWrong: '请填 0 到 20',
  perPage: '评分票大小',
  sizes: { 4: '一页 4 张（A6）', 2: '一页 2 张（A5）', 1: '一页 1 张（A4）' },
  preview: (pages: number) => `预览 ${pages} 页`,
  nothing: '请先选要打印的',
  noUnits: '还没有参评单位，先到“准备”里填名单。',
  noExaminers: '还没有考官名单，评分票只按备用张数印。',
  toPrepare: '去准备',
  many: (pages: number) => `共 ${pages} 页，可以按单位或类别分几次打印。`,
  printing: '打印纸面材料',
  print: '打印',
  close: '收起预览',
  sheet: 'A4 纸，缩放 100 %，不要页眉页脚，黑白即可。',
  page: (page: number, pages: number) => `第 ${page} 页，共 ${pages} 页`,
  ballot: {
    title: '评分票',
    pass: '凭证号',
    signature: '签名',
    full: (full: string, step: string) => `满分 ${full}，${step} 一档`,
    worth: (full: string) => `满分 ${full}`,
    grades: '选一档，在方格里打勾',
    total: (full: string) => `合计（满分 ${full}）`,
    recused: '本人应当回避这一家，不评分。',
    mend: '填错了：画一道横线，在旁边重写，并在改动处写上凭证号。涂抹得看不清的，请换一张备用票。',
    anonymous: '无记名，请不要写姓名。',
  },
  tally: {
    title: '计票表',
    part: (from: number, to: number) => `第 ${from} 至 ${to} 项`,
    category: (name: string, examiners: number) => `${name}（应到 ${examiners} 位）`,
    goesOn: '（接上页）',
    nth: '票',
    pass: '凭证号',
    total: '合计',
    questioning: '质询',
    dropped: '去掉',
    kept: '留下的相加',
    count: '留下张数',
    mean: '平均',
    signed: '计票人甲　　　　　计票人乙　　　　　监票人',
    sum: '汇总表',
    columns: {
      category: '考官类别',
      weight: '权重',
      eligible: '应交',
      counted: '计入',
      dropped: '去掉',
      kept: '留下',
      sum: '留下相加',
      mean: '平均',
      weighted: '平均 × 权重',
      questioning: '质询平均',
    },
    all: '合计',
    lines: {
      quorum: '计入 ÷ 应交',
      examiners: '考官分',
      crowd: '群众分',
      deduction: '扣分（事由）',
      score: '最后得分',
      questioning: '质询部分',
      level: '等次',
      rank: '名次',
    },
    how: '怎样算',
    /** 按本场评分表，S2 到 S10、B5、K1 逐条。 */
    steps: (scoring: Scoring): string[] => [
      `每张票的合计 ＝ 各项得分相加（满分 ${points(examinersFullMarks(scoring))}）。勾了“回避”的不是评分票，不计；少填一项的整张无效，监票人在票上签字。`,
      `计入的票 ÷ 应交的人数，不到 ${scoring.quorum.of}/${scoring.quorum.outOf} 的，这一家没有有效成绩。应交 ＝ 到场、没有回避、没有提前离场的考官。`,
      trimmed(scoring),
      means(scoring),
      weights(scoring),
      ...crowd(scoring),
      ...(questioningNames(scoring)
        ? [`质询部分：只取${questioningNames(scoring)}，用同样留下的票和权重再算一遍，只用来区分同分。`]
        : []),
      '最后减去扣分，最低为 0。中间各步保留分数（几分之几），只在最后四舍五入到两位小数。',
      ties(scoring),
    ],
  },
  order: {
    title: '上场顺序表',
    how: '抽签：把签条裁开折好放进箱子，各单位按名单次序各抽一张，监票人当场填写。',
    columns: {
      nth: '序',
      unit: '参评单位',
      turn: '签号',
      begins: '开始',
      ends: '结束',
      handed: '发出票',
      back: '收回票',
      sealed: '封存时间',
    },
    witness: '主持人　　　　　　　　监票人　　　　　　　　在场群众代表',
    slips: '签条',
    slip: (number: number) => `${number}`,
  },
  signIn: {
    title: '考官签到表',
    columns: {
      nth: '序',
      pass: '凭证号',
      name: '姓名',
      signature: '签名',
      came: '到场时间',
      left: '离场时间',
    },
    anonymous: '无记名会议：凭证当场随机抽取，这张表不写凭证号。',
    sum: '实到　　　　　人　　　　签到人　　　　　　　　监票人',
  },
  crowd: {
    title: '群众满意度计票表',
    how: '一位群众一票，用手机评过的不再投。每票画一笔，五票一个“正”字；计票人和监票人核对后写总数。',
    count: '票数',
    total: '总票数',
    worth: (worth: string) => `折 ${worth} %`,
    signed: '计票人　　　　　　　　监票人　　　　　　　　时间',
  },
  result: {
    title: '结果签字页',
    states: { provisional: '公示结果', final: '最终结果' },
    provisional: (since: number, until: number, days: number) =>
      days === 0
        ? `${moment.format(since)}公布，不设公示期，等待定为最终结果。`
        : `${moment.format(since)}公示，公示期到 ${moment.format(until)}，共 ${days} 天。`,
    final: (since: number, at: number, early: boolean) =>
      `${moment.format(since)}公示，${moment.format(at)}${early ? '提前' : ''}定为最终结果。`,
    none: '系统里还没有已经公布的成绩：名次和得分请照汇总表手写。',
    some: (shown: number, all: number) => `已公布 ${shown} 家，共 ${all} 家。`,
    columns: { rank: '名次', unit: '参评单位', score: '得分', level: '等次' },
    unranked: '不排名',
    head: (length: string) => `会议记录共 ${length} 条，末条指纹`,
    headAt: (time: string) => `${time} 取自会议记录`,
    noHead: '会议记录的条数和末条指纹',
    check: '核对：npm run verify -- 数据文件夹 --head 条数:指纹',
    roles: ['主持人', '监票人', '计票人'],
    date: '　　　　年　　月　　日',
    signHere: '签字',
  },
  procedure: {
    title: '应急流程',
    when: '手机、网络或电脑用不了，十分钟内恢复不了，由主持人宣布改用纸面办法，监票人记下时间。只是个别手机用不了的，在“纸票”页给那几位发纸票就行。',
    people: '四个人',
    roles: [
      ['主持人', '宣布改用纸面办法，按上场顺序表掌握时间'],
      ['发票员', '按类别清点到场考官，发票、收票，登记张数'],
      ['监票人', '保管备用票，全程看票、看封、看算，有争议由他记录'],
      ['计票人甲、乙', '一人念一人写，写完对调复核；事后各录一遍'],
    ],
    steps: [
      {
        title: '一、开始以前',
        lines: [
          '签到：考官在签到表上签名，写到场时间。记下每类到场人数。',
          '定顺序：用签条抽签，结果填进上场顺序表，当场念一遍。',
        ],
      },
      {
        title: '二、每家单位',
        lines: [
          '评分前，到场考官一人一张这一家的评分票。发出几张，记在上场顺序表上。',
          '考官写凭证号，逐项写分。应当回避的勾“回避”交回。填错的按票上的办法改，或换备用票。',
          '收票：监票人和一位计票人当面点数，发出 ＝ 收回 ＋ 没有交的。装进信封，写单位、类别、张数、时间，两人在封口上签名。',
          '收齐以后不再补交。迟到的票另装一封，写明“迟到”，不计入。',
        ],
      },
      {
        title: '三、计票和公布',
        lines: [
          '监票人启封，计票人按计票表算，对调复核，三人签字。算法印在汇总表上，与本场评分表一致。',
          '主持人公布得分和名次，结果签字页三人签字，复印件当场给需要的人。',
        ],
      },
      {
        title: '四、恢复以后录入系统（两个人，各用自己的账号）',
        lines: [
          '打开同一场会议（同一个数据文件夹，或最近的备份）。按实际上场顺序，一家一家录。',
          '用红色按钮把这一家走到“评分”。系统记的是录入的时间；当天的时间以上场顺序表为准。没有来的单位点“缺席”。',
          '“签到”页：到场却没交票的点到场；勾了回避的，录这一家时先记离场，锁票后再记到场。',
          '“纸票与平板”页：按凭证号发纸票；第一个人录一遍，第二个人换自己的账号再录一遍。两遍一致才算数，不一致的对照纸票更正。',
          '全部“两遍一致”再锁票。锁票以后才录完的会被当作迟到票封存，不计入。',
          '系统算出的得分应与汇总表一致；不一致的，启封重新核对，以原票为准。纸票封存至公示期满。',
        ],
      },
    ],
    crowdCounted:
      '群众满意度的纸面计票：用手机评过的群众不再画票。录入也在“纸票与平板”页，同样两个人各录一遍，锁票以前两遍一致的才计入；与手机上的票相加，两部分分开写明。',
    crowdShown: '群众满意度只展示、不计分，纸面统计不用录入。',
  },
};
