/**
 * A whole turn as an examiner's phone receives it that only looks on: report, three questions that all the others
 * rate, fifty ballots and the crowd's votes one after the other, grace, lock, publication.
 */
import type { Browser } from '@playwright/test';
import type { HubProcess } from '../../support/hub-process.ts';
import { seeded, type Random } from '../../support/random.ts';
import { Host } from '../../rehearsal/host.ts';
import { habits, people } from '../../rehearsal/people.ts';
import { CrowdPerson, ExaminerPerson } from '../../rehearsal/person.ts';
import { Phone } from './phone.ts';

const UNITS = 25;
const EXAMINERS = 50;
const CROWD = 300;
/** Between two ballots or votes, in ms: slower than the pace of frames, so that nothing is told together. */
const APART = 120;

export interface TurnTraffic {
  in: number;
  out: number;
  /** Bytes in by what they carry: a slice of a frame, `mine`, the rest. */
  by: Map<string, number>;
  frames: number;
}

const apart = () => new Promise<void>((resolve) => setTimeout(resolve, APART));

export async function idleTurn(browser: Browser, hub: HubProcess): Promise<TurnTraffic> {
  const random = seeded(7);
  const host = await Host.create(hub.url, hub.token(), 'weight', random);
  const roster = people(UNITS, EXAMINERS, random);
  for (const one of roster.examiners) one.recusals = [];
  const passes = await host.prepare(roster, random);
  const order = await host.order();
  const calm = { ...habits(UNITS, random), arrives: 0, leaves: Infinity, replaces: 0, resends: 0 };
  const examiners = passes.map((pass) => new ExaminerPerson(pass, [], calm, random.fork()));
  const crowd = Array.from({ length: CROWD }, () => new CrowdPerson(host.url, host.code, random.fork()));
  await Promise.all(crowd.map((one) => one.caller.ready()));
  const [idle, ...others] = examiners;
  for (const one of others) await one.arrive(host.url, host.code);
  const context = await browser.newContext({ viewport: { width: 360, height: 640 }, locale: 'zh-CN' });
  const phone = await Phone.open(context);
  try {
    await phone.page.goto(`${host.url}/p/${host.code}#${idle!.pass.secret}`);
    await phone.page.getByRole('button', { name: '进入考场' }).click();
    await phone.page.waitForURL(/\/m\//);
    await phone.page.getByRole('heading', { level: 1 }).first().waitFor();
    await phone.quiet();
    // The second turn: the first has left its results behind.
    await turn(host, order[0]!, others, crowd, random, roster.questions);
    phone.socket = { in: 0, out: 0, frames: [] };
    await turn(host, order[1]!, others, crowd, random, roster.questions);
    await apart();
    return {
      in: phone.socket.in,
      out: phone.socket.out,
      by: byWhat(phone),
      frames: phone.socket.frames.length,
    };
  } finally {
    await context.close();
    for (const one of [host.caller, ...crowd.map((voice) => voice.caller)]) one.close();
    for (const one of others) one.caller?.close();
  }
}

async function turn(
  host: Host,
  unit: string,
  examiners: ExaminerPerson[],
  crowd: CrowdPerson[],
  random: Random,
  questions: { text: string; portfolio: string | null }[],
): Promise<void> {
  await host.step(unit, 'waiting', 'reporting');
  await apart();
  await host.step(unit, 'reporting', 'questioning');
  for (const asker of examiners.slice(0, 3)) await question(host, unit, asker, examiners, random, questions);
  await host.step(unit, 'questioning', 'scoring');
  const acts = [
    ...examiners.map((one) => () => one.score(unit)),
    ...crowd.map((one) => () => one.vote(unit)),
  ].sort(() => random.next() - 0.5);
  for (const act of acts) {
    await act();
    await apart();
  }
  await host.step(unit, 'scoring', 'closing');
  await apart();
  await host.step(unit, 'closing', 'locked');
  await apart();
  await host.must('turn.publish', { unit });
  await apart();
}

async function question(
  host: Host,
  unit: string,
  asker: ExaminerPerson,
  examiners: ExaminerPerson[],
  random: Random,
  questions: { text: string; portfolio: string | null }[],
): Promise<void> {
  const reply = await asker.caller!.must('question.ask', { unit, ...random.pick(questions), member: null });
  const id = `q${reply.n}`;
  await apart();
  for (const type of ['question.stage', 'question.answered'] as const) {
    await host.must(type, { question: id });
    await apart();
  }
  for (const one of examiners) {
    await one.caller!.must('question.rate', { question: id, rating: random.pick(['good', 'fair'] as const) });
    await apart();
  }
  await host.must('question.close', { question: id });
  await apart();
}

function byWhat({ socket }: Phone): Map<string, number> {
  const by = new Map<string, number>();
  const add = (what: string, bytes: number) => by.set(what, (by.get(what) ?? 0) + bytes);
  for (const { way, text } of socket.frames) {
    if (way === 'out') {
      add('out', Buffer.byteLength(text));
      continue;
    }
    const start = text.indexOf('[');
    const [event, body] =
      start < 0 ? [text, {}] : (JSON.parse(text.slice(start)) as [string, { slices?: object }]);
    if (event !== 'frame') {
      add(event.length < 10 ? event : 'other', Buffer.byteLength(text));
      continue;
    }
    let rest = Buffer.byteLength(text);
    for (const [name, value] of Object.entries(body.slices ?? {})) {
      const bytes = Buffer.byteLength(JSON.stringify(value));
      add(`frame.${name}`, bytes);
      rest -= bytes;
    }
    add('frame (around)', rest);
  }
  return by;
}
