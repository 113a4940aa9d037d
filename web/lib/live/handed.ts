/**
 * A connection that goes from one page of a phone to the next: who enrolled a pass is let onto the stage over the line
 * that let him in. On a bad cell a second handshake is a second of waiting.
 */
import type { Live } from './live.svelte.ts';

/** A page that never came leaves no line behind, ms. */
const PATIENCE = 30_000;

let handed: Live | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

function drop(): void {
  clearTimeout(timer);
  handed?.close();
  handed = null;
}

export function handOver(live: Live): void {
  drop();
  handed = live;
  timer = setTimeout(drop, PATIENCE);
}

/** What was handed to a page of this meeting, once. */
export function takeHanded(code: string): Live | null {
  const live = handed?.code === code ? handed : null;
  if (!live) return null;
  clearTimeout(timer);
  handed = null;
  return live;
}
