/** Many join at once, many vote at once, one floods: they are told to be patient, and examiners are served. */
import { COMMAND, PROTOCOL } from '../../../realtime/protocol-names.ts';
import { HubProcess } from '../../support/hub-process.ts';
import { seeded, type Random } from '../../support/random.ts';
import { check } from '../check.ts';
import { Gauge, median, waits } from '../gauge.ts';
import type { History } from '../history.ts';
import { Play } from '../play.ts';
import { RawLine } from '../raw.ts';
import type { Reply } from '../../../realtime/protocol-names.ts';
import { meetingIn } from '../read.ts';
import type { Options, Outcome, Scenario } from '../scenario.ts';
import { pause, until } from '../until.ts';

const GRADES = ['satisfied', 'fair', 'unsatisfied'] as const;

/** One vote, noted like every command; what is told to try again later is left at that. */
async function vote(
  line: RawLine,
  unit: string,
  who: string,
  random: Random,
  history: History,
): Promise<string> {
  const [id, body] = [random.token(16), { unit, grade: random.pick(GRADES) }];
  history.invoke(who, id, 'crowd.vote', body);
  const reply = (await line.ask(COMMAND, { v: PROTOCOL, id, type: 'crowd.vote', body })) as Reply | null;
  if (reply) history.answer(id, reply);
  return reply === null ? 'lost' : reply.ok ? 'ok' : reply.code;
}

async function run({ short, seed, count, progress }: Options): Promise<Outcome> {
  const random = seeded(seed);
  const many = count ?? (short ? 300 : 10_000);
  const votes = Math.min(many / 5, 2000);
  const flood = short ? 3000 : 30_000;
  const hub = await HubProcess.start();
  const play = await Play.begin({
    ...{ url: hub.url, token: hub.token(), random },
    cast: { units: 1, examiners: 8, walls: 2 },
  });
  const numbers: Record<string, number> = {};
  const faults: string[] = [];
  const lines: RawLine[] = [];
  const gauge = new Gauge(hub.pid);
  try {
    const [unit = ''] = play.units;
    await play.turn(unit, async () => {
      const [phone, flooder] = play.here;
      if (!phone || !flooder) throw new Error('no phone');
      const measured = async (what: string, work: () => Promise<void>) => {
        let over = false;
        const measuring = waits(phone, unit, () => over);
        const began = performance.now();
        await work();
        over = true;
        numbers[`${what} ms`] = Math.round(performance.now() - began);
        numbers[`answer ms, ${what}`] = median(await measuring);
        progress(JSON.stringify(numbers));
      };
      await measured('calm', () => pause(1500));
      await measured('joins', async () => {
        for (let at = 0; at < many; at += 1) {
          lines.push(new RawLine(hub.url, { code: play.host.code, session: random.token(16) }));
          if (at % 50 === 49) await pause(short ? 20 : 50);
        }
        await until(() => lines.every((line) => line.closed || line.heard >= 3), 'everybody to have a view');
      });
      numbers['joined'] = lines.filter(({ closed }) => !closed).length;
      if (numbers['joined'] !== many) faults.push(`${many} wanted to join, ${numbers['joined']} are here`);
      const told: string[] = [];
      await measured('votes', async () => {
        const asked: Promise<void>[] = [];
        for (let second = 0; second < (short ? 2 : 10); second += 1) {
          for (const [at, line] of lines.entries()) {
            if ((at + second) % Math.ceil(many / votes) !== 0) continue;
            asked.push(
              vote(line, unit, `voice-${at}`, random, play.history).then((one) => void told.push(one)),
            );
          }
          await pause(1000);
        }
        await Promise.all(asked);
      });
      numbers['votes'] = told.filter((one) => one === 'ok').length;
      for (const other of new Set(told))
        if (!['ok', 'too-many', 'busy'].includes(other)) faults.push(`a vote was told ${other}`);
      await measured('flood', async () => {
        const line = new RawLine(hub.url, { code: play.host.code, session: random.token(16) });
        lines.push(line);
        await until(() => line.heard >= 3, 'the flooder to join');
        const answers = await Promise.all(
          Array.from({ length: flood }, () => vote(line, unit, 'flooder', random, play.history)),
        );
        numbers['flooded'] = flood;
        numbers['told too-many'] = answers.filter((one) => one === 'too-many').length;
        if ((numbers['told too-many'] ?? 0) < flood * 0.8) faults.push('who floods is not held back');
      });
      numbers['MiB most'] = gauge.stop();
    });
    for (const line of lines) line.end();
    await play.publish(unit);
    faults.push(...check(play.history, await play.end(() => meetingIn(hub.data))));
    return { counts: play.history.counts(), numbers, faults };
  } finally {
    gauge.stop();
    for (const line of lines) line.end();
    play.close();
    await hub.stop();
  }
}

export const storm: Scenario = {
  name: 'storm',
  about: 'joins, votes and a flood, while examiners submit',
  run,
};
