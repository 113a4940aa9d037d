/** The phone's page for each kind of pass: an examiner never loads a member's, nor the crowd's. */
import { later } from './later.svelte.ts';
import type { Seat } from './seat.svelte.ts';

export const below = later(() => import('./below/part.ts'));
export const ask = later(() => import('./questions/part.ts'));
export const records = later(() => import('./records/part.ts'));
export const results = later(() => import('./Results.svelte'));
export const examiner = later(() => import('./Examiner.svelte'));
export const member = later(() => import('./member/part.ts'));
/** For whoever bears a pass. */
export const help = later(() => import('./help/part.ts'));
export const crowd = later(() => import('./crowd/part.ts'));
/** A question in the elder layout. */
export const askSteps = later(() => import('./questions/steps-part.ts'));
/** After a restore. */
export const again = later<{ seat: Seat }>(() => import('./again/part.ts'));
/** My note on a unit, beside the questioning criteria of its ballot. */
export const note = later<{ seat: Seat; unit: string }>(() => import('./notes/part.ts'));
