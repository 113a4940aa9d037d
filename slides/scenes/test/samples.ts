import type { Sample } from '../../sample.ts';

export const samples: Sample<'test'>[] = [{ title: '测试图', data: null }];
