/**
 * The public page of a closed meeting, built on its own: whoever reads a result weeks later loads neither the phone in
 * the meeting nor its connection, and the hub serves him two files and one answer (docs/decisions/0025).
 */
import { mount } from 'svelte';
import '../styles/tokens.css';
import '../styles/base.css';
import { backOff } from '../lib/live/back-off.ts';
import { elder } from '../lib/phone/elder.svelte.ts';
import Publication from '../lib/publication/Publication.svelte';
import { text as own } from '../lib/publication/text.ts';
import { language, text as common } from '../text/index.ts';

/** The words in the language of the page, however long a bad cell takes. */
async function words(): Promise<void> {
  for (let tries = 0; ; tries += 1)
    try {
      await Promise.all([common.ready(), own.ready()]);
      return;
    } catch {
      await new Promise((again) => setTimeout(again, backOff(tries)));
    }
}

async function start(): Promise<void> {
  await Promise.all([words(), elder.ready]);
  document.documentElement.lang = language();
  if (new URLSearchParams(location.search).has('night')) document.documentElement.dataset['theme'] = 'night';
  const target = document.getElementById('app') ?? document.body;
  target.textContent = '';
  const [, code = ''] = /^\/m\/([0-9]{6})/.exec(location.pathname) ?? [];
  mount(Publication, { target, props: { code } });
}

void start();
