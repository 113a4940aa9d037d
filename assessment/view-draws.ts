/** L1, L2 · Draws as everybody sees them: the promise before, the secret and the order after. */
import type { Draw, Purpose } from './draws.ts';
import { unitName } from './roster.ts';
import type { State } from './state.ts';

export interface DrawView {
  id: string;
  purpose: Purpose;
  commitment: string;
  items: { id: string; label: string }[];
  /** Null until the draw is over. */
  secret: string | null;
  number: number | null;
  drawn: string[] | null;
  abandoned: boolean;
  passedOver: string[];
  at: number;
  /** Server ms; null until the draw is over. */
  doneAt: number | null;
}

/** No name of a person: a questioner is his category and number. */
function labelOf(state: State, purpose: Purpose, id: string): string {
  if (purpose === 'order') return unitName(state, id);
  if (purpose === 'question')
    return state.questions.all.get(id)?.shown ?? state.questions.all.get(id)?.text ?? id;
  const pass = state.passes.all.get(id);
  const category = state.scoring.categories.find((one) => one.id === pass?.category)?.name ?? '';
  return pass ? `${category} ${pass.number}` : id;
}

function drawView(state: State, draw: Draw): DrawView {
  const { id, purpose, commitment, number, drawn, abandoned, passedOver, at, doneAt } = draw;
  const over = number !== null || abandoned;
  const items = draw.items.map((item) => ({ id: item, label: labelOf(state, purpose, item) }));
  return {
    id,
    purpose,
    commitment,
    items,
    secret: over ? draw.secret : null,
    number,
    drawn,
    abandoned,
    passedOver,
    at,
    doneAt,
  };
}

export const drawsView = (state: State): DrawView[] =>
  [...state.draws.all.values()].map((one) => drawView(state, one));
