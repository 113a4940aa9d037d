import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../assessment/decide.ts';
import { notice as en } from '../../web/text/phone/en/notices.ts';
import { notice as zh } from '../../web/text/phone/zh-CN/notices.ts';

const PHONE = 'web/lib/phone';
/** Of a person at a pass or before a wall, at once and to his face: said where it is pressed, and worth nothing later. */
const AT_ONCE = ['pass.enrol', 'kiosk.take', 'kiosk.release', 'deck.attach', 'deck.remove', 'deck.turn'];

const sources = readdirSync(PHONE, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(svelte|ts)$/.test(path))
  .map((path) => readFileSync(join(PHONE, path), 'utf8'));

/** The commands that pages give to a method of this name. */
const given = (method: string): string[] => {
  const call = new RegExp(String.raw`\.${method}\(\s*'([a-z-]+\.[a-z-]+)'`, 'g');
  return [
    ...new Set(sources.flatMap((text) => [...text.matchAll(call)].map((found) => found[1] ?? ''))),
  ].sort();
};

test('what a person does on a phone goes through the outbox, and has a name for when it was not taken', () => {
  const kept = given('submit');
  expect(kept.length).toBeGreaterThan(8);
  for (const type of kept) {
    expect(Object.keys(COMMANDS)).toContain(type);
    expect([type, (zh.about as Record<string, string>)[type]]).not.toContain(undefined);
    expect([type, (en.about as Record<string, string>)[type]]).not.toContain(undefined);
  }
});

test('nothing else is sent past it', () => {
  expect(given('send').filter((type) => !AT_ONCE.includes(type))).toEqual([]);
});
