/** A disk that fills up: clear refusals, nothing acknowledged that is not there, and recovery when there is room again. */
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  writeSync,
  closeSync,
  openSync,
} from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signingKeyOf } from '../../../db/data-folder.ts';
import { signToken } from '../../../db/tokens.ts';
import { HubProcess } from '../../support/hub-process.ts';
import { seeded } from '../../support/random.ts';
import { COMMAND, PROTOCOL } from '../../../realtime/protocol-names.ts';
import { check } from '../check.ts';
import { Play } from '../play.ts';
import { meetingIn } from '../read.ts';
import { NotHere, type Options, type Outcome, type Scenario } from '../scenario.ts';
import { pause, until } from '../until.ts';

/** Room of the disk, in MiB: for an empty folder, a meeting, and its copies at two locks. */
const ROOM = 8;
const MOUNT = `mount -t tmpfs -o size=${ROOM}m none "$DATA" && exec "$@"`;

/** The hub's own view of its folder: the mount is seen by nobody else. */
const inside = (hub: HubProcess): string => `/proc/${hub.pid}/root${hub.data}`;

/** Copies of the databases, outside: SQLite would follow the link in that path to another disk. */
function copyOut(hub: HubProcess, to: string): string {
  mkdirSync(join(to, 'meetings'), { recursive: true });
  for (const folder of ['', 'meetings'])
    for (const name of readdirSync(join(inside(hub), folder)))
      if (/\.sqlite(-wal)?$/.test(name))
        copyFileSync(join(inside(hub), folder, name), join(to, folder, name));
  return to;
}

/** Takes all the room that there is. */
function fill(hub: HubProcess): void {
  const file = openSync(join(inside(hub), 'ballast'), 'a');
  try {
    for (let size = 65_536; size >= 256; size /= 2) {
      try {
        for (;;) writeSync(file, Buffer.alloc(size));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      }
    }
  } finally {
    closeSync(file);
  }
}

const free = (hub: HubProcess) => rmSync(join(inside(hub), 'ballast'), { force: true });
const ready = async (hub: HubProcess) => (await fetch(`${hub.url}/readyz`)).status;

async function run({ short, seed, count, progress }: Options): Promise<Outcome> {
  try {
    execFileSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'none', tmpdir()], { stdio: 'ignore' });
  } catch {
    throw new NotHere('this machine does not let a test mount a small disk (unshare -m)');
  }
  const random = seeded(seed);
  const times = count ?? (short ? 1 : 3);
  const data = await mkdtemp(join(tmpdir(), 'dakaochang-full-'));
  const outside = await mkdtemp(join(tmpdir(), 'dakaochang-full-copy-'));
  const hub = await HubProcess.start({ data, under: ['unshare', '-m', 'sh', '-c', MOUNT, 'sh'] });
  const key = signingKeyOf(copyOut(hub, join(outside, 'key')));
  if (!key) throw new Error('no signing key');
  const token = signToken(key, { role: 'owner', name: 'owner', expires: Date.now() + 86_400_000 });
  const cast = { units: short ? 1 : 2, examiners: short ? 6 : 20, walls: 2 };
  const play = await Play.begin({ url: hub.url, token, random, cast });
  const numbers = { filled: 0, 'refused meanwhile': 0, 'slowest recovery ms': 0 };
  const faults: string[] = [];
  try {
    for (const unit of play.units) {
      await play.turn(unit, async () => {
        let over = false;
        const work = play.keepScoring(unit, () => over);
        for (let at = 0; at < times; at += 1) {
          await pause(random.whole(100, 400));
          fill(hub);
          numbers.filled += 1;
          await until(
            async () => (await ready(hub)) === 503,
            '/readyz to say that nothing can be taken',
            20_000,
          );
          const id = `full-${numbers.filled}-${random.token(6)}`;
          const body = { title: '写不下', place: '', date: '' };
          play.history.invoke('host', id, 'meeting.describe', body);
          const reply = await play.host.caller.raw(COMMAND, {
            v: PROTOCOL,
            id,
            type: 'meeting.describe',
            body,
          });
          if (reply?.ok === false && reply.retry) numbers['refused meanwhile'] += 1;
          else faults.push(`while the disk was full a host was told ${JSON.stringify(reply)}`);
          await pause(random.whole(100, 500));
          free(hub);
          const began = performance.now();
          await until(async () => (await ready(hub)) === 200, '/readyz to be well again', 20_000);
          const took = Math.round(performance.now() - began);
          numbers['slowest recovery ms'] = Math.max(numbers['slowest recovery ms'], took);
          progress(`filled ${numbers.filled}`);
        }
        over = true;
        await work;
      });
      await play.publish(unit);
    }
    const file = () => meetingIn(copyOut(hub, join(outside, 'end')));
    faults.push(...check(play.history, await play.end(file)));
    if (!existsSync(inside(hub))) faults.push('the hub has ended');
    return { counts: play.history.counts(), numbers, faults };
  } finally {
    play.close();
    await hub.stop();
    for (const folder of [data, outside]) await rm(folder, { recursive: true, force: true });
  }
}

export const disk: Scenario = {
  name: 'disk',
  about: `a disk of ${ROOM} MiB that fills up while everybody submits`,
  run,
};
