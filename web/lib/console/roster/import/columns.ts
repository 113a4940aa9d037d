/** What the columns of a list are called, by us and by the people who send it. */
import { keyOf, tidy } from './tidy.ts';

export type Kind = 'units' | 'members' | 'examiners';
export type Field = 'unit' | 'street' | 'name' | 'post' | 'portfolios' | 'category' | 'employer' | 'recusals';

export interface Column {
  field: Field;
  required: boolean;
  /** The most characters that the meeting keeps. */
  most: number;
  /** Headings by which it is known, the surest first. */
  headings: readonly string[];
}

const TEAM_UNIT =
  '参评单位 所属参评单位 社区党委 所在党委 党委 党组织 所在党组织 单位名称 所在单位 所属单位 所在社区 所属社区 单位 社区 unit';
const NAME = '姓名 名字 姓 名 人员姓名 name';
const spaced = (text: string): string[] => text.split(' ');

const COLUMNS: Record<Kind, Column[]> = {
  units: [
    {
      field: 'unit',
      required: true,
      most: 60,
      headings: spaced(
        '参评单位 参评单位名称 参评党组织 被评单位 评议对象 单位名称 党组织名称 党委名称 社区党委 党组织 党委 单位 名称 社区名称 社区 名字 unit name',
      ),
    },
    {
      field: 'street',
      required: false,
      most: 60,
      headings: spaced(
        '街道 所属街道 所在街道 街道办 镇街 所属镇街 街镇 乡镇 办事处 片区 street streetoffice',
      ),
    },
  ],
  members: [
    { field: 'unit', required: true, most: 60, headings: spaced(TEAM_UNIT) },
    {
      field: 'name',
      required: true,
      most: 60,
      headings: [...spaced(NAME), ...spaced('成员姓名 班子成员 成员 member')],
    },
    {
      field: 'post',
      required: true,
      most: 30,
      headings: spaced('职务 党内职务 现任职务 职位 岗位 职务名称 post position'),
    },
    {
      field: 'portfolios',
      required: false,
      most: 600,
      headings: spaced(
        '分管领域 分管 分管工作 分管范围 分管事项 负责领域 负责工作 工作分工 职责分工 分工 领域 职责 portfolios portfolio',
      ),
    },
  ],
  examiners: [
    {
      field: 'name',
      required: true,
      most: 60,
      headings: [...spaced(NAME), ...spaced('考官姓名 评委姓名 代表姓名 委员姓名 考官 评委 examiner')],
    },
    {
      field: 'category',
      required: true,
      most: 60,
      headings: spaced(
        '类别 考官类别 代表类别 人员类别 所属类别 考官身份 代表身份 身份类别 身份 类型 考官类型 界别 category',
      ),
    },
    {
      field: 'employer',
      required: false,
      most: 60,
      headings: spaced(
        '所在单位 工作单位 单位名称 任职单位 所属单位 单位及职务 工作单位及职务 所在党组织 单位 employer',
      ),
    },
    {
      field: 'recusals',
      required: false,
      most: 2000,
      headings: spaced(
        '回避单位 回避 应回避单位 需回避单位 回避对象 回避社区 回避的单位 recusals recusedfrom',
      ),
    },
  ],
};

export const columnsOf = (kind: Kind): readonly Column[] => COLUMNS[kind];

/** The longest that a heading is: longer text is a title or a note. */
const LONGEST_HEADING = 24;
/** A heading that only contains a known one, such as `考官姓名（全称）`. */
const WEAK = 100;

/** How sure it is that a heading names this column: 0 is the surest, null is not at all. */
export function likeness(heading: string, column: Column): number | null {
  if (tidy(heading) === '' || heading.length > LONGEST_HEADING) return null;
  const whole = keyOf(heading);
  const bare = keyOf(heading.replace(/[（(【[].*?[）)】\]]/g, ''));
  const at = column.headings.findIndex((one) => keyOf(one) === whole || keyOf(one) === bare);
  if (at >= 0) return at;
  const inside = column.headings.findIndex(
    (one) => one.length >= 2 && /\p{Script=Han}/u.test(one) && bare.includes(one),
  );
  return inside >= 0 ? WEAK + inside : null;
}

/** Our field → the column of the file, from 0; null where there is none. */
export type Mapping = Partial<Record<Field, number | null>>;

/** The surest pairs first; every column of the file is used once. */
export function mapHeadings(headings: readonly string[], kind: Kind): Mapping {
  const pairs = columnsOf(kind).flatMap((column, order) =>
    headings.flatMap((heading, place) => {
      const rank = likeness(heading, column);
      return rank === null ? [] : [{ field: column.field, place, rank, order }];
    }),
  );
  pairs.sort((a, b) => a.rank - b.rank || a.order - b.order || a.place - b.place);
  const mapping: Mapping = {};
  const used = new Set<number>();
  for (const { field, place } of pairs) {
    if (mapping[field] !== undefined || used.has(place)) continue;
    mapping[field] = place;
    used.add(place);
  }
  return mapping;
}

/** Which columns of a file an organizer has mapped. */
export const mappedOf = (mapping: Mapping): [Field, number][] =>
  Object.entries(mapping).flatMap(([field, place]) =>
    typeof place === 'number' ? [[field as Field, place] as [Field, number]] : [],
  );
