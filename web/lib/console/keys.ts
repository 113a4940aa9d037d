/** The keys of what a host does every minute. Never while somebody types, nor where a key already means something. */
import { getContext, onDestroy, setContext } from 'svelte';

const TYPING = 'input, textarea, select, [contenteditable="true"]';

export class Keys {
  readonly #bound = new Map<string, () => void>();
  /** A button that was clicked keeps the focus; the space bar then still means the next step. */
  #byPointer = true;

  bind(key: string, act: () => void): () => void {
    this.#bound.set(key, act);
    return () => {
      if (this.#bound.get(key) === act) this.#bound.delete(key);
    };
  }

  readonly pointed = (): void => {
    this.#byPointer = true;
  };

  readonly pressed = (event: KeyboardEvent): void => {
    if (event.key === 'Tab') this.#byPointer = false;
    if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest(TYPING)) return;
    const means = event.key === ' ' && !this.#byPointer && target?.closest('button, a, summary');
    const act = this.#bound.get(event.key.toLowerCase());
    if (means || !act) return;
    event.preventDefault();
    act();
  };

  /** A browser clicks a focused button when the space bar is let go; the key was already used. */
  readonly released = (event: KeyboardEvent): void => {
    const button = event.target instanceof Element && event.target.closest('button');
    if (event.key === ' ' && this.#byPointer && button) event.preventDefault();
  };
}

const KEY = Symbol('keys');
export const setKeys = (keys: Keys): Keys => setContext(KEY, keys);

/** Binds a key as long as the component lives. */
export function useKey(key: string, act: () => void): void {
  onDestroy(getContext<Keys>(KEY).bind(key, act));
}
