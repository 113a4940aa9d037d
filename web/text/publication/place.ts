import type { PublicUnit } from '../../../assessment/view-public.ts';

/** Why a unit has no place in the ranking. */
export type Place = NonNullable<PublicUnit['why']>;
