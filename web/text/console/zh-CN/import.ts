/** Rosters from files: what is read, what it would do, and what is wrong with it. */
import type { FailureCode, FailureDetail } from '../../../lib/console/roster/import/failure.ts';
import type { Field, Kind } from '../../../lib/console/roster/import/columns.ts';
import type { Note, Problem, ProblemCode } from '../../../lib/console/roster/import/entry.ts';
import type { Skip } from '../../../lib/console/roster/import/lines.ts';
import type { Plan } from '../../../lib/console/roster/import/plan.ts';
import { letterOf } from '../../../lib/console/roster/import/table.ts';

type Counts = Plan<never>['counts'];

const columns: Record<Field, string> = {
  unit: '参评单位',
  street: '街道',
  name: '姓名',
  post: '职务',
  portfolios: '分管领域',
  category: '类别',
  employer: '所在单位',
  recusals: '回避单位',
};

const saveAs = '请用 Excel 或 WPS 打开，另存为 .xlsx 再导入。';
const at = ({ sheet, row, column }: FailureDetail): string =>
  [
    sheet === undefined ? '' : `“${sheet}”`,
    row === undefined ? '' : `第 ${row} 行`,
    column === undefined ? '' : ` ${letterOf(column)} 列`,
  ].join('');

const failures: Record<FailureCode, (detail: FailureDetail) => string> = {
  empty: () => '里面没有内容。',
  'too-big': () => '超过 5 MB，没有读取。请只留名单，删去图片，再导入。',
  'too-big-inside': () => '解开以后太大，没有读取。请把名单复制到一个新的表格里再导入。',
  'too-many-rows': ({ sheet }) => `${at({ ...(sheet !== undefined && { sheet }) })}超过 10000 行，没有读取。`,
  'too-many-columns': (detail) => `${at(detail)}超过 100 列，没有读取。`,
  'too-many-sheets': () => '超过 50 张表，没有读取。请只留要导入的那一张。',
  'cell-too-long': (detail) => `${at(detail)}这一格超过 5000 字，没有读取。`,
  'too-slow': () => '10 秒还没有读完，已经停下。请把名单复制到一个新的表格里再导入。',
  broken: () => '文件不完整或已损坏，读不出来。请重新保存或重新发送一份。',
  encrypted: () => '文件设了密码。请先去掉密码，另存为 .xlsx 再导入。',
  'old-excel': () => `这是旧版 Excel 文件（.xls）。${saveAs}`,
  'other-format': ({ format = '' }) =>
    `这是 ${format} 文件，不是表格。请把名单放进 Excel 或 WPS 表格，另存为 .xlsx 再导入。`,
  'web-page': () => `这个文件其实是网页。${saveAs}`,
  'unknown-text': () => `文字编码认不出来。${saveAs}`,
  'open-quote': ({ row = 1 }) => `第 ${row} 行有一个引号没有配对，读不下去。请改好这一行再导入。`,
};

const problemCodes: Record<ProblemCode, (value: string, of: number) => string> = {
  empty: () => '没有填',
  'too-long': () => '太长了',
  'too-many': (value) => `最多 ${value} 个`,
  unknown: (value) => `名单里没有“${value}”`,
  ambiguous: (value) => `“${value}”可能指好几个，请选定`,
  garbled: (value) => `“${value}”有乱码`,
  formula: (value) => `公式出错（${value}）`,
  'not-a-name': (value) => `“${value}”不像姓名`,
  several: (value) => `“${value}”像是几个人，请一人一行`,
  differs: (_value, of) => `与第 ${of} 行是同一个，内容却不同`,
};

const skips: Record<Skip, (of: number) => string> = {
  blank: () => '空行',
  total: () => '合计行',
  note: () => '备注行',
  heading: () => '重复的表头',
  example: () => '示例行',
  section: () => '分组标题',
  duplicate: (of) => `与第 ${of} 行重复`,
};

const noteCodes: Record<Note['code'], (value: string) => string> = {
  above: (value) => `沿用上面的“${value}”`,
  similar: (value) => `与“${value}”相近`,
  'same-name': (value) => `与第 ${value} 行同名`,
};

const summary = (
  { new: fresh, changed, same }: Pick<Counts, 'new' | 'changed' | 'same'>,
  gone: number,
): string =>
  [
    fresh > 0 ? `新增 ${fresh}` : '',
    changed > 0 ? `改动 ${changed}` : '',
    gone > 0 ? `移走 ${gone}` : '',
    same > 0 ? `不变 ${same}` : '',
  ]
    .filter(Boolean)
    .join('，');

