import type * as ZhModule from '../zh-CN/network.ts';

type Zh = typeof ZhModule;

export const network: Zh['network'] = {
  away: 'No network; it reconnects by itself. What you wrote is kept on this phone.',
  awayMemory: 'No network; it reconnects by itself. Please do not close this page: what you wrote is on it.',
  forgetful:
    'This phone lets no page keep anything. Please do not close or reload this page; if you did, scan your pass again.',
  heldTitle: (online) =>
    online
      ? 'Your ballot is on this page, being submitted'
      : 'Your ballot is on this page, waiting for a network',
  held: 'Noted on this page',
};
