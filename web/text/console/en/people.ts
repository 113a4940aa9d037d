import type * as ZhModule from '../zh-CN/people.ts';

type Zh = typeof ZhModule;

export const weak: Zh['weak'] = (problem, least) => {
  if (problem === 'name') return 'The password must not be the name with a little around it.';
  if (problem === 'common')
    return 'Such a password is easy to guess (a common word, a repetition, a run of keys, figures alone).';
  if (problem === 'same') return 'The new password is the old one.';
  return `The password is too short: at least ${least} characters.`;
};

export const people: Zh['people'] = {
  home: 'Meetings',
  link: 'Organizers',
  mine: 'My account',
  title: 'Organizers',
  ownTitle: 'My account',
  ownerOnly: 'Owners add people and change roles.',
  name: 'Name',
  role: 'Role',
  means: {
    owner: 'may do everything, and manages organizers',
    host: 'prepares meetings, runs the stage, questions and screens',
    scrutineer: 'sees progress, confirms counts and amendments',
    viewer: 'looks and changes nothing',
  },
  lastSignIn: 'Last sign-in',
  never: 'never signed in',
  state: 'State',
  fine: 'fine',
  locked: (until) => `locked until ${until}`,
  due: 'has to choose a password',
  you: 'you',
  change: 'Change',
  changeOf: (name) => `Change: ${name}`,
  close: 'Close',
  saveRole: 'Save the role',
  newName: 'New name',
  saveName: 'Save the name',
  renameWhat: 'From then on the new name signs in. Earlier records keep the old one.',
  renamed: (before, after) => `${before} is now called ${after}.`,
  newRole: 'New role',
  roleOwn: 'This is your own role. It changes at once, and only another owner can change it back.',
  unlock: 'Unlock',
  unlockWhat: 'Five wrong passwords lock for 15 minutes. If it was really this person, unlock now.',
  reset: 'Reset the password',
  resetWhat:
    'You choose a temporary password and tell it in person; it has to be changed at the next sign-in. Open sessions end at once.',
  temporary: 'Temporary password',
  remove: 'Remove',
  removeOf: (name) => `Remove ${name}`,
  removeWhat: 'Cannot sign in any more; open pages end at once. What was done stays on record.',
  removeNow: (name) => `Confirm: remove ${name}`,
  lastOwner: 'This is the last owner: add another before you change the role or remove.',
  addTitle: 'Add somebody',
  addWhat:
    'You choose a temporary password and tell it in person; it has to be changed at the first sign-in.',
  add: 'Add',
  added: (name) => `${name} was added. Tell the temporary password in person.`,
  resetDone: (name) => `The password of ${name} was reset. Tell it in person.`,
  nameMissing: 'Please enter a name',
  show: 'Show',
  hide: 'Hide',
  rule: (least) =>
    `At least ${least} characters; a sentence that is easy to remember will do. Not the name with a little around it, nothing common, no repetition, not figures alone.`,
  ownPassword: 'Change my password',
  oldPassword: 'The present password',
  givenPassword: 'The password that the owner told you',
  newPassword: 'New password',
  again: 'The new password once more',
  differ: 'The two passwords differ',
  oldMissing: 'Please enter the present password',
  givenMissing: 'Please enter the password that the owner told you',
  oldWrong: 'This is not the present password.',
  savePassword: 'Save the new password',
  passwordSaved: 'The password was changed. Sessions elsewhere have ended.',
  dueTitle: 'Choose a password of your own first',
  dueWhat: (name) => `${name}, somebody else chose your password. Choose one that only you know to begin.`,
};

export const audit: Zh['audit'] = {
  link: 'Record',
  title: 'Record of sign-ins and changes',
  what: 'Who signed in or was refused, and what was done to accounts and meetings. Only ever added to.',
  none: 'Nothing to show.',
  time: 'Time',
  who: 'Who',
  did: 'What',
  from: 'From',
  group: 'Show',
  groups: {
    all: 'everything',
    'sign-ins': 'sign-ins',
    refusals: 'refusals',
    accounts: 'accounts',
    meetings: 'meetings',
  },
  name: 'Name or meeting',
  find: 'Find',
  older: 'Older lines',
  nobody: 'not signed in',
  unknown: '(no such name)',
  here: 'this machine',
  line: (what, about, detail, role) => {
    const [before = '', after = ''] = detail.split(' ');
    const words: Record<string, string> = {
      'set-up': 'became the first owner',
      'signed-in': 'signed in',
      'signed-out': 'signed out',
      'sign-in-refused':
        detail === 'unknown'
          ? 'sign-in refused: no such name'
          : detail === 'locked'
            ? `sign-in as “${about}” refused: locked`
            : `sign-in as “${about}” refused: wrong password`,
      'locked-out': `“${about}” locked for ${detail} min after five wrong passwords`,
      'organizer-added': `added “${about}” as ${role(detail)}`,
      'organizer-removed': `removed “${about}” (${role(detail)})`,
      'organizer-renamed': `renamed “${detail}” to “${about}”`,
      'role-changed': `made “${about}” ${role(after)} instead of ${role(before)}`,
      'password-reset': `reset the password of “${about}”`,
      'password-changed': 'changed the own password',
      unlocked: `unlocked “${about}”`,
      'meeting-created': `created “${about}”`,
      'meeting-copied': `copied meeting ${detail} as “${about}”`,
      'meeting-archived': `archived “${about}”`,
      'meeting-restored': `restored “${about}”`,
      'meeting-removed': `deleted “${about}” for good`,
      'meeting-purged':
        `purged the names and texts of “${about}”` +
        (detail.startsWith('time') ? ' (their time ran out)' : detail === 'command' ? ' (by command)' : '') +
        (/\d/.test(detail) ? `; ${/\d+/.exec(detail)?.[0]} file(s) could not be purged` : ''),
      'logs-removed': `removed ${detail} lines of this record whose time was over`,
      'went-official': `made “${about}” official`,
    };
    return words[what] ?? what;
  },
};

export const scrutineers: Zh['scrutineers'] = {
  title: 'Scrutineers',
  hint: 'Scrutineers confirm each count before it is published, and each amendment.',
  pick: 'Chosen from the organizers with the role “scrutineer”.',
  none: 'No organizer has the role “scrutineer” yet.',
  toPeople: 'Add organizers',
  chosen: (names) => (names.length === 0 ? 'No scrutineer is chosen.' : `Chosen: ${names.join(', ')}`),
  noneChosen: 'No scrutineer: counts are published unconfirmed; any scrutineer may confirm amendments.',
  nobodyConfirms:
    'There is no scrutineer at all: nobody can confirm an amendment (a late ballot, say) after the lock.',
  notAScrutineer: (name, role) => `${name} is now ${role} and cannot confirm counts; please choose another.`,
  gone: (name) => `${name} is no organizer any more and cannot confirm counts; please choose another.`,
  official:
    'The scrutineers of an official meeting are fixed. A change needs a reason and stands in the exported ranking (“Deductions and corrections”).',
  reason: 'Reason for the change',
  reasonMissing: 'Please give the reason for the change',
  ownerOnly: 'The owner chooses the scrutineers.',
};
