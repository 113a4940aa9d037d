import { clockWith, HARBOUR, LONG_NAME, TEAM, type Sample } from '../../sample.ts';
import type { TeamMember } from '../../team.ts';
import type { ReportData } from './data.ts';

const report = (more: Partial<ReportData>): ReportData => ({
  unit: HARBOUR,
  clock: clockWith(326, 480, 60),
  presenter: TEAM[0] ?? null,
  team: TEAM,
  crowdAsks: true,
  ...more,
});

const many: TeamMember[] = Array.from({ length: 14 }, (_, at) => {
  const one = TEAM[at % TEAM.length] as TeamMember;
  return { ...one, id: `m${at}`, portfolios: one.portfolios.slice(0, 1), more: at === 0 ? 6 : 0 };
});

export const samples: Sample<'report'>[] = [
  { title: '述职中', data: report({}) },
  { title: '时间快到了', data: report({ clock: clockWith(48, 480, 60) }) },
  { title: '超时', data: report({ clock: clockWith(-75, 480, 60) }) },
  {
    title: '停表',
    data: report({ clock: { since: null, remaining: 754_000, total: 900_000, warn: 60_000 } }),
  },
  { title: '名称很长，十四名成员', data: report({ unit: LONG_NAME, team: many }) },
  { title: '没有姓名', data: report({ team: TEAM.map((one) => ({ ...one, name: null })), presenter: null }) },
];
