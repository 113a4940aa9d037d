/** One meeting as an organizer has it open: its live slices, and what his role may do (I7). */
import { getContext, setContext } from 'svelte';
import type { CommandBody, CommandType } from '$assessment/decide.ts';
import type { OrganizerRole } from '$assessment/actors.ts';
import type { Slices } from '$assessment/view.ts';
import type { Names } from '../../text/index.ts';
import type { Live } from '../live/live.svelte.ts';
import type { Reply } from '$protocol-names.ts';
import { PassBook } from './passes/pass-book.svelte.ts';

export interface Organizer {
  id: string;
  name: string;
  role: OrganizerRole;
}

/** What is asked for in the strip below the top bar. */
export type Asking = 'pause' | 'close' | 'reopen' | null;

export class Desk {
  asking = $state<Asking>(null);
  /** Amendments that were proposed here and wait for a scrutineer, by the number that he is told. */
  amendments = $state.raw<{ id: string; unit: string; kind: 'admit' | 'replace' | 'void' }[]>([]);

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

  send<T extends CommandType>(type: T, body: CommandBody<T>): Promise<Reply> {
    return this.live.send(type, body);
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
