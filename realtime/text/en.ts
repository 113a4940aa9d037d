/** What the hub says in the terminal. */
import type { Text } from './zh-CN.ts';

export const en: Text = {
  demoTitle: '开放式党建大考场 (demo data, 演示数据)',
  running: 'Dakaochang is running',
  addresses: 'Addresses',
  local: 'this machine',
  scan: 'Scan with a phone on the same Wi-Fi',
  setUp: 'First use: open this one-time link on this machine and make the owner account',
  setUpOnce: 'It works once; a restart prints another.',
  data: 'Data folder',
  stopping: 'Stopping: saving what was received …',
  stopped: 'Stopped',
  noPages: (path) => `No pages at ${path}. Start with npm start, which builds them first.`,
  portInUse: (port) => `Port ${port} is in use. Take another: PORT=3001 npm start`,
  portForbidden: (port) => `Port ${port} is not allowed. Take one above 1024: PORT=3000 npm start`,
  folderInUse: (path, pid) =>
    `The data folder ${path} is in use by another hub${pid === null ? '' : ` (process ${pid})`}. A folder has one writer.`,
  folder: (code, path) =>
    ({
      'folder-unwritable': `The data folder cannot be written: ${path}`,
      'file-unusable': `A data file cannot be opened or is damaged: ${path}`,
      'file-newer': `A data file comes from a newer version: ${path}`,
      'meeting-missing': `The meeting's file is missing: ${path}`,
      'meeting-open': `The meeting's file is open already: ${path}`,
      'meeting-exists': `The meeting's file exists already: ${path}`,
      'not-a-meeting': `This is neither a meeting's file nor a backup: ${path}. What there is: npm run restore -- --list`,
      'copy-damaged': `This copy is damaged; nothing was restored or changed: ${path}. Take another: npm run restore -- --list`,
      'other-meeting': `This is a copy of another meeting, which this data folder does not have; nothing was changed: ${path}`,
    })[code],
  config: (variable, code, value) =>
    `The environment variable ${variable} cannot be used: ${
      {
        'not-a-port': `“${value}” is no port from 0 to 65535`,
        'not-a-url': `“${value}” is no address that starts with http:// or https://`,
        unreadable: `the file “${value}” cannot be read`,
        'both-or-neither': 'set both TLS_CERT and TLS_KEY, or neither',
        'not-a-proxy': `“${value}” is neither a number of hops (0 to 9) nor a list of addresses`,
        'not-a-host': `“${value}” is no host name or address`,
        'not-seconds': `“${value}” is no number of seconds from 2 to 60`,
        'not-minutes': `“${value}” is no number of minutes from 1 to 1440`,
        'not-days': `“${value}” is no number of days from 184 to 3650 (the law asks for six months of logs at least)`,
      }[code]
    }`,
  token: {
    usage: 'Usage: npm run token -- [--role owner|host|scrutineer|viewer] [--hours 1-168]',
    noHub: (path) => `There is no data in ${path} yet: run npm start once`,
    badRole: (role) => `There is no role “${role}”. Roles: owner, host, scrutineer, viewer`,
    hours: (value) => `“${value}” is no number of hours from 1 to 168`,
  },
  verify: {
    usage:
      'Usage: npm run verify -- [DATA, A BACKUP or ONE MEETING FILE] [--bundle bundle.json] [--head NUMBER:HASH]…',
    nothing: (path) => `No meeting files in ${path}`,
    holds: (name, length) => `sound    ${name}: ${length} entries, the chain holds, hash of the last one`,
    broken: (name, n, why) =>
      `damaged  ${name}: entry ${n} ${
        {
          gap: 'is missing or out of order',
          hash: 'does not match its hash',
          previous: 'does not follow the one before',
          private: 'had its names or texts changed',
          unreadable: 'cannot be read',
        }[why]
      }`,
    unreadable: (name, path) => `damaged  ${name}: the file cannot be opened (${path})`,
    purged: 'names, texts and photos were purged; the chain is whole',
    purgedOnce: (count) => `names and texts of ${count} entries were purged`,
    left: (count) => `names or texts of ${count} entries are still there though they were purged`,
    deleted: (count) => `names or texts of ${count} entries were deleted one by one`,
    files: (count) => `${count} photos or decks were changed`,
    noBundle: (path) => `“${path}” is no bundle`,
    bundleFound: (length) => `the bundle was made from this journal (entry ${length})`,
    bundleMissing: (length) => `the bundle was not made from a journal here: no such entry ${length}`,
    lockFound: (unit, length) => `The hash at the lock of ${unit} is that of entry ${length}`,
    lockMissing: (unit, length) => `The hash at the lock of ${unit} is not that of entry ${length} here`,
    headUsage:
      'Write it as --head NUMBER:HASH, such as --head "1234:3f9a 0c5b …", with at least 8 digits of the hash',
    headFound: (length, name) => `the hash on the screen is entry ${length} of ${name}, whose chain holds`,
    headMissing: (length) => `no sound journal here has this hash as entry ${length}`,
    sound: (count) => `${count} meeting(s), all sound`,
    elsewhere: 'all meetings here are sound, but the bundle or the hash is not of them, see above',
    unsound: 'not all is sound, see above',
  },
  backup: {
    made: (count) => `Backed up ${count} meeting(s), every entry checked:`,
    damaged:
      'The backup was made, but a meeting in it is not sound. Look at the original with npm run verify:',
    back: (path) => `To put it back: npm run restore -- ${path}`,
    usage: 'Usage: npm run backup -- [FOLDER]   without one it goes into “backups” beside the data folder',
    restoreUsage:
      'Usage: npm run restore -- FOLDER OF THE BACKUP [DATA]\n       npm run restore -- COPY.sqlite [DATA]   one meeting alone\n       npm run restore -- --list [DATA]        what can be restored',
    meeting: (name, n) => `Restored the meeting ${name} as of entry ${n}. The others were not touched.`,
    purgedAgain: (names) =>
      `Names and texts had been purged and did not come back: ${names}. They are still in what you restored from; purge that too: npm run purge -- CODE --backups FOLDER --yes`,
    decksLost: (units) => `The decks of these units are in no file; please bring them again: ${units}`,
    start: 'Now start it: npm start',
    copies: (name, count) => (count === 0 ? `${name}: no copies yet` : `${name}: ${count} copies`),
    copy: (time, n, about, size) =>
      `  ${time}  entry ${n}  ${about === 'closed' ? 'closed' : `lock of ${about}`}  ${size}`,
    asideCopy: (time, size) => `  ${time}  the file that a restore put aside  ${size}`,
    how: 'To restore one of them (stop the hub first):',
    restored: (count) => `Restored ${count} meeting(s):`,
    aside: (path) => `What was there before was not deleted: ${path}`,
  },
  purge: {
    usage:
      'Usage: npm run purge -- [DATA] CODE [--backups FOLDER]… [--yes]   without --yes it only lists the files',
    noFolder: (path) => `There is no folder ${path}`,
    noMeeting: (code) => `There is no meeting with the code “${code}”`,
    notOver: (name) => `${name} is not over. Close it or put it away in the console first.`,
    appeal: (name) =>
      `The appeal period of ${name} is not over: corrections may need names and reasons. Purge it afterwards.`,
    would: (name) =>
      `This deletes the names, employers, questions, promises, reasons and other texts, the photos and decks of ${name}, for good. The ranking, the scores, the counts and the hash of every entry stay and can be recounted. Files:`,
    sayYes:
      'If that is right, run it again with --yes. Archives, discs and copies elsewhere are yours to deal with.',
    outcome: (outcome, removed) =>
      ({ purged: `purged ${removed}`, 'nothing-left': 'nothing left', damaged: 'NOT purged' })[outcome],
    done: (name, files) =>
      `The names and texts of ${name} are gone from ${files} file(s). npm run verify shows that the chain holds.`,
    damaged: (count) =>
      `${count} file(s) could not be opened or written, and still hold names and texts. Mend them and run this again.`,
  },
  unforeseen:
    'Something went wrong that nobody foresaw; the hub stops. Please show the lines above to a maintainer.',
};
