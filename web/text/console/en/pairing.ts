import type * as ZhModule from '../zh-CN/pairing.ts';

type Zh = typeof ZhModule;

export const pairing: Zh['pairing'] = {
  title: 'Screens that wait to be paired',
  count: (count) => (count === 1 ? 'One screen waits to be paired.' : `${count} screens wait to be paired.`),
  compare: 'Look at the wall and press “Pair” only where the code is the same.',
  tooMany: 'Please type the code that stands on your wall.',
  about: (width, height, from, waited) => `${width}×${height}, ${from}, ${waited}`,
  waited: (minutes) => (minutes === 0 ? 'just now' : `for ${minutes} min`),
  from: { here: 'this machine', near: 'same network', far: 'from the internet' },
  pair: 'Pair',
  pairName: (code) => `Pair ${code}`,
  notMine: 'Not ours',
  notMineName: (code) => `${code} is none of our screens`,
  again: 'The same screen as before:',
  againName: (code, name) => `${code} is “${name}” again`,
  label: 'Pairing code on the wall',
  missing: 'A pairing code has four letters or digits.',
  startTitle: 'Back by itself after a power cut',
  start:
    'The computer of a screen may start before this one. Save the start page there and let it open at power-on: it waits until this hub answers and then leads to the screen.',
  startAct: 'Download the start page',
  startFile: 'screen-start.html',
};
