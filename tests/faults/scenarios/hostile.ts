/**
 * Mutated messages and requests, made from the schemas, and raw bytes: the hub lives, answers no 500 and no `internal`,
 * does not grow, and takes no nonsense; the meeting beside it is not touched. Who tries another's rights gets none.
 */
import { fold } from '../../../assessment/decide.ts';
import { unseal } from '../../../assessment/journal.ts';
import { emptyState } from '../../../assessment/state.ts';
import { HubProcess } from '../../support/hub-process.ts';
import { seeded } from '../../support/random.ts';
import { Aside } from '../aside/aside.ts';
import type { orders } from '../aside/attackers.ts';
import { summed, type Told } from '../aside/tally.ts';
import { chainFaults, check } from '../check.ts';
import { memoryOf, WEIGHS, weight } from '../gauge.ts';
import { Play } from '../play.ts';
import { meetingsIn, sealedIn } from '../read.ts';
import type { Options, Outcome, Scenario } from '../scenario.ts';
import { Target } from '../target.ts';
import { trespasses } from '../trespass.ts';

/** Messages to one target: by then whoever is an owner has ended it, or made a mess of it. */
const ROUND = 25_000;
/** What share of them are requests, and bytes that are nothing. */
const REQUESTS = 0.08;
const BYTES = 0.01;
/**
 * How much more the hub may hold when its garbage is collected, in KiB: from the middle of the run to its end, and for
 * each thousand ballots that the honest examiners submit meanwhile, which it has to remember (J2).
 */
const ALLOWED = 8192;
const A_THOUSAND_BALLOTS = 4096;
/** How long an honest examiner waits between two ballots, in ms. */
const UNHURRIED = 1000;

/** A journal that nonsense was written into is whole, and every entry of it can be folded (J1, J4). */
function journalFaults(file: string): string[] {
  const sealed = sealedIn(file);
  const faults = chainFaults(sealed);
  if (faults.length > 0) return faults;
  const state = emptyState();
  try {
    for (const one of sealed) fold(state, unseal(one));
  } catch (error) {
    return [`J1: the journal of a target cannot be folded: ${String(error)}`];
  }
  return [];
}

async function run({ short, seed, count, progress }: Options): Promise<Outcome> {
  const random = seeded(seed);
  const many = count ?? (short ? 4000 : 1_000_000);
  const rounds = Math.max(2, Math.round(many / ROUND));
  const hub = await HubProcess.start({ env: WEIGHS });
  const play = await Play.begin({
    ...{ url: hub.url, token: hub.token(), random },
    cast: { units: 1, examiners: 8, walls: 2 },
  });
  const attackers = [
    new Aside<typeof orders>('attackers'),
    ...(short ? [] : [new Aside<typeof orders>('attackers')]),
  ];
  const tokens = {
    owner: hub.token('owner'),
    host: hub.token('host'),
    scrutineer: hub.token('scrutineer'),
    viewer: hub.token('viewer'),
  };
  const faults: string[] = [];
  const told: Told[] = [];
  const weights: number[] = [];

  /** One round against a target of its own, which is put away behind it, so that all rounds are weighed alike. */
  const round = async (nth: number) => {
    const target = await Target.open(hub, random);
    const each = many / rounds / attackers.length;
    const blows = {
      messages: Math.ceil(each * (1 - REQUESTS - BYTES)),
      requests: Math.ceil(each * REQUESTS),
      bytes: Math.ceil(each * BYTES),
    };
    const strikes = attackers.map(async (attacker, at) => {
      const { code, insiders, names } = target;
      const own = insiders.filter((_, which) => which % attackers.length === at);
      const watched = play.host.code;
      const of = { url: hub.url, seed: seed + nth * 10 + at, target: code, watched, tokens, names };
      await attacker.ask('open', { ...of, insiders: own });
      return attacker.ask('strike', blows);
    });
    told.push(...(await Promise.all(strikes)));
    const file = meetingsIn(hub.data).find((one) => one.includes(target.id));
    if (file !== undefined) faults.push(...journalFaults(file));
    await target.close();
    weights.push(await weight(hub));
    const { sent, accepted, ruled } = summed(told);
    progress(
      `${sent} sent, ${accepted} accepted, ${ruled} ruled, ${weights[nth]} KiB, ${memoryOf(hub.pid)} MiB`,
    );
  };

  try {
    const [unit = ''] = play.units;
    const before = memoryOf(hub.pid);
    let took = 0;
    await play.turn(unit, async () => {
      faults.push(...(await trespasses(hub, play, random)));
      let over = false;
      const work = play.keepScoring(unit, () => over, UNHURRIED);
      const began = performance.now();
      for (let nth = 0; nth < rounds && hub.alive; nth += 1) await round(nth);
      took = performance.now() - began;
      over = true;
      await work;
    });
    if (!hub.alive) faults.push(`the hub has ended: ${hub.output.slice(-2000)}`);
    const total = summed(told);
    faults.push(...total.faults);
    for (const { id, type, body, reply } of total.notes) {
      play.history.invoke('an attacker', id, type, body);
      if (reply) play.history.answer(id, reply);
    }
    const [middle = 0, end = 0] = [weights[weights.length >> 1], weights[weights.length - 1]];
    const ballots = play.history.counts().ok / 2000;
    if (end - middle > ALLOWED + ballots * A_THOUSAND_BALLOTS)
      faults.push(`the hub held ${middle} KiB in the middle and ${end} KiB in the end`);
    await play.publish(unit);
    const id = play.host.caller.slices.meeting?.id ?? '?';
    const own = () => meetingsIn(hub.data).find((file) => file.includes(id)) ?? '';
    faults.push(...check(play.history, await play.end(own)));
    const numbers = {
      ...{ sent: total.sent, requests: total.requests, bytes: total.bytes },
      ...{ accepted: total.accepted, ruled: total.ruled, unanswered: total.unanswered },
      'a second': Math.round(total.sent / (took / 1000)),
      'KiB held, first': weights[0] ?? 0,
      'KiB held, middle': middle,
      'KiB held, end': end,
      ...{ 'MiB before': before, 'MiB after': memoryOf(hub.pid) },
      codes: JSON.stringify(total.codes),
    };
    return { counts: play.history.counts(), numbers, faults };
  } finally {
    for (const attacker of attackers) attacker.end();
    play.close();
    await hub.stop();
  }
}

export const hostile: Scenario = {
  name: 'hostile',
  about: 'mutated messages and requests from the schemas, raw bytes, passes that are not one’s own',
  run,
};
