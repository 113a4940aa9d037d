export const wait = {
  loading: '正在进入考场',
  again: '您填过的都还在。现在网络不好，这一页会自动再试，请稍等，不用一直按。',
  reload: '刷新页面',
  refused: '没有连上考场',
  old: (time: string): string => `以下是 ${time} 的情况，正在连接`,
};
