/** V1 · Decks as each audience may know them. Phones of examiners and of the crowd are told nothing of them. */
import type { Audience } from './audiences.ts';
import { deckOnStage, isShown, unitOfBringer, type Deck } from './deck.ts';
import type { Pass } from './passes.ts';
import type { State } from './state.ts';
import { waitingUnits } from './turns.ts';

/** The deck of the unit on stage while it reports or is questioned. */
export interface DeckNow {
  id: string;
  unit: string;
  page: number;
  pages: number;
  shown: boolean;
  /** The hash of its file; null to phones, which draw no page, and after a purge (J6). */
  file: string | null;
}

export interface DeckView {
  now: DeckNow | null;
  /** The file of the unit that comes next, for a screen to fetch beforehand. */
  ahead: string | null;
}

/** A deck in a list. */
export interface DeckRow {
  unit: string;
  id: string;
  name: string | null;
  pages: number;
  size: number;
  file: string | null;
  /** Whether somebody of the unit brought it himself. */
  own: boolean;
  at: number;
}

/** Of the bearer's unit, where he may bring it: presenters and the head of the unit. */
export interface MyDeck {
  unit: string;
  deck: DeckRow | null;
}

const rowOf = ({ unit, id, name, pages, size, hash, pass, at }: Deck): DeckRow => ({
  unit,
  id,
  name,
  pages,
  size,
  file: hash,
  own: pass !== null,
  at,
});

function aheadOf(state: State): string | null {
  const next = waitingUnits(state).find((unit) => state.agenda.turns.get(unit)?.absent === false);
  return state.decks.get(next ?? '')?.hash ?? null;
}

export function deckView(state: State, audience: Audience): DeckView {
  const draws = audience === 'organizer' || audience === 'screen';
  const deck = deckOnStage(state);
  const now: DeckNow | null = deck && {
    id: deck.id,
    unit: deck.unit,
    page: deck.page,
    pages: deck.pages,
    shown: isShown(state, deck),
    file: draws ? deck.hash : null,
  };
  return { now, ahead: draws ? aheadOf(state) : null };
}

export const decksView = (state: State): DeckRow[] => [...state.decks.values()].map(rowOf);

export function myDeck(state: State, pass: Pass | null | undefined): MyDeck | null {
  const unit = pass ? unitOfBringer(state, pass) : null;
  if (unit === null) return null;
  const deck = state.decks.get(unit);
  return { unit, deck: deck ? rowOf(deck) : null };
}

/** Sessions whose own view an entry about decks may have changed. */
export function deckSessions(state: State, entry: { type: string; data: unknown }): string[] {
  if (entry.type !== 'deck-attached' && entry.type !== 'deck-removed') return [];
  const { unit } = entry.data as { unit: string };
  return [...state.passes.all.values()].flatMap((pass) =>
    pass.unit === unit && pass.session !== null ? [pass.session] : [],
  );
}
