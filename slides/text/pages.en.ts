import type { PagesText } from './pages.zh-CN.ts';

export const pagesEn: PagesText = {
  open: {
    title: 'Big screen',
    ready:
      'This computer becomes the big screen of the venue. It fills the screen and follows the meeting by itself.',
    button: 'Open the screen',
    opening: 'Opening',
    connecting: 'Connecting',
    waiting:
      'This screen pass is in use on another device. Once the host moves it, the picture appears here by itself.',
    noPass:
      'Screens are opened from the console: the host signs in, chooses “open the screen” and brings the link here.',
    otherPass: 'This link is no pass for a screen. Please open the screen from the console again.',
    refused: 'This link no longer works. Please open the screen from the console again.',
    noMeeting: 'There is no such meeting. Please check the code in the address.',
    toConsole: 'Go to the console',
  },
  gallery: {
    title: 'Scenes of the big screen',
    scene: 'Scene',
    sample: 'Sample',
    size: 'Size',
    theme: 'Theme',
    day: 'Day',
    night: 'Night',
    language: 'Language',
    alone: 'Open alone',
    preview: 'Preview',
    unknown: 'There is no such scene',
    names: {
      blank: 'Quiet',
      welcome: 'Welcome and join',
      promise: 'Draw: commitment',
      lots: 'Order of turns',
      report: 'Report',
      floor: 'Questions wanted',
      drawn: 'Drawn by lot',
      question: 'Question and answer',
      ratings: 'Ratings of an answer',
      scoring: 'Scoring',
      locked: 'Waiting for a result',
      result: 'Result of a unit',
      ceremony: 'Unveiling',
      standings: 'Ranking',
      pause: 'Pause',
      closed: 'The end',
    },
  },
};
