/** The people of a scenario, each with the few things that he does. Whatever is refused throws `Refused`. */
import { hashSecret } from '../../assessment/passes.ts';
import type { OrganizerRole, Principal } from '../../assessment/actors.ts';
import type { CommandBody, CommandType, Outcome } from '../../assessment/decide.ts';
import { examinerCriteria, type Scores, type Scoring } from '../../assessment/sheet.ts';
import { neighbour, stagesOf, type Stage } from '../../assessment/turns.ts';
import type { Meeting } from './meeting.ts';

/** Every criterion at the same part of its full marks: `share` of 1. */
export function evenScores(scoring: Scoring, share: number): Scores {
  const steps = ({ full, step }: { full: number; step: number }): number =>
    Math.round((full * share) / step) * step;
  return Object.fromEntries(examinerCriteria(scoring).map((one) => [one.id, steps(one)]));
}

class Person {
  readonly meeting: Meeting;
  readonly who: Principal;
  constructor(meeting: Meeting, who: Principal) {
    this.meeting = meeting;
    this.who = who;
  }
  send<T extends CommandType>(type: T, body: CommandBody<T>, id?: string): Outcome {
    return this.meeting.send(this.who, type, body, id);
  }
}

export class Organizer extends Person {
  constructor(meeting: Meeting, role: OrganizerRole, id: string = role) {
    super(meeting, { kind: 'organizer', id, role });
  }

  /** A2: one step on. */
  steps(unit: string): Outcome {
    const from = this.#stageOf(unit);
    const to = neighbour(this.meeting.state.meeting.settings, from, 1) ?? from;
    return this.send('turn.step', { unit, from, to });
  }
  /** As many steps as it takes. */
  stepsTo(unit: string, stage: Stage): void {
    const stages = stagesOf(this.meeting.state.meeting.settings);
    const left = stages.indexOf(stage) - stages.indexOf(this.#stageOf(unit));
    for (let i = 0; i < left; i += 1) this.steps(unit);
  }
  stepsBack(unit: string): Outcome {
    return this.send('turn.back', { unit, from: this.#stageOf(unit), reason: '按错了' });
  }
  marksAbsent(unit: string): Outcome {
    return this.send('turn.absent', { unit, from: this.#stageOf(unit), reason: '没有来' });
  }
  publishes(unit: string): Outcome {
    return this.send('turn.publish', { unit });
  }
  deducts(unit: string, points: number, reason = '超时', id = `d-${unit}`): Outcome {
    return this.send('deduction.set', { id, unit, points, reason });
  }
  proposes(
    kind: 'admit' | 'replace' | 'void',
    unit: string,
    pass: string,
    scores: Scores | null = null,
  ): string {
    this.send('amendment.propose', { unit, pass, kind, scores, reason: '核对原票' });
    return [...this.meeting.state.amendments.all.keys()].pop() ?? '';
  }
  confirms(amendment: string): Outcome {
    return this.send('amendment.confirm', { amendment });
  }
  /** S9: what shall become of a deduction behind the publication. @returns the correction's id */
  corrects(unit: string, points: number, deduction = `d-${unit}`): string {
    this.send('correction.propose', { deduction, unit, points, reason: '计时有误' });
    return [...this.meeting.state.corrections.keys()].pop() ?? '';
  }
  confirmsCorrection(correction: string): Outcome {
    return this.send('correction.confirm', { correction });
  }
  finalises(reason: string | null = null): Outcome {
    return this.send('result.finalise', { reason });
  }
  confirmsCount(unit: string): Outcome {
    return this.send('turn.confirm', { unit });
  }
  #stageOf(unit: string): Stage {
    return this.meeting.state.agenda.turns.get(unit)?.stage ?? 'waiting';
  }
}

/** Anyone with a phone, known by its session alone. */
export class Phone extends Person {
  readonly session: string;
  constructor(meeting: Meeting, name: string) {
    const session = hashSecret(`session of ${name}`);
    super(meeting, { kind: 'device', session });
    this.session = session;
  }
  get mine() {
    return this.meeting.mine(this.session);
  }
  goesOnline(): this {
    this.meeting.online.add(this.session);
    return this;
  }
  goesOffline(): this {
    this.meeting.online.delete(this.session);
    return this;
  }
  enrols(pass: string): Outcome {
    return this.send('pass.enrol', { secret: secretOf(pass) });
  }
  votes(unit: string, grade: string): Outcome {
    return this.send('crowd.vote', { unit, grade });
  }
  /** Asks and returns the question's id. */
  asks(unit: string, text: string, more: { portfolio?: string; member?: string } = {}): string {
    this.send('question.ask', { unit, text, portfolio: more.portfolio ?? null, member: more.member ?? null });
    return [...this.meeting.state.questions.all.keys()].pop() ?? '';
  }
  supports(question: string, on = true): Outcome {
    return this.send('question.support', { question, on });
  }
}

export class ExaminerPhone extends Phone {
  readonly pass: string;
  constructor(meeting: Meeting, pass: string, device = pass) {
    super(meeting, device);
    this.pass = pass;
  }
  /** The revision of his ballot that this phone knows (B2). */
  revisionFor(unit: string): number {
    return this.meeting.state.ballots.byUnit.get(unit)?.get(this.pass)?.revision ?? 0;
  }
  /** `scores` in hundredths by criterion, or one share of full marks for all. */
  submits(
    unit: string,
    scores: Scores | number,
    more: { replaces?: number; assisted?: string; id?: string } = {},
  ): Outcome {
    const { replaces = this.revisionFor(unit), assisted, id } = more;
    const all = typeof scores === 'number' ? evenScores(this.meeting.state.scoring, scores) : scores;
    const body = { unit, replaces, scores: all, ...(assisted === undefined ? {} : { assisted }) };
    return this.send('ballot.submit', body, id);
  }
  rates(question: string, rating: 'good' | 'rather-good' | 'fair' | 'poor'): Outcome {
    return this.send('question.rate', { question, rating });
  }
}

/** What stands in the QR code of a pass. */
export const secretOf = (pass: string, issue = 1): string => hashSecret(`secret ${issue} of ${pass}`);
