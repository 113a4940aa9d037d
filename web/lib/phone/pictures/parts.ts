/** Parts that deal with pictures: none of them is in a phone's first load. */
import { later } from '../later.svelte.ts';

export const photo = later(() => import('./photo-part.ts'));
export const evidence = later(() => import('./evidence-part.ts'));
export const look = later(() => import('./look-part.ts'));
export const fate = later(() => import('./fate-part.ts'));
