import type { ReachText } from './reach.zh-CN.ts';

export const en: ReachText = {
  title: 'Try this phone',
  trying: 'Trying, one moment',
  good: 'It works',
  goodHow: 'This phone can open the meeting and follow it live. You can close this page.',
  goodTrip: (ms) => `${ms} ms there and back`,
  half: 'Only half of it works',
  halfHow:
    'The page opens, but there is no live connection, so the meeting would stand still. Try another Wi-Fi, or ask the organizers to look at the router and the firewall.',
  bad: 'It did not work',
  badHow: 'This phone could not answer just now. Look at the network and try again.',
  old: 'This code is too old; please ask the organizers for a new one.',
  again: 'Try again',
};
