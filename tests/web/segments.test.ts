import { expect, test } from 'vitest';
import { segmentsOf } from '../../web/lib/parts/segments.ts';

test('a line breaks between words: marks that close stay with the word before, marks that open with the word behind', () => {
  const text = '开放式党建大考场（演示数据），“群众”提问：《办法》';
  const parts = segmentsOf(text);
  expect(parts.join('')).toBe(text);
  expect(parts.length).toBeGreaterThan(5);
  for (const part of parts) {
    expect(part).not.toMatch(/[（“《]$/u);
    expect(part).not.toMatch(/^[）”》，：]/u);
  }
});
