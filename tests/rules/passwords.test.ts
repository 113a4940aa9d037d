import { describe, expect, it } from 'vitest';
import { passwordProblem } from '../../assessment/passwords.ts';

describe('I7 · an organizer’s password', () => {
  it.each([
    ['short', 'kaochang', '王主任'],
    ['short', '夏天傍晚的小板凳', '王主任'],
    ['name', 'wangxiaoming1', 'Wang Xiaoming'],
    ['name', '王主任王主任王主任王', '王主任'],
    ['name', 'ＷangWuWangWu', 'wangwu'],
    ['common', 'aaaaaaaaaaaa', '王主任'],
    ['common', '1212121212', '王主任'],
    ['common', '1234567890', '王主任'],
    ['common', '0987654321', '王主任'],
    ['common', 'qwertyuiop', '王主任'],
    ['common', 'Password123', '王主任'],
    ['common', 'dakaochang2026', '王主任'],
    ['common', '13800138000', '王主任'],
    [null, 'a long password', '主办'],
    [null, '夏天傍晚的小板凳很凉快', '王主任'],
    [null, 'Wang likes tea in June', 'Wang'],
    [null, '大考场-2026-桂花开了', '王主任'],
  ])('%s: “%s” of %s', (problem, password, name) => {
    expect(passwordProblem(password, name)).toBe(problem);
  });

  it('counts characters, not bytes, and the same on every keyboard', () => {
    expect(passwordProblem('😀'.repeat(3), 'x')).toBe('short');
    expect(passwordProblem('ａｂｃｄｅｆｇｈｉｊ', 'x')).toBe('common');
  });
});
