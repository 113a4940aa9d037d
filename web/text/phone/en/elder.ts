import type * as ZhModule from '../zh-CN/elder.ts';

type Zh = typeof ZhModule;

export const elder: Zh['elder'] = {
  name: 'Large',
  how: 'larger letters, one thing a page, read aloud',
};
