import type { Sample } from '../../sample.ts';

export const samples: Sample<'blank'>[] = [{ title: '静候', data: null }];
