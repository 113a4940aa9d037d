/** Nobody leaves what he typed without being asked. */
import { getContext, onDestroy, setContext } from 'svelte';

interface Unsaved {
  readonly dirty: boolean;
}
const KEY = Symbol('drafts');

export const setDrafts = (): Unsaved[] => setContext(KEY, []);

/** Counts a draft among what would be lost, as long as its editor stands. */
export function leaving(draft: Unsaved): void {
  const drafts = getContext<Unsaved[]>(KEY);
  drafts.push(draft);
  onDestroy(() => drafts.splice(drafts.indexOf(draft), 1));
}

export const anyDirty = (drafts: readonly Unsaved[]): boolean => drafts.some((one) => one.dirty);
