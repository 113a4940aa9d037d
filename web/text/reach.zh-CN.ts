/** Words of the page that a phone opens to show that it reaches the hub. */
export const zh = {
  title: '试一下这部手机',
  trying: '正在试，请稍等',
  good: '连得上',
  goodHow: '这部手机能打开考场，也能实时跟上。现在可以关掉这一页。',
  goodTrip: (ms: number) => `来回 ${ms} 毫秒`,
  half: '只通了一半',
  halfHow: '网页打得开，实时连接不通，考场的画面会不动。请换一个无线网，或请主办的同志看看路由器和防火墙。',
  bad: '没有试成',
  badHow: '这部手机刚才没有回上话。请看看网络，再试一次。',
  old: '这个二维码已经过期，请主办的同志重新出一个。',
  again: '再试一次',
};

export type ReachText = typeof zh;
