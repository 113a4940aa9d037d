/** Names and texts: how long they are kept, and their purge. */
import type * as Zh from '../zh-CN/privacy.ts';

export const purge: (typeof Zh)['purge'] = {
  open: 'Purge names and texts',
  of: (title) => `Purge names and texts of “${title}”`,
  goes: 'Deleted for good',
  going: [
    'Names and employers of examiners, members and scrutineers',
    'Words of questions, promises and notices, and all reasons',
    'Photos, decks, names of screens and of the Wi-Fi',
  ],
  stays: 'Kept, and can be recounted',
  staying: [
    'Units, scores, levels, ranks',
    'Ballots (by receipt), attendance, draws, amendments',
    'Time, number and hash of every step',
  ],
  copies:
    'The rehearsal that it came from, automatic copies and backups in the backup folder are purged along. Download tables with names first if you need them.',
  again: (when) =>
    `Purged already (${when}). Another purge removes what was written since, and what is in backups that were put here later.`,
  now: 'Purge names and texts',
  damaged: (count) =>
    `The meeting is purged, but ${count} file(s) could not be opened or written and still hold names and texts:`,
  due: (day) => `names and texts go by themselves on ${day}`,
  done: (day) => `names and texts were purged on ${day}`,
};

export const keep: (typeof Zh)['keep'] = {
  title: 'How long names and texts are kept',
  hint: 'So many days after the end names, texts, photos and decks are deleted by themselves; scores and ranks stay. 0: never by themselves.',
  label: 'Days',
  wrong: 'Please write a whole number from 0 to 3650.',
  saved: 'Saved',
  unsaved: 'Not saved yet',
  save: 'Save the days',
  after: 'The meeting is closed: a shorter time still leaves 30 days.',
  ownerOnly: 'How long is for owners to say.',
  days: (days) =>
    days === 0
      ? 'Never by themselves; an owner purges them once the meeting is archived.'
      : `${days} days after the end.`,
  page: 'The page on privacy, for everybody',
};
