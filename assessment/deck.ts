/**
 * The deck of a unit (汇报材料): a PDF that its report is illustrated with, one page on the screen at a time. Which page
 * is journalled, so that a hub that was restarted and a wall that lost its power come back to it (J1). A turn names the
 * page that it leads to: two fingers on two devices never skip one.
 */
import * as v from 'valibot';
import { HOSTS, type Actor } from './actors.ts';
import { DeckHash, MOST_PAGES } from './decks.ts';
import { Id, line, whole } from './fields.ts';
import { leads } from './hand-on.ts';
import { command, refuse, type Context, type Entry, type Folds } from './noun.ts';
import type { Pass } from './passes.ts';
import { needLive, needOpen } from './phases.ts';
import type { State } from './state.ts';
import { turnOf } from './turns.ts';

export interface Deck {
  id: string;
  unit: string;
  /** Hex SHA-256 of the file; null after a purge (J6). */
  hash: string | null;
  /** The name of the file; null after a purge. */
  name: string | null;
  pages: number;
  /** In bytes. */
  size: number;
  /** The pass that brought it; null where an organizer did. */
  pass: string | null;
  at: number;
  /** From 1. */
  page: number;
  /** What was last said of showing it, and the moment that it was said of; see `isShown`. */
  told: { moment: string; shown: boolean } | null;
}

/** Unit id → its deck. */
export type DecksState = Map<string, Deck>;
export const emptyDecks = (): DecksState => new Map();

/**
 * What showing is said of: the report, or one question, or the floor before one is asked. With the next moment it is
 * forgotten, so that no page ever stands before a new question.
 */
const momentOf = (state: State, unit: string): string =>
  `${state.agenda.turns.get(unit)?.stage ?? ''} ${state.questions.onStage ?? ''}`;

/** A page can be turned while its unit reports and while it is questioned. */
export function deckOnStage(state: State): Deck | null {
  const { onStage, turns } = state.agenda;
  const stage = onStage === null ? undefined : turns.get(onStage)?.stage;
  return stage === 'reporting' || stage === 'questioning' ? (state.decks.get(onStage ?? '') ?? null) : null;
}

/** While the unit reports its deck is shown unless it was put away; in questioning only where a host shows it. */
export function isShown(state: State, deck: Deck): boolean {
  if (deckOnStage(state)?.id !== deck.id) return false;
  if (deck.told?.moment === momentOf(state, deck.unit)) return deck.told.shown;
  return state.agenda.turns.get(deck.unit)?.stage === 'reporting';
}

/** Whose deck a pass brings and turns: the presenter's and the head's of the unit. */
export function unitOfBringer(state: State, pass: Pass): string | null {
  if (pass.kind === 'presenter') return pass.unit;
  return pass.kind === 'member' && leads(state, pass) ? pass.unit : null;
}

const isHost = (actor: Actor): boolean => HOSTS.includes(actor.role);

/** @throws Refusal `forbidden` for whoever is neither a host nor of the unit, `unit-unknown` */
function needBringer(state: State, actor: Actor, unit: string): void {
  turnOf(state, unit);
  if (isHost(actor)) return;
  if (!('pass' in actor) || unitOfBringer(state, actor.pass) !== unit) refuse('forbidden');
}

/** @throws Refusal `deck-unknown` for one that was replaced or removed meanwhile */
function deckIn(state: State, unit: string, id: string): Deck {
  const deck = state.decks.get(unit);
  return deck?.id === id ? deck : refuse('deck-unknown', { unit });
}

const Attach = v.object({ unit: Id, hash: DeckHash, name: line(200), pages: whole(1, MOST_PAGES) });

