/** Examiners and the crowd of a rehearsal: each with his own socket, his own habits and his own memory of what was acknowledged. */
import type { Scoring } from '../../assessment/sheet.ts';
import { Caller } from '../support/caller.ts';
import type { Random } from '../support/random.ts';
import type { IssuedPass } from './host.ts';
import type { Habits } from './people.ts';

/** An acknowledged ballot, as `acks.jsonl` has it. Points in hundredths. */
export interface Ack {
  receipt: string;
  unit: string;
  pass: string;
  category: string;
  scores: Record<string, number>;
  replaced?: true;
}

export class ExaminerPerson {
  readonly pass: IssuedPass;
  readonly habits: Habits;
  readonly recusals: readonly string[];
  readonly acks: Ack[] = [];
  /** Receipts of ballots that came behind the lock. */
  readonly late: { unit: string; receipt: string }[] = [];
  caller: Caller | null = null;
  gone = false;
  readonly #random: Random;

  constructor(pass: IssuedPass, recusals: readonly string[], habits: Habits, random: Random) {
    this.pass = pass;
    this.recusals = recusals;
    this.habits = habits;
    this.#random = random;
  }

  get present(): boolean {
    return this.caller !== null && !this.gone;
  }

  mayJudge(unit: string): boolean {
    return this.present && !this.recusals.includes(unit);
  }

  /** I2: looks at the pass, then taps. */
  async arrive(url: string, code: string): Promise<void> {
    const caller = new Caller({
      url,
      code,
      session: this.#random.token(16),
      id: () => this.#random.token(16),
    });
    await caller.ready();
    const looked = await caller.look(this.pass.secret);
    if (looked.ok) await caller.must('pass.enrol', { secret: this.pass.secret });
    else await caller.must('pass.enrol', { secret: this.pass.secret });
    await caller.until(() => caller.mine?.way === 'enrolled' && caller.slices.sheet !== undefined);
    this.caller = caller;
  }

  /** B1, B2: scores a unit as his habits have it; replaces and resends now and then. */
  async score(unit: string): Promise<void> {
    await this.#submit(unit, 0);
    if (this.#random.chance(this.habits.replaces)) await this.#submit(unit, 1);
  }

  async #submit(unit: string, replaces: number): Promise<void> {
    const caller = this.#caller();
    const scores = this.#scores(caller.slices.sheet as Scoring);
    const id = caller.newId();
    const reply = await caller.command('ballot.submit', { unit, replaces, scores }, id);
    if (!reply.ok || reply.receipt === null)
      throw new Error(`${this.pass.id} ${unit}: ${reply.ok ? 'no receipt' : reply.code}`);
    for (const ack of this.acks) if (ack.unit === unit) ack.replaced = true;
    this.acks.push({
      receipt: reply.receipt,
      unit,
      pass: this.pass.id,
      category: this.pass.category,
      scores,
    });
    if (!this.#random.chance(this.habits.resends)) return;
    const again = await caller.command('ballot.submit', { unit, replaces, scores }, id);
    if (!again.ok || again.receipt !== reply.receipt)
      throw new Error(`J2: ${this.pass.id} got another receipt for the same command`);
  }

  /** B4: behind the lock; refused, and kept sealed. */
  async scoreLate(unit: string): Promise<void> {
    const caller = this.#caller();
    const replaces = this.acks.filter((ack) => ack.unit === unit).length;
    const scores = this.#scores(caller.slices.sheet as Scoring);
    const reply = await caller.command('ballot.submit', { unit, replaces, scores });
    if (reply.ok || reply.code !== 'turn-locked')
      throw new Error(`B4: ${this.pass.id} got ${reply.ok ? 'a receipt' : reply.code}`);
    this.late.push({ unit, receipt: String(reply.detail['receipt']) });
  }

  #scores(sheet: Scoring): Record<string, number> {
    const criteria = sheet.sheet.filter((one) => one.by === 'examiners');
    return Object.fromEntries(
      criteria.map(({ id, full, step }) => {
        const share = Math.min(1, Math.max(0, this.habits.leaning + (this.#random.next() - 0.5) * 0.3));
        return [id, Math.round((full * share) / step) * step];
      }),
    );
  }

  #caller(): Caller {
    if (!this.caller) throw new Error(`${this.pass.id} has not arrived`);
    return this.caller;
  }
}

export class CrowdPerson {
  readonly caller: Caller;
  /** Unit → the last acknowledged grade. */
  readonly votes = new Map<string, string>();
  readonly #random: Random;

  constructor(url: string, code: string, random: Random) {
    this.#random = random;
    this.caller = new Caller({ url, code, session: random.token(16), id: () => random.token(16) });
  }

  async vote(unit: string): Promise<void> {
    const times = this.#random.chance(0.1) ? 2 : 1;
    for (let k = 0; k < times; k++) {
      const grade = this.#random.pick(['satisfied', 'satisfied', 'fair', 'unsatisfied']);
      await this.caller.must('crowd.vote', { unit, grade });
      this.votes.set(unit, grade);
    }
  }
}
