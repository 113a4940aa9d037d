import { describe, expect, it } from 'vitest';
import { newClock, started, stopped } from '../../assessment/clocks.ts';
import { clockFace, clockText } from '../../slides/clock-face.ts';

describe('A4, A5 a clock as it is shown', () => {
  const clock = started(newClock(480_000, 60_000, null), 1000);
  const at = (seconds: number) => clockFace(clock, 1000 + seconds * 1000);

  it('counts down in minutes and seconds, and its line shrinks', () => {
    expect(at(0)).toMatchObject({ text: '8:00', over: false, warns: false, part: 1 });
    expect(at(154)).toMatchObject({ text: '5:26', over: false, warns: false });
    expect(at(240).part).toBe(0.5);
  });

  it('warns in the last stretch', () => {
    expect(at(419).warns).toBe(false);
    expect(at(420)).toMatchObject({ text: '1:00', warns: true });
  });

  it('counts overtime up with a full line', () => {
    expect(at(480)).toMatchObject({ text: '0:00', over: false });
    expect(at(480.5)).toMatchObject({ text: '0:00', over: false });
    expect(at(555)).toMatchObject({ text: '1:15', over: true, warns: false, part: 1 });
  });

  it('stands when it was stopped', () => {
    const held = stopped(clock, 155_000);
    expect(clockFace(held, 155_000)).toEqual(clockFace(held, 900_000));
    expect(clockFace(held, 155_000)).toMatchObject({ text: '5:26', stands: true });
  });

  it('shows hours only where there are many minutes', () => {
    expect(clockText(5999)).toBe('99:59');
    expect(clockText(6000)).toBe('1:40:00');
  });

  it('has a full line where it has no length', () => {
    expect(clockFace(newClock(0, 0, null), 0)).toMatchObject({ text: '0:00', part: 1 });
  });
});
