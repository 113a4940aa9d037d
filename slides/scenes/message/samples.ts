import type { Sample } from '../../sample.ts';

export const samples: Sample<'message'>[] = [
  { title: '短', data: { lines: ['请保持安静'] } },
  { title: '两行', data: { lines: ['休息十五分钟', '请在十点四十分以前回到座位'] } },
  {
    title: '一百二十字',
    data: {
      lines: [
        '请各位居民朋友注意：广场北侧的临时停车场十一点以后用作救护通道，请车牌尾号为单数的车主现在就把车移到文化中心后面的停车场去',
        '移车时请听志愿者指挥，注意脚下线缆。饮水和雨衣在东侧帐篷领取，老人和带孩子的朋友优先，谢谢大家的配合。',
      ],
    },
  },
];
