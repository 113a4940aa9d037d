import { describe, expect, it } from 'vitest';
import { meetingCode } from '../../web/lib/phone/code/meeting-code.ts';

describe('a meeting code as people type it', () => {
  it.each([
    '605218',
    ' 605 218 ',
    '６０５２１８',
    '605-218',
    '6O52l8',
    '6o52I8',
    '６Ｏ５２Ｉ８',
    '六〇五二一八',
    '六零五二幺八',
    'http://192.168.1.5:3000/m/605218',
    '605，218。',
  ])('%s is 605218', (typed) => expect(meetingCode(typed)).toEqual({ code: '605218' }));

  it.each([
    ['', 0],
    ['60521', 5],
    ['6052188', 7],
  ])('%s has too few or too many figures', (typed, figures) =>
    expect(meetingCode(typed)).toEqual({ problem: 'short', figures }),
  );

  it.each(['abc', '60521x', '六百零五', '<b>605218</b>'])('%s is no code', (typed) =>
    expect(meetingCode(typed)).toEqual({ problem: 'letters' }),
  );
});
