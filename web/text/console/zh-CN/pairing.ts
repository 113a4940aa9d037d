export const pairing = {
  title: '等待配对的屏幕',
  count: (count: number) => (count === 1 ? '一块屏幕在等待配对。' : `${count} 块屏幕在等待配对。`),
  compare: '请看一眼屏幕，码一样再按“配对”。',
  tooMany: '请把屏幕上的配对码输入这里。',
  about: (width: number, height: number, from: string, waited: string) =>
    `${width}×${height}，${from}，${waited}`,
  waited: (minutes: number) => (minutes === 0 ? '刚刚来' : `等了 ${minutes} 分钟`),
  from: { here: '本机', near: '同一网络', far: '来自互联网' },
  pair: '配对',
  pairName: (code: string) => `配对 ${code}`,
  notMine: '不是',
  notMineName: (code: string) => `${code} 不是我们的屏`,
  again: '还是原来的屏：',
  againName: (code: string, name: string) => `${code} 还是“${name}”`,
  label: '屏幕上的配对码',
  missing: '配对码是四个字母或数字。',
  startTitle: '断电以后自己回来',
  start:
    '大屏的电脑有时比这台先开机。把下面的起始页存到那台电脑上，设成开机自动打开：它会一直等到这里接通，再转到大屏。',
  startAct: '下载起始页',
  startFile: '大屏起始页.html',
};
