/** What the crowd is offered to say where a sheet begins to count it (S7); the worths are assumptions to be edited. */
import type { Grade } from '$assessment/sheet.ts';
import { words } from '../words.ts';

const WORTHS = { satisfied: 10000, fair: 6000, unsatisfied: 0 } as const;

export const proposedCrowd = (): Grade[] =>
  (Object.keys(WORTHS) as (keyof typeof WORTHS)[]).map((id) => ({
    id,
    name: words().prepare.sheet.crowdNames[id],
    worth: WORTHS[id],
  }));
