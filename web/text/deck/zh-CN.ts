/** Words of decks: on the console, and on the phone of whoever presents. */
const mb = (bytes: number): string =>
  bytes < 100_000 ? '0.1' : (bytes / 1_048_576).toFixed(bytes < 10_000_000 ? 1 : 0);

/** Refusals about decks. */
export const codes = {
  'deck-missing': '文件没有送全，没有换上。请再选一次。',
  'deck-unknown': '汇报材料刚刚换过或撤下了，请看清现在的。',
  'deck-not-now': '这家单位现在不在述职或答问，大屏上没有它的材料。',
  'deck-away': '材料已从大屏收起。答问时由主持人放出，放出以后您可以翻页。',
  'deck-invalid': '这不是 PDF 文件，没有收下。请另选一份。',
  'decks-full': '材料已经收满，这份没有收下。请告诉工作人员。',
  'disk-full': '服务器的磁盘快满了，这份没有收下。请工作人员腾出空间再传。',
  'upload-moved': '上传断过一次，请再选一次文件。',
};

export const deck = {
  size: (bytes: number): string => `${mb(bytes)} MB`,
  about: (pages: number, bytes: number): string => `${pages} 页，${mb(bytes)} MB`,
  reading: '正在打开 PDF…',
  sending: (done: number, size: number): string => `正在上传，${mb(size)} MB 已传 ${mb(done)} MB`,
  left: (minutes: number): string => (minutes < 1 ? '不到 1 分钟' : `约 ${Math.ceil(minutes)} 分钟`),
  waiting: '网络断了，接上以后从断开的地方继续。请不要关闭这一页。',
  attaching: '已经传完，正在换上…',
  stop: '停止上传',
  again: '接着传',
  notTaken: '没有收下：',
  problems: {
    'too-big': '这份 PDF 超过 20 MB。请压缩图片，或另存为较小的 PDF 再传。',
    'not-pdf': '这不是 PDF 文件。PPT 请先“另存为 PDF”再传。',
    locked: '这份 PDF 有密码，大屏打不开。请去掉密码再传。',
    broken: '这份 PDF 打不开，可能已损坏。请重新导出再传。',
    'too-long': '这份 PDF 超过 500 页。请只留要讲的页。',
    empty: '这份 PDF 一页也没有。请另选一份。',
    old: '这个浏览器打不开 PDF。请换一台电脑或手机再传。',
  },
  kept: '原来的材料没有变。',
  bring: '选一份 PDF（不超过 20 MB）',
  replace: '换一份 PDF',
  remove: '撤下',
  removeSure: '确认撤下',
  keep: '不撤',
  title: '汇报材料',
  none: '还没有汇报材料',
  first: '第 1 页',
  before: '上一页',
  next: '下一页',
  page: (page: number, pages: number): string => `第 ${page} 页，共 ${pages} 页`,
  onWall: '大屏正在显示',
  turning: (page: number): string => `正在翻到第 ${page} 页…`,
  putting: '正在收起…',
  away: '收起材料',
  show: '放上大屏',
  isAway: '材料已收起，大屏上只有计时',
  waitsHost: '答问时由主持人放出材料，放出以后可以在这里翻页',
  late: '网络不通，这一页没有翻。请再按一次。',
};

/** On the phone of whoever presents. */
export const phone = {
  lead: '轮到本单位述职，大屏自动放出第 1 页。在这里翻页，不用遥控器。',
  byHost: '主办方已经放好这份材料。',
};

/** On the console. */
export const desk = {
  hint: '每家一份 PDF，不超过 20 MB。轮到它述职，大屏自动放出第 1 页；主持人和述职人都可以翻页。转正式时一并带过去。',
  have: (count: number, all: number): string => `${count} 家已有，共 ${all} 家`,
  own: '单位自己传的',
  bring: '选 PDF',
  bringOf: (unit: string): string => `选 PDF：${unit}`,
  removeOf: (unit: string): string => `撤下：${unit}`,
  nextPage: '下一页',
  last: '这是最后一页',
};

export const zh = { codes, deck, phone, desk };
export type DeckText = typeof zh;
