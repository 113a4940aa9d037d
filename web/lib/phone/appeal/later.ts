/** Fetched when a result was announced, and never ahead: by then nobody scores any more. */
import type { Announcement } from '../../../../assessment/appeal-period.ts';
import { later } from '../later.svelte.ts';

export const announced = later<{ result: Announcement }>(() => import('./part.ts'));
