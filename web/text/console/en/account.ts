import type * as ZhModule from '../zh-CN/account.ts';

type Zh = typeof ZhModule;

export const account: Zh['account'] = {
  consoleTitle: 'Console · The Great Exam',
  languages: { 'zh-CN': '中文', en: 'English' },
  roles: { owner: 'owner', host: 'host', scrutineer: 'scrutineer', viewer: 'viewer' },
  signInTitle: 'Sign in to the console',
  noOrganizerYet:
    'There is no owner yet. Open the one-time set-up link that the terminal shows at the start.',
  notSecure: 'For safety, nobody can sign in here.',
  notSecureHow: (here) =>
    `Organizers sign in at ${here} on the machine that runs the hub, or over HTTPS. No password crosses the venue’s network in the clear.`,
  idleEnded: (minutes) =>
    `You were signed out after ${minutes === 60 ? 'an hour' : `${minutes} minutes`} without doing anything. Please sign in again.`,
  idleKept: 'The page that you had open is still there; go on after signing in.',
  closedEnded:
    'Your session has ended: the password or the role was changed, or you signed out elsewhere. Please sign in again.',
  lockRule: 'Five wrong attempts in a row lock the name for 15 minutes.',
  name: 'Name',
  password: 'Password',
  nameMissing: 'Please enter a name',
  passwordMissing: 'Please enter the password',
  signIn: 'Sign in',
  signingIn: 'Signing in',
  signOut: 'Sign out',
  signedInAs: (name, role) => `${name} (${role})`,
  tryAgain: 'Try again',
  setUpTitle: 'The first owner',
  setUpWhat: 'The owner may do everything. This link works once.',
  linkIncomplete: 'This link is incomplete.',
  linkIncompleteHow: 'Copy the whole set-up link from the terminal, with what stands behind the #.',
  setUpDone: 'This was set up already. Please sign in.',
  toConsole: 'To the console',
  yourName: 'Your name',
  yourNameHint: 'You sign in with it; at most 40 characters.',
  newPassword: 'Choose a password',
  passwordAgain: 'The password once more',
  passwordsDiffer: 'The two passwords differ',
  create: 'Create and sign in',
  creating: 'Creating',
  welcome: (name) => `${name}, this hub is set up`,
  whatNow: 'Rehearse with the demo meeting, or make your own at once.',
};
