/** The scoring sheet: its editor, what is wrong with it, and what is worth knowing of it. */
import { formatPoints as f } from '../../../../assessment/decimal.ts';
import type { SheetAdvice, SheetAdviceCode } from '../../../../assessment/sheet-advice.ts';
import type { FormProblem } from '../../../lib/console/sheet/sheet-form.ts';

type About = Pick<FormProblem, 'value' | 'limit'>;
/** The compiler finds a code without words. */
export type ProblemWords = Record<FormProblem['code'], string | ((about: About) => string)>;
export type AdviceWords = Record<SheetAdviceCode, (about: SheetAdvice) => string>;

/** The field at the end of a path, `sheet.0.full` say. */
const FIELDS: Record<string, string> = {
  name: '名称',
  full: '满分',
  step: '打分间隔',
  stage: '环节',
  weight: '权重',
  worth: '折算',
  from: '分数线',
  id: '编号',
  minimum: '最少票数',
  drop: '各去几个',
};
const LISTS: Record<string, string> = {
  sheet: '评分项',
  categories: '考官类别',
  grades: '档次',
  'crowd.grades': '群众的选项',
  levels: '等次',
  crowd: '群众评价',
  trim: '去高去低',
  quorum: '有效票比例',
  tieBreak: '同分比较',
};

function place(path: string): string {
  const [, list = '', row, field] = /^([a-zA-Z.]+?)(?:\.(\d+))?(?:\.([a-z]+))?$/.exec(path) ?? [];
  if (row !== undefined) return `${LISTS[list] ?? ''}第 ${Number(row) + 1} 行的${FIELDS[field ?? ''] ?? ''}`;
  if (path === 'trim.from') return '去高去低的起算票数';
  const known = LISTS[path];
  return known ?? `${LISTS[list] ?? ''}的${FIELDS[field ?? ''] ?? ''}`;
}

const problems: ProblemWords = {
  'no-examiner-criterion': '至少要有一项由考官打分',
  'no-category': '至少要有一个考官类别',
  'no-grade': '至少要有一个档次',
  'id-malformed': '内部编号不合规则，请删掉这一行重加',
  'duplicate-id': '内部编号重复，请删掉这一行重加',
  'full-not-positive': '要大于 0',
  'full-too-large': ({ value = 0, limit = 0 }) => `满分合计 ${f(value)} 分，不能超过 ${f(limit)} 分`,
  'step-not-positive': '要大于 0',
  'step-does-not-divide': ({ value = 0, limit = 0 }) => `${f(value)} 不能整除满分 ${f(limit)}`,
  'weight-not-positive': '要大于 0',
  'worth-out-of-range': '要在 0 到 100 之间',
  'grade-not-exact': ({ value = 0, limit = 0 }) =>
    `满分 ${f(value)} 按 ${f(limit)}% 折算除不尽，请换一个满分或折算`,
  'stage-not-by': '与由谁打分不一致',
  'crowd-more-than-one': '群众评价只能有一项',
  'crowd-missing': '缺少群众评价的设置',
  'crowd-without-criterion': '没有群众评价这一项',
  'trim-too-small': ({ limit = 0 }) => `至少要满 ${limit} 票才去，否则没有剩下的票`,
  'quorum-out-of-range': '要在 0 到 1 之间',
  'levels-not-descending': ({ limit = 0 }) => `要比上一等的 ${f(limit)} 分低`,
  'tie-break-repeated': '不能重复',
  'not-a-number': '请填数字，小数最多两位',
  'not-a-count': '请填整数',
  'name-missing': '还没有填',
};

const advice: AdviceWords = {
  'full-not-hundred': ({ value = 0 }) =>
    `满分合计 ${f(value)} 分，不是 100 分。可以这样用，但请确认不是漏了一项。`,
  'weights-not-hundred': ({ value = 0 }) => `权重合计 ${f(value)}，不是 100。按占比计算，不影响计分。`,
  'name-repeated': () => '与上面一行同名，考官和结果里会分不清。',
  'many-steps': ({ value = 0 }) => `从 0 到满分有 ${value} 档，手机上要点很多下，可以把间隔放大。`,
  'no-full-grade': ({ value = 0 }) => `最高的一档只折算 ${f(value)}，谁也得不到满分。`,
  'category-empty': () => '名单上还没有这一类考官。',
  'category-hidden': ({ value = 0, limit = 0 }) =>
    `只有 ${value} 位考官。少于 ${limit} 位，各类别的平均分都不公布。`,
  'category-small': ({ value = 0 }) => `只有 ${value} 位考官，分数可能被猜出。`,
  'trim-nothing': () => '各去 0 个，等于不去。',
  'trim-never': ({ value = 0, limit = 0 }) =>
    `人数最多的一类也只有 ${value} 位，满 ${limit} 票才去，所以哪一类都不会去。`,
  'trim-some': ({ names = [], limit = 0 }) => `${names.join('、')}不到 ${limit} 位，不去高低；其余类别照去。`,
  'quorum-people': ({ value = 0, limit = 0 }) =>
    `按现在的名单，${limit} 人都到场时至少要收到 ${value} 张票，成绩才有效。`,
  'quorum-none': () => '没有要求，一张票也算有效。',
  'quorum-all': () => '要求全部收齐，有一人没有评分，成绩就无效。',
  'crowd-counted': () => '群众评价计入得分：一票是一个浏览器，不是一个人。大屏上会写明。',
  'crowd-minimum-low': () => '有一票就算，一个浏览器就能定下整个群众部分。',
  'tie-break-idle': () => '评分表里没有用来比较的部分，同分就并列。',
  'level-unreachable': ({ limit = 0 }) => `满分合计只有 ${f(limit)} 分，谁也到不了这一等。`,
  'level-open': ({ value = 0 }) => `${f(value)} 分以下没有等次。`,
};

