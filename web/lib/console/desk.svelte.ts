/** One meeting as an organizer has it open: its live slices, and what his role may do (I7). */
import { getContext, setContext } from 'svelte';
import type { CommandBody, CommandType } from '$assessment/decide.ts';
import type { OrganizerRole } from '$assessment/actors.ts';
import type { Slices } from '$assessment/view.ts';
import type { Names } from '../../text/index.ts';
import type { Live } from '../live/live.svelte.ts';
import type { Reply } from '$protocol-names.ts';
import { ApiFailure } from './api.ts';
import { inverseOf, isAct, type Act } from './undo.ts';
import { PassBook } from './passes/pass-book.svelte.ts';
import type { Order } from './stage/next-step.ts';

export interface Organizer {
  id: string;
  name: string;
  role: OrganizerRole;
}

/** What is asked for in the strip below the top bar. */
export type Asking = 'pause' | 'close' | 'reopen' | 'finalise' | null;

/**
 * For so long, in ms, a press may be on its way. A host sees at once that the line is gone, and a step that he pressed
 * then must not happen a minute later: what did not arrive in time is refused.
 */
const PATIENCE = 8000;

export class Desk {
  /** The last thing that was done here, and what takes it back. */
  last = $state.raw<Act | null>(null);
  asking = $state<Asking>(null);
  /** A question in hand or being written down needs the room that others can spare. */
  handling = $state(false);

  readonly code: string;
  readonly live: Live;
  readonly organizer: Organizer;
  readonly book: PassBook;

  constructor(code: string, live: Live, organizer: Organizer) {
    this.code = code;
    this.live = live;
    this.organizer = organizer;
    this.book = new PassBook(code, live);
  }

  get slices(): Partial<Slices> {
    return this.live.slices;
  }

  /** Prepares and runs the meeting. */
  get runs(): boolean {
    return this.organizer.role === 'owner' || this.organizer.role === 'host';
  }

  get owns(): boolean {
    return this.organizer.role === 'owner';
  }

  /** Confirms counts and amendments. */
  get confirms(): boolean {
    return this.organizer.role === 'scrutineer';
  }

  /** @throws ApiFailure `offline`: without a line nothing is kept for later. */
  async send<T extends CommandType>(type: T, body: CommandBody<T>): Promise<Reply> {
    if (this.live.line !== 'online') throw new ApiFailure({ code: 'offline', detail: {} });
    const before = this.slices;
    const reply = await this.live.send(type, body, PATIENCE);
    if (reply.ok && isAct(type))
      this.last = { type, at: this.live.now(), inverse: inverseOf({ type, body } as Order, before, reply.n) };
    return reply;
  }

  /** Takes the last thing back that was done here; it is no act of its own, so that nothing goes to and fro. */
  async takeBack(): Promise<Reply | undefined> {
    const inverse = this.last?.inverse;
    if (!inverse) return undefined;
    if (this.live.line !== 'online') throw new ApiFailure({ code: 'offline', detail: {} });
    this.last = null;
    return this.live.send(inverse.type, inverse.body, PATIENCE);
  }
}

const KEY = Symbol('desk');
export const setDesk = (desk: Desk): Desk => setContext(KEY, desk);
export const useDesk = (): Desk => getContext<Desk>(KEY);

/** What stands behind the ids of a refusal; nothing outside a meeting. */
export function useNames(): Names {
  const desk = getContext<Desk | undefined>(KEY);
  return {
    criterion: (id) => desk?.slices.sheet?.sheet.find((one) => one.id === id)?.name,
    unit: (id) => desk?.slices.agenda?.find((one) => one.unit === id)?.name,
  };
}
