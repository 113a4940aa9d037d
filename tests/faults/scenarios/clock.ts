/** The server's clock is set by an hour while it runs and between two starts: the clocks on stage go on evenly (J5, J7). */
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { remainingAt } from '../../../assessment/clocks.ts';
import { unseal } from '../../../assessment/journal.ts';
import { PROTOCOL, SYNC } from '../../../realtime/protocol-names.ts';
import { HubProcess } from '../../support/hub-process.ts';
import { seeded } from '../../support/random.ts';
import { check } from '../check.ts';
import { Play } from '../play.ts';
import { meetingIn } from '../read.ts';
import type { Options, Outcome, Scenario } from '../scenario.ts';
import { pause } from '../until.ts';

const HOUR = 3_600_000;
/** How unevenly a sample may come, in ms: a machine under load. */
const SLACK = 1500;
/** How long is looked at between two samples, in ms. */
const LOOK = 2500;

interface Sample {
  /** Steady time of this process, server time, and what is left on stage; all in ms. */
  real: number;
  server: number;
  left: number;
}

async function sample({ host: { caller } }: Play): Promise<Sample> {
  const before = caller.frames.length;
  for (;;) {
    await caller.raw(SYNC, { v: PROTOCOL, since: null });
    const frame = caller.frames.slice(before).find(({ from }) => from === null);
    const clock = frame?.slices?.stage?.clock;
    if (frame && clock)
      return { real: performance.now(), server: frame.now, left: remainingAt(clock, frame.now) };
    await pause(50);
  }
}

/** What is wrong between two samples of one life of the hub. */
function uneven(when: string, a: Sample, b: Sample): string[] {
  const real = b.real - a.real;
  const off = (what: string, took: number) =>
    Math.abs(took - real) > SLACK
      ? [`${when}: ${what} went on by ${Math.round(took)} ms in ${Math.round(real)} ms`]
      : [];
  return [...off('server time', b.server - a.server), ...off('the clock on stage', a.left - b.left)];
}

async function run({ short, seed, count, progress }: Options): Promise<Outcome> {
  const random = seeded(seed);
  const folder = await mkdtemp(join(tmpdir(), 'dakaochang-clock-'));
  const file = join(folder, 'clock');
  let offset = 0;
  const set = (by: number) => writeFileSync(file, String((offset += by)));
  set(0);
  const preload = `--import ${new URL('../clock-point.ts', import.meta.url).href}`;
  const hub = await HubProcess.start({ env: { NODE_OPTIONS: preload, CLOCK_FILE: file } });
  const cast = { units: 1, examiners: 6, walls: 2 };
  const play = await Play.begin({ url: hub.url, token: hub.token(), random, cast });
  const faults: string[] = [];
  const rounds = count ?? (short ? 1 : 4);
  const numbers = { 'set while it ran': 0, 'set between two starts': 0 };
  try {
    const [unit = ''] = play.units;
    await play.step(unit, 'waiting', 'reporting');
    for (let at = 0; at < rounds; at += 1) {
      for (const by of [HOUR, -HOUR]) {
        const before = await sample(play);
        set(by);
        numbers['set while it ran'] += 1;
        await pause(short ? 600 : LOOK);
        faults.push(...uneven(`set by ${by} ms while it ran`, before, await sample(play)));
      }
      const starts = random.chance(0.5) ? [-HOUR, HOUR] : [HOUR, -HOUR];
      for (const by of short ? [-HOUR] : starts) {
        const last = await sample(play);
        await hub.kill();
        set(by);
        numbers['set between two starts'] += 1;
        await hub.run();
        const first = await sample(play);
        if (first.server < last.server)
          faults.push(`set by ${by} ms between two starts: server time went back`);
        // What passed while nobody was there is a pause (J7): at most what the heart had not told yet is lost.
        const lost = last.left - first.left;
        if (lost < -SLACK || lost > first.real - last.real + SLACK)
          faults.push(
            `set by ${by} ms between two starts: the clock on stage jumped by ${Math.round(lost)} ms`,
          );
        await pause(LOOK);
        faults.push(...uneven(`set by ${by} ms between two starts, then`, first, await sample(play)));
      }
      progress(`round ${at + 1}: ${faults.length} faults`);
    }
    await play.step(unit, 'reporting', 'questioning');
    await play.step(unit, 'questioning', 'scoring');
    await play.seesStage(unit, 'scoring');
    await play.keepScoring(unit, () => true);
    await play.step(unit, 'scoring', 'closing');
    await play.step(unit, 'closing', 'locked');
    await play.publish(unit);
    const truth = await play.end(() => meetingIn(hub.data));
    const times = truth.sealed.map((one) => unseal(one).at);
    if (times.some((time, at) => time < (times[at - 1] ?? 0))) faults.push('J5: entries go back in time');
    return { counts: play.history.counts(), numbers, faults: [...faults, ...check(play.history, truth)] };
  } finally {
    play.close();
    await hub.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

export const clock: Scenario = {
  name: 'clock',
  about: 'the server’s clock is set by an hour, to and fro, while it runs and between two starts',
  run,
};