function decideAttach(
  state: State,
  { unit, hash, name, pages }: v.InferOutput<typeof Attach>,
  actor: Actor,
  context: Context,
): Entry[] {
  needOpen(state);
  needBringer(state, actor, unit);
  const size = context.deck(hash) ?? refuse('deck-missing');
  const before = state.decks.get(unit);
  if (before?.hash === hash && before.name === name && before.pages === pages) return [];
  const by = 'pass' in actor ? { pass: actor.pass.id } : {};
  const data = { id: `d${context.n}`, unit, pages, size, ...by };
  return [{ type: 'deck-attached', data, private: { hash, name } }];
}

function decideRemove(state: State, { unit, deck }: { unit: string; deck: string }, actor: Actor): Entry[] {
  needOpen(state);
  needBringer(state, actor, unit);
  deckIn(state, unit, deck);
  return [{ type: 'deck-removed', data: { unit, deck } }];
}

const Turn = v.object({ unit: Id, deck: Id, page: whole(1, MOST_PAGES), shown: v.boolean() });

function decideTurn(
  state: State,
  { unit, deck: id, page, shown }: v.InferOutput<typeof Turn>,
  actor: Actor,
): Entry[] {
  needLive(state);
  needBringer(state, actor, unit);
  const deck = deckIn(state, unit, id);
  if (deckOnStage(state)?.id !== id) refuse('deck-not-now', { unit });
  if (page > deck.pages) refuse('malformed', { field: 'page' });
  const was = isShown(state, deck);
  // Before a question stands what the host shows, and nothing that a phone sends.
  const reports = state.agenda.turns.get(unit)?.stage === 'reporting';
  if (!isHost(actor) && !reports && !was) refuse('deck-away', { unit });
  if (deck.page === page && was === shown) return [];
  return [{ type: 'deck-turned', data: { unit, deck: id, page, shown } }];
}

export const deckCommands = {
  'deck.attach': command([...HOSTS, 'member', 'presenter'], Attach, decideAttach),
  'deck.remove': command([...HOSTS, 'member', 'presenter'], v.object({ unit: Id, deck: Id }), decideRemove),
  /** Names the page and whether it is shown, so that the same turn twice is one. */
  'deck.turn': command([...HOSTS, 'member', 'presenter'], Turn, decideTurn),
};

type Attached = Pick<Deck, 'id' | 'unit' | 'pages' | 'size'> & {
  pass?: string;
  private?: { hash: string; name: string };
};

export const deckFolds = {
  'deck-attached': (state, { private: secret, pass, ...data }: Attached, { at }) => {
    const { hash = null, name = null } = secret ?? {};
    state.decks.set(data.unit, { ...data, pass: pass ?? null, hash, name, at, page: 1, told: null });
  },
  'deck-removed': (state, { unit }: { unit: string }) => {
    state.decks.delete(unit);
  },
  'deck-turned': (state, data: { unit: string; deck: string; page: number; shown: boolean }) => {
    const deck = state.decks.get(data.unit);
    if (deck?.id !== data.deck) return;
    const told = { moment: momentOf(state, data.unit), shown: data.shown };
    state.decks.set(data.unit, { ...deck, page: data.page, told });
  },
} satisfies Folds;

/** A unit that is taken off the roster takes its deck along. */
export const decksGone = (state: State, stays: ReadonlySet<string>): Entry[] =>
  [...state.decks.values()]
    .filter(({ unit }) => !stays.has(unit))
    .map(({ unit, id }): Entry => ({ type: 'deck-removed', data: { unit, deck: id } }));

/** Decks whose files a meeting needs. */
export const filesOfDecks = (state: State): string[] =>
  [...state.decks.values()].flatMap(({ hash }) => (hash === null ? [] : [hash]));

/** A1: decks go along, from their first page; their files are brought over by whoever holds both meetings. */
export function decksTaken(state: State): Entry[] {
  return [...state.decks.values()].flatMap(({ id, unit, pages, size, pass, hash, name }): Entry[] =>
    hash === null || name === null
      ? []
      : [
          {
            type: 'deck-attached',
            data: { id, unit, pages, size, ...(pass === null ? {} : { pass }) },
            private: { hash, name },
          },
        ],
  );
}
