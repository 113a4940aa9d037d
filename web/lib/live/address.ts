/** Which of the hub's addresses stands in codes: chosen once in a browser, for passes, posters, tablets and screens alike. */
import { keep, recall } from './keep.ts';

const KEY = 'dkc.address';

export const chooseAddress = (address: string): boolean => keep(KEY, address);

/** What was chosen, as long as the hub still has it; its best one otherwise. */
export function chosenAddress(all: readonly string[]): string | null {
  const chosen = recall(KEY);
  return chosen !== null && all.includes(chosen) ? chosen : (all[0] ?? null);
}
