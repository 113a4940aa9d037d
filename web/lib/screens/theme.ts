/** Day or night on the wall: `?theme=` in the address, else what it was the last time, else day. */
import { keep, recall } from '../live/keep.ts';

export type Theme = 'day' | 'night';

const KEY = 'dkc.screen.theme';

export function chosenTheme(): Theme {
  const asked = new URLSearchParams(location.search).get('theme');
  if (asked === 'day' || asked === 'night') {
    keep(KEY, asked);
    return asked;
  }
  return recall(KEY) === 'night' ? 'night' : 'day';
}

/** @returns a function that gives the page its own theme back */
export function applyTheme(theme: Theme): () => void {
  const { dataset } = document.documentElement;
  const before = dataset.theme;
  if (theme === 'night') dataset.theme = 'night';
  else delete dataset.theme;
  return () => {
    if (before === undefined) delete dataset.theme;
    else dataset.theme = before;
  };
}
