import { HARBOUR, LONG_NAME, TEAM, type Sample } from '../../sample.ts';

export const samples: Sample<'floor'>[] = [
  { title: '群众也可以提问', data: { unit: HARBOUR, team: TEAM, crowdAsks: true } },
  { title: '只有考官提问', data: { unit: LONG_NAME, team: TEAM.slice(0, 3), crowdAsks: false } },
];
