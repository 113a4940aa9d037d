import type * as ZhModule from '../zh-CN/poster.ts';

type Zh = typeof ZhModule;

export const poster: Zh['poster'] = {
  title: 'Join poster',
  back: 'Back to passes',
  about:
    'For the entrance and the seats. Whoever scans it has the crowd’s rights only; examiners use their own passes.',
  wifi: 'Wi-Fi of the venue',
  wifiKept:
    'Kept in this browser only and printed on the poster; left out where it is empty. Only what is put on the screens is stored on the server.',
  onScreens: 'Put it on the welcome screen',
  offScreens: 'Take it off the screens',
  screensSay:
    'Everybody sees a screen: the name, the password and the code to connect stand beside the way in.',
  screensNow: (name: string) => `The screens show the Wi-Fi “${name}”.`,
  screensUpdate: 'Show what is filled in above',
  ssid: 'Name of the Wi-Fi',
  password: 'Password of the Wi-Fi',
  security: 'Encryption',
  securities: { WPA: 'WPA (the usual one)', WEP: 'WEP (old devices)', nopass: 'no password' },
  hidden: 'Hidden network',
  problems: {
    'name-long': 'A name has at most 32 bytes; a Chinese character takes 3.',
    'password-short': 'A WPA password has at least 8 characters.',
    'password-long': 'A WPA password has at most 63 characters.',
    'password-wep': 'A WEP password has 5, 10, 13 or 26 characters.',
  },
  notKept: 'This browser keeps nothing: type it in again when the page was closed.',
  print: 'Print the poster',
  paper: 'A4 portrait, without headers and footers. For A3 choose A3 paper and “fit to page”, or 141 %.',
  preview: 'Preview of the poster',
  invite: 'Scan and take part',
  code: 'Code',
  codeAlt: (code) => `QR code of ${code}`,
  wifiAlt: (name) => `QR code of the Wi-Fi ${name}`,
  how: [
    'Scan with WeChat: nothing to install, no account',
    'Follow the reports, ask, support good questions',
    'Say how satisfied you are while scores are given',
  ],
  typed: 'Or open in a browser',
  joinFirst: 'First join the Wi-Fi',
  network: 'Name',
  secret: 'Password',
  noSecret: 'no password',
  wechat:
    'Scan this code with the phone’s camera; WeChat cannot join a network. Then scan the large code with WeChat.',
};
