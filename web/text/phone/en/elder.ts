import type * as ZhModule from '../zh-CN/elder.ts';

type Zh = typeof ZhModule;

export const elder: Zh['elder'] = {
  name: 'Large',
  how: 'larger letters, one thing a page, read aloud',
  aloud: 'Read',
  stop: 'Stop',
  mute: 'This phone has no voice. Please read.',
  auto: 'Read by itself',
  autoHow: 'every page, as soon as it is there',
  autoOn: 'Pages are read by themselves.',
  on: 'on',
  off: 'off',
};
