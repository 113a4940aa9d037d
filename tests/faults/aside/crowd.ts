/** A program: the crowd of one meeting. It joins all at once, votes all the time, and one of it floods. */
import { COMMAND, PROTOCOL, type Reply } from '../../../realtime/protocol-names.ts';
import { seeded, type Random } from '../../support/random.ts';
import { quantile } from '../gauge.ts';
import { RawLine } from '../raw.ts';
import { pause } from '../until.ts';
import { serve } from './serve.ts';

export interface Hall {
  url: string;
  code: string;
  seed: number;
  /** How many come. */
  many: number;
  /** In how long, in ms. */
  within: number;
}

export interface Load {
  unit: string;
  /** Messages a second. */
  rate: number;
  /** In ms. */
  lasts: number;
}

/** A vote as it went and as it was answered, for the one who holds all that was said against the journal. */
export interface Note {
  id: string;
  who: string;
  grade: string;
  reply: Reply | null;
}

const GRADES = ['satisfied', 'fair', 'unsatisfied'] as const;
/** How long a portion of the load is, in ms: what is to be sent in it is sent at its beginning. */
const TICK = 10;
/** Messages by which somebody who joined has his view: the hub's hello, the room's frame and what is his own. */
const VIEW = 3;

let hall: Hall;
let random: Random;
let lines: RawLine[] = [];

/** Does something so many times a second; what could not be done in its portion is done in the next. @returns ms */
async function steadily(count: number, lasts: number, work: (at: number) => void): Promise<number> {
  const began = performance.now();
  for (let done = 0; done < count;) {
    const due = Math.min(count, Math.ceil((count * (performance.now() - began + TICK)) / lasts));
    for (; done < due; done += 1) work(done);
    await pause(TICK);
  }
  return Math.round(performance.now() - began);
}

/** All of them dial within the time. @returns how long that took, and how long one waited for his first view, in ms */
async function join(order: Hall) {
  hall = order;
  random = seeded(order.seed);
  const views: Promise<number>[] = [];
  const began = performance.now();
  const dialled = await steadily(order.many, order.within, () => {
    const line = new RawLine(hall.url, { code: hall.code, session: random.token(16) });
    lines.push(line);
    const from = performance.now();
    views.push(line.hears(VIEW).then(() => performance.now() - from));
  });
  const waited = (await Promise.all(views)).sort((a, b) => a - b);
  const here = lines.filter(({ closed }) => !closed).length;
  const took = Math.round(performance.now() - began);
  return { dialled, took, here, median: quantile(waited, 0.5), p99: quantile(waited, 0.99) };
}

/** Each in his turn, so that nobody says more than a hand can. Resolves when all are answered. */
async function vote({ unit, rate, lasts }: Load) {
  const answers: Promise<Note>[] = [];
  const took = await steadily(Math.round((rate * lasts) / 1000), lasts, (at) => {
    const nth = at % lines.length;
    const line = lines[nth];
    if (line) answers.push(says(line, unit, `voice-${nth}`));
  });
  return { took, notes: await Promise.all(answers) };
}

async function says(line: RawLine, unit: string, who: string): Promise<Note> {
  const [id, grade] = [random.whole(2 ** 40, 2 ** 45).toString(36), random.pick(GRADES)];
  const message = { v: PROTOCOL, id, type: 'crowd.vote', body: { unit, grade } };
  const reply = (await line.ask(COMMAND, message)) as Reply | null;
  return { id, who, grade, reply };
}

/** One connection that sends as fast as it is asked to, whatever it is told; where it is let go, it dials again. */
async function flood({ unit, rate, lasts }: Load) {
  const session = random.token(16);
  const dial = () => new RawLine(hall.url, { code: hall.code, session });
  const told: Record<string, number> = {};
  const accepted: Note[] = [];
  let line = dial();
  let letGo = 0;
  await line.hears(VIEW);
  const answers: Promise<void>[] = [];
  const count = Math.round((rate * lasts) / 1000);
  const took = await steadily(count, lasts, () => {
    if (line.closed) {
      letGo += 1;
      line = dial();
    }
    const heard = ({ reply, ...note }: Note) => {
      const said = reply === null ? 'lost' : reply.ok ? 'ok' : reply.code;
      told[said] = (told[said] ?? 0) + 1;
      // What is lost may be in the journal, or not; what was refused must not be.
      if (reply === null || reply.ok) accepted.push({ ...note, reply });
    };
    answers.push(says(line, unit, 'flooder').then(heard));
  });
  // What is not read by then is not waited for: it stands in the flooder's own buffers.
  await pause(1000);
  line.end();
  await Promise.all(answers);
  return { took, sent: count, told, letGo, accepted };
}

function leave(): void {
  for (const line of lines) line.end();
  lines = [];
}

export const orders = { join, vote, flood, leave };
serve(orders);
