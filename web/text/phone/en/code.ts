import type * as ZhModule from '../zh-CN/code.ts';

type Zh = typeof ZhModule;

export const code: Zh['code'] = {
  title: 'Enter a meeting',
  label: 'Meeting code',
  hint: 'the six figures on the screen',
  go: 'Enter',
  short: 'Please type six figures',
  offline: 'The server cannot be reached. Please check the network',
  scan: 'If you hold a pass, scan the QR code on it with your phone',
  console: 'For organizers',
};
