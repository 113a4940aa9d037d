/** Text from a file, tidied without changing what anybody is called. */

/** Invisible marks that come along when text is copied; joiners and variants of characters are not among them. */
const INVISIBLE = /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;
const SPACES = /[\s\u3000\p{Cc}\p{Zl}\p{Zp}\p{Zs}]+/gu;
const FULL_WIDTH = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/g;

/** One line, single spaces, nothing around it. */
export const tidy = (text: string): string =>
  text
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(INVISIBLE, '')
    .replace(SPACES, ' ')
    .trim();

/** Digits and letters of full width as ordinary ones; Chinese punctuation stays as it is. */
export const plain = (text: string): string =>
  tidy(text).replace(FULL_WIDTH, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));

/** A character of a Chinese name, with the mark that says which variant of it is meant. */
const ONE_HAN = /^\p{Script=Han}[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]?$/u;

/**
 * A name: spaces that only spread single characters over the cell (`张 三`) go; rare and compatibility
 * characters stay exactly as they are, because that is how the person writes them.
 */
export function tidyName(text: string): string {
  const name = tidy(text);
  const parts = name.split(' ');
  return parts.length > 1 && parts.every((one) => ONE_HAN.test(one)) ? parts.join('') : name;
}

/** Two spellings of one thing have the same key: width, case, spaces and punctuation do not count. */
export const keyOf = (text: string): string =>
  tidy(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');

/** Width and spaces do not tell two units apart; everything else does. */
export const sameKey = (text: string): string => plain(text).replace(/ /g, '').toLowerCase();

const STRONG = /[、，,;；/／|\n]+/;

/** `党建、城建更新` or `党建, 城建更新` as a list without repeats. */
export const listed = (text: string): string[] => [...new Set(text.split(STRONG).map(plain).filter(Boolean))];

/** What people write where there is nothing: 无, -, /. */
export const isNothing = (text: string): boolean =>
  /^(?:无|没有|暂无|none|n\/a|[-—–－/／\\]+)?$/i.test(tidy(text));

/** “The same as above.” */
export const isDitto = (text: string): boolean => /^(?:同上|[〃″"”]+)$/.test(tidy(text));
