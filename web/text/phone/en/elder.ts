import type * as ZhModule from '../zh-CN/elder.ts';

type Zh = typeof ZhModule;

export const elder: Zh['elder'] = { name: 'Large type', how: 'larger letters and buttons' };
