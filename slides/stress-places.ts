/** The longest that a meeting may call itself and its place, and that a venue may call its Wi-Fi. */
import type { Sample } from './sample.ts';

const title =
  '二〇二六年度葵湾、鹏角、南屿三个街道社区党委书记抓基层党建工作述职评议考核暨现场问政会（第二场，人民群众和社会各界代表现场提问并评议）';
const place = '鹏角街道市民文化活动中心前广场（雨天改在室内大厅，从东门入场，停车请到地下二层）';
const date = '2026 年 11 月 20 日（星期五）上午九时至下午五时三十分';
const welcome = {
  title,
  place,
  date,
  units: 140,
  examiners: { planned: 1300, present: 1299 },
  crowd: 1_052_310,
};

export const PLACES: {
  welcome: Sample<'welcome'>[];
  pairing: Sample<'pairing'>[];
  closed: Sample<'closed'>[];
} = {
  welcome: [
    { title: '极限：名称和地点很长', data: { ...welcome, wifi: null } },
    {
      title: '极限：Wi-Fi 三十二字，密码六十三字',
      data: {
        ...welcome,
        wifi: {
          ssid: 'WiFi_KUIWAN-WENHUAGUANGCHANG_5G!',
          password: 'WMWMWMWM-wmwmwmwm-0123456789-kuiwan-wenhua-guangchang-2026-1120',
          security: 'WPA',
          hidden: false,
        },
      },
    },
    {
      title: '极限：Wi-Fi 名称是十个汉字',
      data: {
        ...welcome,
        wifi: {
          ssid: '葵湾文化广场免费网络',
          password: 'WMWMWMWM-wmwmwmwm-0123456789-kuiwan-wenhua-guangchang-2026-1120',
          security: 'WPA',
          hidden: true,
        },
      },
    },
  ],
  pairing: [
    { title: '极限：名称很长', data: { title, code: 'NHDK', quiet: false, sleeps: true } },
    { title: '极限：还没有配对码', data: { title, code: null, quiet: false, sleeps: true } },
  ],
  closed: [
    {
      title: '极限：名称很长',
      data: {
        title: '二〇二六年度葵湾、鹏角、南屿三个街道社区党委书记抓基层党建工作述职评议考核暨现场问政会',
        place: '鹏角街道市民文化活动中心前广场（雨天改在室内大厅）',
        date: '2026 年 11 月 20 日上午九时',
        announced: { final: true, early: true, at: Date.UTC(2026, 10, 23, 10) },
      },
    },
  ],
};
