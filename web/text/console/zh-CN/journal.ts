import { momentOf } from '../../../../assessment/days.ts';
import { formatPoints } from '../../../../assessment/decimal.ts';
import type { EntryType } from '../../../../assessment/decide.ts';
import type { JournalKind } from '../../../../assessment/journal-told.ts';
import type { JournalLine, JournalPass } from '../../../../assessment/view-journal.ts';
import { zh as common } from '../../common.zh-CN.ts';

const from = (words: Record<string, string>, key: unknown): string =>
  words[String(key)] ?? (key == null ? '…' : String(key));

/** 党员代表 03 张三 */
export const passWords = (pass: JournalPass | null): string =>
  pass ? [pass.category, pass.number, pass.name].filter(Boolean).join(' ') : '一位考官';

const unit = (line: JournalLine): string => line.unit?.name ?? '一家单位';
const pass = (line: JournalLine): string => passWords(line.pass);
const asked = (line: JournalLine): string => (line.question === null ? '一个问题' : `“${line.question}”`);
const said = (line: JournalLine): string => (line.text === null ? '' : `：${line.text}`);
const because = (line: JournalLine): string => (line.text === null ? '' : `，理由：${line.text}`);
const seconds = (ms: unknown): string => {
  const all = Math.round(Math.abs(Number(ms ?? 0)) / 1000);
  const [minutes, rest] = [Math.floor(all / 60), all % 60];
  if (all === 0) return '不到 1 秒';
  return minutes === 0 ? `${rest} 秒` : rest === 0 ? `${minutes} 分钟` : `${minutes} 分 ${rest} 秒`;
};
const moment = (at: unknown): string => {
  const { year, month, day, clock } = momentOf(Number(at));
  return `${year}年${month}月${day}日 ${clock}`;
};
const corrected = ({ facts }: JournalLine): string =>
  Number(facts.points) === 0 ? '取消' : `扣 ${formatPoints(Number(facts.points))} 分`;
const clocks = { stage: '本阶段', answer: '回答' };
const purposes = { order: '上场顺序', questioner: '提问人', question: '问题' };
const confirmations = {
  questioner: '提问人确认',
  aloud: '提问人当场说对，主持代为确认',
  absent: '提问人不在场，主持代为确认',
};
const amendmentKinds = { void: '作废', replace: '改分', admit: '补计' };
const screens = (line: JournalLine): string => (line.pass ? `大屏 ${line.pass.number}` : '全部大屏');

