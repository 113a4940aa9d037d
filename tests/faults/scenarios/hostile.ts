/**
 * Mutated messages and requests, made from the schemas, and raw bytes: the hub lives, answers no 500 and no `internal`,
 * does not grow, and takes no nonsense; the meeting beside it is not touched. Who tries another's rights gets none.
 */
import { HubProcess } from '../../support/hub-process.ts';
import { seeded } from '../../support/random.ts';
import { Attack } from '../attack.ts';
import { chainFaults, check } from '../check.ts';
import { memoryOf } from '../gauge.ts';
import { Play } from '../play.ts';
import { RawLine } from '../raw.ts';
import { meetingsIn, sealedIn } from '../read.ts';
import type { Options, Outcome, Scenario } from '../scenario.ts';
import { trespasses } from '../trespass.ts';
import { until } from '../until.ts';

/** How much more the hub may weigh in the end, in MiB. */
const ALLOWED = 250;

async function run({ short, seed, count, progress }: Options): Promise<Outcome> {
  const random = seeded(seed);
  const many = count ?? (short ? 1500 : 1_000_000);
  const hub = await HubProcess.start();
  const play = await Play.begin({
    ...{ url: hub.url, token: hub.token(), random },
    cast: { units: 1, examiners: 8, walls: 2 },
  });
  // The target stands beside the meeting that is watched: an owner's nonsense may well be accepted there.
  const answer = await fetch(`${hub.url}/api/meetings`, {
    method: 'POST',
    headers: { authorization: `Bearer ${hub.token()}`, 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'demo' }),
  });
  const target = ((await answer.json()) as { code: string }).code;
  const attack = new Attack(hub, random.fork());
  const lines: RawLine[] = [];
  const fresh = (of: string, how: Record<string, unknown>) => {
    const line = new RawLine(hub.url, { code: of, ...how });
    lines.push(line);
    return line;
  };
  const session = () => ({ session: random.token(16) });
  const token = (role: 'owner' | 'host' | 'scrutineer' | 'viewer') => ({ token: hub.token(role) });
  const open = (): RawLine[] => {
    const here = lines.filter(({ closed }) => !closed);
    while (here.length < 40) {
      const nth = here.length;
      // Consoles of the target, viewers and the crowd of both.
      if (nth % 4 === 0)
        here.push(fresh(target, token(random.pick(['owner', 'host', 'scrutineer'] as const))));
      else if (nth % 4 === 1) here.push(fresh(play.host.code, token('viewer')));
      else here.push(fresh(random.chance(0.5) ? target : play.host.code, session()));
    }
    return here.filter(({ heard }) => heard >= 2).length > 0 ? here.filter(({ heard }) => heard >= 2) : here;
  };
  try {
    const [unit = ''] = play.units;
    const before = memoryOf(hub.pid);
    const faults = attack.faults;
    await play.turn(unit, async () => {
      faults.push(...(await trespasses(hub, play, random)));
      let over = false;
      const work = play.keepScoring(unit, () => over);
      open();
      await until(() => lines.every((line) => line.closed || line.heard >= 2), 'the attackers to join');
      const rounds = Math.max(1, Math.round(many / 20_000));
      for (let at = 0; at < rounds && hub.alive; at += 1) {
        await attack.messages(Math.ceil((many / rounds) * 0.9), open, seed + at * 1000);
        await attack.requests(
          Math.ceil((many / rounds) * 0.08),
          [null, hub.token('viewer'), hub.token('scrutineer')],
          target,
          seed + at * 1000 + 500,
        );
        await attack.bytes(Math.min(200, Math.ceil((many / rounds) * 0.02)), () => fresh(target, session()));
        progress(`${attack.sent} sent, ${attack.accepted} accepted, ${memoryOf(hub.pid)} MiB`);
      }
      over = true;
      await work;
    });
    if (!hub.alive) faults.push(`the hub has ended: ${hub.output.slice(-2000)}`);
    const after = memoryOf(hub.pid);
    if (after - before > ALLOWED) faults.push(`the hub grew from ${before} to ${after} MiB`);
    await play.publish(unit);
    const files = meetingsIn(hub.data);
    const own = () => files.find((file) => file.includes(play.host.caller.slices.meeting?.id ?? '?')) ?? '';
    const truth = await play.end(own);
    faults.push(...check(play.history, truth));
    for (const file of files) if (file !== own()) faults.push(...chainFaults(sealedIn(file)));
    const { sent, accepted, refused, unanswered } = attack;
    const numbers = {
      sent,
      accepted,
      'no to': refused,
      unanswered,
      'MiB before': before,
      'MiB after': after,
    };
    return { counts: play.history.counts(), numbers, faults };
  } finally {
    for (const line of lines) line.end();
    play.close();
    await hub.stop();
  }
}

export const hostile: Scenario = {
  name: 'hostile',
  about: 'mutated messages and requests from the schemas, raw bytes, passes that are not one’s own',
  run,
};
