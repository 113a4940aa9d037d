import { momentOf } from '../../../../assessment/days.ts';
import { formatPoints } from '../../../../assessment/decimal.ts';
import type { JournalLine, JournalPass } from '../../../../assessment/view-journal.ts';
import { en as common } from '../../common.en.ts';

import type * as ZhModule from '../zh-CN/journal.ts';

type Zh = typeof ZhModule;

const from = (words: Record<string, string>, key: unknown): string =>
  words[String(key)] ?? (key == null ? '…' : String(key));

export const passWords: Zh['passWords'] = (pass: JournalPass | null) =>
  pass ? [pass.category, pass.number, pass.name].filter(Boolean).join(' ') : 'an examiner';

const unit = (line: JournalLine): string => line.unit?.name ?? 'a unit';
const pass = (line: JournalLine): string => passWords(line.pass);
const asked = (line: JournalLine): string => (line.question === null ? 'a question' : `“${line.question}”`);
const said = (line: JournalLine): string => (line.text === null ? '' : `: ${line.text}`);
const because = (line: JournalLine): string => (line.text === null ? '' : `; reason: ${line.text}`);
const seconds = (ms: unknown): string => {
  const all = Math.round(Math.abs(Number(ms ?? 0)) / 1000);
  const [minutes, rest] = [Math.floor(all / 60), all % 60];
  if (all === 0) return 'less than 1 s';
  return minutes === 0 ? `${rest} s` : rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
};
const moment = (at: unknown): string => {
  const { year, month, day, clock } = momentOf(Number(at));
  return `${year}-${month}-${day} ${clock}`;
};
const corrected = ({ facts }: JournalLine): string =>
  Number(facts.points) === 0 ? 'taken back' : `${formatPoints(Number(facts.points))} points`;
const clocks = { stage: 'stage', answer: 'answer' };
const purposes = { order: 'order of the units', questioner: 'questioner', question: 'question' };
const confirmations = {
  questioner: 'The questioner confirmed',
  aloud: 'The questioner agreed aloud, the host confirmed for him',
  absent: 'The questioner was away, the host confirmed',
};
const amendmentKinds = { void: 'take out', replace: 'new scores for', admit: 'admit' };
const screens = (line: JournalLine): string => (line.pass ? `screen ${line.pass.number}` : 'all screens');

