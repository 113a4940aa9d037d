/** A phone in a meeting: what it knows, what it has submitted, and what both say together. */
import type { CommandType } from '../../../assessment/decide.ts';
import type { Rating } from '../../../assessment/questions.ts';
import type { Scores } from '../../../assessment/sheet.ts';
import type { StagedQuestion } from '../../../assessment/view-stage.ts';
import { refusalText } from '../../text/index.ts';
import { takeHanded } from '../live/handed.ts';
import { openLive, type Live } from '../live/live.svelte.ts';
import { isFinal, openOutbox, type Outbox, type OutboxItem } from '../live/outbox.svelte.ts';
import { clockFace, type ClockFace } from '../parts/clock-text.ts';
import { whoIs } from './who.ts';

/** The ballot of mine that counts for a unit as far as this phone knows. */
export interface Counted {
  scores: Scores;
  receipt: string;
  revision: number;
  at: number;
}

export class Seat {
  readonly live: Live;
  readonly outbox: Outbox;
  constructor(live: Live, outbox: Outbox) {
    this.live = live;
    this.outbox = outbox;
  }

  get code(): string {
    return this.live.code;
  }
  get unit() {
    return this.live.slices.stage?.unit ?? null;
  }
  get stage() {
    return this.live.slices.stage?.stage ?? null;
  }
  /** The question on stage; where this phone has the list, put together with its row. */
  get question(): StagedQuestion | null {
    const { stage, questions } = this.live.slices;
    if (!stage?.asked) return stage?.question ?? null;
    const { asked, unit } = stage;
    const row = questions?.find((one) => one.id === asked.id);
    if (!row) return null;
    const member = unit?.members.find((one) => one.id === row.member) ?? null;
    return { ...row, picture: row.picture ?? null, member, ...asked };
  }
  get pass() {
    return this.live.mine?.pass ?? null;
  }
  /** B3 */
  get takesBallots(): boolean {
    return this.stage === 'scoring' || this.stage === 'closing';
  }

  /** A5: the clock of the moment; an answer's inside questioning. */
  get face(): (ClockFace & { running: boolean }) | null {
    const stage = this.live.slices.stage;
    const clock =
      stage?.stage === 'questioning'
        ? ((stage.asked ?? stage.question)?.clock ?? null)
        : (stage?.clock ?? null);
    return clock ? { ...clockFace(clock, this.live.tick), running: clock.since !== null } : null;
  }

  /** Who this phone is, in words. */
  get who(): string {
    return whoIs(this.pass, this.live.slices.sheet, this.live.mine?.team);
  }

  categoryName(id: string | null): string {
    return this.live.slices.meeting?.categories.find((one) => one.id === id)?.name ?? id ?? '';
  }
  unitName(id: string): string {
    return this.live.slices.agenda?.find((one) => one.unit === id)?.name ?? id;
  }
  turnOf(id: string) {
    return this.live.slices.agenda?.find((one) => one.unit === id) ?? null;
  }
  isRecused(unit: string): boolean {
    return this.live.mine?.recused.includes(unit) ?? false;
  }

  /** I8: this unit is scored on paper, so this phone takes no ballot for it. */
  isOnPaper(unit: string): boolean {
    return this.live.mine?.papers.includes(unit) ?? false;
  }

  refusal(item: OutboxItem): string {
    if (!item.reply || item.reply.ok) return '';
    return refusalText(item.reply.code, item.reply.detail, {
      criterion: (id) => this.live.slices.sheet?.sheet.find((one) => one.id === id)?.name,
      unit: (id) => this.turnOf(id)?.name,
    });
  }

  /** What this phone said last of a unit or question, as long as `mine` does not say it yet. */
  ahead<T extends CommandType>(type: T, about?: string): OutboxItem<T> | null {
    const items = this.outbox.of(type).filter((one) => about === undefined || aboutOf(one) === about);
    const last = items[items.length - 1];
    if (!last || last.state === 'refused') return null;
    return isFinal(last) && last.reply?.ok && last.reply.n <= this.live.mineAt ? null : last;
  }

  ratingOf(question: string): { rating: Rating; sent: boolean } | null {
    const ahead = this.ahead('question.rate', question);
    if (ahead) return { rating: ahead.body.rating, sent: ahead.state === 'accepted' };
    const rating = this.live.mine?.ratings[question];
    return rating === undefined ? null : { rating, sent: true };
  }
  voteOf(unit: string): { grade: string; sent: boolean } | null {
    const ahead = this.ahead('crowd.vote', unit);
    if (ahead) return { grade: ahead.body.grade, sent: ahead.state === 'accepted' };
    const grade = this.live.mine?.votes[unit];
    return grade === undefined ? null : { grade, sent: true };
  }
  supports(question: string): boolean {
    const ahead = this.ahead('question.support', question);
    return ahead ? ahead.body.on : (this.live.mine?.supports.includes(question) ?? false);
  }
  get hand(): boolean {
    return this.ahead('hand.raise')?.body.on ?? this.live.mine?.hand ?? false;
  }
  get waits(): boolean {
    const unit = this.unit?.id;
    return (
      (unit === undefined ? null : this.ahead('ballot.wait', unit)?.body.on) ?? this.live.mine?.waits ?? false
    );
  }

  /** Ballots for a unit that this phone submitted, oldest first. */
  ballots(unit: string): OutboxItem<'ballot.submit'>[] {
    return this.outbox.of('ballot.submit').filter((one) => one.body.unit === unit);
  }

  counted(unit: string): Counted | null {
    const known = this.live.mine?.ballots.find((one) => one.unit === unit && one.status !== 'late') ?? null;
    const sent = this.ballots(unit)
      .filter((one) => one.state === 'accepted')
      .pop();
    // Of another journal, the rehearsal's (A1) or one that is lost: only what this one says counts.
    const elsewhere = this.live.mineLine && sent?.line !== this.live.mineLine;
    if (!sent?.reply?.ok || elsewhere || sent.body.replaces < (known?.revision ?? 0)) return known;
    const { scores, replaces } = sent.body;
    return { scores, receipt: sent.reply.receipt ?? '', revision: replaces + 1, at: sent.at };
  }

  /** The last ballot of this phone that is not counted: under way, or refused. */
  open(unit: string): OutboxItem<'ballot.submit'> | null {
    const last = this.ballots(unit).pop();
    return last && last.state !== 'accepted' ? last : null;
  }

  /** B2: the revision that the next ballot replaces, those under way counted in. */
  replaces(unit: string): number {
    const under = this.ballots(unit).filter((one) => !isFinal(one)).length;
    return (this.counted(unit)?.revision ?? 0) + under;
  }

  async submitBallot(unit: string, scores: Scores): Promise<void> {
    for (const one of this.ballots(unit)) if (one.state === 'refused') this.outbox.forget(one.id);
    await this.outbox.submit('ballot.submit', { unit, replaces: this.replaces(unit), scores });
  }

  close(): void {
    this.outbox.close();
    this.live.close();
  }
}

export function aboutOf({ body }: Pick<OutboxItem, 'body'>): string | undefined {
  const about = body as { unit?: string; question?: string };
  return about.unit ?? about.question;
}

export function openSeat(code: string): Seat {
  const live = takeHanded(code) ?? openLive({ code, as: 'device' });
  live.remember();
  return new Seat(live, openOutbox(live));
}
