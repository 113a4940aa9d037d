/** The chain and the copies of a meeting at its locks, on the journal's page and in the preflight. */
import { zh as common } from '../../common.zh-CN.ts';

const size = (bytes: number): string =>
  bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1000))} KB`;

export const copies = {
  title: '自动副本',
  about:
    '每次锁票和考场结束时自动留一份，最多 20 份，都在这台电脑上。整份备份请用 npm run backup，存到 U 盘。',
  sum: (is: string) => `自动副本：${is}`,
  none: '还没有，第一次锁票时会留第一份',
  count: (count: number, time: string) => `现有 ${count} 份，最近一份 ${time}`,
  columns: { time: '时间', n: '到第几条', what: '当时', size: '大小' },
  closed: '考场结束',
  locked: (unit: string) => `锁票：${unit}`,
  aside: '恢复前放在一边的文件',
  size,
  how: '恢复其中一份：先停止大考场，再在终端里运行',
  command: (path: string, data: string) => `npm run restore -- "${path}" "${data}"`,
  choose: (what: string) => `看恢复 ${what} 的命令`,
  chosen: '命令',
  failing: (time: string) =>
    `从 ${time} 起没有留成副本，锁票和计票不受影响。请看磁盘是否已满，并马上用 npm run backup 备份到 U 盘。`,
  elsewhere: (time: string) =>
    `${time} 有手机来自另一台电脑上的同一个考场。两台电脑不能同时开，票会分在两处：请只留一台，停掉另一台。刚恢复过更早的副本时，也会有这句话，可以不管。`,
  chainBroken: (n: number) =>
    `会议记录从第 ${common.figure(n)} 条起与写下时不符，可能磁盘损坏或被人改过。已经收到的票照常计算；请马上用 npm run backup 备份到 U 盘，并用 npm run verify 查看详情。`,
  chainForged:
    '大考场这次启动时用的快照与会议记录不符，可能被人改过；快照已经删除。会议记录本身完好：请在方便时重新启动大考场，它会从记录重新算起。',
  chainUnderWay: (n: number) =>
    `启动后正在后台逐条核对会议记录，已核对到第 ${common.figure(n)} 条，不影响使用。`,
  chainGood: '每一条都与前一条相扣，已从头核对。',
  good: (count: number) =>
    count === 0 ? '每次锁票会自动留一份副本。' : `每次锁票自动留一份副本，现有 ${count} 份。`,
};