/** One sentence an entry; the compiler finds a type without one. */
const entries: Record<EntryType, (line: JournalLine) => string> = {
  'meeting-created': ({ facts }) => `建立考场（${from(common.modes, facts.mode)}）`,
  'meeting-described': (line) => `写下考场名称${said(line)}`,
  'settings-set': () => '保存考场设置',
  'meeting-phase': (line) => `考场改为“${from(common.phases, line.facts.to)}”${because(line)}`,
  'meeting-paused': (line) => `考场暂停${said(line)}`,
  'meeting-resumed': () => '考场继续',
  'scrutineers-set': (line) => `指定 ${line.facts.count} 位监票人${said(line)}`,
  'checklist-ticked': ({ facts }) => (facts.done ? '在开场检查里打了一个勾' : '取消开场检查里的一个勾'),
  'journal-restored': () => '从备份恢复，备份之后的记录已经没有了',
  'keep-days-set': ({ facts }) =>
    Number(facts.days) === 0
      ? '设置：个人信息保留到有人清除为止'
      : `设置：结束后个人信息保留 ${facts.days} 天`,
  'private-purged': ({ facts }) =>
    `清除了姓名、文字、照片和材料（${
      { asked: '负责人清除', time: '保留期满', command: '用命令清除', copy: '来自已清除的备份' }[
        String(facts.cause)
      ] ?? '按规定'
    }）`,
  'journal-moved': () => '考场的数据换了电脑或文件夹，从这里接着记',
  'authority-started': ({ facts }) => `服务器重新启动，停了 ${seconds(facts.down)}，计时已顺延`,
  'scoring-set': () => '保存评分表',
  'units-set': ({ facts }) => `保存参评单位，共 ${facts.count} 家`,
  'members-set': ({ facts }) => `保存班子成员，共 ${facts.count} 人`,
  'examiners-set': ({ facts }) => `保存考官名单，共 ${facts.count} 人`,
  'examiner-added': (line) => `增加一位考官${said(line)}`,
  'passes-issued': ({ facts }) => `发出 ${facts.count} 张凭证`,
  'pass-enrolled': (line) => `凭证 ${pass(line)} 在一部手机上登记，已到场`,
  'handover-asked': (line) => `凭证 ${pass(line)} 请求换手机`,
  'handover-denied': (line) => `凭证 ${pass(line)} 不换手机`,
  'pass-reissued': (line) => `重发凭证 ${pass(line)}${because(line)}`,
  'pass-checked-in': (line) => `${pass(line)} 签到`,
  'pass-checked-out': (line) => `${pass(line)} 离场`,
  'pass-revoked': (line) => `停用凭证 ${pass(line)}${because(line)}`,
  'pass-not-here': (line) => `${pass(line)} 改为没有到场`,
  'session-revoked': () => '演练中停用的一部手机继续停用',
  'recusal-declared': (line) => `${pass(line)} 声明回避 ${unit(line)}`,
  'turn-stepped': (line) =>
    `${unit(line)}：从“${from(common.stages, line.facts.from)}”到“${from(common.stages, line.facts.to)}”${
      line.facts.eligible === null ? '' : `，应到 ${line.facts.eligible} 人`
    }${because(line)}`,
  'unit-absent': (line) => `${unit(line)} 记为缺席${because(line)}`,
  'unit-present': (line) => `${unit(line)} 取消缺席${because(line)}`,
  'order-set': ({ facts }) => `排定候场的 ${facts.count} 家的顺序`,
  'clock-run': ({ facts }) => `${from(clocks, facts.clock)}计时${facts.run ? '开始' : '停住'}`,
  'clock-adjusted': ({ facts }) =>
    `${from(clocks, facts.clock)}计时${Number(facts.by) < 0 ? '减' : '加'} ${seconds(facts.by)}`,
  'question-asked': (line) =>
    `${line.facts.from === 'crowd' ? '现场群众' : line.facts.from === 'examiner' ? pass(line) : '主持'}向 ${unit(line)} ${
      line.facts.oral ? '口头' : ''
    }提问：${asked(line)}`,
  'question-moved': (line) => `${asked(line)} 改为“${from(common.questions, line.facts.to)}”${because(line)}`,
  'question-merged': (line) => `合并问题 ${asked(line)}`,
  'question-edited': (line) => `改写上屏的文字${said(line)}（原文 ${asked(line)}）`,
  'question-reordered': (line) => `移动问题 ${asked(line)} 的次序`,
  'question-handed-on': (line) => `${asked(line)} 转给 ${line.member ?? '另一位成员'} 回答`,
  'deck-attached': (line) =>
    `${unit(line)} 放上汇报材料${line.text ? `《${line.text}》` : ''}，${line.facts.pages ?? ''} 页`,
  'deck-removed': (line) => `撤下 ${unit(line)} 的汇报材料`,
  'deck-turned': (line) =>
    line.facts.shown
      ? `${unit(line)} 的汇报材料翻到第 ${line.facts.page ?? ''} 页`
      : `收起 ${unit(line)} 的汇报材料`,
  'evidence-attached': (line) => `为 ${asked(line)} 附了一张图`,
  'evidence-removed': (line) => `撤下 ${asked(line)} 的一张图`,
  'evidence-shown': (line) => `${line.facts.on ? '让大屏放出' : '从大屏收起'} ${asked(line)} 的图`,
  'photo-withheld': (line) => `${asked(line)} 的照片${line.facts.on ? '不给手机看' : '给手机看'}`,
  'question-supported': (line) => `${line.facts.on ? '附议' : '取消附议'} ${asked(line)}`,
  'question-on-stage': (line) => `${asked(line)} 上台`,
  'question-answered': (line) => `${asked(line)} 答复完毕`,
  'question-returned': (line) => `${asked(line)} 退回上一步`,
  'answer-rated': (line) => `${pass(line)} 评价了 ${asked(line)} 的回答`,
  'ratings-shown': (line) => `${asked(line)} 的评价显示`,
  'help-asked': (line) => `${pass(line)} ${line.facts.on ? '请人帮忙' : '不用帮忙了'}`,
  'help-done': (line) => `已帮 ${pass(line)} 处理`,
  'hand-raised': (line) => `${pass(line)} ${line.facts.on ? '举手' : '放下手'}`,
  'hand-on-offered': (line) =>
    line.facts.on ? `${asked(line)} 请 ${line.member ?? '另一位成员'} 接手` : `${asked(line)} 不再请别人接手`,
  'hand-on-declined': (line) => `${line.member ?? '另一位成员'} 没有接手 ${asked(line)}`,
  'promise-made': (line) =>
    `${unit(line)} ${line.member ?? '成员'} ${line.facts.from === 'host' ? '当场承诺（主持记录）' : '承诺'}${said(line)}，${line.facts.due} 前办好（${asked(line)}）`,
  'promise-changed': (line) =>
    `${unit(line)} ${line.member ?? '成员'} 的承诺改为${said(line)}，${line.facts.due} 前办好`,
  'promise-confirmed': (line) =>
    `${from(confirmations, line.facts.by)} ${line.member ?? '成员'} 的承诺（${asked(line)}）`,
  'promise-objected': (line) => `提问人说 ${line.member ?? '成员'} 的承诺不对（${asked(line)}）`,
  'promise-withdrawn': (line) => `撤回 ${line.member ?? '成员'} 的承诺（${asked(line)}）${because(line)}`,
  'ballot-accepted': (line) =>
    `${pass(line)} 提交 ${unit(line)} 的评分票${Number(line.facts.revision) > 1 ? `（第 ${line.facts.revision} 次）` : ''}${
      line.facts.assisted ? `，协助录入${said(line)}` : ''
    }`,
  'ballot-late': (line) => `${pass(line)} 的评分票（${unit(line)}）在锁票之后才到，已封存`,
  'wait-asked': (line) => `${pass(line)} ${line.facts.on ? '请再等一下' : '不用再等'}`,
  'paper-issued': (line) => `发给 ${pass(line)} 纸质评分票（${unit(line)}）`,
  'paper-keyed': (line) => `录入 ${pass(line)} 给 ${unit(line)} 的纸质评分票`,
  'paper-returned': (line) => `${pass(line)} 的纸质评分票（${unit(line)}）收回`,
  'kiosk-admitted': (line) => `${pass(line)} 在共用平板上开始填票`,
  'kiosk-released': (line) => `${pass(line)} 在共用平板上填票结束`,
  'crowd-paper-keyed': (line) => `录入 ${unit(line)} 的群众满意度纸面计票`,
  'crowd-voted': (line) => `一位现场群众为 ${unit(line)} 投了满意度票`,
  'amendment-proposed': (line) =>
    `提出更正 ${line.facts.id}：${from(amendmentKinds, line.facts.kind)} ${pass(line)} 给 ${unit(line)} 的评分票${because(line)}`,
  'amendment-confirmed': (line) =>
    `确认更正 ${line.facts.id}：${from(amendmentKinds, line.facts.kind)} ${pass(line)} 给 ${unit(line)} 的评分票`,
  'amendment-withdrawn': (line) => `撤回更正 ${line.facts.id}（${unit(line)}，${pass(line)}）`,
  'deduction-set': (line) =>
    line.facts.points === 0
      ? `撤销 ${unit(line)} 的一项扣分${because(line)}`
      : `${unit(line)} 扣 ${formatPoints(Number(line.facts.points))} 分${because(line)}`,
  'correction-proposed': (line) => `提出更正 ${unit(line)} 的扣分：${corrected(line)}${because(line)}`,
  'correction-confirmed': (line) => `确认更正 ${unit(line)} 的扣分：${corrected(line)}`,
  'correction-withdrawn': (line) => `撤回更正 ${unit(line)} 的扣分`,
  'screen-shown': (line) => `让${screens(line)}换画面${said(line)}`,
  'wifi-shown': (line) =>
    line.facts.shown === true ? `把会场 Wi-Fi 放上大屏${said(line)}` : '把会场 Wi-Fi 从大屏撤下',
  'screen-named': (line) => `给大屏起名${said(line)}`,
  'draw-promised': ({ facts }) => `公布抽签承诺（${from(purposes, facts.purpose)}，${facts.count} 签）`,
  'draw-done': ({ facts }) => `抽签（${from(purposes, facts.purpose)}），现场报数 ${facts.number}`,
  'draw-abandoned': (line) => `放弃一次抽签（${from(purposes, line.facts.purpose)}）${because(line)}`,
  'questioner-passed-over': (line) => `抽中的 ${pass(line)} 不在场，顺延`,
  'count-confirmed': (line) => `确认 ${unit(line)} 的计票`,
  'turn-published': (line) => `公布 ${unit(line)} 的成绩`,
  'result-announced': ({ facts }) =>
    Number(facts.days) === 0 ? '公示结果，不设公示期' : `公示结果，公示到 ${moment(facts.until)}`,
  'result-final': (line) => `${line.facts.early ? '提前' : ''}定为最终结果${because(line)}`,
  'ceremony-started': ({ facts }) => `揭晓仪式开始，共 ${facts.count} 家`,
  'ceremony-beat': ({ facts }) =>
    Number(facts.to) < Number(facts.from) ? '揭晓退回一步' : `揭晓第 ${facts.to} 步`,
};

