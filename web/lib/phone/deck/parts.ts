/** Parts about the deck, for presenters and heads of a unit alone: fetched when they are first shown. */
import { later } from '../later.svelte.ts';

export const bring = later(() => import('./part.ts'));
export const turn = later(() => import('./turn-part.ts'));