const problemAt = (problem: FormProblem): string => {
  const words = problems[problem.code];
  return typeof words === 'string' ? words : words(problem);
};

export const sheet = {
  title: '评分表',
  assumption:
    '分值、权重和规则都是预设的假设，没有公开的“大考场”评分表可以照搬，请按本单位的方案改。收到第一张评分票以后不能再改。',
  frozen: {
    title: '评分表已经定下，不能再改。',
    ballot: (time: string, unit: string) => `${time} 收到了第一张评分票${unit ? `（${unit}）` : ''}。`,
    voice: (time: string, unit: string) => `${time} 收到了第一张群众评价${unit ? `（${unit}）` : ''}。`,
    why: '打出的分数按打分时的表计算，中途换表就不作数了。',
    rehearsal: '转为正式考场以后是新的开始，可以再改。',
    lost: '您刚才的修改没有保存，也不能再保存。',
  },
  presets: {
    title: '从预设开始',
    note: '预设里的数字都是假设，只是一个开头。考官类别和权重保持不变。',
    use: '用这一张',
    useOf: (name: string) => `用这一张：${name}`,
    used: (name: string) => `已放入“${name}”，还没有保存。里面的数字是假设，请逐项核对。`,
    undo: '撤回',
    names: { exam: '百分制考场', crowd: '群众评价计入', review: '述职评议', stars: '评星' },
    means: {
      exam: '述职 30，正面回应 20，言之有据 30，措施时限 20',
      crowd: '四项各 20，现场群众 20，不足 30 票不计',
      review: '德能勤绩廉各 20，选优秀、称职、基本称职、不称职',
      stars: '四项各 25，选五星到一星',
    },
    criteria: {
      exam: ['述职', '正面回应', '言之有据', '措施时限'],
      crowd: '现场群众评价',
      review: ['德', '能', '勤', '绩', '廉'],
      stars: ['服务群众', '环境设施', '制度运行', '特色亮点'],
    },
    grades: {
      review: ['优秀', '称职', '基本称职', '不称职'],
      stars: ['五星', '四星', '三星', '二星', '一星'],
    },
    levels: {
      exam: ['好', '较好', '一般', '较差'],
      review: ['优秀', '称职', '基本称职', '不称职'],
      stars: ['五星', '四星', '三星', '二星', '一星'],
    },
  },
  crowdNames: { satisfied: '满意', fair: '基本满意', unsatisfied: '不满意' },
  up: '上移',
  down: '下移',
  upOf: (name: string) => `上移：${name}`,
  downOf: (name: string) => `下移：${name}`,
  removeOf: (name: string) => `删除：${name}`,
  remove: '删除',
  row: (row: number) => `第 ${row} 行`,
  keepsPeople: (name: string, count: number) => `删除：${name}（还有 ${count} 人在这一类，先改名单）`,
  categories: '考官类别',
  category: '类别',
  weight: '权重',
  share: '占比',
  people: '人数',
  peopleCount: (count: number) => `${count} 人`,
  weightsAll: (weights: string, people: number) => `权重合计 ${weights}，名单上共 ${people} 人`,
  addCategory: '加一个类别',
  criteria: '评分项',
  input: '打分方式',
  inputs: { points: '打分', grades: '选档次' },
  criterion: '评分项',
  full: '满分',
  step: '打分间隔',
  stage: '环节',
  stages: { report: '述职', questioning: '质询', overall: '总体', crowd: '群众评价' },
  stageHint: '“述职”“质询”“总体”由考官打分；“群众评价”由现场群众评，最多一项。',
  addCriterion: '加一个评分项',
  fullMarks: (full: string) => `满分合计 ${full} 分`,
  grades: '档次',
  gradesHint: '得分是满分乘以折算。',
  grade: '档次',
  worth: '折算（满分为 100）',
  addGrade: '加一个档次',
  crowd: '群众评价',
  crowdMinimum: '最少票数',
  crowdMinimumHint: '不足就不计群众部分，考官部分按比例放大到总满分。',
  crowdGrades: '群众的选项',
  counting: '计分规则',
  trim: '去掉最高和最低',
  trimOf: '按什么去',
  trims: { total: '按总分，整张票去掉', criterion: '按每一项分别去' },
  trimDrop: '高低各去几个',
  trimFrom: '一类满几票才去',
  empty: '没有票的类别',
  empties: { reweight: '不计，其余类别按占比放大', zero: '按 0 分计' },
  quorum: '有效票至少占应到的',
  quorumOf: '有效票比例的分子',
  quorumOutOf: '有效票比例的分母',
  tieBreak: '同分时',
  ties: {
    'questioning,crowd': '先比质询部分，再比群众部分',
    'crowd,questioning': '先比群众部分，再比质询部分',
    questioning: '比质询部分',
    crowd: '比群众部分',
    '': '不比较，名次并列',
  } as Record<string, string>,
  deductions: '扣分（如超时）不在表里：锁票以后在“现场”页的“成绩”里逐笔登记，写明理由，最后从得分里减去。',
  levels: '等次',
  level: '等次',
  from: '分数线（含）',
  addLevel: '加一个等次',
  fullList: '最多 30 行。',
  /** What is wrong, said where it is. */
  problemAt: (problem: FormProblem) => `${problemAt(problem)}。`,
  /** The same, with its place before it. */
  problem: (problem: FormProblem) => `${place(problem.path)}：${problemAt(problem)}。`,
  advice: (one: SheetAdvice) => advice[one.code](one),
  tones: { wrong: '要改', look: '请看', fact: '' },
};
