/**
 * Parts of the phone that are fetched when they are first shown. On a bad cell a fetch fails: it is tried again with
 * back-off for as long as it takes, and `failing` says so meanwhile, so that no page is ever white.
 */
import type { Component } from 'svelte';
import { backOff } from '../live/back-off.ts';

/** What the module of a part exports: its page, and its words where they are its own. */
export interface Part<Props extends Record<string, unknown>> {
  default: Component<Props>;
  text?: { ready(): Promise<void> };
}

const RELOADED = 'dkc.reloaded';
/** At most one reload in this time, ms: a page that cannot be mended by it is not to blink. */
const CALM = 60_000;
/** Tries before the page itself is suspected: some web views keep a failed module failed until they are reloaded. */
const PATIENCE = 3;

async function reachable(): Promise<boolean> {
  try {
    return (await fetch('/healthz', { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}

/** Drafts, session and outbox are on the phone: a reload loses nothing. */
function reloadOnce(): void {
  try {
    if (Date.now() - Number(sessionStorage.getItem(RELOADED) ?? 0) < CALM) return;
    sessionStorage.setItem(RELOADED, String(Date.now()));
  } catch {
    return; // who cannot remember that he reloaded must not
  }
  location.reload();
}

/** Parts that somebody waits for. */
let under = 0;

/** Whether a part is being fetched: what is merely pleasant to have leaves the cell to it. */
export const isFetching = (): boolean => under > 0;

export class Later<Props extends Record<string, unknown>> {
  page = $state.raw<Component<Props> | null>(null);
  failing = $state(false);
  readonly #fetch: () => Promise<Part<Props>>;
  #under: Promise<void> | null = null;

  constructor(fetch: () => Promise<Part<Props>>) {
    this.#fetch = fetch;
  }

  /** Fetches it unless that is done or under way; resolves when it is there with its words. */
  get(): Promise<void> {
    this.#under ??= this.#until();
    return this.#under;
  }

  async #until(): Promise<void> {
    under += 1;
    for (let tries = 0; ; tries += 1) {
      try {
        const part = await this.#fetch();
        await part.text?.ready();
        this.page = part.default;
        this.failing = false;
        under -= 1;
        return;
      } catch {
        this.failing = true;
      }
      await new Promise((again) => setTimeout(again, backOff(tries)));
      if (tries >= PATIENCE && (await reachable())) reloadOnce();
    }
  }
}

export const later = <Props extends Record<string, unknown>>(fetch: () => Promise<Part<Props>>) =>
  new Later(fetch);
