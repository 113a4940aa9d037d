/* eslint-disable svelte/prefer-svelte-reactivity -- an address and a map that are replaced, never changed in place */
/**
 * The way between the three kinds of page that a phone opens (the way in, a pass, a meeting): what SvelteKit's client
 * does for all pages, in the little that these need of it. Any other address is the browser's own affair.
 */
import { mount, tick, unmount, type Component } from 'svelte';

export interface Route {
  path: RegExp;
  page: () => Promise<Component> | Component;
}

interface Entry {
  /** Which entry of this page load's history it is. */
  at: number;
}

export class Router {
  url = $state.raw(new URL(location.href));
  params = $state.raw<{ code?: string }>({});
  #routes: readonly Route[] = [];
  #shown: { page: Component; mounted: Record<string, unknown> } | null = null;
  #at = 0;
  /** How far each entry was scrolled when it was left, in CSS pixels. */
  readonly #scrolled = new Map<number, number>();

  /** Shows the page of the address, and follows it from then on. */
  async start(routes: readonly Route[]): Promise<void> {
    this.#routes = routes;
    history.scrollRestoration = 'manual';
    history.replaceState({ at: 0 } satisfies Entry, '', this.url);
    addEventListener('popstate', (event) => {
      const at = (event.state as Entry | null)?.at ?? this.#at + 1;
      this.#leave(at);
      if (event.state === null) history.replaceState({ at } satisfies Entry, '');
      void this.#show(new URL(location.href), this.#scrolled.get(at) ?? 0);
    });
    await this.#show(this.url, 0);
  }

  async go(to: string | URL, replace: boolean): Promise<void> {
    const url = new URL(to, location.href);
    if (url.origin !== location.origin || !this.#routeOf(url)) {
      if (replace) location.replace(url);
      else location.assign(url);
      return;
    }
    const at = replace ? this.#at : this.#at + 1;
    this.#leave(at);
    if (replace) history.replaceState({ at } satisfies Entry, '', url);
    else history.pushState({ at } satisfies Entry, '', url);
    await this.#show(url, 0);
  }

  #leave(at: number): void {
    this.#scrolled.set(this.#at, scrollY);
    this.#at = at;
  }

  #routeOf(url: URL): { route: Route; found: RegExpExecArray } | null {
    for (const route of this.#routes) {
      const found = route.path.exec(url.pathname);
      if (found) return { route, found };
    }
    return null;
  }

  async #show(url: URL, scroll: number): Promise<void> {
    const here = this.#routeOf(url);
    if (!here) return location.reload();
    const page = await here.route.page();
    this.params = here.found[1] === undefined ? {} : { code: here.found[1] };
    this.url = url;
    if (this.#shown?.page !== page) this.#mount(page);
    await tick();
    scrollTo(0, scroll);
  }

  /** Another page is begun afresh; the one before it lets go of what it held first. */
  #mount(page: Component): void {
    if (this.#shown) void unmount(this.#shown.mounted);
    const target = document.getElementById('app') ?? document.body;
    target.textContent = '';
    this.#shown = { page, mounted: mount(page, { target }) };
  }
}

export const router = new Router();
