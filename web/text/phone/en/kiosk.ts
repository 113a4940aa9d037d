import type * as ZhModule from '../zh-CN/kiosk.ts';

type Zh = typeof ZhModule;

export const kiosk: Zh['kiosk'] = {
  title: 'Shared tablet',
  scan: 'Please scan your pass',
  scanHow: 'Hold the QR code of your pass to the scanner. Without one, ask staff to let you in.',
  field: 'Scan',
  camera: 'Scan with the camera',
  cameraOff: 'Without the camera',
  cameraFailed: 'The camera does not open. Use the scanner, or ask staff to let you in.',
  unreadable: 'This code was not recognised. Please scan it again.',
  otherMeeting: 'This pass is for another meeting.',
  letting: 'Looking this pass up',
  notKiosk: 'This tablet is not enrolled yet',
  notKioskHow: 'Open the link of a “shared tablet” pass on this tablet.',
  now: (unit) => `Now scoring ${unit}`,
  nobody: 'No unit is on stage now.',
  leave: 'Leave',
  leaving: 'Leaving',
  stay: 'I am still here',
  idle: (seconds) => `Are you still there? Leaving in ${seconds} s; what was not submitted is not kept.`,
  ends: (seconds) => `Leaves by itself in ${seconds} s`,
  handOn: 'Please hand the tablet to the next person',
  noted: 'Noted, leave',
  underway: 'Being submitted. Please stay a moment',
  underwayHow: 'The receipt is shown here as soon as it has arrived.',
};
