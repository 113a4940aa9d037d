/**
 * Mutated messages and requests, made from the schemas, and raw bytes: the hub lives, answers no 500 and no `internal`,
 * does not grow, and takes no nonsense; the meeting beside it is not touched. Who tries another's rights gets none.
 */
import { createHash, randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import fc from 'fast-check';
import { hashSecret } from '../../../assessment/passes.ts';
import { COMMANDS } from '../../../assessment/decide.ts';
import { COMMAND, PROTOCOL, type Reply } from '../../../realtime/protocol-names.ts';
import { MESSAGES } from '../../../realtime/protocol.ts';
import { HubProcess } from '../../support/hub-process.ts';
import { Caller } from '../../support/caller.ts';
import { Visitor } from '../../support/visitor.ts';
import { seeded, type Random } from '../../support/random.ts';
import { chainFaults, check } from '../check.ts';
import { memoryOf } from '../gauge.ts';
import { Play } from '../play.ts';
import { framed, RawLine } from '../raw.ts';
import { meetingsIn, sealedIn } from '../read.ts';
import type { Options, Outcome, Scenario } from '../scenario.ts';
import { changed, shapeOf } from '../shapes.ts';
import { pause, until } from '../until.ts';

/** Messages that are under way at once. */
const AT_ONCE = 200;
/** How much more the hub may weigh in the end, in MiB. */
const ALLOWED = 250;

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

class Attack {
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

/** I1, I2, I4, I6, I7: each tries what is not his, and is told no. @returns what was let through */
async function trespasses(hub: HubProcess, play: Play, random: Random): Promise<string[]> {
  const faults: string[] = [];
  const { code } = play.host;
  const caller = (session: string) => new Caller({ url: hub.url, code, session }).ready();
  const must = async (
    what: string,
    who: Caller,
    type: keyof typeof COMMANDS,
    body: object,
    ...codes: string[]
  ) => {
    const id = random.token(16);
    play.history.invoke(what, id, type, body);
    const reply = await who.raw(COMMAND, { v: PROTOCOL, id, type, body });
    if (reply) play.history.answer(id, reply);
    if (reply === null || reply.ok || !codes.includes(reply.code))
      faults.push(`${what}: ${JSON.stringify(reply)}`);
  };
  const [owner, robbed] = play.here;
  const unit = play.units[0] ?? '';
  const crowd = await caller(random.token(16));
  for (let at = 0; at < 8; at += 1)
    await must(
      'a guessed pass',
      crowd,
      'pass.enrol',
      { secret: random.token(16) },
      'pass-unknown',
      'too-many',
    );
  const hash = createHash('sha256')
    .update(hashSecret(owner?.pass.secret ?? ''))
    .digest('base64url');
  const thief = await caller(random.token(16));
  play.history.watch('a thief', thief);
  await must('the hash of a pass in its place', thief, 'pass.enrol', { secret: hash }, 'pass-unknown');
  // The bearer is connected: a second device may ask for a handover (I2), and has no rights meanwhile.
  const asked = await thief.command('pass.enrol', { secret: robbed?.pass.secret ?? '' });
  await pause(300);
  if (asked.ok && thief.mine?.way === 'enrolled')
    faults.push('a stolen pass was taken over from who is here');
  if (robbed?.live.mine?.way !== 'enrolled') faults.push('who was robbed is out');
  const ballot = { unit, replaces: 0, scores: {} };
  for (const who of [crowd, thief]) {
    await must('a crowd phone as an examiner', who, 'ballot.submit', ballot, 'forbidden');
    await must(
      'a crowd phone as a host',
      who,
      'turn.step',
      { unit, from: 'scoring', to: 'closing' },
      'forbidden',
    );
  }
  for (const one of [crowd, thief]) one.close();
  return [...faults, ...(await afterSignOut(hub, play))];
}

/** I7: an organizer's cookie opens nothing once he has signed out, and neither does the console that was open with it. */
async function afterSignOut(hub: HubProcess, { host: { code }, history }: Play): Promise<string[]> {
  const owner = new Visitor(hub.url);
  const token = /\/set-up#(\S+)/.exec(hub.output)?.[1] ?? '';
  const made = await owner.ask('/set-up', { token, name: '演示负责人', password: '一个很长的演示口令 2026' });
  if (made.status !== 200) throw new Error(`set-up: ${made.status} ${JSON.stringify(made.body)}`);
  const stolen = new Visitor(hub.url, owner.cookie);
  const console = await stolen.opens(code);
  history.watch('a console that was signed out', console);
  const title = (name: string) => ({ title: name, place: '', date: '' });
  await console.must('meeting.describe', title('故障演练（演示数据）'));
  await owner.ask('/sign-out', {});
  const faults: string[] = [];
  await console.until(() => console.bye !== null);
  if (console.bye !== 'not-signed-in') faults.push(`a console was told ${console.bye} at the sign-out`);
  const message = { v: PROTOCOL, id: 'after-the-sign-out', type: 'meeting.describe', body: title('改了') };
  const reply = console.socket.connected ? await console.raw(COMMAND, message) : null;
  if (reply?.ok) faults.push('a console went on after the sign-out');
  const { status } = await stolen.ask('/meetings');
  if (status !== 401) faults.push(`a cookie after the sign-out: ${status}`);
  console.close();
  return faults;
}

async function run({ short, seed, count, progress }: Options): Promise<Outcome> {
  const random = seeded(seed);
  const many = count ?? (short ? 1500 : 1_000_000);
  const hub = await HubProcess.start();
  const play = await Play.begin({
    ...{ url: hub.url, token: hub.token(), random },
    cast: { units: 1, examiners: 8, walls: 2 },
  });
  // The target stands beside the meeting that is watched: an owner's nonsense may well be accepted there.
  const answer = await fetch(`${hub.url}/api/meetings`, {
    method: 'POST',
    headers: { authorization: `Bearer ${hub.token()}`, 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'demo' }),
  });
  const target = ((await answer.json()) as { code: string }).code;
  const attack = new Attack(hub, random.fork());
  const lines: RawLine[] = [];
  const fresh = (of: string, how: Record<string, unknown>) => {
    const line = new RawLine(hub.url, { code: of, ...how });
    lines.push(line);
    return line;
  };
  const session = () => ({ session: random.token(16) });
  const token = (role: 'owner' | 'host' | 'scrutineer' | 'viewer') => ({ token: hub.token(role) });
  const open = (): RawLine[] => {
    const here = lines.filter(({ closed }) => !closed);
    while (here.length < 40) {
      const nth = here.length;
      // Consoles of the target, viewers and the crowd of both.
      if (nth % 4 === 0)
        here.push(fresh(target, token(random.pick(['owner', 'host', 'scrutineer'] as const))));
      else if (nth % 4 === 1) here.push(fresh(play.host.code, token('viewer')));
      else here.push(fresh(random.chance(0.5) ? target : play.host.code, session()));
    }
    return here.filter(({ heard }) => heard >= 2).length > 0 ? here.filter(({ heard }) => heard >= 2) : here;
  };
  try {
    const [unit = ''] = play.units;
    const before = memoryOf(hub.pid);
    const faults = attack.faults;
    await play.turn(unit, async () => {
      faults.push(...(await trespasses(hub, play, random)));
      let over = false;
      const work = play.keepScoring(unit, () => over);
      open();
      await until(() => lines.every((line) => line.closed || line.heard >= 2), 'the attackers to join');
      const rounds = Math.max(1, Math.round(many / 20_000));
      for (let at = 0; at < rounds && hub.alive; at += 1) {
        await attack.messages(Math.ceil((many / rounds) * 0.9), open, seed + at * 1000);
        await attack.requests(
          Math.ceil((many / rounds) * 0.08),
          [null, hub.token('viewer'), hub.token('scrutineer')],
          target,
          seed + at * 1000 + 500,
        );
        await attack.bytes(Math.min(200, Math.ceil((many / rounds) * 0.02)), () => fresh(target, session()));
        progress(`${attack.sent} sent, ${attack.accepted} accepted, ${memoryOf(hub.pid)} MiB`);
      }
      over = true;
      await work;
    });
    if (!hub.alive) faults.push(`the hub has ended: ${hub.output.slice(-2000)}`);
    const after = memoryOf(hub.pid);
    if (after - before > ALLOWED) faults.push(`the hub grew from ${before} to ${after} MiB`);
    await play.publish(unit);
    const files = meetingsIn(hub.data);
    const own = () => files.find((file) => file.includes(play.host.caller.slices.meeting?.id ?? '?')) ?? '';
    const truth = await play.end(own);
    faults.push(...check(play.history, truth));
    for (const file of files) if (file !== own()) faults.push(...chainFaults(sealedIn(file)));
    const { sent, accepted, refused, unanswered } = attack;
    const numbers = {
      sent,
      accepted,
      'no to': refused,
      unanswered,
      'MiB before': before,
      'MiB after': after,
    };
    return { counts: play.history.counts(), numbers, faults };
  } finally {
    for (const line of lines) line.end();
    play.close();
    await hub.stop();
  }
}

export const hostile: Scenario = {
  name: 'hostile',
  about: 'mutated messages and requests from the schemas, raw bytes, passes that are not one’s own',
  run,
};
