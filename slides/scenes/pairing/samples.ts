import type { Sample } from '../../sample.ts';

const title = '开放式党建大考场';

export const samples: Sample<'pairing'>[] = [
  { title: '等待配对', data: { title, code: 'K7RF', quiet: false, sleeps: true } },
  {
    title: '名称很长',
    data: {
      title: '二〇二六年度葵湾、鹏角、南屿三个街道社区党委书记抓基层党建工作述职评议考核暨现场问政会',
      code: 'NHDK',
      quiet: false,
      sleeps: true,
    },
  },
  { title: '还没有配对码', data: { title, code: null, quiet: false, sleeps: false } },
  { title: '现场收回', data: { title, code: 'R4XN', quiet: true, sleeps: false } },
];
