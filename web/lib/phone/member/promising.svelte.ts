/** P1 · A promise that is being written: kept on this phone with every stroke, until the server has it. */
import { dayOf, isDay, monthEnd, nextMonth, plusDays } from '../../../../assessment/days.ts';
import { drop, keepJson, recallJson } from '../../live/keep.ts';
import type { Desk } from './desk.ts';

export const LONGEST = 200;
/** P1: as the rules have it. */
const FARTHEST = 3 * 366;

interface Kept {
  text: string;
  due: string;
}

export const CHOICES = ['week', 'fortnight', 'month', 'monthEnd'] as const;
export type Choice = (typeof CHOICES)[number];

export const daysOf = (today: string): Record<Choice, string> => ({
  week: plusDays(today, 7),
  fortnight: plusDays(today, 14),
  month: nextMonth(today),
  monthEnd: monthEnd(today),
});

const keyOf = (code: string, question: string): string => `dkc.promise.${code}.${question}`;

export class Promising {
  kept = $state.raw<Kept>({ text: '', due: '' });
  readonly #desk: Desk;
  readonly question: string;

  constructor(desk: Desk, question: string) {
    this.#desk = desk;
    this.question = question;
    const made = desk.promiseOn(question);
    this.kept = {
      text: made?.text ?? '',
      due: made?.due ?? '',
      ...recallJson<Partial<Kept>>(keyOf(desk.seat.code, question)),
    };
  }

  get today(): string {
    return dayOf(this.#desk.seat.live.tick);
  }
  get last(): string {
    return plusDays(this.today, FARTHEST);
  }

  change(change: Partial<Kept>): void {
    this.kept = { ...this.kept, ...change };
    keepJson(keyOf(this.#desk.seat.code, this.question), this.kept);
  }

  get noText(): boolean {
    return this.kept.text.trim() === '';
  }
  /** Nothing chosen, or a day that is none or is past. A day that stands already may stay. */
  get wrongDue(): 'missing' | 'wrong' | null {
    const { due } = this.kept;
    if (due === '') return 'missing';
    if (due === this.#desk.promiseOn(this.question)?.due) return null;
    return isDay(due) && due >= this.today && due <= this.last ? null : 'wrong';
  }
  get fit(): boolean {
    return !this.noText && this.wrongDue === null;
  }

  /** The draft stays until the server has the promise: where it is refused nothing has to be written again. */
  async submit(): Promise<boolean> {
    if (!this.fit) return false;
    const words = { text: this.kept.text.trim(), due: this.kept.due };
    const made = this.#desk.promiseOn(this.question);
    const { outbox } = this.#desk.seat;
    for (const one of [...outbox.of('promise.make'), ...outbox.of('promise.change')])
      if (one.state === 'refused') outbox.forget(one.id);
    if (made) await outbox.submit('promise.change', { promise: made.id, revision: made.revision, ...words });
    else await outbox.submit('promise.make', { question: this.question, ...words });
    return true;
  }
}

/** The server has it. */
export const forgetDraft = (code: string, question: string): void => drop(keyOf(code, question));
