/**
 * Words for people. Every area has a catalogue a language, of one TypeScript type, and a `text()` of its own:
 * `export const text = (): Mine => choose({ 'zh-CN': zh, en });`, or `lazily` where bytes count. The language is
 * settled once a page load.
 */
import type { Detail } from '../../assessment/noun.ts';
import type { Code } from '../../realtime/protocol-names.ts';
import { zh, type CodeWords, type Common } from './common.zh-CN.ts';

export type { CodeWords, Common };
export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
export type Catalogue<T> = Record<Language, T>;

const KEY = 'dkc.language';
let settled: Language | null = null;

const known = (value: string | null): Language | null => LANGUAGES.find((one) => one === value) ?? null;

function remembered(): Language | null {
  try {
    return known(localStorage.getItem(KEY));
  } catch {
    return null;
  }
}

function remember(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // A page that may not remember asks its address again.
  }
}

/** `?lang=en` in the address, else what it was the last time, else Chinese. */
export function language(): Language {
  if (settled) return settled;
  if (typeof location === 'undefined') return 'zh-CN';
  const asked = known(new URLSearchParams(location.search).get('lang'));
  if (asked) remember(asked);
  settled = asked ?? remembered() ?? 'zh-CN';
  return settled;
}

/** The catalogue of this page load. */
export const choose = <T>(catalogue: Catalogue<T>): T => catalogue[language()];

/** A catalogue of which only the Chinese is there at once; `ready` fetches the other before a page shows. */
export interface Lazy<T> {
  (): T;
  ready(): Promise<void>;
}

/** Words that pages wait for: their `load` calls `ready`. */
export function lazily<T>(chinese: T, english: () => Promise<T>): Lazy<T> {
  let now = chinese;
  const ready = async () => {
    if (language() === 'en') now = await english();
  };
  return Object.assign(() => now, { ready });
}

export const text: Lazy<Common> = lazily(zh, async () => (await import('./common.en.ts')).en);

type SomeCodes = Partial<Record<Code, CodeWords>>;
let further: SomeCodes = {};

/** Words of codes that not every page can be answered with (`member-codes.ts`, `desk.ts`). */
export function alsoSay(codes: SomeCodes): void {
  further = { ...further, ...codes };
}

/** What stands behind an id in a refusal: criteria of the sheet, units of the agenda. */
export interface Names {
  criterion?: (id: string) => string | undefined;
  unit?: (id: string) => string | undefined;
}

/** A refusal in words. `names` puts the names of things where the detail has their ids. */
export function refusalText(code: Code, detail: Detail = {}, names: Names = {}): string {
  const { codes } = text();
  const words = (codes as SomeCodes)[code] ?? further[code] ?? codes.internal;
  if (typeof words === 'string') return words;
  const named = { ...detail };
  for (const key of ['criterion', 'unit'] as const) {
    const name = names[key]?.(String(detail[key]));
    if (name !== undefined) named[key] = name;
  }
  return words(named);
}
