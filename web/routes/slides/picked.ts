/**
 * What the address of the gallery asks for. The part behind `#` counts more than the query: a page that is stepped
 * through by it is never loaded again (`npm run shots`, the browser test of every scene).
 */
import { goto } from '$app/navigation';
import { SAMPLES, SCENES } from '$slides/gallery.ts';
import type { SceneName } from '$slides/scene.ts';

export interface Picked {
  scene: SceneName;
  sample: number;
  night: boolean;
  /** V3: the mark of a line that is down. */
  stale: boolean;
  /** Moves as a wall does; pictures stand still. */
  moves: boolean;
  /** 黑 in the place of 宋, for coarse walls. */
  plain: boolean;
}

export function pickedFrom(search: string, hash: string): Picked {
  const query = new URLSearchParams(search);
  for (const [name, value] of new URLSearchParams(hash.replace(/^#/, ''))) query.set(name, value);
  const name = query.get('scene') ?? '';
  const scene = Object.prototype.hasOwnProperty.call(SAMPLES, name) ? (name as SceneName) : 'welcome';
  const at = Number(query.get('sample'));
  const on = (option: string) => query.has(option) && query.get(option) !== '0';
  return {
    scene,
    sample: Number.isInteger(at) && at >= 0 && at < SAMPLES[scene].length ? at : 0,
    night: query.get('theme') === 'night',
    stale: on('stale'),
    moves: on('moves'),
    plain: on('plain'),
  };
}

/** `promises-0-night`: what a picture is called, and what stands on `<html data-shown>` once it is drawn. */
export const calledAs = ({ scene, sample, night }: Pick<Picked, 'scene' | 'sample' | 'night'>): string =>
  `${scene}-${sample}-${night ? 'night' : 'day'}`;

/** As a query or behind `#`. */
export function addressed(picked: Picked): string {
  const query = new URLSearchParams({
    scene: picked.scene,
    sample: String(picked.sample),
    theme: picked.night ? 'night' : 'day',
  });
  for (const option of ['stale', 'moves', 'plain'] as const) if (picked[option]) query.set(option, '1');
  return query.toString();
}

/** The sample before (−1) or after (1), over the border of its scene; from the last on to the first. */
export function beside(picked: Picked, by: -1 | 1): Picked {
  const all = SCENES.flatMap((scene) => SAMPLES[scene].map((_, sample) => ({ scene, sample })));
  const at = all.findIndex(({ scene, sample }) => scene === picked.scene && sample === picked.sample);
  return { ...picked, ...all[(at + by + all.length) % all.length] };
}

/** Keys that lead to addresses; not while something is typed or chosen, and none that the browser has a use for. */
export const withKeys = (ways: Readonly<Record<string, string>>) => (event: KeyboardEvent) => {
  const typing = event.target instanceof Element && event.target.closest('input, select, textarea') !== null;
  const way = ways[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (typing || way === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  // The application stands at the root; the address is made of a query.
  // eslint-disable-next-line svelte/no-navigation-without-resolve
  void goto(way, { keepFocus: true, noScroll: true, replaceState: true });
};
