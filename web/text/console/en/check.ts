import { plural } from './plural.ts';
import type * as ZhModule from '../zh-CN/check.ts';

type Zh = typeof ZhModule;

const megabytes = (bytes: number): string =>
  bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)} GB` : `${Math.floor(bytes / 1e6)} MB`;

export const check: Zh['check'] = {
  title: 'Before we open',
  sum: (good, open, bad) =>
    bad > 0
      ? `${bad} will not do as they are, ${open} to look at, ${good} good.`
      : open > 0
        ? `${good} good, ${open} still to look at.`
        : `All ${good} are good. The meeting can open.`,
  states: { good: 'good', look: 'look', bad: 'bad', busy: 'looking' },
  names: {
    phones: 'Phones get through',
    disk: 'Room on the disk',
    fsync: 'Saving',
    clock: 'Time',
    journal: 'Journal',
    copies: 'Automatic copies',
    screens: 'Screens',
    people: 'Examiners',
    units: 'Units and members',
    sheet: 'Sheet',
    scrutineers: 'Scrutineers',
    mode: 'Rehearsal or official',
  },
  go: 'See to it',
  again: 'Look again',
  checkedAt: (time) => `Machine looked at ${time}`,
  phones: {
    good: (count, trip) =>
      `${plural(count, 'phone')} tried and got through, about ${trip} ms there and back.`,
    half: 'A phone opened the page but had no live connection. See whether the router or the firewall blocks WebSocket.',
    none: 'No phone has tried yet. Scan the code on the right: ten seconds tell.',
    loopback:
      'This computer is in no network, so no phone can find it. Join the venue’s Wi-Fi or set PUBLIC_URL.',
  },
  disk: {
    good: (free) => `${megabytes(free)} free; a meeting takes less than 100 MB.`,
    little: (free) => `Only ${megabytes(free)} left. Please clear some files and keep at least 1 GB.`,
    unknown: 'The system does not say how much room is left; please look yourself.',
  },
  fsync: {
    good: (ms) => `${ms} ms each time; fast.`,
    slow: (ms) =>
      `${ms} ms each time; rather slow, receipts may lag when many score. Keep the data on this computer’s own disk, not on a stick or a network drive.`,
    bad: (ms) => `${ms} ms each time; too slow. Put the data on this computer’s own solid-state disk.`,
    none: 'Nothing can be written to the data folder. See whether the disk is full or the folder read-only.',
  },
  clock: {
    good: (time) => `Server time ${time}, the same as on the phones that tried.`,
    alone: (time) =>
      `Server time ${time}. Compare it with a phone; once a phone scans the code it is compared by itself.`,
    off: (minutes) =>
      `About ${minutes} min apart from the phones that tried. Clocks on stage are not affected, but times in the record and the exports would be wrong: please set this computer’s time.`,
  },
  screens: {
    good: (count) => `${plural(count, 'screen is', 'screens are')} connected.`,
    waiting: (codes) => `Screens wait to be paired: ${codes}. Look at the wall, then confirm below.`,
    list: (all) => all.join(', '),
    away: (names) => ` Not connected: ${names}.`,
    none: 'No screen is connected. Open one from the live page, or open this hub’s address with /screen on the screen’s computer and confirm its code here.',
  },
  people: {
    good: (issued, present) => `All ${plural(issued, 'examiner')} have passes, ${present} present.`,
    none: 'There are no examiners’ passes yet; nobody could score.',
    missing: (count) => `${plural(count, 'examiner has', 'examiners have')} no pass yet.`,
    absent: (names) => `Nobody is here of: ${names.join(', ')}.`,
  },
  units: {
    good: (units, members) => `${plural(units, 'unit')}, ${plural(members, 'member')}.`,
    none: 'There are no units yet.',
    noMembers: (names) => `Without members: ${names.join(', ')}. Nobody would answer their questions.`,
    noSecretary: (names) =>
      `Without a secretary: ${names.join(', ')}. Questions that name nobody go to the first member instead.`,
  },
  sheet: {
    good: (criteria, full) =>
      `${plural(criteria, 'criterion', 'criteria')}, ${full} points in full, nothing wrong.`,
    bad: (count) => `The sheet has ${plural(count, 'problem')}.`,
  },
  scrutineers: {
    good: (count) => `${plural(count, 'scrutineer')}; counts are confirmed before they are published.`,
    none: 'No scrutineer: counts are published unconfirmed, and nobody can confirm an amendment.',
  },
  mode: {
    official: 'Official.',
    rehearsal:
      'Still a rehearsal. Its ballots and questions do not come along: go official before the meeting opens.',
  },
  byHand: 'To be seen with your own eyes',
  items: {
    'passes-printed': 'Passes are printed, cut and sorted by category',
    'poster-up': 'The join poster hangs where people see it, also beside the screen',
    'paper-ready': 'Paper ballots, pens and a box are at hand in case',
    power: 'Computer and screen are on mains power; sleep and lock are off',
    briefed: 'Host, scrutineers and those who help the elders know what to do',
  },
  tick: (item) => `Done: ${item}`,
  tickedAt: (time) => `done at ${time}`,
  notYet: 'not yet',
  try: {
    title: 'Try a phone',
    how: 'Scan this code with a phone, best in WeChat. The phone says whether it gets through, and so does this page.',
    codeOf: (address) => `Code to try ${address}`,
    waiting: 'No phone has tried yet.',
    report: (device, trip) => `${device}, ${trip} ms there and back`,
    live: 'live connection',
    notLive: 'no live connection',
    via: (address) => `by way of ${address}`,
    old: 'This code is too old.',
    fresh: 'Make a new code',
    onlyHosts: 'An owner or a host can show a code here for phones to try.',
  },
  devices: {
    'wechat-android': 'WeChat on Android',
    'wechat-ios': 'WeChat on an iPhone',
    android: 'Android browser',
    ios: 'iPhone browser',
    other: 'another device',
  },
};
