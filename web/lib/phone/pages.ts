/** The phone's page for each kind of pass: an examiner never loads a member's, nor the crowd's. */
import { later } from './later.svelte.ts';

export const examiner = later(() => import('./Examiner.svelte'));
export const member = later(() => import('./member/part.ts'));
export const crowd = later(() => import('./crowd/part.ts'));
