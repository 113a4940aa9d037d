/** I7 · Who confirms counts and amendments in a meeting. Fixed when it goes official: a change is then in the export. */
import * as v from 'valibot';
import { Name, Reason } from './fields.ts';
import { command, refuse, type Entry, type Folds } from './noun.ts';
import { needOpen } from './phases.ts';
import type { State } from './state.ts';

export interface Scrutineer {
  /** The organizer's id. */
  id: string;
  name: string;
}

export interface ScrutineerChange {
  /** Server time (ms). */
  at: number;
  /** `owner:o1` */
  by: string;
  from: Scrutineer[];
  to: Scrutineer[];
  reason: string | null;
}

const Body = v.object({
  scrutineers: v.pipe(
    v.array(v.object({ id: v.pipe(v.string(), v.minLength(1), v.maxLength(80)), name: Name })),
    v.maxLength(20),
  ),
  /** Needed once the meeting is official. */
  reason: v.optional(v.nullable(Reason), null),
});
type Body = v.InferOutput<typeof Body>;

const idsOf = (people: readonly { id: string }[]): string => people.map(({ id }) => id).join();

function decideScrutineers(state: State, { scrutineers, reason }: Body): Entry[] {
  needOpen(state);
  const ids = scrutineers.map(({ id }) => id);
  if (new Set(ids).size < ids.length) refuse('duplicate');
  const names = Object.fromEntries(scrutineers.map(({ id, name }) => [id, name]));
  if (state.meeting.mode !== 'official')
    return [{ type: 'scrutineers-set', data: { ids }, private: { names } }];
  if (idsOf(scrutineers) === idsOf(state.meeting.scrutineers)) return [];
  if (reason === null) refuse('malformed', { field: 'reason' });
  return [{ type: 'scrutineers-set', data: { ids, changed: true }, private: { names, reason } }];
}

/** The first entry of an official journal that names those of the rehearsal (A1). */
export function scrutineersOf({ meeting: { scrutineers } }: State): Entry[] {
  if (scrutineers.length === 0) return [];
  const names = Object.fromEntries(scrutineers.map(({ id, name }) => [id, name]));
  return [{ type: 'scrutineers-set', data: { ids: scrutineers.map(({ id }) => id) }, private: { names } }];
}

export const scrutineerCommands = {
  'meeting.scrutineers': command(['owner'], Body, decideScrutineers),
};

interface ScrutineersSet {
  ids: string[];
  changed?: true;
  private?: { names: Record<string, string>; reason?: string | null };
}

export const scrutineerFolds = {
  'scrutineers-set': ({ meeting }, { ids, changed, private: secret }: ScrutineersSet, { at, by }) => {
    const from = meeting.scrutineers;
    const to = ids.map((id) => ({ id, name: secret?.names[id] ?? '' }));
    if (changed) meeting.scrutineerChanges.push({ at, by, from, to, reason: secret?.reason ?? null });
    meeting.scrutineers = to;
  },
} satisfies Folds;
