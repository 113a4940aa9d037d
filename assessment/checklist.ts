/** What somebody has to look at with his own eyes before a meeting opens: ticked by hand, seen by every organizer. */
import * as v from 'valibot';
import { HOSTS } from './actors.ts';
import { needOpen } from './phases.ts';
import { command, type Folds } from './noun.ts';
import type { State } from './state.ts';

export const CHECKLIST = ['passes-printed', 'poster-up', 'paper-ready', 'power', 'briefed'] as const;
export type CheckItem = (typeof CHECKLIST)[number];

/** Item → who ticked it, and when (server ms). */
export type Checklist = Map<CheckItem, { by: string; at: number }>;

export const emptyChecklist = (): Checklist => new Map();

export const checklistCommands = {
  /** Saying the same again changes nothing. */
  'checklist.tick': command(
    HOSTS,
    v.object({ item: v.picklist(CHECKLIST), done: v.boolean() }),
    (state, { item, done }) => {
      needOpen(state);
      return state.checklist.has(item) === done ? [] : [{ type: 'checklist-ticked', data: { item, done } }];
    },
  ),
};

export const checklistFolds = {
  'checklist-ticked': (state, { item, done }: { item: CheckItem; done: boolean }, { by, at }) => {
    if (done) state.checklist.set(item, { by, at });
    else state.checklist.delete(item);
  },
} satisfies Folds;

/** Organizers: what was ticked, and when. */
export type ChecklistView = { item: CheckItem; at: number | null }[];

export const checklistView = (state: State): ChecklistView =>
  CHECKLIST.map((item) => ({ item, at: state.checklist.get(item)?.at ?? null }));
