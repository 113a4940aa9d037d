import type { Sample } from '../../sample.ts';

const secret = '3b6de0c27a9114f8c5520e7db8439fa6017c2d5be4f8a96310d7b2c58e4f6a91';

export const samples: Sample<'drawn'>[] = [
  {
    title: '提问人',
    data: { purpose: 'questioner', label: '群众代表 08', passedOver: [], items: 46, number: 77, secret },
  },
  {
    title: '顺延两位',
    data: {
      purpose: 'questioner',
      label: '其他党组织负责人 06',
      passedOver: ['群众代表 08', '老党员代表 02'],
      items: 46,
      number: 77,
      secret,
    },
  },
  {
    title: '问题',
    data: {
      purpose: 'question',
      label: '旧工业区更新进行到哪一步，签约率多少？还差多少户？',
      passedOver: [],
      items: 12,
      number: 504_112,
      secret,
    },
  },
];
