/** I7 · What an organizer's password must be. The same rule at the field and behind it. */

/** Least length of an organizer's password, in characters. */
export const PASSWORD_LENGTH = 10;

export type PasswordProblem = 'short' | 'name' | 'common';

/** What people try first, and so do guessers; compared without what stands around the letters. */
const COMMON = [
  'password',
  'passw0rd',
  'p@ssw0rd',
  'qwertyuiop',
  'qwerty',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc',
  '1qaz2wsx',
  '1q2w3e4r5t',
  'qazwsxedc',
  'iloveyou',
  'woaini',
  'admin',
  'administrator',
  'letmein',
  'welcome',
  'abc123',
  'dakaochang',
  '大考场',
  '社区党委',
];
/** Least that must be left of a password when its name or a common word is taken out, in characters. */
const OWN = 5;
const RUNS = ['01234567890123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm'];

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();
const lengthOf = (text: string): number => [...text].length;
const reversed = (text: string): string => [...text].reverse().join('');

/** Characters as a person counts them. */
const passwordLength = (password: string): number => lengthOf(password.normalize('NFKC'));

/** One block over and over: `aaaaaaaaaa`, `1212121212`, `abcabcabcabc`. */
function repeats(text: string): boolean {
  const characters = [...text];
  return [1, 2, 3, 4, 5].some((size) => characters.every((one, at) => one === characters[at % size]));
}

const runs = (text: string): boolean =>
  RUNS.some((run) => run.includes(text) || reversed(run).includes(text)) || /^\d+$/.test(text);

/** Whether hardly anything of `text` is left without `word`, however often it stands there. */
const mostly = (text: string, word: string): boolean =>
  word !== '' && text.includes(word) && lengthOf(text.split(word).join('')) < OWN;

/**
 * What is wrong with a password, or null: at least ten characters, not the name with a little around it, not a common
 * word with a little around it, no repetition, no run of keys, not figures alone.
 */
export function passwordProblem(password: string, name: string): PasswordProblem | null {
  if (passwordLength(password) < PASSWORD_LENGTH) return 'short';
  const text = folded(password);
  if (mostly(text, folded(name).trim()) || mostly(text, folded(name).replace(/\s/g, ''))) return 'name';
  if (repeats(text) || runs(text) || COMMON.some((word) => mostly(text, word))) return 'common';
  return null;
}
