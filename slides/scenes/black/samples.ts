import type { Sample } from '../../sample.ts';

export const samples: Sample<'black'>[] = [{ title: '黑屏', data: null }];
