/** 长辈版 · One switch a phone, remembered. */
import { keep, recall } from '../live/keep.ts';

const KEY = 'dkc.elder';

class Elder {
  on = $state(recall(KEY) === '1');

  turn(on: boolean): void {
    this.on = on;
    keep(KEY, on ? '1' : '0');
  }
}

export const elder = new Elder();
