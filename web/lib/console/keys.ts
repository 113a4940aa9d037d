/** The keys of what a host does every minute. Never while somebody types, nor where a key already means something. */
import { getContext, onDestroy, setContext } from 'svelte';
import { KEYS, type Shortcut } from './shortcuts.ts';

const TYPING = 'input, textarea, select, [contenteditable="true"]';
/** Keys that a focused control needs for itself, as long as it was reached by keyboard. */
const CONTROL = new Set([' ', 'enter']);

const BY_KEY = new Map<string, Shortcut>(
  (Object.keys(KEYS) as Shortcut[]).flatMap((one) => KEYS[one].map((key) => [key, one] as const)),
);

export class Keys {
  /** The latest binding acts: what is in hand comes before what is on stage. */
  readonly #bound = new Map<Shortcut, ((key: string) => void)[]>();
  /** A button that was clicked keeps the focus; the space bar then still means the next step. */
  #byPointer = true;

  bind(shortcut: Shortcut, act: (key: string) => void): () => void {
    this.#bound.set(shortcut, [...(this.#bound.get(shortcut) ?? []), act]);
    return () => {
      const left = (this.#bound.get(shortcut) ?? []).filter((one) => one !== act);
      this.#bound.set(shortcut, left);
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
    const key = event.key.toLowerCase();
    const means = CONTROL.has(key) && !this.#byPointer && target?.closest('button, a, summary');
    const shortcut = BY_KEY.get(key);
    const acts = (shortcut && this.#bound.get(shortcut)) ?? [];
    const act = acts[acts.length - 1];
    if (means || !act) return;
    event.preventDefault();
    act(key);
    // It leads to buttons: the space bar and Enter now mean the one that has the focus.
    if (shortcut === 'screens') this.#byPointer = false;
  };

  /** A browser clicks a focused button when the space bar is let go; the key was already used. */
  readonly released = (event: KeyboardEvent): void => {
    const button = event.target instanceof Element && event.target.closest('button');
    if (event.key === ' ' && this.#byPointer && button) event.preventDefault();
  };
}

const KEY = Symbol('keys');
export const setKeys = (keys: Keys): Keys => setContext(KEY, keys);

/** Binds the keys of an action as long as the component lives. `key` tells which one of several was pressed. */
export function useKey(shortcut: Shortcut, act: (key: string) => void): void {
  onDestroy(getContext<Keys>(KEY).bind(shortcut, act));
}
