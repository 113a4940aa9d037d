/** Messages, requests and bytes that no honest client sends, made from the schemas, each answer held to what it must be. */
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import fc from 'fast-check';
import { COMMANDS } from '../../assessment/decide.ts';
import { COMMAND, PROTOCOL, type Reply } from '../../realtime/protocol-names.ts';
import { MESSAGES } from '../../realtime/protocol.ts';
import type { HubProcess } from '../support/hub-process.ts';
import type { Random } from '../support/random.ts';
import { framed, type RawLine } from './raw.ts';
import { changed, shapeOf } from './shapes.ts';
import { pause, until } from './until.ts';

/** Messages that are under way at once. */
const AT_ONCE = 200;
const TYPES = Object.keys(COMMANDS) as (keyof typeof COMMANDS)[];
const EVENTS = ['sync', 'look', 'shows', 'pair', 'turn-away', 'awake'] as const;
const POSTS = Object.keys(MESSAGES).filter((name) => name.startsWith('POST ')) as (keyof typeof MESSAGES)[];

const command = fc
  .constantFrom(...TYPES)
  .chain((type) => changed(shapeOf(COMMANDS[type].body)).map((body) => ({ type, body })));
const event = fc
  .constantFrom(...EVENTS)
  .chain((name) => changed(shapeOf(MESSAGES[name])).map((message) => ({ name, message })));
const envelope = changed(shapeOf(MESSAGES.command));
const post = fc
  .constantFrom(...POSTS)
  .chain((name) =>
    changed(shapeOf(MESSAGES[name])).map((body) => ({ path: name.slice('POST '.length), body })),
  );

/** Made a thousand at a time: each from the seed before it. */
function* endless<T>(arbitrary: fc.Arbitrary<T>, seed: number): Generator<T> {
  for (let at = 0; ; at += 1) yield* fc.sample(arbitrary, { numRuns: 500, seed: seed + at });
}

/** JSON as a client may write it: half a character, and what has no JSON at all, are left to it. */
const written = (value: unknown): string | null => {
  try {
    return JSON.stringify(value) ?? null;
  } catch {
    return null;
  }
};

export class Attack {
  readonly faults: string[] = [];
  sent = 0;
  accepted = 0;
  refused = 0;
  unanswered = 0;
  readonly #hub: HubProcess;
  readonly #random: Random;

  constructor(hub: HubProcess, random: Random) {
    this.#hub = hub;
    this.#random = random;
  }

  heard(what: string, answer: unknown): void {
    const reply = answer as Partial<Extract<Reply, { ok: false }>> | null;
    if (reply === null) this.unanswered += 1;
    else if ((reply as { ok?: boolean }).ok === true) this.accepted += 1;
    else this.refused += 1;
    if (reply?.code === 'internal') this.#fault(`${what}: internal`);
  }

  #fault(text: string): void {
    if (this.faults.length < 50) this.faults.push(text.slice(0, 600));
  }

  /** Commands and events from everybody's connections, as fast as they are answered. */
  async messages(count: number, lines: () => RawLine[], seed: number): Promise<void> {
    const [commands, events, envelopes] = [
      endless(command, seed),
      endless(event, seed + 1),
      endless(envelope, seed + 2),
    ];
    let left = count;
    const one = async () => {
      while (left > 0) {
        left -= 1;
        const line = this.#random.pick(lines());
        const dice = this.#random.next();
        let [name, message]: [string, unknown] = [COMMAND, envelopes.next().value];
        if (dice < 0.75) {
          const { type, body } = commands.next().value as { type: string; body: unknown };
          message = { v: PROTOCOL, id: `hostile-${this.#random.token(9)}`, type, body };
        } else if (dice < 0.92)
          ({ name, message } = events.next().value as { name: string; message: unknown });
        if (written(message) === null) continue;
        this.sent += 1;
        const answer = await Promise.race([line.ask(name, message), pause(15_000).then(() => 'late')]);
        if (answer === 'late') this.#fault(`no answer to ${name} ${written(message)}`);
        this.heard(`${name} ${written(message)}`, answer);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
  }

  async requests(
    count: number,
    tokens: readonly (string | null)[],
    code: string,
    seed: number,
  ): Promise<void> {
    const posts = endless(post, seed);
    let left = count;
    const one = async () => {
      while (left > 0) {
        left -= 1;
        const { path, body } = posts.next().value as { path: string; body: unknown };
        const text = written(body);
        if (text === null) continue;
        const token = this.#random.pick(tokens);
        const headers: Record<string, string> = { 'content-type': 'application/json' };
        if (token !== null) headers['authorization'] = `Bearer ${token}`;
        const to = path.replace(':code', code).replace(/:\w+/, this.#random.token(16));
        this.sent += 1;
        const cut = this.#random.chance(0.1) ? text.slice(0, this.#random.whole(0, text.length)) : text;
        const answer = await fetch(this.#hub.url + to, { method: 'POST', headers, body: cut }).catch(
          () => null,
        );
        if (answer === null) this.unanswered += 1;
        else if (answer.ok) this.accepted += 1;
        else this.refused += 1;
        if (answer && answer.status >= 500) this.#fault(`${to} ${answer.status}: ${cut}`);
        await answer?.arrayBuffer();
      }
    };
    await Promise.all(Array.from({ length: 6 }, one));
  }

  /** Bytes that are no message: in place of a request, in place of a packet, in place of a frame. */
  async bytes(count: number, line: () => RawLine): Promise<void> {
    const { hostname, port } = new URL(this.#hub.url);
    for (let at = 0; at < count; at += 1) {
      const junk = randomBytes(this.#random.whole(1, 400));
      const way = at % 3;
      this.sent += 1;
      if (way === 0) {
        const socket = connect({ host: hostname, port: Number(port) });
        socket.on('error', () => undefined);
        socket.end(junk);
        await Promise.race([new Promise((done) => socket.once('close', done)), pause(300)]);
        socket.destroy();
      } else {
        const one = line();
        await until(() => one.closed || one.heard >= 2, 'a line to open', 20_000);
        if (way === 1) one.socket.write(framed(Buffer.concat([Buffer.from('42'), junk]), at % 2 ? 1 : 2));
        else one.socket.write(junk);
        await pause(5);
        one.end();
      }
    }
  }
}
