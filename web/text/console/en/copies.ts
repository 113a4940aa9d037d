import { en as common } from '../../common.en.ts';
import { copies as zh } from '../zh-CN/copies.ts';

export const copies: typeof zh = {
  title: 'Automatic copies',
  about:
    'One at every lock and when the meeting closes, twenty at most, all on this machine. For a whole backup on a stick: npm run backup.',
  sum: (is) => `Automatic copies: ${is}`,
  none: 'none yet, the first is made at the first lock',
  count: (count, time) => `${count} so far, the newest at ${time}`,
  columns: { time: 'Time', n: 'Up to entry', what: 'At', size: 'Size' },
  closed: 'closing',
  locked: (unit) => `lock of ${unit}`,
  aside: 'the file that a restore put aside',
  size: zh.size,
  how: 'To restore one of them: stop the hub, then type in a terminal',
  command: zh.command,
  choose: (what) => `The command that restores ${what}`,
  chosen: 'Command',
  failing: (time) =>
    `No copy could be made since ${time}; locks and counts go on. Look whether the disk is full, and make a backup on a stick now: npm run backup.`,
  elsewhere: (time) =>
    `At ${time} a phone came from the same meeting on another machine. Both must not run, or ballots end up on either: keep one and stop the other. After a restore of an older copy this can be said as well; then never mind.`,
  chainBroken: (n) =>
    `From entry ${common.figure(n)} on the journal is not what was written: a damaged disk, or somebody changed it. Ballots are taken and counted as before; make a backup on a stick now (npm run backup) and look with npm run verify.`,
  chainForged:
    'The snapshot from which the hub started is not what the journal says; somebody may have changed it. It was deleted. The journal itself is whole: start the hub again as soon as you can, and it counts from the journal.',
  chainUnderWay: (n) =>
    `Since the start every entry is being checked in the background, up to entry ${common.figure(n)} so far; nothing has to wait for it.`,
  chainGood: 'Every entry is chained to the one before it; all of them were checked.',
  good: (count) =>
    count === 0 ? 'A copy is made at every lock.' : `A copy is made at every lock; there are ${count}.`,
};
