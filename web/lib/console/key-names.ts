/** Keys as they are printed on a keyboard. */
import { words } from './words.ts';

export function keyName(key: string): string {
  const { names } = words().keys;
  return names[key] ?? key.toUpperCase();
}