export const imports = {
  columns,
  titles: { units: '导入参评单位', members: '导入班子成员', examiners: '导入考官名单' } satisfies Record<
    Kind,
    string
  >,
  source: '名单从哪里来',
  choose: '选择文件',
  drop: '或把文件拖到这里。可以是 .xlsx 或 .csv，最大 5 MB。',
  paste: '粘贴表格',
  pasteLabel: '在电子表格里连同表头一起选中、复制，粘贴在这里',
  pasted: '粘贴的表格',
  readPaste: '读取',
  templates: '模板',
  template: (kind: string) => `下载模板 ${kind}`,
  example: '示例',
  reading: '正在读取…',
  failure: (name: string, { code, detail }: { code: FailureCode; detail: FailureDetail }) =>
    `${name}：${failures[code](detail)}`,
  savedFirst: '名单里有没保存的修改，请先保存或放弃，再导入。',
  sheet: '表',
  header: '表头在',
  headerRow: (row: number, text: string) => `第 ${row} 行：${text}`,
  noHeader: '没有表头，按列的次序',
  mapping: '哪一列是什么',
  unmapped: '没有这一列',
  fileColumn: (column: number, heading: string) => `${letterOf(column)} 列 ${heading}`.trim(),
  forAll: (column: string) => `${column}都填`,
  chooseOne: '请选择',
  missing: (names: readonly string[]) => `还没有指明哪一列是${names.map((one) => `“${one}”`).join('、')}。`,
  spellings: '写法对照',
  spellingsNote: '文件里的写法与名单不完全一样，请核对。',
  spelling: '文件里的写法',
  meaning: '当作',
  rowsWith: (rows: readonly number[]) =>
    rows.length > 3 ? `第 ${rows.slice(0, 3).join('、')} 等 ${rows.length} 行` : `第 ${rows.join('、')} 行`,
  meaningOf: (text: string) => `“${text}”当作`,
  unitsFirst: '没有的单位请先在“参评单位”里导入。',
  problems: (count: number) => `${count} 处问题，这些行不会导入`,
  problem: ({ row, field, code, value, of }: Problem, place: number | null, heading: string) =>
    `第 ${row} 行${place === null ? '' : ` ${letterOf(place)} 列`}“${heading || columns[field]}”：${problemCodes[code](value, of ?? 0)}。`,
  problemShort: ({ field, code, value, of }: Problem) =>
    `${columns[field]}：${problemCodes[code](value, of ?? 0)}`,
  skip: (why: Skip, of: number) => skips[why](of),
  note: ({ code, value }: Note) => noteCodes[code](value),
  was: (text: string) => `原为：${text === '' ? '空' : text}`,
  filter: '看哪些行',
  all: (count: number) => `全部 ${count}`,
  status: { new: '新增', changed: '改动', same: '不变', skipped: '跳过', problem: '有问题' } satisfies Record<
    keyof Counts,
    string
  >,
  counted: (status: string, count: number) => `${status} ${count}`,
  preview: '预览',
  row: '行',
  state: '结果',
  more: (left: number) => `再显示 ${Math.min(left, 200)} 行（还有 ${left} 行）`,
  mode: '导入方式',
  modes: { update: '加入名单，并更新已有的', replace: '用文件替换整张名单' },
  modeNotes: {
    update: '空着的格子不会清掉名单里已有的内容。',
    replace: '名单的次序也按文件。',
  },
  leaving: (count: number) => `不在文件里、会移走的 ${count}`,
  leavingUnits: '移走的单位，其班子成员和考官对它的回避也一并移走。',
  staying: (count: number) => `不在文件里、但会留下的 ${count}`,
  stays: { pass: '凭证还有效，要移走请先作废凭证', used: '已经上过场', problem: '文件里对应的行有问题' },
  tooMany: (most: number) => `名单最多 ${most} 行，请分开。`,
  nothing: '文件和名单一样，没有要改的。',
  confirm: (counts: Counts, gone: number) => {
    const text = summary({ ...counts, same: 0 }, gone);
    return text === '' ? '导入' : `导入：${text}`;
  },
  cancel: '不导入了',
  done: (counts: Counts, gone: number) =>
    `已导入：${summary(counts, gone)}。${counts.problem > 0 ? `有 ${counts.problem} 行有问题，没有导入。` : ''}`,
};

export const templates: Record<Kind, { file: string; fields: Field[]; rows: string[][] }> = {
  units: {
    file: '参评单位模板',
    fields: ['unit', 'street'],
    rows: [
      ['（示例）榕树社区党委', '榕树街道'],
      ['（示例）木棉社区党委', '榕树街道'],
    ],
  },
  members: {
    file: '班子成员模板',
    fields: ['unit', 'name', 'post', 'portfolios'],
    rows: [
      ['（示例）榕树社区党委', '张三', '书记', '全面工作、党建'],
      ['（示例）榕树社区党委', '李四', '委员', '城建更新'],
    ],
  },
  examiners: {
    file: '考官名单模板',
    fields: ['name', 'category', 'employer', 'recusals'],
    rows: [
      ['（示例）王五', '党员代表', '榕树小学', ''],
      ['（示例）赵六', '其他党组织负责人', '木棉社区党委', '木棉社区党委、榕树社区党委'],
    ],
  },
};
