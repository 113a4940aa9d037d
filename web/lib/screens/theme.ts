/** Day or night on the wall: `?theme=` in the address, else what it was the last time, else day. */
import type { Face } from '$slides/about.ts';
import { keep, recall } from '../live/keep.ts';

export type Theme = 'day' | 'night';

const KEY = 'dkc.screen.theme';
const FACE = 'dkc.screen.face';

export function chosenTheme(): Theme {
  const asked = new URLSearchParams(location.search).get('theme');
  if (asked === 'day' || asked === 'night') {
    keep(KEY, asked);
    return asked;
  }
  return recall(KEY) === 'night' ? 'night' : 'day';
}

/** 宋 on a fine wall, 黑 on one whose points are so far apart that thin strokes vanish: `?face=hei`, remembered. */
export function chosenFace(): Face {
  const asked = new URLSearchParams(location.search).get('face');
  if (asked === 'song' || asked === 'hei') keep(FACE, asked);
  return (asked ?? recall(FACE)) === 'hei' ? 'hei' : 'song';
}

/** @returns a function that gives the page its own letters back */
export function applyFace(face: Face): () => void {
  const { classList } = document.documentElement;
  classList.toggle('face-hei', face === 'hei');
  return () => classList.remove('face-hei');
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
