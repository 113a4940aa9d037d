import { clockWith, HARBOUR, LONG_NAME, TEAM, type Sample } from '../../sample.ts';
import type { TeamMember } from '../../team.ts';

const thirteen: TeamMember[] = Array.from({ length: 13 }, (_, at) => {
  const one = TEAM[at % TEAM.length] as TeamMember;
  const name = at === 4 ? '买买提·阿卜杜拉' : at === 8 ? '欧阳㬢' : one.name;
  return { ...one, id: `m${at}`, name, portfolios: one.portfolios.slice(0, 1), more: at === 0 ? 6 : 0 };
});

export const samples: Sample<'unit'>[] = [
  { title: '刚刚上场', data: { unit: HARBOUR, team: TEAM, clock: clockWith(476, 480, 60) } },
  { title: '还没有计时', data: { unit: HARBOUR, team: TEAM.slice(0, 5), clock: null } },
  {
    title: '名称很长，十三名成员',
    data: { unit: LONG_NAME, team: thirteen, clock: clockWith(476, 480, 60) },
  },
  { title: '一个人', data: { unit: { ...HARBOUR, of: 1, place: 1 }, team: TEAM.slice(0, 1), clock: null } },
  {
    title: '没有姓名',
    data: { unit: HARBOUR, team: TEAM.map((one) => ({ ...one, name: null })), clock: null },
  },
  { title: '没有成员', data: { unit: HARBOUR, team: [], clock: null } },
];
