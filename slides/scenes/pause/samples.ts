import { REST } from './data.ts';
import { clockWith, type Sample } from '../../sample.ts';

const stopped = { ...clockWith(138, 180, 30), since: null };

export const samples: Sample<'pause'>[] = [
  { title: '因雨', data: { note: '因雨暂停', unit: '渔港社区党委', stage: 'questioning', clock: stopped } },
  {
    title: '说明很长',
    data: {
      note: '音响设备检修，预计十分钟以后继续。请各位考官和群众在座位上稍候，不要离开会场；已经提交的提问和评分票都保存好了，没有提交完的请在手机上保持页面打开，恢复之后会自动继续提交。谢谢大家的理解。',
      unit: '葵湾街道社会工作与基层治理综合服务中心联合党总支',
      stage: 'reporting',
      clock: { ...stopped, remaining: -65_000 },
    },
  },
  { title: '中场休息', data: REST },
  { title: '没有说明', data: { note: null, unit: null, stage: null, clock: null } },
];
