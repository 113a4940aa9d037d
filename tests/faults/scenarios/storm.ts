/**
 * Many join at once, many vote at once, one floods: they are told to be patient, and examiners are served. In full the
 * hub has a core of its own, and those who load it are processes of their own, beside the one that measures.
 */
import { freeClients, pinClients, SERVER_CORE } from '../../bench/pin.ts';
import { HubProcess } from '../../support/hub-process.ts';
import { seeded } from '../../support/random.ts';
import { Aside } from '../aside/aside.ts';
import type { Note, orders } from '../aside/crowd.ts';
import { check } from '../check.ts';
import { Gauge, quantile, waits } from '../gauge.ts';
import { Play } from '../play.ts';
import { meetingIn } from '../read.ts';
import type { Options, Outcome, Scenario } from '../scenario.ts';
import { pause } from '../until.ts';

interface Size {
  /** Phones that join, and in how many ms. */
  many: number;
  within: number;
  /** Votes and messages of the flooder a second, and for how many ms. */
  votes: number;
  flood: number;
  lasts: number;
  /** For how many ms it is measured with nobody there. */
  rest: number;
}

const FULL: Size = { many: 10_000, within: 10_000, votes: 2000, flood: 10_000, lasts: 10_000, rest: 6000 };
const SHORT: Size = { many: 300, within: 400, votes: 100, flood: 1500, lasts: 2000, rest: 1000 };

/** The crowd delays no acknowledgement by more than this: said of the median of all, where a core is the hub's own. */
const MOST = 2;
/** What a vote may be told beside yes. */
const PATIENCE: ReadonlySet<string> = new Set(['ok', 'too-many', 'busy']);

/** Everything that was said, for the checker. */
function noted({ history }: Play, notes: readonly Note[], unit: string): Record<string, number> {
  const told: Record<string, number> = {};
  for (const { id, who, grade, reply } of notes) {
    history.invoke(who, id, 'crowd.vote', { unit, grade });
    if (reply) history.answer(id, reply);
    const said = reply === null ? 'lost' : reply.ok ? 'ok' : reply.code;
    told[said] = (told[said] ?? 0) + 1;
  }
  return told;
}

async function run({ short, seed, count, progress }: Options): Promise<Outcome> {
  const random = seeded(seed);
  const plain = short ? SHORT : FULL;
  const size = count === null ? plain : { ...plain, many: count, votes: Math.min(count / 5, plain.votes) };
  const pinned = !short && pinClients();
  const hub = await HubProcess.start(short ? {} : { under: SERVER_CORE });
  const play = await Play.begin({
    ...{ url: hub.url, token: hub.token(), random },
    cast: { units: 1, examiners: 8, walls: 2 },
  });
  const crowd = new Aside<typeof orders>('crowd');
  const flooder = new Aside<typeof orders>('crowd');
  const numbers: Record<string, number> = { pinned: Number(pinned) };
  const faults: string[] = [];
  const gauge = new Gauge(hub.pid);
  /** The waits of all examiners while something goes on. */
  const measured = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    let over = false;
    const measuring = waits(play.here, unit, () => over);
    const done = await work();
    over = true;
    const took = await measuring;
    numbers[`${what}: answer ms median`] = quantile(took, 0.5);
    numbers[`${what}: p99`] = quantile(took, 0.99);
    numbers[`${what}: answers`] = took.length;
    progress(JSON.stringify(numbers));
    return done;
  };
  const [unit = ''] = play.units;
  try {
    await play.turn(unit, async () => {
      const hall = { url: hub.url, code: play.host.code, many: size.many, within: size.within };
      await measured('warming', () => pause(size.rest / 2));
      await measured('rest', () => pause(size.rest));
      const joined = await measured('joins', () => crowd.ask('join', { ...hall, seed }));
      numbers['joined'] = joined.here;
      numbers['joined in ms'] = joined.took;
      numbers['first view ms median'] = joined.median;
      numbers['first view p99'] = joined.p99;
      if (joined.here !== size.many) faults.push(`${size.many} wanted to join, ${joined.here} are here`);
      await measured('full', () => pause(size.rest));
      const load = { unit, rate: size.votes, lasts: size.lasts };
      const { took, notes } = await measured('votes', () => crowd.ask('vote', load));
      const told = noted(play, notes, unit);
      numbers['votes'] = notes.length;
      numbers['votes in ms'] = took;
      numbers['votes accepted'] = told['ok'] ?? 0;
      for (const other of Object.keys(told))
        if (!PATIENCE.has(other)) faults.push(`a vote was told ${other}, ${told[other]} times`);
      await flooder.ask('join', { ...hall, many: 0, seed: seed + 1 });
      const flood = await measured('flood', () => flooder.ask('flood', { ...load, rate: size.flood }));
      noted(play, flood.accepted, unit);
      numbers['flooded'] = flood.sent;
      numbers['flooded in ms'] = flood.took;
      for (const [code, times] of Object.entries(flood.told)) numbers[`flooder told ${code}`] = times;
      numbers['flooder let go'] = flood.letGo;
      const limited = (flood.told['too-many'] ?? 0) + (flood.told['lost'] ?? 0);
      if (limited < flood.sent * 0.8 || !flood.told['too-many']) faults.push('who floods is not held back');
      numbers['MiB most'] = gauge.stop();
    });
    for (const what of ['joins', 'votes', 'flood']) {
      const ratio = (numbers[`${what}: answer ms median`] ?? 0) / (numbers['rest: answer ms median'] ?? 1);
      numbers[`${what}: times rest`] = Math.round(ratio * 100) / 100;
      if (pinned && ratio > MOST) faults.push(`${what}: an examiner waits ${ratio.toFixed(2)} times as long`);
    }
    crowd.end();
    flooder.end();
    await play.publish(unit);
    faults.push(...check(play.history, await play.end(() => meetingIn(hub.data))));
    return { counts: play.history.counts(), numbers, faults };
  } finally {
    gauge.stop();
    crowd.end();
    flooder.end();
    play.close();
    await hub.stop();
    if (pinned) freeClients();
  }
}

export const storm: Scenario = {
  name: 'storm',
  about: 'joins, votes and a flood, while examiners submit',
  run,
};
