/** One whole meeting, turn by turn. */
import type { Scoring } from '../../assessment/sheet.ts';
import type { DemoRoster } from '../../db/demo.ts';
import { hashSecret } from '../../assessment/passes.ts';
import { Caller } from '../support/caller.ts';
import type { Random } from '../support/random.ts';
import type { Facts } from './count.ts';
import type { Host } from './host.ts';
import { habits } from './people.ts';
import { CrowdPerson, ExaminerPerson } from './person.ts';

export interface Play {
  host: Host;
  roster: DemoRoster;
  crowd: number;
  random: Random;
  /** Waits as long as it would in life, or not at all. */
  pause(ms: number): Promise<void>;
  progress(line: string): void;
}

export interface Played {
  facts: Facts;
  screen: Caller;
}

const everyone = <T>(people: readonly T[], act: (one: T) => Promise<unknown>): Promise<unknown[]> =>
  Promise.all(people.map(act));

export async function play(script: Play): Promise<Played> {
  const { host, roster, random, crowd } = script;
  const passes = await host.prepare(roster, random);
  const order = await host.order();
  const screen = await openScreen(host, random);
  const examiners = passes.map((pass) => {
    const recusals = roster.examiners.find((one) => one.id === pass.person)?.recusals ?? [];
    return new ExaminerPerson(pass, recusals, habits(order.length, random), random.fork());
  });
  const voices = Array.from({ length: crowd }, () => new CrowdPerson(host.url, host.code, random.fork()));
  await everyone(voices, (one) => one.caller.ready());
  const scoring = host.caller.slices.sheet as Scoring;
  const facts: Facts = {
    scoring,
    units: roster.units.map((one) => one.id),
    examiners,
    crowd: voices,
    absent: new Set(),
    eligible: new Map(),
    deductions: new Map(),
  };
  const misses = order.length >= 8 ? order[random.whole(1, order.length - 1)] : undefined;
  const away = order.length >= 5 ? order.find((unit) => unit !== misses && random.chance(0.3)) : undefined;
  for (const [at, unit] of order.entries()) {
    await comeAndGo(script, facts, at);
    if (unit === away) await absent(script, facts, unit);
    else await turn(script, facts, unit, unit === misses);
    const votes = facts.examiners.reduce((sum, one) => sum + one.acks.length, 0);
    script.progress(`${at + 1}/${order.length} ${unit} · ${votes}`);
  }
  await host.must('meeting.close', {});
  await screen.until(() => screen.slices.standings?.final === true);
  return { facts, screen };
}

async function openScreen(host: Host, random: Random): Promise<Caller> {
  const secret = random.token(16);
  const pass = {
    id: 'screen-1',
    kind: 'screen' as const,
    number: '1',
    category: null,
    person: null,
    unit: null,
    hash: hashSecret(secret),
  };
  await host.must('passes.issue', { passes: [pass] });
  const screen = await new Caller({ url: host.url, code: host.code, session: random.token(16) }).ready();
  await screen.must('pass.enrol', { secret });
  return screen;
}

/** I4: some come late, some leave early. */
async function comeAndGo({ host }: Play, { examiners }: Facts, at: number): Promise<void> {
  await everyone(
    examiners.filter((one) => one.habits.arrives === at),
    (one) => one.arrive(host.url, host.code),
  );
  for (const one of examiners.filter((person) => person.present && person.habits.leaves === at)) {
    await host.must('pass.check-out', { pass: one.pass.id });
    one.gone = true;
  }
}

async function absent({ host }: Play, facts: Facts, unit: string): Promise<void> {
  await host.must('turn.absent', { unit, from: 'waiting', reason: '未到场' });
  await host.must('turn.publish', { unit });
  facts.absent.add(unit);
}

async function turn(script: Play, facts: Facts, unit: string, missed: boolean): Promise<void> {
  const { host, random, pause } = script;
  const judges = facts.examiners.filter((one) => one.mayJudge(unit));
  await host.step(unit, 'waiting', 'reporting');
  await pause(480_000);
  await host.step(unit, 'reporting', 'questioning');
  await questioning(script, facts, unit, judges);
  await host.step(unit, 'questioning', 'scoring');
  const scoring = missed ? judges.slice(0, Math.floor(judges.length / 3)) : judges;
  const slow = scoring.filter(() => random.chance(0.1));
  const quick = scoring.filter((one) => !slow.includes(one));
  const voting = facts.crowd.filter(() => random.chance(0.8));
  const inTime = <T>(people: T[], act: (one: T) => Promise<void>) =>
    people
      .map((one) => ({ one, after: random.whole(1000, 110_000) }))
      .map(({ one, after }) => pause(after).then(() => act(one)));
  await Promise.all([...inTime(quick, (one) => one.score(unit)), ...inTime(voting, (one) => one.vote(unit))]);
  await host.step(unit, 'scoring', 'closing');
  await everyone(slow, (one) => one.score(unit));
  await pause(30_000);
  facts.eligible.set(unit, judges.length);
  await host.step(unit, 'closing', 'locked');
  await everyone(
    judges.filter((one) => random.chance(one.habits.late)),
    (one) => one.scoreLate(unit),
  );
  if (random.chance(0.15)) {
    await host.must('deduction.set', { id: `over-${unit}`, unit, points: 50, reason: '超时' });
    facts.deductions.set(unit, 50);
  }
  await host.must('turn.publish', { unit });
}

async function questioning(
  { host, roster, random, pause }: Play,
  facts: Facts,
  unit: string,
  judges: ExaminerPerson[],
): Promise<void> {
  const question = () => ({ unit, ...random.pick(roster.questions), member: null });
  const asking = judges.filter(() => random.chance(0.1)).slice(0, 4);
  const callers = [
    ...asking.flatMap((one) => one.caller ?? []),
    ...facts.crowd.slice(0, 2).map((one) => one.caller),
  ];
  const asked = await Promise.all(callers.map((caller) => caller.must('question.ask', question())));
  for (const reply of asked) {
    const id = `q${reply.n}`;
    await host.caller.until(() => host.caller.slices.questions?.some((one) => one.id === id) ?? false);
    const known = host.caller.slices.questions?.find((one) => one.id === id);
    if (known?.state === 'submitted') await host.must('question.accept', { question: id });
    await host.must('question.stage', { question: id });
    await pause(150_000);
    await host.must('question.answered', { question: id });
    await everyone(
      judges.filter(() => random.chance(0.7)),
      async (one) => {
        await one.caller?.must('question.rate', {
          question: id,
          rating: random.pick(['good', 'rather-good', 'fair', 'poor'] as const),
        });
      },
    );
    await host.must('question.close', { question: id });
  }
}
