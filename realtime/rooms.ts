/**
 * The way of a frame: what an audience was last sent, slice by slice, so that a frame carries only what changed
 * and everybody of the audience is sent the same one.
 */
import type { State } from '../assessment/state.ts';
import {
  sliceOf,
  SLICES_OF,
  type Audience,
  type Live,
  type SliceName,
  type Slices,
} from '../assessment/view.ts';
import { PROTOCOL, type Frame, type Since } from './protocol-names.ts';
import { plainOf } from './counts.ts';
import { countsPace } from './pace.ts';
import { difference, type Patch } from './protocol-patch.ts';

/** Slices that tell of connections, too, and so change without an entry; a returning client always gets them. */
const LIVE_SLICES: ReadonlySet<SliceName> = new Set<SliceName>([
  'people',
  'progress',
  'crowd',
  'screens',
  'waiting',
]);

interface Shown {
  text: string;
  /** The same without what only counts. */
  plain: string;
  value: Slices[SliceName];
  /** Number of the last entry when it changed. */
  changedAt: number;
}

export class Room {
  readonly audience: Audience;
  /** Of the last frame to the whole room, in characters. */
  size = 0;
  readonly #shown = new Map<SliceName, Shown>();
  /** Slices that changed since the last frame to the whole room, and what they were then. */
  readonly #pending = new Map<SliceName, Pick<Shown, 'text' | 'plain'> | null>();
  /** Those of which somebody was sent a newer state than the others have: they are sent whole, to all alike. */
  readonly #whole = new Set<SliceName>();
  #to = 0;
  /** Server time in ms when the room was told that. */
  #at = 0;
  /** Server time in ms when counts went out last. */
  #countedAt = -Infinity;
  /** Server time in ms until which nothing but counts is held back; null where nothing is. */
  heldUntil: number | null = null;
  /** The state that was looked at last, where no connection changes what this audience sees. */
  #looked: { journal: string; n: number } | null = null;
  readonly #lines: boolean;

  constructor(audience: Audience) {
    this.audience = audience;
    this.#lines = SLICES_OF[audience].some((name) => LIVE_SLICES.has(name));
  }

  /** What changed since the last frame of this room; null where nothing did, or where it changed back. */
  next(state: State, live: Live, now: number): Frame | null {
    this.#look(state, live);
    if (this.#holds(live, now)) return null;
    const [slices, patch] = this.#changes();
    this.#pending.clear();
    this.#whole.clear();
    if (Object.keys(slices).length + Object.keys(patch).length === 0) return null;
    const frame: Frame = { from: this.#to, to: state.length, now };
    if (Object.keys(slices).length > 0) frame.slices = slices;
    if (Object.keys(patch).length > 0) frame.patch = patch;
    this.size = JSON.stringify([slices, patch]).length;
    this.#told(state, now);
    return frame;
  }

  /** For one client: what it lacks since it left, or everything. */
  catchUp(state: State, live: Live, now: number, since: Since | null): Frame {
    const first = this.#shown.size === 0;
    this.#look(state, live);
    // Nobody was here before: what the first client is sent now is no news to anyone else.
    if (first) this.#told(state, now);
    for (const name of this.#pending.keys()) this.#whole.add(name);
    const known =
      since !== null && since.journal === state.meeting.line && since.n <= state.length && since.n > 0;
    const names = SLICES_OF[this.audience];
    if (!known) return this.#frame(state, null, now, [...names]);
    const lacking = names.filter(
      (name) => LIVE_SLICES.has(name) || (this.#shown.get(name)?.changedAt ?? 0) > since.n,
    );
    return this.#frame(state, since.n, now, lacking);
  }

  /** The number up to which everybody of the room was told, and when. */
  get last(): { to: number; at: number } {
    return { to: this.#to, at: this.#at };
  }

  /** Whether nothing changed but counts that were told a moment ago: they wait for the next frame, or for their time. */
  #holds(live: Live, now: number): boolean {
    const counts = [...this.#pending].map(
      ([name, before]) => before !== null && before.plain === this.#shown.get(name)?.plain,
    );
    const due = this.#countedAt + countsPace(live.crowd);
    this.heldUntil = counts.length > 0 && counts.every(Boolean) && now < due ? due : null;
    if (counts.includes(true) && this.heldUntil === null) this.#countedAt = now;
    return this.heldUntil !== null;
  }

  #told(state: State, now: number): void {
    this.#pending.clear();
    this.#whole.clear();
    this.#to = state.length;
    this.#at = now;
  }

  #look(state: State, live: Live): void {
    const { line } = state.meeting;
    if (!this.#lines && this.#looked?.n === state.length && this.#looked.journal === line) return;
    this.#looked = { journal: line, n: state.length };
    for (const name of SLICES_OF[this.audience]) {
      const value = sliceOf(state, this.audience, name, live);
      const text = JSON.stringify(value);
      const before = this.#shown.get(name);
      if (before?.text === text) continue;
      const plain = plainOf(this.audience, name, value, text);
      this.#shown.set(name, { text, plain, value, changedAt: state.length });
      if (!this.#pending.has(name)) this.#pending.set(name, before ?? null);
    }
  }

  /** What is pending, each slice whole or as a patch, whichever is shorter. */
  #changes(): [Partial<Slices>, Record<string, Patch>] {
    const slices: Record<string, unknown> = {};
    const patches: Record<string, Patch> = {};
    for (const [name, before] of this.#pending) {
      const shown = this.#shown.get(name);
      const whole = before === null || this.#whole.has(name);
      const patch = whole ? null : difference(JSON.parse(before.text), shown?.value);
      if (whole || (patch && JSON.stringify(patch).length >= (shown?.text.length ?? 0)))
        slices[name] = shown?.value;
      else if (patch) patches[name] = patch;
    }
    return [slices, patches];
  }

  /** For whoever is caught up: also what it is of, because he may come from elsewhere. */
  #frame(state: State, from: number | null, now: number, names: SliceName[]): Frame {
    const slices = Object.fromEntries(names.map((name) => [name, this.#shown.get(name)?.value]));
    return {
      v: PROTOCOL,
      journal: state.meeting.line,
      audience: this.audience,
      from,
      to: state.length,
      now,
      slices,
    };
  }
}
