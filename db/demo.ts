/** 演示数据: the fictional rosters that ship with the project, as the rules want them. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Category } from '../assessment/sheet.ts';
import type { Examiner, Member, Unit } from '../assessment/roster.ts';

export interface DemoRoster {
  units: Unit[];
  members: Member[];
  examiners: Examiner[];
  categories: Category[];
  /** By portfolio, as people might ask. */
  questions: { portfolio: string; text: string }[];
}

/** The ids of the seven categories of the mission. */
export const CATEGORY_IDS: Record<string, string> = {
  党员代表: 'party',
  老党员代表: 'veteran',
  人大代表: 'npc',
  政协委员: 'cppcc',
  群众代表: 'people',
  媒体代表: 'media',
  其他党组织负责人: 'other',
};

type Row = Record<string, string>;

function rows(name: string): Row[] {
  const text = readFileSync(new URL(`./demo/${name}.csv`, import.meta.url), 'utf8');
  return parse(text, { bom: true, columns: true, skip_empty_lines: true, trim: true }) as unknown as Row[];
}

const cell = (row: Row, column: string): string => row[column] ?? '';

/** The first `committees` of the 25 units with their teams, and all 50 examiners. */
export function demoRoster(committees = 25): DemoRoster {
  const units = rows('committees')
    .slice(0, committees)
    .map((row, at) => ({ id: `u${at + 1}`, name: cell(row, '参评单位'), street: cell(row, '街道') }));
  const unitId = (name: string) => units.find((unit) => unit.name === name)?.id;
  const members = rows('members').flatMap((row, at): Member[] => {
    const unit = unitId(cell(row, '参评单位'));
    const portfolios = cell(row, '分管领域').split('、').filter(Boolean);
    return unit === undefined
      ? []
      : [{ id: `m${at + 1}`, unit, name: cell(row, '姓名'), post: cell(row, '职务'), portfolios }];
  });
  const examiners = rows('examiners').map((row, at): Examiner => {
    const recused = unitId(cell(row, '回避单位'));
    return {
      id: `e${at + 1}`,
      category: CATEGORY_IDS[cell(row, '类别')] ?? 'other',
      name: cell(row, '姓名'),
      employer: cell(row, '所在单位'),
      recusals: recused === undefined ? [] : [recused],
    };
  });
  const categories = rows('categories').map((row) => ({
    id: CATEGORY_IDS[cell(row, '类别')] ?? 'other',
    name: cell(row, '类别'),
    weight: Number(cell(row, '权重%')) * 100,
  }));
  const questions = rows('questions').map((row) => ({
    portfolio: cell(row, '领域'),
    text: cell(row, '问题'),
  }));
  return { units, members, examiners, categories, questions };
}
