/** A new meeting from an earlier one: who judges and is judged, by what sheet and how; nothing of what happened. */
import type { Json } from './journal.ts';
import { meetingCreated, type Info } from './meeting.ts';
import type { Entry } from './noun.ts';
import { keepTaken } from './privacy.ts';
import { examinersSet, membersSet } from './roster.ts';
import type { State } from './state.ts';

export interface Copied {
  id: string;
  code: string;
  info: Info;
}

/**
 * The opening entries of the copy, a rehearsal that is still a draft: units, members, examiners, sheet and settings.
 * Passes, devices, ballots and scrutineers are the other meeting's own.
 */
export function copyOpening(state: State, { id, code, info }: Copied): Entry[] {
  const { meeting, scoring, roster } = state;
  const { demo, settings } = meeting;
  return [
    meetingCreated({ id, code, demo, mode: 'rehearsal', info, rehearsal: null }),
    { type: 'settings-set', data: settings },
    ...keepTaken(state),
    { type: 'scoring-set', data: scoring as unknown as Json },
    { type: 'units-set', data: { units: roster.units } },
    membersSet([...roster.members.values()]),
    examinersSet([...roster.examiners.values()]),
  ];
}
