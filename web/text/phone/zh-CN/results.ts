export const results = {
  open: '看成绩',
  title: '成绩',
  sofar: (count: number, of: number): string => `已公布 ${count} 家，共 ${of} 家`,
  rank: (rank: number): string => `第 ${rank} 名`,
  page: '得分怎么来、问答和承诺',
  none: '还没有公布的成绩',
  points: (points: string): string => `${points} 分`,
  noResult: '没有有效成绩',
  deduction: (points: string): string => `扣 ${points} 分`,
};
