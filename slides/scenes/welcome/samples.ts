import type { Sample } from '../../sample.ts';

const place = { place: '葵湾文化广场', date: '2026 年 11 月 20 日' };

export const samples: Sample<'welcome'>[] = [
  {
    title: '到场中',
    data: {
      ...place,
      title: '开放式党建大考场',
      units: 25,
      examiners: { planned: 50, present: 46 },
      crowd: 1208,
    },
  },
  {
    title: '名称很长',
    data: {
      place: '鹏角街道市民文化活动中心前广场（雨天改在室内大厅）',
      date: '2026 年 11 月 20 日上午九时',
      title: '二〇二六年度葵湾、鹏角、南屿三个街道社区党委书记抓基层党建工作述职评议考核暨现场问政会',
      units: 125,
      examiners: { planned: 300, present: 0 },
      crowd: 52_310,
    },
  },
  {
    title: '刚刚建好',
    data: {
      place: '',
      date: '',
      title: '述职评议',
      units: 5,
      examiners: { planned: 0, present: 0 },
      crowd: 0,
    },
  },
];
