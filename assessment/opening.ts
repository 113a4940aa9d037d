/** The first entries of a new meeting's journal. */
import { meetingCreated, type Created } from './meeting.ts';
import type { Entry } from './noun.ts';
import { examinersSet, membersSet, type Examiner, type Member, type Unit } from './roster.ts';
import { defaultScoring, type Category } from './sheet.ts';
import type { Json } from './journal.ts';

export interface Opening {
  units: Unit[];
  members: Member[];
  examiners: Examiner[];
  categories: Category[];
}

/** S1, A1: a meeting with the default sheet; `ready` at once where its rosters are complete. */
export function openingOf(created: Created, roster: Opening): Entry[] {
  const entries: Entry[] = [
    meetingCreated(created),
    { type: 'scoring-set', data: defaultScoring(roster.categories) as unknown as Json },
  ];
  if (roster.units.length === 0) return entries;
  return [
    ...entries,
    { type: 'units-set', data: { units: roster.units } },
    membersSet(roster.members),
    examinersSet(roster.examiners),
    { type: 'meeting-phase', data: { to: 'ready' } },
  ];
}
