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
      wifi: null,
    },
  },
  {
    title: '先连 Wi-Fi',
    data: {
      ...place,
      title: '开放式党建大考场',
      units: 25,
      examiners: { planned: 50, present: 46 },
      crowd: 1208,
      wifi: { ssid: '葵湾广场', password: 'kuiwan2026', security: 'WPA', hidden: false },
    },
  },
  {
    title: 'Wi-Fi 没有密码',
    data: {
      ...place,
      title: '述职评议',
      units: 5,
      examiners: { planned: 12, present: 0 },
      crowd: 31,
      wifi: { ssid: 'Kuiwan-Guest', password: '', security: 'nopass', hidden: false },
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
      wifi: {
        ssid: 'Guest-Wifi_葵湾文化广场_5G',
        password: 'kuiwan-2026-welcome-to-the-square',
        security: 'WPA',
        hidden: false,
      },
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
      wifi: null,
    },
  },
];
