/** I1, I2, I4, I6, I7 · Passes, sessions and cookies that are guessed, stolen, worn out, or of another kind. */
import { createHash } from 'node:crypto';
import type { COMMANDS } from '../../assessment/decide.ts';
import { hashSecret } from '../../assessment/passes.ts';
import { COMMAND, PROTOCOL } from '../../realtime/protocol-names.ts';
import { Caller } from '../support/caller.ts';
import type { HubProcess } from '../support/hub-process.ts';
import type { Random } from '../support/random.ts';
import { Visitor } from '../support/visitor.ts';
import type { Play } from './play.ts';
import { pause, until } from './until.ts';

/** I1, I2, I4, I6, I7: each tries what is not his, and is told no. @returns what was let through */
export async function trespasses(hub: HubProcess, play: Play, random: Random): Promise<string[]> {
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
  return [...faults, ...(await twoDevices(hub, play, random)), ...(await afterSignOut(hub, play))];
}

/** I2: two devices on one pass; it moves by a host's tap alone, and whoever had it has nothing left to play again. */
async function twoDevices(hub: HubProcess, play: Play, random: Random): Promise<string[]> {
  const faults: string[] = [];
  const { host, history, here, units } = play;
  const first = here[here.length - 1];
  if (!first) throw new Error('no phone');
  const { id: pass, secret } = first.pass;
  const device = async (session: string) => {
    const one = await new Caller({ url: hub.url, code: host.code, session }).ready();
    history.watch('a second device', one);
    return one;
  };
  /** What everybody who listens on the line has: the message by which a pass was enrolled. */
  const overheard = random.token(16);
  const session = random.token(16);
  const second = await device(session);
  await second.command('pass.enrol', { secret }, overheard);
  if (second.mine?.way === 'enrolled') faults.push('two devices have one pass');
  const ballot = { unit: units[0] ?? '', replaces: 0, scores: {} };
  const early = await second.command('ballot.submit', ballot);
  if (early.ok || early.code !== 'forbidden') faults.push(`a device that asks: ${JSON.stringify(early)}`);
  await host.must('pass.hand-over', { pass, session: hashSecret(session) });
  await until(() => first.live.refused !== null, 'the first device to be told');
  if (first.live.refused !== 'pass-moved') faults.push(`the first device was told ${first.live.refused}`);
  await second.until(() => second.mine?.way === 'enrolled');
  // Played again by somebody else, it asks like any stranger; by the one who had the pass, it is refused at the door.
  const third = await device(random.token(16));
  history.playedAgain.add(overheard);
  await third.raw(COMMAND, { v: PROTOCOL, id: overheard, type: 'pass.enrol', body: { secret } });
  await pause(300);
  if (third.mine?.way === 'enrolled') faults.push('an enrolment that was played again opened a pass');
  if (second.mine?.way !== 'enrolled') faults.push('an enrolment that was played again took a pass');
  await host.must('pass.keep', { pass });
  const fourth = random.token(16);
  const last = await device(fourth);
  await last.command('pass.enrol', { secret });
  await host.must('pass.hand-over', { pass, session: hashSecret(fourth) });
  await second.until(() => second.bye !== null);
  const back = await device(session).then(
    () => 'let in',
    (error: unknown) => (error as Error).message,
  );
  if (back !== 'pass-moved') faults.push(`a device whose pass has moved: ${back}`);
  for (const one of [second, third, last]) one.close();
  return faults;
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
