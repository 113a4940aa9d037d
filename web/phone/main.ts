/**
 * The phones' own entry: the same pages that SvelteKit serves in development, built without its client and with only
 * what they use of Svelte, because an examiner's first load is counted in kilobytes (docs/decisions/0011).
 */
import type { Component } from 'svelte';
import '../styles/tokens.css';
import '../styles/base.css';
import { backOff } from '../lib/live/back-off.ts';
import { elder } from '../lib/phone/elder.svelte.ts';
import { lastMeeting } from '../lib/phone/extras/last-meeting.ts';
import { text } from '../lib/phone/text.ts';
import Meeting from '../routes/m/[code]/+page.svelte';
import Pass from '../routes/p/[code]/+page.svelte';
import { language, text as common } from '../text/index.ts';
import { router, type Route } from './router.svelte.ts';

async function wayIn(): Promise<Component> {
  const [page, own] = await Promise.all([
    import('../routes/+page.svelte'),
    import('../lib/phone/code/text.ts'),
  ]);
  await own.text.ready();
  return page.default;
}

const ROUTES: readonly Route[] = [
  { path: /^\/p\/([^/]+)\/?$/, page: () => Pass },
  { path: /^\/m\/([^/]+)\/?$/, page: () => Meeting },
  { path: /^\/$/, page: wayIn },
];

// Chromium 92 and Safari 15 lack it, and a library that makes pictures small calls it.
const objects = Object as unknown as { hasOwn?: (of: object, key: PropertyKey) => boolean };
objects.hasOwn ??= (of, key) => Object.prototype.hasOwnProperty.call(of, key);

/** The words in the language of the page, however long a bad cell takes. */
async function words(): Promise<void> {
  for (let tries = 0; ; tries += 1)
    try {
      await Promise.all([common.ready(), text.ready()]);
      return;
    } catch {
      await new Promise((again) => setTimeout(again, backOff(tries)));
    }
}

async function start(): Promise<void> {
  const last = location.pathname === '/' ? lastMeeting(router.url) : null;
  if (last !== null) router.url = new URL(`/m/${last}`, location.href);
  await Promise.all([words(), elder.ready]);
  document.documentElement.lang = language();
  if (router.url.searchParams.has('night')) document.documentElement.dataset['theme'] = 'night';
  await router.start(ROUTES);
}

void start();
