import { describe, expect, it } from 'vitest';
import { titleParts } from '../../slides/scenes/welcome/data.ts';

describe('the title of a meeting on the wall', () => {
  it('ends in the main word, with what is in brackets behind it', () => {
    expect(titleParts('开放式党建大考场')).toEqual({ lead: '开放式党建', main: '大考场', aside: '' });
    expect(titleParts('开放式党建大考场（演示数据）')).toEqual({
      lead: '开放式党建',
      main: '大考场',
      aside: '（演示数据）',
    });
  });

  it('is whole where it ends in other words, or where the bracket is long', () => {
    for (const title of [
      '大考场',
      '述职评议会',
      '述职评议会（第二场）',
      '党建大考场（雨天改到街道文化中心的大礼堂）',
    ])
      expect(titleParts(title)).toEqual({ lead: '', main: title, aside: '' });
  });
});
