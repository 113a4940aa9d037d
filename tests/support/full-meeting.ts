/** A meeting at its full size on a hub: 25 units of the demo roster, 50 examiners with passes, a crowd that asks. */
import { demoRoster } from '../../db/demo.ts';
import type { Settings } from '../../assessment/meeting.ts';
import type { Stage } from '../../assessment/turns.ts';
import { Caller } from './caller.ts';
import type { HubProcess } from './hub-process.ts';
import { demoMeeting, issue, issued, printedSecret } from './passes.ts';

const WAY: readonly Stage[] = ['waiting', 'reporting', 'questioning', 'scoring', 'closing', 'locked'];
const roster = demoRoster(25);

export const LONG_QUESTION =
  '我们小区的老楼没有电梯，八十多岁的老人上下楼要歇三回，去年冬天还有人在楼梯上摔断了腿。加装电梯的事前后议了四年，一楼不同意，资金也没有着落，图纸改了又改，每次开会都说快了。请书记说清楚：现在卡在哪一个环节，由哪一位来牵头，钱从哪里出，剩下的两户打算怎样做工作，今年之内到底能不能开工；如果不能，请当着大家的面说一个能兑现的日期，到期没有办成又由谁来向居民说明，这件事我们已经等得实在太久太久了，请不要再拖。';

export class FullMeeting {
  readonly hub: HubProcess;
  readonly code: string;
  readonly caller: Caller;
  /** Pass id → the examiner's own socket, once he has come. */
  readonly examiners = new Map<string, Caller>();
  readonly #passes: { id: string; secret: string }[];

  private constructor(
    hub: HubProcess,
    code: string,
    caller: Caller,
    passes: { id: string; secret: string }[],
  ) {
    this.hub = hub;
    this.code = code;
    this.caller = caller;
    this.#passes = passes;
  }

  static async on(hub: HubProcess, settings: Partial<Settings> = {}, units = 25): Promise<FullMeeting> {
    const { units: judged, members, examiners } = demoRoster(units);
    const { code, caller } = await demoMeeting(hub);
    await caller.must('members.set', { members: [] });
    await caller.must('units.set', { units: judged });
    await caller.must('members.set', { members });
    const known = caller.slices.meeting?.settings;
    if (known) await caller.must('meeting.set', { ...known, ...settings });
    const taken = new Map<string, number>();
    const passes = examiners.map(({ id: person, category }) => {
      const at = (taken.get(category) ?? 0) + 1;
      taken.set(category, at);
      const number = String(at).padStart(2, '0');
      return issue(`${category}-${number}`, 'examiner', { person, category });
    });
    await issued(caller, ...passes);
    const secrets = passes.map(({ id }) => ({ id, secret: printedSecret(id) }));
    return new FullMeeting(hub, code, caller, secrets);
  }

  opens(): Promise<unknown> {
    return this.caller.must('meeting.open', {});
  }

  /** So many examiners scan their passes and stay connected. */
  async come(count: number): Promise<void> {
    for (const { id, secret } of this.#passes.slice(0, count)) {
      if (this.examiners.has(id)) continue;
      const session = `session-of-${id}`.padEnd(22, '0');
      const one = await new Caller({ url: this.hub.url, code: this.code, session }).ready();
      await one.must('pass.enrol', { secret });
      this.examiners.set(id, one);
    }
  }

  /** @returns ids of the questions */
  async ask(unit: string, texts: readonly string[]): Promise<string[]> {
    const people = [...this.examiners.values()];
    const asked: string[] = [];
    for (const [at, text] of texts.entries()) {
      const one = people[at % people.length];
      const reply = await one?.must('question.ask', { unit, text, portfolio: null, member: null });
      asked.push(`q${reply?.n ?? 0}`);
    }
    return asked;
  }

  /** The crowd's questions wait for the host's decision (Q3). */
  async crowdAsks(unit: string, texts: readonly string[]): Promise<void> {
    for (const [at, text] of texts.entries()) {
      const session = `voice-${at}-of-the-crowd`.padEnd(22, '0');
      const voice = await new Caller({ url: this.hub.url, code: this.code, session }).ready();
      await voice.must('question.ask', { unit, text, portfolio: null, member: null });
      voice.close();
    }
  }

  async raiseHands(count: number): Promise<void> {
    for (const one of [...this.examiners.values()].slice(0, count))
      await one.must('hand.raise', { on: true });
  }

  async brings(unit: string, from: Stage, to: Stage): Promise<void> {
    for (let at = WAY.indexOf(from); at < WAY.indexOf(to); at += 1)
      await this.caller.must('turn.step', { unit, from: WAY[at] ?? 'waiting', to: WAY[at + 1] ?? 'waiting' });
  }

  /** So many examiners hand their ballots in, from the place `from` on, each with this share of full marks. */
  async score(unit: string, count: number, from = 0, share = 0.85): Promise<void> {
    for (const [id, one] of [...this.examiners].slice(from, from + count)) {
      if (one.mine?.recused.includes(unit)) continue;
      const sheet = this.caller.slices.sheet?.sheet.filter(({ by }) => by === 'examiners') ?? [];
      const scores = Object.fromEntries(
        sheet.map(({ id: criterion, full, step }) => [criterion, Math.floor((full * share) / step) * step]),
      );
      const reply = await one.command('ballot.submit', { unit, replaces: 0, scores });
      if (!reply.ok && reply.code !== 'recused') throw new Error(`${id}: ${reply.code}`);
    }
  }

  close(): void {
    for (const one of this.examiners.values()) one.close();
    this.caller.close();
  }
}

/** Questions of the demo data, as many as are wanted. */
export const someQuestions = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => roster.questions[at % roster.questions.length]?.text ?? '');
