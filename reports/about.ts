/** What an export says beside the bundle: where and when, whether the data is invented, and who signed for changes. */
import { appealView, type AppealChange } from '../assessment/view-appeal.ts';
import { crowdPapersView } from '../assessment/view-crowd-paper.ts';
import type { Scrutineer } from '../assessment/scrutineers.ts';
import type { State } from '../assessment/state.ts';

/** B4: a ballot that was changed behind the lock, with the two who answer for it. */
export interface Correction {
  unit: string;
  receipt: string;
  kind: 'admit' | 'replace' | 'void';
  reason: string;
  proposedBy: string;
  confirmedBy: string;
}

/** I7: other scrutineers than those with whom the meeting went official. Names. */
export interface ScrutineerSwap {
  /** Server time (ms). */
  at: number;
  by: string;
  from: string[];
  to: string[];
  reason: string;
}

/** B6: what an announced result is called, and its dates (server time in ms). */
export interface ResultState {
  state: 'provisional' | 'final';
  since: number;
  until: number;
  finalAt: number | null;
}

/** B4, S9: what an appeal changed after the result was announced. Scores in hundredths. */
export type Appealed = Pick<AppealChange, 'unit' | 'kind' | 'at' | 'before' | 'after'>;

export interface About {
  place: string;
  date: string;
  /** Fictional data, marked as such on every sheet. */
  demo: boolean;
  /** I7: names of the scrutineers. */
  scrutineers: string[];
  corrections: Correction[];
  scrutineerChanges: ScrutineerSwap[];
  /** Null as long as nothing was announced. */
  result: ResultState | null;
  appealed: Appealed[];
  /** I8: voices of the crowd that came on paper, by unit, where any did. */
  paperVotes: Record<string, number>;
}

/** What is known of a bundle that came without its meeting. */
export const NOTHING_ABOUT: About = {
  place: '',
  date: '',
  demo: false,
  scrutineers: [],
  corrections: [],
  scrutineerChanges: [],
  result: null,
  appealed: [],
  paperVotes: {},
};

/** `host:o1` → the organizer's name where somebody knows it. */
const organizer = (by: string, nameOf: (id: string) => string | null): string => {
  const id = by.slice(by.indexOf(':') + 1);
  return nameOf(id) ?? id;
};

/** J6: after a purge the accounts still know their own. */
const namesOf = (people: Scrutineer[], nameOf: (id: string) => string | null): string[] =>
  people.map(({ id, name }) => name || (nameOf(id) ?? id));

function resultOf(state: State): ResultState | null {
  const { state: name, since, until, finalAt } = appealView(state);
  return name === 'open' || since === null || until === null ? null : { state: name, since, until, finalAt };
}

/** Only of turns that are locked (V1). */
const paperVotesIn = (state: State): Record<string, number> =>
  Object.fromEntries(
    crowdPapersView(state).flatMap(({ unit, paper, grades }) =>
      paper > 0 && grades !== null ? [[unit, paper]] : [],
    ),
  );

/** `nameOf` gives the name of an organizer by his id; the rules know only the ids. */
export function aboutOf(state: State, nameOf: (organizer: string) => string | null = () => null): About {
  const { info, demo, scrutineers, scrutineerChanges } = state.meeting;
  const known = (id: string): string | null =>
    nameOf(id) ?? (scrutineers.find((one) => one.id === id)?.name || null);
  const corrections = [...state.amendments.all.values()].flatMap((one): Correction[] => {
    if (one.confirmedBy === null) return [];
    const ballot = state.ballots.byUnit.get(one.unit)?.get(one.pass);
    return [
      {
        unit: one.unit,
        receipt: ballot?.receipt ?? '',
        kind: one.kind,
        reason: one.reason ?? '',
        proposedBy: organizer(one.proposedBy, known),
        confirmedBy: organizer(one.confirmedBy, known),
      },
    ];
  });
  return {
    place: info.place,
    date: info.date,
    demo,
    scrutineers: namesOf(scrutineers, nameOf),
    corrections,
    scrutineerChanges: scrutineerChanges.map(({ at, by, from, to, reason }) => {
      return {
        at,
        by: organizer(by, known),
        from: namesOf(from, nameOf),
        to: namesOf(to, nameOf),
        reason: reason ?? '',
      };
    }),
    result: resultOf(state),
    appealed: appealView(state).changes,
    paperVotes: paperVotesIn(state),
  };
}
