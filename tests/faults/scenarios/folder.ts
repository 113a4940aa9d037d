/** A second hub on the same data folder: it refuses to start and says why, and the first does not notice. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { freePort, HubProcess } from '../../support/hub-process.ts';
import { seeded } from '../../support/random.ts';
import { check } from '../check.ts';
import { Play } from '../play.ts';
import { meetingIn } from '../read.ts';
import type { Options, Outcome, Scenario } from '../scenario.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/** How long a second hub may take until it has said no, in ms. */
const PATIENCE = 30_000;

/** Starts one more. @returns what it said, and how it ended; null where it went on */
async function second(data: string): Promise<{ code: number | null; said: string }> {
  const env = {
    ...process.env,
    HOST: '127.0.0.1',
    PORT: String(await freePort()),
    DATA: data,
    LANG: 'en_US',
  };
  const child = spawn(process.execPath, ['realtime/main.ts'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => (said += text.toString()));
  const late = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
  return new Promise((resolve) => {
    child.once('exit', (code) => {
      clearTimeout(late);
      resolve({ code, said });
    });
  });
}

async function run({ short, seed, count }: Options): Promise<Outcome> {
  const random = seeded(seed);
  const hub = await HubProcess.start();
  const cast = { units: 1, examiners: short ? 6 : 16, walls: 2 };
  const play = await Play.begin({ url: hub.url, token: hub.token(), random, cast });
  const faults: string[] = [];
  const tries = count ?? (short ? 1 : 10);
  try {
    const [unit = ''] = play.units;
    await play.turn(unit, async () => {
      let over = false;
      const work = play.keepScoring(unit, () => over);
      for (let at = 0; at < tries; at += 1) {
        const { code, said } = await second(hub.data);
        if (code !== 1) faults.push(`the second hub ended with ${code}`);
        if (!said.includes(hub.data) || !said.includes(String(hub.pid)) || /\n\s+at /.test(said))
          faults.push(`the second hub did not say clearly why: ${said}`);
      }
      over = true;
      await work;
    });
    await play.publish(unit);
    faults.push(...check(play.history, await play.end(() => meetingIn(hub.data))));
    return { counts: play.history.counts(), numbers: { 'second hubs': tries }, faults };
  } finally {
    play.close();
    await hub.stop();
  }
}

export const folder: Scenario = {
  name: 'folder',
  about: 'a second hub on the same data folder refuses to start, clearly',
  run,
};
