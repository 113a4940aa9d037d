/**
 * Sockets that stop reading, half of which ask for ever more: what waits for them stays bounded, they are let go, and
 * nobody else feels them. The same work is measured in the same run without them, before and behind.
 */
import { freeClients, pinClients, SERVER_CORE } from '../../bench/pin.ts';
import { HubProcess } from '../../support/hub-process.ts';
import { seeded } from '../../support/random.ts';
import { Aside } from '../aside/aside.ts';
import type { orders } from '../aside/deaf.ts';
import { check } from '../check.ts';
import { Gauge, memoryOf, quantile, waits } from '../gauge.ts';
import { Play } from '../play.ts';
import { meetingIn } from '../read.ts';
import type { Options, Outcome, Scenario } from '../scenario.ts';
import { pause } from '../until.ts';

/** How much more a hub may weigh, in MiB: a socket of its own each, and what may wait for it. */
const ALLOWED = (sockets: number) => 150 + sockets * 0.3;
/** Others wait so many times as long at most: said of the median, where a core is the hub's own. */
const MOST = 2;
/** Questions of each examiner: together they make a view that TCP does not swallow whole. */
const QUESTIONS = 20;
const LONG = '这是一个很长的问题，讲的是小区的停车、路灯和电梯。'.repeat(8).slice(0, 190);

/** Connections to all meetings, as the hub counts them. */
async function connections(hub: HubProcess): Promise<number> {
  const answer = await fetch(`${hub.url}/metrics`, { headers: { authorization: `Bearer ${hub.token()}` } });
  const lines = [...(await answer.text()).matchAll(/^dakaochang_connections\{.*\} (\d+)$/gm)];
  return lines.reduce((sum, [, count]) => sum + Number(count), 0);
}

async function run({ short, seed, count, progress }: Options): Promise<Outcome> {
  const random = seeded(seed);
  const many = count ?? (short ? 100 : 500);
  const [calm, lasts] = short ? [1000, 3500] : [10_000, 45_000];
  const pinned = !short && pinClients();
  const hub = await HubProcess.start(short ? {} : { under: SERVER_CORE });
  const cast = { units: 1, examiners: 8, walls: 2 };
  const play = await Play.begin({ url: hub.url, token: hub.token(), random, cast });
  const deaf = new Aside<typeof orders>('deaf');
  const numbers: Record<string, number> = { 'slow readers': many, pinned: Number(pinned) };
  const faults: string[] = [];
  const [unit = ''] = play.units;
  const measured = async (what: string, ms: number): Promise<number> => {
    const gauge = new Gauge(hub.pid);
    let over = false;
    const measuring = waits(play.here, unit, () => over);
    await pause(ms);
    over = true;
    const took = await measuring;
    numbers[`${what}: answer ms median`] = quantile(took, 0.5);
    numbers[`${what}: p99`] = quantile(took, 0.99);
    numbers[`${what}: MiB most`] = gauge.stop();
    progress(JSON.stringify(numbers));
    return quantile(took, 0.5);
  };
  try {
    // What everybody is sent in full when he asks for it.
    for (let times = 0; times < (short ? 1 : QUESTIONS); times += 1)
      for (const phone of play.phones)
        await phone.live.send('question.ask', { unit, text: LONG, portfolio: null, member: null });
    await play.turn(unit, async () => {
      await pause(calm / 2);
      const without = await measured('without', calm);
      const before = memoryOf(hub.pid);
      const token = hub.token('viewer');
      const others = await connections(hub);
      numbers['came'] = await deaf.ask('come', { url: hub.url, code: play.host.code, seed, many, token });
      await deaf.ask('stop', undefined);
      const among = await measured('among', lasts);
      numbers['let go'] = many - ((await connections(hub)) - others);
      await deaf.ask('end', undefined);
      await measured('behind', calm);
      const most = numbers['among: MiB most'] ?? 0;
      numbers['MiB before'] = before;
      if (most - before > ALLOWED(many)) faults.push(`the hub grew from ${before} to ${most} MiB`);
      if (pinned && among > without * MOST) faults.push(`others wait ${among} ms in place of ${without} ms`);
      // Those that say nothing are let go as silent; those that ask, when more waits for them than TCP takes off the hub.
      if (!short && (numbers['let go'] ?? 0) < many / 2)
        faults.push(`${numbers['let go']} of ${many} were let go`);
    });
    await play.publish(unit);
    faults.push(...check(play.history, await play.end(() => meetingIn(hub.data))));
    return { counts: play.history.counts(), numbers, faults };
  } finally {
    deaf.end();
    play.close();
    await hub.stop();
    if (pinned) freeClients();
  }
}

export const slow: Scenario = {
  name: 'slow',
  about: 'sockets that stop reading and go on asking for whole views',
  run,
};
