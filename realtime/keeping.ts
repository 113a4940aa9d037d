/**
 * When a meeting gets a snapshot, and what is known of its chain (J4): a start from a snapshot looks at what lies behind
 * it and leaves the rest to a thread (docs/decisions/0026-snapshots.md).
 */
import type { Keeper } from '../db/keeper.ts';
import type { Misfit, Snapshot } from '../db/snapshot.ts';
import type { Authority } from './authority.ts';
import type { Log } from './log.ts';

/** Entries between two snapshots: what a start folds at the most. */
export const EVERY = 20_000;
/** While a square votes the machine has other things to do: a snapshot waits for a second with fewer entries than these, … */
const CALM = 50;
const SECOND = 1000;
/** … but not until there are so many. */
const AT_MOST = 5 * EVERY;
/** Fewer entries than these are folded at once, whatever happens. */
const LEAST = 1000;

/** `whole`: every entry was looked at. */
export type ChainWord = 'whole' | 'under-way' | 'broken';

export interface ChainKnown {
  /** Entries up to this one were looked at, and hold; null for all of them. */
  checked: number | null;
  /** The first entry that does not hold. */
  broken: number | null;
  /** The chain holds, and the snapshot from which the hub started says something else. */
  forged: boolean;
}

export class Keeping {
  readonly #keeper: Keeper;
  readonly #log: Pick<Log, 'info' | 'warn' | 'error'>;
  /** Where a snapshot waits for a calm second. */
  readonly #calming = new Map<string, NodeJS.Timeout>();
  /** Only of chains that are not known to be whole. */
  readonly #chains = new Map<string, ChainKnown>();

  constructor(keeper: Keeper, log: Pick<Log, 'info' | 'warn' | 'error'>) {
    this.#keeper = keeper;
    this.#log = log;
    keeper.told = (meeting, outcome) => {
      if ('reached' in outcome) this.#reached(meeting, outcome.reached);
      else if ('verified' in outcome) this.#holds(meeting, outcome.verified);
      else if ('broken' in outcome) this.#breaks(meeting, outcome.broken);
      else if ('forged' in outcome) this.#forged(meeting, outcome.forged);
      else if ('error' in outcome) log.warn({ meeting, err: outcome.error }, 'keeper');
      else log.info({ meeting, n: outcome.snapshot.length }, 'snapshot');
    };
  }

  /** A snapshot that can be begun from; the log says why there is none. */
  fitting(meeting: string, found: Snapshot | Misfit): Snapshot | null {
    if (typeof found !== 'string') return found;
    if (found === 'damaged' || found === 'other-journal') this.#log.warn({ meeting, why: found }, 'snapshot');
    else this.#log.info({ meeting, why: found }, 'snapshot');
    return null;
  }

  /** @param from the entry from which the meeting was folded: its snapshot's, or 0 */
  begins(meeting: string, authority: Authority, from: number): void {
    let asked = from;
    const behind = () => authority.state.length - asked;
    const closed = () => authority.state.meeting.phase === 'closed';
    const due = () => behind() >= (closed() ? LEAST : EVERY);
    const ask = () => {
      asked = authority.state.length;
      this.#keeper.snapshot(meeting);
    };
    const look = () => {
      if (!due() || this.#calming.has(meeting)) return;
      if (closed() || behind() >= AT_MOST) return ask();
      const { length } = authority.state;
      this.#later(meeting, () => (authority.state.length - length < CALM && due() ? ask() : look()));
    };
    this.#chains.delete(meeting);
    this.#walks(meeting, authority);
    if (due()) ask();
    authority.onChange(look);
  }

  /** First of all: it looks at the snapshot that the state came from, before another takes its place. */
  #walks(meeting: string, authority: Authority): void {
    if (authority.unverified === 0) return;
    this.#chains.set(meeting, { checked: 0, broken: null, forged: false });
    this.#keeper.verify(meeting, authority.unverified);
  }

  #later(meeting: string, then: () => void): void {
    const timer = setTimeout(() => {
      this.#calming.delete(meeting);
      then();
    }, SECOND).unref();
    this.#calming.set(meeting, timer);
  }

  /** Before its file is closed, purged or deleted (J6). */
  async ends(meeting: string): Promise<void> {
    clearTimeout(this.#calming.get(meeting));
    this.#calming.delete(meeting);
    await this.#keeper.end(meeting);
    this.#chains.delete(meeting);
  }

  chainOf(meeting: string): ChainKnown {
    return this.#chains.get(meeting) ?? { checked: null, broken: null, forged: false };
  }

  word(): ChainWord {
    const all = [...this.#chains.values()];
    if (all.some(({ broken, forged }) => broken !== null || forged)) return 'broken';
    return all.length > 0 ? 'under-way' : 'whole';
  }

  #reached(meeting: string, n: number): void {
    const known = this.#chains.get(meeting);
    if (known) known.checked = n;
  }

  #holds(meeting: string, n: number): void {
    if (this.#chains.get(meeting)?.broken === null) this.#chains.delete(meeting);
    this.#log.info({ meeting, n }, 'chain');
  }

  #forged(meeting: string, n: number): void {
    this.#keeper.drop(meeting);
    this.#chains.set(meeting, { checked: null, broken: null, forged: true });
    this.#log.error({ meeting, n, why: 'snapshot' }, 'chain');
  }

  #breaks(meeting: string, { broken, why }: { broken: number; why: string }): void {
    this.#chains.set(meeting, { checked: broken - 1, broken, forged: false });
    this.#log.error({ meeting, broken, why }, 'chain');
  }
}
