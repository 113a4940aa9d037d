/**
 * What happened lately, for the organizers' page: who did what, and when. Ids only, never points (V1), and no text of
 * a person (J6); in an anonymous meeting a ballot is its category's and no pass's (I3).
 */
import type { Recorded } from './journal.ts';
import type { State } from './state.ts';

/** The entries that a host wants to see pass by. */
const TOLD = [
  'meeting-phase',
  'meeting-paused',
  'meeting-resumed',
  'turn-stepped',
  'unit-absent',
  'unit-present',
  'turn-published',
  'question-asked',
  'question-moved',
  'question-merged',
  'question-returned',
  'question-edited',
  'question-handed-on',
  'question-on-stage',
  'question-answered',
  'hand-raised',
  'hand-on-offered',
  'hand-on-declined',
  'promise-made',
  'promise-changed',
  'promise-confirmed',
  'promise-objected',
  'promise-withdrawn',
  'help-asked',
  'help-done',
  'ballot-accepted',
  'draw-promised',
  'draw-done',
  'draw-abandoned',
  'clock-adjusted',
  'clock-run',
] as const;
export type Told = (typeof TOLD)[number];

export interface Happening {
  n: number;
  /** Server time in ms. */
  at: number;
  type: Told;
  /** As in the entry: `host:o1`, `examiner:people-08@SESSION`, `crowd:@SESSION`. */
  by: string;
  unit: string | null;
  question: string | null;
  pass: string | null;
  /** A stage, a state, a purpose: where it led. */
  to: string | null;
  /** Of a step: the stage that it left. */
  from: string | null;
  /** Ms given or taken. */
  ms: number | null;
  /** On or off; a ballot that replaces an earlier one. */
  on: boolean;
}

export interface HappeningView extends Omit<Happening, 'by'> {
  /** The role; an organizer's own id; nothing of a session. */
  by: { role: string; id: string | null };
  category: string | null;
}

const KEPT = 8;
const told = new Set<string>(TOLD);

type Data = Record<string, unknown>;
const word = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Keeps a short ring of what happened, oldest first. A step of the same kind on the same clock replaces the last one. */
export function latelyFold(state: State, { n, at, type, by, data }: Recorded): void {
  if (!told.has(type)) return;
  const said = data as Data;
  const asked = type === 'question-asked';
  if (state.lately.length === KEPT) state.lately.shift();
  state.lately.push({
    n,
    at,
    type: type as Told,
    by,
    unit: word(said.unit),
    question: asked ? word(said.id) : word(said.question),
    pass: word(said.pass),
    to: word(said.to) ?? word(said.into) ?? word(said.purpose) ?? word(said.clock),
    from: word(said.from),
    ms: type === 'clock-adjusted' && typeof said.by === 'number' ? said.by : null,
    on: said.on === true || said.run === true || Number(said.revision ?? 0) > 1,
  });
}

const PERSONAL: ReadonlySet<Told> = new Set<Told>(['ballot-accepted']);

function whoOf(by: string): { role: string; id: string | null } {
  const [role = '', rest = ''] = by.split(':');
  const id = rest.includes('@') ? null : rest;
  return { role, id: id || null };
}

/** V1: for organizers. */
export function latelyView(state: State): HappeningView[] {
  const anonymous = state.meeting.settings.identity === 'anonymous';
  return state.lately.map(({ by, ...one }) => {
    const pass = one.pass ?? /:([^@]+)@/.exec(by)?.[1] ?? null;
    const category = pass === null ? null : (state.passes.all.get(pass)?.category ?? null);
    const hidden = anonymous && PERSONAL.has(one.type);
    return { ...one, pass: hidden ? null : pass, category, by: whoOf(by) };
  });
}
