import { describe, expect, it } from 'vitest';
import { plaqueLetters, sharedEnding, shortName } from '../../slides/names.ts';

describe('what all names end in', () => {
  it('is cut where an institution’s word begins, never inside the name of a place', () => {
    expect(sharedEnding(['葵湾社区党委', '坝湾社区党委', '沙湾社区党委'])).toBe('社区党委');
    expect(shortName('坝湾社区党委', '社区党委')).toBe('坝湾');
  });

  it('is nothing where names have nothing in common, where there is one name, or where one would lose itself', () => {
    expect(sharedEnding(['实验小学党支部', '环卫中心党总支'])).toBe('');
    expect(sharedEnding(['葵湾社区党委'])).toBe('');
    expect(sharedEnding(['A社区党委', 'B社区党委'])).toBe('');
    expect(sharedEnding(['葵湾', '坝湾'])).toBe('');
    expect(sharedEnding([])).toBe('');
  });

  it('leaves a name that ends otherwise as it is', () => {
    expect(shortName('区机关党委', '社区党委')).toBe('区机关党委');
    expect(shortName('区机关党委', '')).toBe('区机关党委');
  });
});

describe('a plaque', () => {
  it('is one column for a name as they mostly are', () => {
    expect(plaqueLetters('渔港社区党委')).toEqual({ columns: 1, letters: 6 });
    expect(plaqueLetters('海滨路社区党委')).toEqual({ columns: 1, letters: 7 });
  });

  it('is cut into the columns that leave the largest letters', () => {
    expect(plaqueLetters('字'.repeat(12))).toEqual({ columns: 2, letters: 6 });
    expect(plaqueLetters('字'.repeat(24)).columns).toBe(2);
    expect(plaqueLetters('字'.repeat(60)).columns).toBe(4);
  });

  it('counts a rare character as one', () => {
    expect(plaqueLetters('余𬭎村').letters).toBe(3);
  });
});
