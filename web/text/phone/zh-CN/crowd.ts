export const crowd = {
  satisfied: '您满意吗？',
  one: '一部手机一票，收票前可以改选',
  voted: (count: string): string => `已有 ${count} 人评价`,
  delivered: '已送达',
  stored: '已保存在本机',
  watch: '看现场',
  vote: '评价这一家',
};
