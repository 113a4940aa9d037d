/** SIGKILL before, within and behind the transaction, while acknowledgements leave, and at any time; restart, go on. */
import { HubProcess } from '../../support/hub-process.ts';
import { seeded, type Random } from '../../support/random.ts';
import { check } from '../check.ts';
import { Play } from '../play.ts';
import { meetingIn } from '../read.ts';
import type { Options, Outcome, Scenario } from '../scenario.ts';
import { pause, until } from '../until.ts';

const POINTS = ['before', 'within', 'after', 'told', 'anywhere'] as const;
type Where = (typeof POINTS)[number];

export const PRELOAD = `--import ${new URL('../kill-point.ts', import.meta.url).href}`;

/** Decides how each life of the hub ends, and counts how it did. */
class Reaper {
  readonly kills: Record<Where, number> = { before: 0, within: 0, after: 0, told: 0, anywhere: 0 };
  readonly #random: Random;
  readonly #most: number;
  /** How the life that is running will end; null where it is let live. */
  #next: Where | null = null;
  /** How the life ended that is over, or will end that is not over yet. */
  #last: Where = 'anywhere';
  /** The ends that are still to come in this round. */
  #round: Where[] = [];

  constructor(random: Random, most: number) {
    this.#random = random;
    this.#most = most;
  }

  get done(): number {
    return Object.values(this.kills).reduce((sum, one) => sum + one, 0);
  }

  get over(): boolean {
    return this.done >= this.#most;
  }

  /** Asked as each life begins. */
  at(): string {
    if (this.#round.length === 0) this.#round = this.#shuffled();
    this.#next = this.over ? null : (this.#round.pop() ?? null);
    if (this.#next === null || this.#next === 'anywhere') return '';
    // Few commits in, so that most lives end while something is on its way; the first is the note of the restart (J7).
    const nth = this.#random.whole(1, 6);
    return `${this.#next}:${nth}:${this.#random.whole(0, this.#next === 'told' ? 4 : 40)}`;
  }

  /** Every point once, in an order of its own. */
  #shuffled(): Where[] {
    return POINTS.map((point) => ({ point, at: this.#random.next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ point }) => point);
  }

  /** Watches over the hub until it has died often enough. */
  async reap(hub: HubProcess): Promise<void> {
    let lives = hub.restarts;
    while (!this.over) {
      if (this.#next === 'anywhere') {
        await pause(this.#random.whole(0, 600));
        if (hub.restarts === lives && hub.alive) await hub.kill();
      }
      await until(() => hub.restarts > lives, 'the hub to die', 30_000);
      // `at` has been asked for the new life already.
      this.kills[this.#last] += 1;
      this.#last = this.#next ?? 'anywhere';
      lives = hub.restarts;
    }
  }

  /** The first life that counts begins with a kill at any time. */
  begin(): void {
    this.#next = 'anywhere';
    this.#last = 'anywhere';
  }
}

async function mischief(play: Play, random: Random, ends: () => boolean): Promise<void> {
  while (!ends()) {
    await pause(random.whole(400, 1500));
    const phone = random.pick(play.here);
    if (!ends()) phone.reload();
  }
}

export async function run({ short, seed, count, progress }: Options): Promise<Outcome> {
  const random = seeded(seed);
  const most = count ?? (short ? 6 : 200);
  const units = short ? 1 : 8;
  const reaper = new Reaper(random.fork(), most);
  let armed = false;
  const env = {
    NODE_OPTIONS: PRELOAD,
    get KILL_AT() {
      return armed ? reaper.at() : '';
    },
  };
  const hub = await HubProcess.start({ env, restart: true });
  const cast = { units, examiners: short ? 6 : 16, walls: 2 };
  const play = await Play.begin({ url: hub.url, token: hub.token(), random, cast });
  try {
    armed = true;
    reaper.begin();
    const reaping = reaper.reap(hub);
    for (const [at, unit] of play.units.entries()) {
      const share = Math.ceil(((at + 1) * most) / units);
      await play.turn(unit, async () => {
        const ends = () => reaper.done >= share;
        const work = play.keepScoring(unit, ends);
        if (at % 3 === 1) await play.revoke(random.pick(play.here));
        await Promise.all([work, mischief(play, random.fork(), ends)]);
        progress(`${unit}: ${reaper.done} kills`);
      });
      // Some come too late; and a phone goes dark for good, with its ballot on the way.
      const late = random.pick(play.here);
      await late.score(unit);
      await play.publish(unit);
      if (at < units - 1 && play.here.length > 6) await dies(play, random);
    }
    await reaping;
    await until(() => hub.alive, 'the hub to live');
    const faults = check(play.history, await play.end(() => meetingIn(hub.data)));
    return { counts: play.history.counts(), numbers: { kills: reaper.done, ...reaper.kills }, faults };
  } finally {
    play.close();
    await hub.stop();
  }
}

/** Its last message may have left, or not. */
async function dies(play: Play, random: Random): Promise<void> {
  const phone = random.pick(play.here);
  const unit = play.units[play.units.length - 1] ?? '';
  void phone.live.send('question.ask', {
    ...{ unit, text: `问题 ${random.whole(1, 999)}`, portfolio: null, member: null },
  });
  await pause(random.whole(0, 30));
  phone.die();
}

export const kill: Scenario = {
  name: 'kill',
  about: 'SIGKILL at seeded points of a commit, restart, go on',
  run,
};
