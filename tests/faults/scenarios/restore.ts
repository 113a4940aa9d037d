/**
 * The drill: a copy of a meeting that runs, ballots behind it, a laptop that dies, the same meeting on the spare one.
 * Phones offer again what the copy does not have (J1), and nothing is counted twice.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unseal } from '../../../assessment/journal.ts';
import { freePort, HubProcess } from '../../support/hub-process.ts';
import { seeded } from '../../support/random.ts';
import { check } from '../check.ts';
import { Play } from '../play.ts';
import { meetingIn, sealedIn } from '../read.ts';
import type { Options, Outcome, Scenario } from '../scenario.ts';
import { pause, until } from '../until.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** What an organizer types at the terminal. @throws with what it said */
async function types(command: 'backup' | 'restore', data: string, ...args: string[]): Promise<void> {
  const env = { ...process.env, DATA: data };
  await promisify(execFile)(process.execPath, [`realtime/cli/${command}.ts`, ...args], { cwd: ROOT, env });
}

async function run({ short, seed, count, progress }: Options): Promise<Outcome> {
  const random = seeded(seed);
  const times = count ?? (short ? 1 : 5);
  const place = await mkdtemp(join(tmpdir(), 'dakaochang-drill-'));
  const port = await freePort();
  let data = join(place, 'data-0');
  let hub = await HubProcess.start({ data, port });
  const cast = { units: times, examiners: short ? 8 : 20, walls: 2 };
  const play = await Play.begin({ url: hub.url, token: hub.token(), random, cast });
  const numbers = { restored: 0, lost: 0, 'offered again': 0 };
  const faults: string[] = [];
  try {
    for (const [at, unit] of play.units.entries()) {
      await play.turn(unit, async () => {
        await play.keepScoring(unit, () => true);
        await types('backup', data, join(place, `copies-${at}`));
        const end = performance.now() + (short ? 600 : 3000);
        await play.keepScoring(unit, () => performance.now() > end);
        await hub.kill();
        const before = play.host.caller.journal;
        data = join(place, `data-${at + 1}`);
        const [copy = ''] = readdirSync(join(place, `copies-${at}`));
        await types('restore', data, join(place, `copies-${at}`, copy));
        const kept = new Set(sealedIn(meetingIn(data)).map((one) => unseal(one).command?.id));
        const last = play.here.map((phone) => phone.lastAccepted(unit));
        const lost = play.history.forget(({ id }) => !kept.has(id));
        numbers.lost += lost.length;
        hub = await HubProcess.start({ data, port });
        numbers.restored += 1;
        await until(() => play.host.caller.journal !== before, 'the host to see the restored journal');
        const owed = last.filter((one) => one !== null && lost.includes(one));
        await until(async () => {
          for (const phone of play.here) phone.offersAgain();
          await pause(100);
          return owed.every((one) => one?.result !== 'unknown');
        }, 'phones to offer again what was lost');
        numbers['offered again'] += owed.length;
        for (const one of owed)
          if (one?.result !== 'ok') faults.push(`${one?.who}: ${one?.code} when it was offered again`);
        await play.keepScoring(unit, () => true);
        progress(`${unit}: ${JSON.stringify(numbers)}`);
      });
      await play.publish(unit);
    }
    faults.push(...check(play.history, await play.end(() => meetingIn(data))));
    return { counts: play.history.counts(), numbers, faults };
  } finally {
    play.close();
    await hub.stop();
    await rm(place, { recursive: true, force: true });
  }
}

export const restore: Scenario = {
  name: 'restore',
  about: 'a meeting goes on from a copy on a spare laptop, and phones offer again what it lacks',
  run,
};
