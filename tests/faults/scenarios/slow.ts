/** Sockets that stop reading and ask for ever more: what waits for them stays bounded, and nobody else feels them. */
import { PROTOCOL, SYNC } from '../../../realtime/protocol-names.ts';
import { HubProcess } from '../../support/hub-process.ts';
import { seeded } from '../../support/random.ts';
import { check } from '../check.ts';
import { Gauge, median, memoryOf, waits } from '../gauge.ts';
import { Play } from '../play.ts';
import { RawLine } from '../raw.ts';
import { meetingIn } from '../read.ts';
import type { Options, Outcome, Scenario } from '../scenario.ts';
import { pause, until } from '../until.ts';

/** How much more a hub may weigh, in MiB: a socket of its own each, and what may wait for it. */
const ALLOWED = (sockets: number) => 150 + sockets * 0.3;
const LONG = '这是一个很长的问题，讲的是小区的停车、路灯和电梯。'.repeat(8).slice(0, 190);

async function run({ short, seed, count, progress }: Options): Promise<Outcome> {
  const random = seeded(seed);
  const many = count ?? (short ? 100 : 500);
  const seconds = short ? 4 : 60;
  const hub = await HubProcess.start();
  const cast = { units: 1, examiners: 8, walls: 2 };
  const play = await Play.begin({ url: hub.url, token: hub.token(), random, cast });
  const numbers: Record<string, number> = { 'slow readers': many };
  const faults: string[] = [];
  const lines: RawLine[] = [];
  const timers: NodeJS.Timeout[] = [];
  try {
    const [unit = ''] = play.units;
    // What everybody is sent in full when he asks for it.
    for (const phone of play.phones)
      await phone.live.send('question.ask', { unit, text: LONG, portfolio: null, member: null });
    await play.turn(unit, async () => {
      const [phone] = play.here;
      if (!phone) throw new Error('no phone');
      const began = performance.now();
      numbers['answer ms calm'] = median(await waits(phone, unit, () => performance.now() - began > 1500));
      const before = memoryOf(hub.pid);
      const gauge = new Gauge(hub.pid);
      for (let at = 0; at < many; at += 1) {
        // Every tenth is a console: its view is the largest, and nobody counts how often it asks.
        const who = at % 10 === 0 ? { token: hub.token('viewer') } : { session: random.token(16) };
        lines.push(new RawLine(hub.url, { code: play.host.code, ...who }));
      }
      await until(() => lines.every((line) => line.closed || line.heard >= 3), 'all slow readers to join');
      for (const line of lines) timers.push(line.stopsReading());
      let over = false;
      const asking = (async () => {
        while (!over) {
          for (const [at, line] of lines.entries())
            for (let times = at % 10 === 0 ? 25 : 1; times > 0; times -= 1)
              line.text(`421${JSON.stringify([SYNC, { v: PROTOCOL, since: null }])}`);
          await pause(350);
        }
      })();
      const from = performance.now();
      const work = play.keepScoring(unit, () => over);
      const ends = () => performance.now() - from > seconds * 1000;
      const took = await waits(phone, unit, ends);
      numbers['answer ms meanwhile'] = median(took);
      numbers['slowest answer ms'] = Math.round(took[took.length - 1] ?? 0);
      over = true;
      await Promise.all([asking, work]);
      numbers['MiB before'] = before;
      numbers['MiB most'] = gauge.stop();
      numbers['let go'] = lines.filter(({ closed }) => closed).length;
      progress(JSON.stringify(numbers));
      if (gauge.most - before > ALLOWED(many))
        faults.push(`the hub grew from ${before} to ${gauge.most} MiB`);
    });
    for (const line of lines) line.end();
    await play.publish(unit);
    faults.push(...check(play.history, await play.end(() => meetingIn(hub.data))));
    return { counts: play.history.counts(), numbers, faults };
  } finally {
    for (const timer of timers) clearInterval(timer);
    for (const line of lines) line.end();
    play.close();
    await hub.stop();
  }
}

export const slow: Scenario = {
  name: 'slow',
  about: 'sockets that stop reading and go on asking for whole views',
  run,
};
