/** Q1, Q2 · A question that is being written: kept on this phone until it is submitted. */
import type { AskedView, OpenQuestion } from '../../../../assessment/view-asked.ts';
import type { MemberView } from '../../../../assessment/view-stage.ts';
import { drop, keepJson, recallJson } from '../../live/keep.ts';
import type { Seat } from '../seat.svelte.ts';
import { alikeTo } from './alike.ts';
import { fetchTeam, knownTeam } from './teams.ts';

export const LONGEST = 200;

interface Kept {
  unit: string | null;
  text: string;
  portfolio: string | null;
  member: string | null;
  /** Q1: the hash of a photo that is on this phone. */
  picture: string | null;
}
interface UnitName {
  id: string;
  name: string;
}

const EMPTY: Kept = { unit: null, text: '', portfolio: null, member: null, picture: null };

export class Asking {
  kept = $state.raw<Kept>(EMPTY);
  /** The team and the open questions of a unit, as they were fetched. */
  #asked = $state.raw<AskedView | null>(null);
  readonly #seat: Seat;
  readonly #key: string;
  #photo: Promise<unknown> = Promise.resolve();

  constructor(seat: Seat) {
    this.#seat = seat;
    this.#key = `dkc.ask.${seat.code}`;
    this.kept = { ...EMPTY, ...recallJson<Kept>(this.#key) };
  }

  /** Who can be asked: the unit on stage, then those whose turn is to come. */
  get units(): UnitName[] {
    const { meeting, agenda = [] } = this.#seat.live.slices;
    if (meeting?.phase === 'closed') return [];
    const on = this.#seat.unit;
    const waiting = agenda.filter((row) => row.stage === 'waiting' && !row.absent);
    return [
      ...(on ? [{ id: on.id, name: on.name }] : []),
      ...waiting.map(({ unit, name }) => ({ id: unit, name })),
    ];
  }

  /** What is written is for one unit; where that can no longer be asked, it is for none until its author says so. */
  get gone(): UnitName | null {
    const { unit, text } = this.kept;
    if (unit === null || text === '' || this.units.some((one) => one.id === unit)) return null;
    return { id: unit, name: this.#seat.unitName(unit) };
  }

  /** The unit that was chosen while it can be asked; else the first that can. */
  get unit(): UnitName | null {
    if (this.gone) return null;
    return this.units.find((one) => one.id === this.kept.unit) ?? this.units[0] ?? null;
  }

  /** Of the unit on stage they came with the stage, but not to the crowd; of another they are fetched. */
  get members(): MemberView[] {
    const on = this.#seat.unit;
    const id = this.unit?.id;
    if (on && on.id === id && on.members.length > 0) return on.members;
    return this.#asked?.unit === id ? (this.#asked?.members ?? []) : [];
  }

  get portfolios(): string[] {
    const all = this.members.flatMap((one) => one.portfolios);
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

  /** Q4: open questions of the same unit that ask what is being written; none of one's own. */
  get alike(): OpenQuestion[] {
    const own = this.#seat.live.mine?.questions.map((one) => one.id) ?? [];
    const open = this.#asked?.unit === this.unit?.id ? (this.#asked?.questions ?? []) : [];
    return alikeTo(
      this.kept.text,
      open.filter((one) => !own.includes(one.id)),
    );
  }

  /** Fetches what is known of the unit; what was known before stands until it is here. */
  async learn(unit: string): Promise<void> {
    const { code } = this.#seat;
    this.#asked = knownTeam(code, unit) ?? this.#asked;
    const team = await fetchTeam(code, unit);
    if (team && team.unit === this.unit?.id) this.#asked = team;
  }

  /** A unit is fixed once something is said for it, so that the next turn does not take the question along. */
  change(change: Partial<Kept>): void {
    const unit = this.kept.unit ?? this.unit?.id ?? null;
    this.kept = { ...this.kept, unit, ...change };
    keepJson(this.#key, this.kept);
  }

  write(text: string): void {
    this.change({ text, unit: this.gone?.id ?? this.unit?.id ?? null });
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