const kinds: Record<JournalKind, string> = {
  meeting: '会议',
  agenda: '流程',
  questions: '提问',
  promises: '承诺',
  ballots: '评分票',
  crowd: '群众票',
  passes: '凭证',
  publication: '确认与公布',
  amendments: '更正与扣分',
  draws: '抽签',
  screens: '大屏',
  roster: '名单与评分表',
};

const roles: Record<string, string> = {
  owner: '主办',
  host: '主持',
  scrutineer: '监票人',
  viewer: '查看',
  examiner: '考官',
  member: '班子成员',
  presenter: '述职人',
  screen: '大屏',
  crowd: '现场群众',
  system: '系统',
};

export const journal = {
  title: '会议记录',
  audit: '登录与账号的记录',
  about: '每一条都按先后编号、前后相扣，不能改也不能删。评分票里的分数、评价和群众的选择不显示给任何人。',
  head: (length: string) => `共 ${length} 条，最后一条的指纹`,
  rehearsal: (length: string) => `正式会议从演练接过来。演练共 ${length} 条，最后一条的指纹`,
  filter: '筛选',
  kind: '类别',
  unit: '参评单位',
  person: '谁',
  personHint: '姓名或凭证号',
  text: '文字',
  textHint: '单位、问题、理由里的字',
  all: '全部',
  find: '查找',
  clear: '清除筛选',
  fresh: (count: number) => `有 ${count} 条新记录，点这里显示`,
  more: '更早的记录',
  loading: '正在读取…',
  none: '没有找到这样的记录。',
  beginning: '以上是全部记录。',
  searched: (n: string) => `找到第 ${n} 条为止，可以继续往前找。`,
  columns: { n: '序号', time: '时间', what: '事情', by: '谁' },
  purged: '（其中的姓名或文字已按规定清除）',
  unknown: (type: string) => `这个版本不认识的记录（${type}）`,
  kinds,
  entries,
  /** Who did it: an organizer by name, an examiner by pass. */
  by: ({ by }: JournalLine): string => {
    const role = roles[by.role] ?? by.role;
    if (by.pass) return passWords(by.pass);
    return by.name === null ? role : `${by.name}（${role}）`;
  },
};
