/** Fictional data (演示数据) for the gallery, for pictures and for the preview of a scene that has not come yet. */
import type { Clock } from '$assessment/clocks.ts';
import type { SceneData, SceneName } from './scene.ts';
import type { TeamMember } from './team.ts';
import type { UnitOnWall } from './unit.ts';

export interface Sample<N extends SceneName> {
  title: string;
  data: SceneData[N];
}

/** The moment of all samples, so that pictures of them are the same every time. */
export const NOW = new Date(2026, 10, 20, 10, 42, 0).getTime();

/** A running clock with so many seconds left. */
export const clockWith = (left: number, total: number, warn: number): Clock => ({
  since: NOW,
  remaining: left * 1000,
  total: total * 1000,
  warn: warn * 1000,
});

export const HARBOUR: UnitOnWall = { id: 'u7', name: '渔港社区党委', place: 7, of: 25 };
export const LONG_NAME: UnitOnWall = {
  id: 'u9',
  name: '葵湾街道社会工作与基层治理综合服务中心联合党总支',
  place: 125,
  of: 125,
};

const member = (name: string, post: string, ...portfolios: string[]): TeamMember => ({
  id: name,
  name,
  post,
  portfolios: portfolios.slice(0, 2),
  more: Math.max(0, portfolios.length - 2),
  secretary: post === '党委书记',
});

export const TEAM: TeamMember[] = [
  member('郑泽洁', '党委书记', '全面工作', '党建'),
  member('蔡玉燕', '副书记', '公共服务', '文旅营商'),
  member('詹龙', '委员', '城建更新'),
  member('许伟洁', '委员', '综治安全'),
  member('梁雨琳', '委员', '民政卫健'),
  member('康婉健', '委员', '环卫环保'),
  member('覃春明', '委员', '集体经济'),
];

const NAMES =
  '海滨路 葵湾 清溪 坝湾 岭前 南屿 古城 沙湾 东湾 葵园 渔港 鹏角 高岭 新围 水湾 溪口 官塘 西湾 土岗 下围 东岭 新圩 布心头 王岗 东渔头';
export const ENDING = '社区党委';
export const UNITS = NAMES.split(' ').map((short, at) => ({ unit: `u${at}`, short, name: short + ENDING }));
