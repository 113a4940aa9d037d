/** The two ways to fill a ballot in, remembered for each layout: one criterion a screen, or all on one page. */
import { keep, recall } from '../../live/keep.ts';
import { elder } from '../elder.svelte.ts';

const key = () => (elder.on ? 'dkc.way.elder' : 'dkc.way');

class Way {
  #chosen = $state.raw<Record<string, string | null>>({});

  /** Criterion by criterion: in the elder layout until he chooses otherwise, and for whoever chose it. */
  get single(): boolean {
    const chosen = this.#chosen[key()] ?? recall(key());
    return chosen === null ? elder.on : chosen === 'one';
  }

  turn(single: boolean): void {
    const chosen = single ? 'one' : 'all';
    this.#chosen = { ...this.#chosen, [key()]: chosen };
    keep(key(), chosen);
  }
}

export const way = new Way();
