/** A network that cuts in the middle of frames, goes silent, delays, loses answers, doubles and reorders messages. */
import { FaultProxy, type Link } from '../../support/fault-proxy.ts';
import { HubProcess } from '../../support/hub-process.ts';
import { seeded, type Random } from '../../support/random.ts';
import { check } from '../check.ts';
import type { History } from '../history.ts';
import { reachAt, type Reach } from '../phone.ts';
import { Play } from '../play.ts';
import { meetingIn } from '../read.ts';
import type { Options, Outcome, Scenario } from '../scenario.ts';
import { Unruly } from '../unruly.ts';
import { pause } from '../until.ts';

type Fault = 'cut' | 'cutMidFrame' | 'silent' | 'forgotten' | 'loseReplies' | 'delay';
const FAULTS: readonly Fault[] = ['cut', 'cutMidFrame', 'silent', 'forgotten', 'loseReplies', 'delay'];

class Weather {
  readonly done: Record<Fault, number> = {
    ...{ cut: 0, cutMidFrame: 0, silent: 0, forgotten: 0, loseReplies: 0, delay: 0 },
  };
  readonly #proxy: FaultProxy;
  readonly #random: Random;
  readonly #longest: number;

  /** @param longest silence in ms */
  constructor(proxy: FaultProxy, random: Random, longest: number) {
    this.#proxy = proxy;
    this.#random = random;
    this.#longest = longest;
  }

  async storms(ends: () => boolean): Promise<void> {
    while (!ends()) {
      await pause(this.#random.whole(20, 150));
      const links = this.#proxy.sockets;
      if (links.length > 0) await this.#strike(this.#random.pick(links));
    }
  }

  clears(): void {
    this.#proxy.delay(0);
    this.#proxy.loseReplies(false);
    this.#proxy.resume({ held: 'drop' });
  }

  async #strike(link: Link): Promise<void> {
    const fault = this.#random.pick(FAULTS);
    this.done[fault] += 1;
    if (fault === 'cut') link.cut({ politely: this.#random.chance(0.3) });
    if (fault === 'cutMidFrame') link.cutMidFrame(this.#random.whole(1, 400));
    if (fault === 'delay') link.delay(this.#random.whole(0, 150), 100);
    if (fault === 'silent' || fault === 'forgotten') {
      link.silent();
      const held = fault === 'silent' ? 'forward' : 'drop';
      setTimeout(() => link.resume({ held }), this.#random.whole(50, this.#longest));
      // The phone went to another network: its old line hangs for as long as the hub lets it.
      if (fault === 'forgotten') setTimeout(() => link.cut(), this.#longest);
    }
    if (fault === 'loseReplies') {
      link.loseReplies();
      setTimeout(() => link.cut(), this.#random.whole(50, 500));
    }
  }
}

async function run({ short, seed, count, progress }: Options): Promise<Outcome> {
  const random = seeded(seed);
  const units = short ? 1 : 4;
  const seconds = count ?? (short ? 4 : 60);
  const hub = await HubProcess.start();
  const proxy = await FaultProxy.before(hub.url, seed);
  const straight = reachAt(proxy.url);
  const dice = random.fork();
  let history: History | null = null;
  const reach: Reach = (hello) => {
    const socket = straight(hello);
    return history ? new Unruly(socket, dice.fork(), history) : socket;
  };
  const cast = { units, examiners: short ? 6 : 20, walls: 3 };
  const play = await Play.begin({ url: hub.url, token: hub.token(), random, cast, reach });
  const weather = new Weather(proxy, random.fork(), short ? 1200 : 9000);
  try {
    history = play.history;
    // From here on everybody's messages are doubled and reordered as well.
    for (const phone of play.phones) phone.reload();
    let over = false;
    const storm = weather.storms(() => over);
    for (const [at, unit] of play.units.entries()) {
      await play.turn(unit, async () => {
        const end = performance.now() + (seconds * 1000) / units;
        const work = play.keepScoring(unit, () => performance.now() > end);
        if (at % 2 === 0) await play.revoke(random.pick(play.here));
        await work;
        progress(`${unit}: ${JSON.stringify(weather.done)}`);
      });
      await Promise.all(play.here.slice(0, 2).map((phone) => phone.score(unit)));
      await play.publish(unit);
    }
    over = true;
    await storm;
    weather.clears();
    const faults = check(play.history, await play.end(() => meetingIn(hub.data)));
    return { counts: play.history.counts(), numbers: { ...weather.done }, faults };
  } finally {
    play.close();
    await proxy.close();
    await hub.stop();
  }
}

export const network: Scenario = {
  name: 'network',
  about: 'cuts in mid-frame, silence, delay, lost answers, doubled and reordered messages',
  run,
};
