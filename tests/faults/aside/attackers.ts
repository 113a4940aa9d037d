/** A program: attackers of one meeting, over connections of every kind, over HTTP and with bytes that are nothing. */
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { randomBytes } from 'node:crypto';
import type { Reply } from '../../../realtime/protocol-names.ts';
import { COMMAND, PROTOCOL } from '../../../realtime/protocol-names.ts';
import { seeded, type Random } from '../../support/random.ts';
import { framed, RawLine } from '../raw.ts';
import { learn, type Names } from '../shapes.ts';
import type { Insider } from '../target.ts';
import { pause, until } from '../until.ts';
import { Mutants, nonsense, type Said } from './mutants.ts';
import { serve } from './serve.ts';
import { Tally, type Told } from './tally.ts';

export interface Against {
  url: string;
  seed: number;
  /** Codes of the meeting that is attacked and of the one beside it. */
  target: string;
  watched: string;
  tokens: Record<'owner' | 'host' | 'scrutineer' | 'viewer', string>;
  insiders: readonly Insider[];
  names: Names;
}

export interface Blows {
  messages: number;
  requests: number;
  bytes: number;
}

/** Messages, requests and lines of junk that are under way at once. */
const AT_ONCE = 150;
const REQUESTS_AT_ONCE = 8;
const BYTES_AT_ONCE = 12;
/** Connections of the crowd: each is held to a few messages a second, and together they are many. */
const CROWD = 60;
/** How long an answer may take, in ms. */
const PATIENCE = 30_000;

interface Attacker {
  role: string;
  line: RawLine;
  hello: Record<string, unknown>;
  code: string;
}

let tally = new Tally();
let here: Attacker[] = [];
let against: Against;
let random: Random;
let mutants: Mutants;

const dial = (code: string, hello: Record<string, unknown>, role: string): Attacker => ({
  role,
  hello,
  code,
  line: new RawLine(against.url, { code, ...hello }),
});

async function open(order: Against): Promise<void> {
  for (const { line } of here) line.end();
  against = order;
  random = seeded(order.seed);
  learn(order.names);
  mutants = new Mutants(random.fork());
  const { target, watched, tokens, insiders } = order;
  const session = () => ({ session: random.token(16) });
  here = [
    ...(['owner', 'host', 'scrutineer', 'viewer'] as const).flatMap((role) =>
      Array.from({ length: 4 }, () => dial(target, { token: tokens[role] }, role)),
    ),
    ...Array.from({ length: 4 }, () => dial(watched, { token: tokens.viewer }, 'viewer')),
    ...Array.from({ length: CROWD }, (_, at) => dial(at % 2 ? target : watched, session(), 'crowd')),
  ];
  const enrolling = insiders.map(async ({ kind, secret }) => {
    const one = dial(target, session(), kind);
    await until(() => one.line.heard >= 2, 'an insider to join');
    const message = { v: PROTOCOL, id: random.token(16), type: 'pass.enrol', body: { secret } };
    const reply = (await one.line.ask(COMMAND, message)) as Reply | null;
    if (!reply?.ok) throw new Error(`an insider: ${JSON.stringify(reply)}`);
    here.push(one);
  });
  await Promise.all(enrolling);
  await until(() => here.every(({ line }) => line.closed || line.heard >= 2), 'the attackers to join');
}

/** Half of what is said comes from consoles and insiders, whose rights reach into the rules. */
function pick(): Attacker {
  const strong = random.chance(0.6);
  for (let tries = 0; tries < 50; tries += 1) {
    const at = random.whole(0, here.length - 1);
    const one = here[at];
    if (!one || (one.role === 'crowd') === strong) continue;
    if (!one.line.closed) return one;
    // Told to go, by whoever's nonsense was accepted: he dials again, and has what rights are left.
    here[at] = { ...one, line: new RawLine(against.url, { code: one.code, ...one.hello }) };
  }
  return random.pick(here);
}

const written = (value: unknown): string | null => {
  try {
    return JSON.stringify(value) ?? null;
  } catch {
    return null;
  }
};

async function say(): Promise<void> {
  const { line, role, code } = pick();
  const said: Said = mutants.message(role);
  const text = written(said.message);
  if (text === null) return;
  tally.sent += 1;
  const answer = await new Promise<unknown>((resolve) => {
    const late = setTimeout(() => resolve('late'), PATIENCE);
    void line.ask(said.name, said.message).then((heard) => {
      clearTimeout(late);
      resolve(heard);
    });
  });
  if (answer === 'late') tally.fault(`no answer to ${said.name} ${text}`);
  tally.heard(role, said.name, answer as Partial<Reply> | null, () => nonsense(said, role));
  if (code === against.watched && said.name === COMMAND) tally.note(said.message, answer as Reply | null);
}

const agent = new Agent({ keepAlive: true, maxSockets: REQUESTS_AT_ONCE });

function post(to: string, body: string, token: string | null): Promise<number> {
  const headers: Record<string, string | number> = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
  };
  return new Promise((resolve) => {
    const asked = request(against.url + to, { method: 'POST', headers, agent }, (answer) => {
      answer.resume();
      answer.once('end', () => resolve(answer.statusCode ?? 0));
      answer.once('error', () => resolve(0));
    });
    asked.once('error', () => resolve(0));
    asked.end(body);
  });
}

async function requests(): Promise<void> {
  const { path, body } = mutants.post();
  const text = written(body);
  if (text === null) return;
  const { viewer, scrutineer } = against.tokens;
  const token = random.pick([null, viewer, scrutineer]);
  const to = path.replace(':code', against.target).replace(/:\w+/, random.token(16));
  const cut = random.chance(0.1) ? text.slice(0, random.whole(0, text.length)) : text;
  tally.sent += 1;
  tally.requests += 1;
  const status = await post(to, cut, token);
  tally.answered(status, `${to} ${cut}`);
}

/** Bytes that are no message: in place of a request, in place of a packet, in place of a frame. */
async function junk(at: number): Promise<void> {
  const { hostname, port } = new URL(against.url);
  const bytes = randomBytes(random.whole(1, 400));
  tally.sent += 1;
  tally.bytes += 1;
  if (at % 3 === 0) {
    const socket = connect({ host: hostname, port: Number(port) });
    socket.on('error', () => undefined);
    socket.end(bytes);
    await Promise.race([new Promise((done) => socket.once('close', done)), pause(300)]);
    return void socket.destroy();
  }
  const line = new RawLine(against.url, { code: against.target, session: random.token(16) });
  await until(() => line.closed || line.heard >= 2, 'a line to open', 20_000);
  if (at % 3 === 1) line.socket.write(framed(Buffer.concat([Buffer.from('42'), bytes]), at % 2 ? 1 : 2));
  else line.socket.write(bytes);
  await pause(5);
  line.end();
}

/** So many times, and never more than so many at once. */
async function many(count: number, atOnce: number, work: (at: number) => Promise<void>): Promise<void> {
  let done = 0;
  const one = async () => {
    while (done < count) await work((done += 1));
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, one));
}

async function strike(blows: Blows): Promise<Told> {
  tally = new Tally();
  await Promise.all([
    many(blows.messages, AT_ONCE, say),
    many(blows.requests, REQUESTS_AT_ONCE, requests),
    many(blows.bytes, BYTES_AT_ONCE, junk),
  ]);
  return tally.told();
}

export const orders = { open, strike };
serve(orders);
