/** Q1, Q2 · A question that is being written: kept on this phone until it is submitted. */
import type { MemberView } from '../../../../assessment/view-stage.ts';
import { drop, keepJson, recallJson } from '../../live/keep.ts';
import type { Seat } from '../seat.svelte.ts';

export const LONGEST = 200;

interface Kept {
  unit: string | null;
  text: string;
  portfolio: string | null;
  member: string | null;
  /** Q1: the hash of a photo that is on this phone. */
  picture: string | null;
}

const EMPTY: Kept = { unit: null, text: '', portfolio: null, member: null, picture: null };

export class Asking {
  kept = $state.raw<Kept>(EMPTY);
  readonly #seat: Seat;
  readonly #key: string;
  #photo: Promise<unknown> = Promise.resolve();

  constructor(seat: Seat) {
    this.#seat = seat;
    this.#key = `dkc.ask.${seat.code}`;
    this.kept = { ...EMPTY, ...recallJson<Kept>(this.#key) };
  }

  /** Who can be asked: the unit on stage, then those whose turn is to come. */
  get units(): { id: string; name: string }[] {
    const on = this.#seat.unit;
    const waiting = (this.#seat.live.slices.agenda ?? []).filter(
      (row) => row.stage === 'waiting' && !row.absent,
    );
    return [
      ...(on ? [{ id: on.id, name: on.name }] : []),
      ...waiting.map(({ unit, name }) => ({ id: unit, name })),
    ];
  }

  /** The unit that was chosen while it can be asked; else the first that can. */
  get unit(): { id: string; name: string } | null {
    return this.units.find((one) => one.id === this.kept.unit) ?? this.units[0] ?? null;
  }

  /** Members are known of the unit on stage only. */
  get members(): MemberView[] {
    const on = this.#seat.unit;
    return on && on.id === this.unit?.id ? on.members : [];
  }

  get portfolios(): string[] {
    const on = this.#seat.unit !== null && this.#seat.unit.id === this.unit?.id;
    const topics = on ? (this.#seat.live.slices.topics ?? []) : [];
    const all = [...this.members.flatMap((one) => one.portfolios), ...topics];
    return all.filter((one, at) => all.indexOf(one) === at);
  }

  get portfolio(): string | null {
    return this.portfolios.find((one) => one === this.kept.portfolio) ?? null;
  }

  /** Q2: who will answer: the one who was chosen, else whose portfolio it is. */
  get member(): MemberView | null {
    const chosen = this.members.find((one) => one.id === this.kept.member);
    const { portfolio } = this;
    return (
      chosen ??
      (portfolio === null ? null : (this.members.find((one) => one.portfolios.includes(portfolio)) ?? null))
    );
  }

  change(change: Partial<Kept>): void {
    this.kept = { ...this.kept, ...change };
    keepJson(this.#key, this.kept);
  }

  /** A unit is fixed once something is written for it, so that the next turn does not take the question along. */
  write(text: string): void {
    this.change({ text, unit: this.unit?.id ?? null });
  }

  /** A photo that is being made smaller goes along. */
  waitFor(photo: Promise<unknown>): void {
    this.#photo = photo;
  }

  async submit(): Promise<boolean> {
    await this.#photo;
    const text = this.kept.text.trim();
    const { unit, portfolio } = this;
    if (unit === null || text === '') return false;
    const member = this.members.find((one) => one.id === this.kept.member)?.id ?? null;
    const photo = this.kept.picture === null ? {} : { picture: this.kept.picture };
    await this.#seat.outbox.submit('question.ask', { unit: unit.id, text, portfolio, member, ...photo });
    this.kept = EMPTY;
    drop(this.#key);
    return true;
  }
}
