/** L1, L2 · Draws by lot: a commitment first, a number said on site, then the secret for everyone to repeat it. */
import * as v from 'valibot';
import { HOSTS, type Actor } from './actors.ts';
import { waitingUnits } from './turns.ts';
import { Id, Reason, whole } from './fields.ts';
import { commitmentOf, draw } from './lots.ts';
import { needLive, needOpen } from './phases.ts';
import { command, refuse, type Context, type Entry, type Folds } from './noun.ts';
import { examinerPasses, isPresent } from './passes.ts';
import type { State } from './state.ts';

const PURPOSES = ['order', 'questioner', 'question'] as const;
export type Purpose = (typeof PURPOSES)[number];

export interface Draw {
  id: string;
  purpose: Purpose;
  commitment: string;
  /** In roster order (L1): unit ids, pass ids or question ids. */
  items: string[];
  /** Hex; in the state from the start, in a view only when the draw is over. */
  secret: string;
  number: number | null;
  drawn: string[] | null;
  abandoned: boolean;
  /** L2: drawn questioners who were away. */
  passedOver: string[];
  /** When it was committed to, in server ms. */
  at: number;
  /** When the number was said and the lots fell; null before. Walls step through the shuffle from then on. */
  doneAt: number | null;
}

export interface DrawsState {
  all: Map<string, Draw>;
  /** L2: passes drawn as questioner since everyone present was drawn. */
  drawnOnce: Set<string>;
}

export const emptyDraws = (): DrawsState => ({ all: new Map(), drawnOnce: new Set() });

/** The draw that has been promised and not yet done. */
export const openDraw = (state: State): Draw | null =>
  [...state.draws.all.values()].find((one) => one.number === null && !one.abandoned) ?? null;

/** The id of the latest draw, of whatever purpose. */
const lastDraw = (state: State): string | null => [...state.draws.all.keys()].pop() ?? null;

/** L2: who can be drawn: everyone present who was not, or everyone present once all were. */
function questioners(state: State): string[] {
  const present = examinerPasses(state).filter(isPresent);
  const fresh = present.filter((pass) => !state.draws.drawnOnce.has(pass.id));
  return (fresh.length > 0 ? fresh : present).map((pass) => pass.id);
}

function itemsFor(state: State, purpose: Purpose): string[] {
  if (purpose === 'order') {
    const waiting = new Set(waitingUnits(state));
    return state.roster.units.map((one) => one.id).filter((id) => waiting.has(id));
  }
  if (purpose === 'questioner') return questioners(state);
  return state.questions.queue.filter((id) => state.questions.all.get(id)?.unit === state.agenda.onStage);
}

const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

function decideCommit(
  state: State,
  { purpose, after }: { purpose: Purpose; after?: string | null | undefined },
  _actor: Actor,
  context: Context,
): Entry[] {
  if (purpose === 'order') needOpen(state);
  else needLive(state);
  if (openDraw(state)) refuse('draw-open');
  if (after !== undefined && after !== lastDraw(state)) refuse('overtaken');
  const items = itemsFor(state, purpose);
  if (items.length === 0) refuse('nothing-to-draw');
  const secret = context.random(32);
  const data = { id: `${purpose}-${context.n}`, purpose, items, commitment: commitmentOf(secret) };
  return [{ type: 'draw-promised', data, private: { secret: hex(secret) } }];
}

/** @throws Refusal `draw-unknown` unless the draw is the open one */
function openById(state: State, id: string): Draw {
  const open = openDraw(state);
  return open?.id === id ? open : refuse('draw-unknown', { draw: id });
}

function decideDraw(state: State, { draw: id, number }: { draw: string; number: number }): Entry[] {
  needOpen(state);
  const open = openById(state, id);
  const drawn = draw(open.secret, id, number, open.items);
  const entries: Entry[] = [{ type: 'draw-done', data: { draw: id, number, secret: open.secret, drawn } }];
  if (open.purpose === 'order') {
    const waiting = new Set(waitingUnits(state));
    const order = drawn.filter((unit) => waiting.has(unit));
    const rest = [...waiting].filter((unit) => !order.includes(unit));
    entries.push({ type: 'order-set', data: { waiting: [...order, ...rest] } });
  }
  return entries;
}

export const drawCommands = {
  /** `after`: the latest draw that the host knew of, so that two hosts do not draw one after the other. */
  'draw.promise': command(
    HOSTS,
    v.object({ purpose: v.picklist(PURPOSES), after: v.optional(v.nullable(Id)) }),
    decideCommit,
  ),
  'draw.do': command(HOSTS, v.object({ draw: Id, number: whole(0, 999_999) }), decideDraw),
  'draw.abandon': command(HOSTS, v.object({ draw: Id, reason: Reason }), (state, { draw: id, reason }) => {
    const { secret } = openById(state, id);
    return [{ type: 'draw-abandoned', data: { draw: id, secret }, private: { reason } }];
  }),
  'draw.pass-over': command(HOSTS, v.object({ draw: Id, pass: Id }), (state, { draw: id, pass }) => {
    const done = state.draws.all.get(id);
    if (done?.purpose !== 'questioner' || !done.drawn?.includes(pass)) refuse('draw-unknown', { draw: id });
    return done.passedOver.includes(pass)
      ? []
      : [{ type: 'questioner-passed-over', data: { draw: id, pass } }];
  }),
};

/** L2: who asks next by a questioner draw: the first drawn who was not passed over. */
const chosenOf = (done: Draw): string | null =>
  done.drawn?.find((one) => !done.passedOver.includes(one)) ?? null;

function noteDrawn(state: State, pass: string | null): void {
  if (pass === null) return;
  const fresh = examinerPasses(state).some((one) => isPresent(one) && !state.draws.drawnOnce.has(one.id));
  if (!fresh) state.draws.drawnOnce.clear();
  state.draws.drawnOnce.add(pass);
}

export const drawFolds = {
  'draw-promised': (
    state,
    data: Pick<Draw, 'id' | 'purpose' | 'items' | 'commitment'> & { private?: { secret: string } },
    { at },
  ) => {
    const { private: secret, ...promised } = data;
    const open = {
      secret: secret?.secret ?? '',
      number: null,
      drawn: null,
      abandoned: false,
      passedOver: [],
      at,
      doneAt: null,
    };
    state.draws.all.set(data.id, { ...promised, ...open });
  },
  'draw-done': (
    state,
    { draw: id, ...done }: { draw: string; number: number; secret: string; drawn: string[] },
    { at },
  ) => {
    const one = state.draws.all.get(id);
    if (!one) return;
    Object.assign(one, done, { doneAt: at });
    if (one.purpose === 'questioner') noteDrawn(state, chosenOf(one));
  },
  'draw-abandoned': (state, data: { draw: string; secret: string }) => {
    const one = state.draws.all.get(data.draw);
    if (one) Object.assign(one, { secret: data.secret, abandoned: true });
  },
  'questioner-passed-over': (state, data: { draw: string; pass: string }) => {
    const one = state.draws.all.get(data.draw);
    if (!one) return;
    one.passedOver.push(data.pass);
    state.draws.drawnOnce.delete(data.pass);
    noteDrawn(state, chosenOf(one));
  },
} satisfies Folds;