const entries: Zh['journal']['entries'] = {
  'meeting-created': ({ facts }) => `Meeting created (${from(common.modes, facts.mode)})`,
  'meeting-described': (line) => `Title saved${said(line)}`,
  'settings-set': () => 'Settings saved',
  'meeting-phase': (line) => `Meeting is now “${from(common.phases, line.facts.to)}”${because(line)}`,
  'meeting-paused': (line) => `Meeting paused${said(line)}`,
  'meeting-resumed': () => 'Meeting resumed',
  'scrutineers-set': (line) => `${line.facts.count} scrutineers named${said(line)}`,
  'checklist-ticked': ({ facts }) =>
    facts.done ? 'An item of the preflight ticked' : 'A tick of the preflight removed',
  'journal-restored': () => 'Restored from a backup; what came after it is gone',
  'keep-days-set': ({ facts }) =>
    Number(facts.days) === 0
      ? 'Set: names and texts are kept until somebody purges them'
      : `Set: names and texts are kept for ${facts.days} days after the end`,
  'private-purged': ({ facts }) =>
    `Names, texts, photos and decks purged (${
      {
        asked: 'by an owner',
        time: 'their time ran out',
        command: 'by command',
        copy: 'from a purged backup',
      }[String(facts.cause)] ?? 'as set'
    })`,
  'journal-moved': () => 'The data went to another machine or folder; the journal goes on from here',
  'authority-started': ({ facts }) =>
    `Server started again after ${seconds(facts.down)}; the clocks were moved on`,
  'scoring-set': () => 'Sheet saved',
  'units-set': ({ facts }) => `Units saved, ${facts.count} in all`,
  'members-set': ({ facts }) => `Members saved, ${facts.count} in all`,
  'examiners-set': ({ facts }) => `Examiners saved, ${facts.count} in all`,
  'examiner-added': (line) => `An examiner added${said(line)}`,
  'passes-issued': ({ facts }) => `${facts.count} passes issued`,
  'pass-enrolled': (line) => `Pass ${pass(line)} enrolled on a phone, checked in`,
  'handover-asked': (line) => `Pass ${pass(line)} asks to move to another phone`,
  'handover-denied': (line) => `Pass ${pass(line)} stays on its phone`,
  'pass-reissued': (line) => `Pass ${pass(line)} issued again${because(line)}`,
  'pass-checked-in': (line) => `${pass(line)} checked in`,
  'pass-checked-out': (line) => `${pass(line)} left`,
  'pass-revoked': (line) => `Pass ${pass(line)} revoked${because(line)}`,
  'pass-not-here': (line) => `${pass(line)} marked as not here`,
  'session-revoked': () => 'A phone that was revoked in the rehearsal stays so',
  'recusal-declared': (line) => `${pass(line)} declared a recusal for ${unit(line)}`,
  'turn-stepped': (line) =>
    `${unit(line)}: from “${from(common.stages, line.facts.from)}” to “${from(common.stages, line.facts.to)}”${
      line.facts.eligible === null ? '' : `, ${line.facts.eligible} eligible`
    }${because(line)}`,
  'unit-absent': (line) => `${unit(line)} marked absent${because(line)}`,
  'unit-present': (line) => `${unit(line)} no longer absent${because(line)}`,
  'order-set': ({ facts }) => `Order of the ${facts.count} waiting units set`,
  'clock-run': ({ facts }) => `Clock (${from(clocks, facts.clock)}) ${facts.run ? 'started' : 'stopped'}`,
  'clock-adjusted': ({ facts }) =>
    `Clock (${from(clocks, facts.clock)}) ${Number(facts.by) < 0 ? 'minus' : 'plus'} ${seconds(facts.by)}`,
  'question-asked': (line) =>
    `${line.facts.from === 'crowd' ? 'The crowd' : line.facts.from === 'examiner' ? pass(line) : 'The host'} asks ${unit(line)}${
      line.facts.oral ? ' aloud' : ''
    }: ${asked(line)}`,
  'question-moved': (line) =>
    `${asked(line)} is now “${from(common.questions, line.facts.to)}”${because(line)}`,
  'question-merged': (line) => `${asked(line)} merged into another`,
  'question-edited': (line) => `Reworded for the screen${said(line)} (original ${asked(line)})`,
  'question-reordered': (line) => `${asked(line)} moved in the queue`,
  'question-handed-on': (line) => `${asked(line)} handed on to ${line.member ?? 'another member'}`,
  'deck-attached': (line) =>
    `Slides of ${unit(line)}${line.text ? ` (${line.text})` : ''}, pages: ${line.facts.pages ?? ''}`,
  'deck-removed': (line) => `Slides of ${unit(line)} taken away`,
  'deck-turned': (line) =>
    line.facts.shown
      ? `Slides of ${unit(line)} turned to page ${line.facts.page ?? ''}`
      : `Slides of ${unit(line)} put away`,
  'evidence-attached': (line) => `A picture attached to ${asked(line)}`,
  'evidence-removed': (line) => `A picture taken away from ${asked(line)}`,
  'evidence-shown': (line) =>
    `A picture of ${asked(line)} ${line.facts.on ? 'put on' : 'taken off'} the screen`,
  'photo-withheld': (line) =>
    `The photo of ${asked(line)} ${line.facts.on ? 'kept from' : 'opened to'} the phones`,
  'question-supported': (line) => `${line.facts.on ? 'Supported' : 'No longer supported'}: ${asked(line)}`,
  'question-on-stage': (line) => `${asked(line)} goes on stage`,
  'question-answered': (line) => `${asked(line)} answered`,
  'question-returned': (line) => `${asked(line)} taken back one step`,
  'answer-rated': (line) => `${pass(line)} rated the answer to ${asked(line)}`,
  'ratings-shown': (line) => `Ratings of ${asked(line)} shown`,
  'help-asked': (line) => `${pass(line)} ${line.facts.on ? 'asked for help' : 'needs no help any more'}`,
  'help-done': (line) => `${pass(line)} was helped`,
  'hand-raised': (line) => `${pass(line)} ${line.facts.on ? 'raised a hand' : 'lowered the hand'}`,
  'hand-on-offered': (line) =>
    line.facts.on
      ? `${line.member ?? 'Another member'} was asked to take over ${asked(line)}`
      : `Nobody is asked any more to take over ${asked(line)}`,
  'hand-on-declined': (line) => `${line.member ?? 'Another member'} did not take over ${asked(line)}`,
  'promise-made': (line) =>
    `${unit(line)}: ${line.member ?? 'a member'} promised${line.facts.from === 'host' ? ' aloud (written down by the host)' : ''}${said(line)}; by ${line.facts.due} (${asked(line)})`,
  'promise-changed': (line) =>
    `${unit(line)}: the promise of ${line.member ?? 'a member'} is now${said(line)}; by ${line.facts.due}`,
  'promise-confirmed': (line) =>
    `${from(confirmations, line.facts.by)} the promise of ${line.member ?? 'a member'} (${asked(line)})`,
  'promise-objected': (line) =>
    `The questioner says that the promise of ${line.member ?? 'a member'} is not right (${asked(line)})`,
  'promise-withdrawn': (line) =>
    `The promise of ${line.member ?? 'a member'} was withdrawn (${asked(line)})${because(line)}`,
  'ballot-accepted': (line) =>
    `${pass(line)} handed in the ballot for ${unit(line)}${Number(line.facts.revision) > 1 ? ` (no. ${line.facts.revision})` : ''}${
      line.facts.assisted ? `, entered by an assistant${said(line)}` : ''
    }`,
  'ballot-late': (line) => `The ballot of ${pass(line)} for ${unit(line)} came after the lock and is sealed`,
  'wait-asked': (line) => `${pass(line)} ${line.facts.on ? 'asks to wait' : 'no longer asks to wait'}`,
  'paper-issued': (line) => `Paper ballot for ${unit(line)} given to ${pass(line)}`,
  'paper-keyed': (line) => `Paper ballot of ${pass(line)} for ${unit(line)} keyed in`,
  'paper-returned': (line) => `Paper ballot of ${pass(line)} for ${unit(line)} taken back`,
  'kiosk-admitted': (line) => `${pass(line)} begins on the shared tablet`,
  'kiosk-released': (line) => `${pass(line)} leaves the shared tablet`,
  'crowd-paper-keyed': (line) => `Paper tally of the crowd for ${unit(line)} keyed in`,
  'crowd-voted': (line) => `A voice of the crowd voted for ${unit(line)}`,
  'amendment-proposed': (line) =>
    `Amendment ${line.facts.id} proposed: ${from(amendmentKinds, line.facts.kind)} the ballot of ${pass(line)} for ${unit(line)}${because(line)}`,
  'amendment-confirmed': (line) =>
    `Amendment ${line.facts.id} confirmed: ${from(amendmentKinds, line.facts.kind)} the ballot of ${pass(line)} for ${unit(line)}`,
  'amendment-withdrawn': (line) => `Amendment ${line.facts.id} withdrawn (${unit(line)}, ${pass(line)})`,
  'deduction-set': (line) =>
    line.facts.points === 0
      ? `A deduction of ${unit(line)} taken back${because(line)}`
      : `${formatPoints(Number(line.facts.points))} points off ${unit(line)}${because(line)}`,
  'correction-proposed': (line) =>
    `Deduction of ${unit(line)} to be corrected: ${corrected(line)}${because(line)}`,
  'correction-confirmed': (line) => `Deduction of ${unit(line)} corrected: ${corrected(line)}`,
  'correction-withdrawn': (line) => `Correction of a deduction of ${unit(line)} withdrawn`,
  'screen-shown': (line) => `A scene sent to ${screens(line)}${said(line)}`,
  'wifi-shown': (line) =>
    line.facts.shown === true
      ? `The Wi-Fi put on the screens${said(line)}`
      : 'The Wi-Fi taken off the screens',
  'screen-named': (line) => `A screen named${said(line)}`,
  'draw-promised': ({ facts }) =>
    `Commitment of a draw shown (${from(purposes, facts.purpose)}, ${facts.count} lots)`,
  'draw-done': ({ facts }) => `Drawn (${from(purposes, facts.purpose)}) with the number ${facts.number}`,
  'draw-abandoned': (line) => `A draw abandoned (${from(purposes, line.facts.purpose)})${because(line)}`,
  'questioner-passed-over': (line) => `${pass(line)} was drawn, is away, and is passed over`,
  'count-confirmed': (line) => `Count of ${unit(line)} confirmed`,
  'turn-published': (line) => `Result of ${unit(line)} published`,
  'result-announced': ({ facts }) =>
    Number(facts.days) === 0
      ? 'Result announced, without an appeal period'
      : `Result announced; appeals until ${moment(facts.until)}`,
  'result-final': (line) =>
    `Result made final${line.facts.early ? ' before the period was over' : ''}${because(line)}`,
  'ceremony-started': ({ facts }) => `Ceremony begun with ${facts.count} units`,
  'ceremony-beat': ({ facts }) =>
    Number(facts.to) < Number(facts.from) ? 'Ceremony one step back' : `Ceremony step ${facts.to}`,
};

