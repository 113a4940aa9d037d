/** Q2, P1 · A member's phone: what of his unit's turn is his, and what this phone said that the server has not said back. */
import type { CommandType } from '../../../../assessment/decide.ts';
import type { TeamMember, TeamPromise, TeamQuestion } from '../../../../assessment/view-team.ts';
import { isFinal, type OutboxItem } from '../../live/outbox.svelte.ts';
import type { Seat } from '../seat.svelte.ts';
import { text as phone } from '../text.ts';

const WAITING: readonly TeamQuestion['state'][] = ['accepted', 'queued'];

export class Desk {
  readonly seat: Seat;
  constructor(seat: Seat) {
    this.seat = seat;
  }

  get team() {
    return this.seat.live.mine?.team ?? null;
  }
  /** The member; a presenter is none. */
  get me(): string | null {
    return this.seat.pass?.kind === 'member' ? this.seat.pass.person : null;
  }
  get leads(): boolean {
    return this.team?.leads ?? false;
  }
  get closed(): boolean {
    return this.seat.live.slices.meeting?.phase === 'closed';
  }

  /** Our own turn while it is to come: which it is, and how many come before it. */
  get place(): { nth: number; ahead: number } | null {
    const agenda = this.seat.live.slices.agenda ?? [];
    const at = agenda.findIndex((one) => one.unit === this.team?.unit);
    if (this.closed || agenda[at]?.stage !== 'waiting' || agenda[at].absent) return null;
    const ahead = agenda.slice(0, at).filter((one) => one.stage === 'waiting' && !one.absent).length;
    return { nth: at + 1, ahead };
  }

  question(id: string): TeamQuestion | null {
    return this.team?.questions.find((one) => one.id === id) ?? null;
  }
  /** Of my unit, on stage now. */
  get staged(): TeamQuestion | null {
    const on = this.seat.question;
    return on && this.seat.stage === 'questioning' ? this.question(on.id) : null;
  }
  isMine(question: TeamQuestion): boolean {
    return this.me !== null && question.member === this.me;
  }
  /** Whether this member may hand it on and promise for it. */
  mayAct(question: TeamQuestion): boolean {
    return !this.closed && this.me !== null && (this.isMine(question) || this.leads);
  }
  mayHandOn(question: TeamQuestion): boolean {
    return this.mayAct(question) && [...WAITING, 'asked'].includes(question.state);
  }
  mayPromise(question: TeamQuestion): boolean {
    const said = question.state === 'asked' || question.state === 'answered' || question.state === 'closed';
    return said && this.mayAct(question) && !this.promiseOn(question.id) && !this.making(question.id);
  }

  /** What comes: mine, in the host's order. */
  get next(): TeamQuestion[] {
    const waiting = (this.team?.questions ?? []).filter((one) => WAITING.includes(one.state));
    return waiting.filter((one) => this.isMine(one));
  }
  /** Q2: what others ask me to take over. */
  get offers(): TeamQuestion[] {
    return (this.team?.questions ?? []).filter((one) => this.me !== null && one.offered === this.me);
  }
  promiseOn(question: string): TeamPromise | null {
    return this.team?.promises.find((one) => one.question === question && one.state === 'made') ?? null;
  }
  /** What I am responsible for; the head of the unit and the presenter see all. */
  get promises(): TeamPromise[] {
    const all = [...(this.team?.promises ?? [])].reverse();
    return this.me === null || this.leads ? all : all.filter((one) => one.own || one.member?.id === this.me);
  }

  member(id: string | null): TeamMember | null {
    return this.team?.members.find((one) => one.id === id) ?? null;
  }
  /** As he is called aloud. */
  name(id: string | null, nobody: string): string {
    const known = this.member(id);
    return known?.name ?? known?.post ?? nobody;
  }
  /** Who asked: a category, never a name (V1). */
  asked(question: Pick<TeamQuestion, 'from' | 'category'>): string {
    const { asks } = phone().stage;
    return question.from === 'examiner'
      ? asks.examiner(this.seat.categoryName(question.category))
      : asks[question.from];
  }

  /** The last of a kind that this phone said, until the server has said it back. */
  #ahead<T extends CommandType>(type: T, fits: (body: OutboxItem<T>['body']) => boolean) {
    const known = (one: OutboxItem<T>) =>
      isFinal(one) && one.reply?.ok === true && one.reply.n <= this.seat.live.mineAt;
    const items = this.seat.outbox.of(type).filter((one) => one.state !== 'refused' && !known(one));
    return items.filter((one) => fits(one.body)).pop() ?? null;
  }
  making(question: string) {
    return this.#ahead('promise.make', (body) => body.question === question);
  }
  changing(promise: string, revision: number) {
    return this.#ahead('promise.change', (body) => body.promise === promise && body.revision === revision);
  }
  withdrawing(promise: string) {
    return this.#ahead('promise.withdraw', (body) => body.promise === promise);
  }
  /** `undefined` where this phone said nothing; `null` where it took the asking back. */
  offering(question: string): string | null | undefined {
    return this.#ahead('hand-on.offer', (body) => body.question === question)?.body.member;
  }
  /** Whether somebody was asked to take it over, also where the server does not know it yet. */
  isHandedOn(question: TeamQuestion): boolean {
    const ahead = this.offering(question.id);
    return (ahead === undefined ? question.offered : ahead) !== null;
  }
  /** Whether its words can still be put otherwise here. */
  mayChange(promise: TeamPromise): boolean {
    return (
      !this.closed &&
      promise.state === 'made' &&
      promise.confirmed === null &&
      this.me !== null &&
      (this.leads || promise.member?.id === this.me) &&
      this.changing(promise.id, promise.revision) === null &&
      this.withdrawing(promise.id) === null
    );
  }
  answering(question: string): boolean {
    const fits = (body: { question: string }) => body.question === question;
    return (this.#ahead('hand-on.take', fits) ?? this.#ahead('hand-on.decline', fits)) !== null;
  }
}
