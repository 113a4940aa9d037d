/** 长辈版 · One switch a phone, remembered: the same pages with larger letters and one thing on a screen. */
import { keep, recall } from '../live/keep.ts';

const KEY = 'dkc.elder';

/** What lies outside the page's own frame, the ground behind it above all, follows the root. */
const mark = (on: boolean) => document.documentElement.toggleAttribute('data-elder', on);

class Elder {
  on = $state(recall(KEY) === '1');

  constructor() {
    mark(this.on);
  }

  turn(on: boolean): void {
    this.on = on;
    mark(on);
    keep(KEY, on ? '1' : '0');
  }
}

export const elder = new Elder();