const roles: Record<string, string> = {
  owner: 'owner',
  host: 'host',
  scrutineer: 'scrutineer',
  viewer: 'viewer',
  examiner: 'examiner',
  member: 'member',
  presenter: 'presenter',
  screen: 'screen',
  crowd: 'crowd',
  system: 'system',
};

export const journal: Zh['journal'] = {
  title: 'Journal',
  audit: 'Sign-ins and accounts',
  about:
    'Every entry is numbered and chained to the one before; none can be changed or deleted. Scores of ballots, ratings and votes are shown to nobody.',
  head: (length) => `${length} entries; hash of the last`,
  rehearsal: (length) => `Follows a rehearsal of ${length} entries; hash of its last`,
  filter: 'Filter',
  kind: 'Kind',
  unit: 'Unit',
  person: 'Who',
  personHint: 'a name or a pass number',
  text: 'Text',
  textHint: 'words of a unit, a question, a reason',
  all: 'all',
  find: 'Find',
  clear: 'Clear the filter',
  fresh: (count) => `${count} new entries: show`,
  more: 'Earlier entries',
  loading: 'Reading…',
  none: 'No such entry was found.',
  beginning: 'These are all entries.',
  searched: (n) => `Looked back to entry ${n}; there is more before it.`,
  columns: { n: 'No.', time: 'Time', what: 'What', by: 'Who' },
  purged: '(names or texts in it were deleted as the rules say)',
  unknown: (type) => `An entry that this version does not know (${type})`,
  kinds: {
    meeting: 'Meeting',
    agenda: 'Agenda',
    questions: 'Questions',
    promises: 'Promises',
    ballots: 'Ballots',
    crowd: 'Crowd votes',
    passes: 'Passes',
    publication: 'Confirming, publishing',
    amendments: 'Amendments, deductions',
    draws: 'Lots',
    screens: 'Screens',
    roster: 'Rosters and sheet',
  },
  entries,
  by: ({ by }) => {
    const role = roles[by.role] ?? by.role;
    if (by.pass) return passWords(by.pass);
    return by.name === null ? role : `${by.name} (${role})`;
  },
};
