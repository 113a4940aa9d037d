/** The preflight page: what is looked at before a meeting opens. */
import type { CheckItem } from '../../../../assessment/checklist.ts';
import type { Device } from '../../../../realtime/protocol-names.ts';

const items: Record<CheckItem, string> = {
  'passes-printed': '入场凭证已打印、裁好，按类别分好',
  'poster-up': '入场海报已张贴，大屏旁也看得见',
  'paper-ready': '备用的纸票、笔和票箱已带到现场',
  power: '电脑和大屏已接电源，关掉了自动休眠和锁屏',
  briefed: '主持人、监票人、协助老同志的志愿者已交代清楚',
};

const devices: Record<Device, string> = {
  'wechat-android': '安卓微信',
  'wechat-ios': '苹果微信',
  android: '安卓浏览器',
  ios: '苹果浏览器',
  other: '其他设备',
};

const megabytes = (bytes: number): string =>
  bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)} GB` : `${Math.floor(bytes / 1e6)} MB`;

export const check = {
  title: '开场检查',
  sum: (good: number, open: number, bad: number) =>
    bad > 0
      ? `${bad} 项现在不行，${open} 项要看一眼，${good} 项好。`
      : open > 0
        ? `${good} 项好，还有 ${open} 项要看一眼。`
        : `${good} 项全部好，可以开场。`,
  states: { good: '好', look: '要看', bad: '不行', busy: '正在看' },
  names: {
    phones: '手机连得上',
    disk: '磁盘空间',
    fsync: '存盘速度',
    clock: '时间',
    journal: '会议记录',
    copies: '自动副本',
    screens: '大屏',
    people: '考官',
    units: '单位与班子',
    sheet: '评分表',
    scrutineers: '监票人',
    mode: '演练或正式',
  },
  go: '去处理',
  again: '再查一遍',
  checkedAt: (time: string) => `机器检查于 ${time}`,
  phones: {
    good: (count: number, trip: number) => `${count} 部手机试过，连得上，来回约 ${trip} 毫秒。`,
    half: '有手机打得开网页，但没有实时连接。请看路由器和防火墙是否拦了 WebSocket。',
    none: '还没有手机试过。用手机扫右边的码，十秒钟就知道。',
    loopback: '这台电脑没有连上任何网络，手机找不到它。请连上现场的无线网，或设置 PUBLIC_URL。',
  },
  disk: {
    good: (free: number) => `还有 ${megabytes(free)} 空着，一场考场用不到 100 MB。`,
    little: (free: number) => `只剩 ${megabytes(free)}。请清理一些文件，至少留 1 GB。`,
    unknown: '系统没有告诉磁盘还剩多少，请自己看一眼。',
  },
  fsync: {
    good: (ms: number) => `每次存盘 ${ms} 毫秒，很快。`,
    slow: (ms: number) =>
      `每次存盘 ${ms} 毫秒，偏慢，票多时回执会慢一些。请把数据放在本机硬盘，不要放在 U 盘或网盘。`,
    bad: (ms: number) => `每次存盘 ${ms} 毫秒，太慢。请把数据放在本机的固态硬盘上。`,
    none: '数据文件夹写不进去。请看磁盘是否已满、文件夹是否只读。',
  },
  clock: {
    good: (time: string) => `服务器时间 ${time}，与试过的手机一致。`,
    alone: (time: string) => `服务器时间 ${time}。请和手机对一下；手机扫码后会自动比对。`,
    off: (minutes: number) =>
      `与试过的手机差约 ${minutes} 分钟。计时不受影响，但记录和导出上的时间会错，请校准这台电脑的时间。`,
  },
  screens: {
    good: (count: number) => `${count} 块屏幕在线。`,
    waiting: (codes: string) => `有屏幕在等待配对：${codes}。请看一眼屏幕，再在下面确认。`,
    list: (all: string[]) => all.join('、'),
    away: (names: string) => `没有连上的屏幕：${names}。`,
    none: '没有屏幕在线。请在现场页打开大屏，或在大屏的电脑上打开本机地址加 /screen，再在这里确认配对码。',
  },
  people: {
    good: (issued: number, present: number) => `${issued} 位考官都有凭证，已到 ${present} 位。`,
    none: '还没有考官凭证，没有人能打分。',
    missing: (count: number) => `还有 ${count} 位考官没有凭证。`,
    absent: (names: string[]) => `这些类别一位都没有到：${names.join('、')}。`,
  },
  units: {
    good: (units: number, members: number) => `${units} 家单位，${members} 位班子成员。`,
    none: '还没有参评单位。',
    noMembers: (names: string[]) => `没有班子成员：${names.join('、')}。提问会没有人答。`,
    noSecretary: (names: string[]) =>
      `没有书记：${names.join('、')}。没有点名的提问归书记，现在归第一位成员。`,
  },
  sheet: {
    good: (criteria: number, full: string) => `${criteria} 项，满分 ${full} 分，没有问题。`,
    bad: (count: number) => `评分表有 ${count} 处问题。`,
  },
  scrutineers: {
    good: (count: number) => `${count} 位监票人，公布前先确认计票。`,
    none: '没有监票人：计票不经确认就能公布，更正没有人能确认。',
  },
  mode: {
    official: '正式考场。',
    rehearsal: '现在还是演练。演练的票和提问不会带进正式考场，开考前请转为正式。',
  },
  byHand: '要亲眼看一看的',
  items,
  tick: (item: string) => `已办好：${item}`,
  tickedAt: (time: string) => `${time} 已办好`,
  notYet: '还没有',
  try: {
    title: '手机试连',
    how: '用手机（最好在微信里）扫这个码。手机上会说连不连得上，这里也马上看到。',
    codeOf: (address: string) => `试连的二维码：${address}`,
    waiting: '还没有手机来试。',
    report: (device: string, trip: number) => `${device}，来回 ${trip} 毫秒`,
    live: '实时连接通了',
    notLive: '实时连接不通',
    via: (address: string) => `经由 ${address}`,
    old: '这个码已经过期。',
    fresh: '换一个码',
    onlyHosts: '负责人或主持可以在这里出二维码，请手机来试。',
  },
  devices,
};
