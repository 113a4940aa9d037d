/** 结果报告的用语，文体从公文。 */
const date = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeZone: 'Asia/Shanghai' });
const clock = new Intl.DateTimeFormat('zh-CN', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Asia/Shanghai',
});
const moment = (ms: number): string => `${date.format(ms)}${clock.format(ms)}`;
const DIGITS = '〇一二三四五六七八九';

/** 1 至 999 的汉字数字。 */
function numeral(value: number): string {
  if (value >= 100) {
    const rest = value % 100;
    const tail = rest === 0 ? '' : `${rest < 10 ? '〇' : rest < 20 ? '一' : ''}${numeral(rest)}`;
    return `${DIGITS[Math.floor(value / 100)]}百${tail}`;
  }
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const ten = tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS[tens]}十`;
  return `${ten}${ones === 0 && tens > 0 ? '' : DIGITS[ones]}`;
}

/** 480000 毫秒是 8 分钟，30000 毫秒是 30 秒。 */
function span(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  return [minutes > 0 ? `${minutes}分${rest > 0 ? '' : '钟'}` : '', rest > 0 ? `${rest}秒` : '']
    .filter(Boolean)
    .join('');
}

export const wordZhCN = {
  heading1: (at: number, text: string) => `${numeral(at)}、${text}`,
  heading2: (at: number, text: string) => `（${numeral(at)}）${text}`,
  item: (at: number, text: string) => `${at}. ${text}`,
  /** 公文的汉字与数字之间不留空格。 */
  tight: (text: string) =>
    text.replace(/([\p{Script=Han}，；：、（]) (?=\d)|(\d%?) (?=[\p{Script=Han}，；：、）。])/gu, '$1$2'),
  moment,
  result: (state: 'provisional' | 'final', at: number) =>
    state === 'final' ? `（最终结果，${moment(at)}确定）` : `（公示结果，公示至${moment(at)}）`,
  clock: (ms: number) => clock.format(ms),
  name: '评议结果报告',
  demo: '演示数据',
  demoSaid: '本报告所列单位、人员和分数均为虚构的演示数据。',
  rehearsal: '演练',
  rehearsalSaid: '本场为演练，结果不作为任何评定的依据。',
  subtitle: (parts: string[]) => `（${parts.join('　')}）`,
  headings: {
    purpose: '目的',
    course: '过程',
    ranking: '结果',
    units: '各参评单位情况',
    corrections: '扣分与更正',
    check: '核验',
  },
  purpose: (title: string, when: string, where: string, categories: string[]) =>
    `为检验参评单位履职实效，请${categories.join('、') || '考官'}当面听、当面问、当面评，${when}${where ? `在${where}` : ''}举行“${title}”。现将评议结果报告如下。`,
  course: {
    when: '时间与单位',
    stages: '流程',
    examiners: '考官',
    lots: '抽签',
    rules: '计分办法',
    opened: (at: string) => `考场于${at}开始`,
    closed: (at: string) => `，${at}结束`,
    open: '，尚未结束，本报告为阶段性结果',
    notOpened: '考场尚未开始',
    units: (all: number, locked: number) =>
      locked === all
        ? `。参评单位${all}家，均已锁票，上场顺序如下。`
        : `。参评单位${all}家，已锁票${locked}家，上场顺序如下。`,
    turns: { place: '顺序', unit: '参评单位', began: '上场', locked: '锁票', note: '备注' },
    absent: '未到场',
    step: { reporting: '述职', questioning: '现场质询', scoring: '评分', closing: '锁票前宽限' },
    timed: (stage: string, time: string) => `${stage}（${time}）`,
    answer: (stage: string, time: string) => `${stage}（每问答复${time}）`,
    span,
    stagesOf: (stages: string[]) =>
      `每家单位依次经过${stages.join('、')}。锁票以前任何人看不到分数；锁票以后评分票不再改动，确需更正的，须说明理由，由主持方提出、监票人确认，并列入本报告。`,
    examinersOf: (invited: number, came: number, parts: string[], signed: boolean) =>
      `应到考官${invited}名，实到${came}名，其中：${parts.join('；')}。评分${signed ? '凭记名凭证进行，评分票以回执码标识，不列姓名' : '凭无记名凭证进行'}。`,
    category: (name: string, invited: number, came: number) => `${name}${invited}名、实到${came}名`,
    scrutineers: (names: string[]) => `监票人：${names.join('、')}。`,
    drawn: (commitment: string, number: number) =>
      `上场顺序由抽签决定：抽签前在大屏上公布承诺值（${commitment}…），现场群众报数${number}，抽签后公布密钥，任何人都可以重做一遍。`,
    abandoned: (count: number) => `另有${count}次抽签作废，记录一并保留。`,
    notDrawn: '上场顺序由主办方排定，未抽签。',
    rule: (what: string, how: string) => `${what}：${how}。`,
  },
  ranking: {
    summary: (all: number, valid: number) => `参评单位${all}家，有效成绩${valid}家，名次如下。`,
    note: (unit: string, note: string) => `${unit}：${note}。`,
  },
  unit: {
    placed: (rank: number, score: string, level: string | null) =>
      `名次第${rank}，得分${score}分${level === null ? '' : `，等次“${level}”`}。`,
    notPlaced: (why: string) => `${why}。`,
    ballots: (eligible: number, returned: number, counted: number, voided: number, late: number) =>
      `应评考官${eligible}名，收回评分票${returned}张，计入${counted}张，作废${voided}张${late > 0 ? `；另有迟到${late}张，封存备查` : ''}。`,
    votes: (votes: string[], paper: number) =>
      `现场群众评价：${votes.join('，')}${paper > 0 ? `（其中纸面计票${paper}人）` : ''}。`,
    vote: (name: string, count: number) => `${name}${count}人`,
    parts: { criterion: '评分项', full: '满分', points: '得分' },
    means: { category: '考官类别', counted: '计入票', kept: '去高低后', mean: '平均分' },
    small: '有的考官类别不足3 张评分票，不列各类别平均分。',
    questions: '质询与答复',
    asked: (text: string, asker: string) => `${asker}问：${text}`,
    answered: (who: string, ratings: string[]) =>
      `${who}答复${ratings.length > 0 ? `；考官评价：${ratings.join('，')}` : ''}。`,
    notAnswered: (who: string) => `${who}负责答复。`,
    rating: (name: string, count: number) => `${name}${count}人`,
    noQuestions: '本单位没有问到的问题。',
    promises: '承诺事项',
    promise: (text: string, who: string, due: string, state: string) =>
      `${text}（负责人：${who}；期限：${due}前；${state}）`,
    due: (year: string, month: number, day: number) => `${year}年${month}月${day}日`,
    noPromises: '本单位没有承诺事项。',
  },
  corrections: { intro: '锁票以后的扣分与更正如下，均有理由，并有经办人。', none: '没有扣分，也没有更正。' },
  check: {
    journal: (length: number) =>
      `本场会议的全部操作逐条记录，共${length}条，前后相连，改动任何一条都会改变最后一条的指纹。本报告所据记录最后一条的指纹（SHA-256）为：`,
    recount:
      '凭计票包，任何人都可以在自己的电脑上重新计算，所得名次和分数应与本报告完全相同；如有不同，请向主办方提出。',
  },
  signatures: { host: '主持人', scrutineer: '监票人', teller: '计票人', date: '年　　月　　日' },
  colon: '：',
  and: '、',
};

export type WordText = typeof wordZhCN;
