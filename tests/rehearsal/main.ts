/**
 * `npm run rehearse`: a whole meeting of seeded people over real sockets. It ends with 1 where the published result
 * differs from its own count of what was acknowledged, with 2 where it could not be played.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bundle } from '../../assessment/bundle.ts';
import { formatPoints } from '../../assessment/decimal.ts';
import { HubProcess } from '../support/hub-process.ts';
import { seeded } from '../support/random.ts';
import { compare } from './count.ts';
import { Host } from './host.ts';
import { OptionError, readOptions, type Options } from './options.ts';
import { people } from './people.ts';
import type { Ack } from './person.ts';
import { play, type Played } from './play.ts';
import { text } from './text.ts';

const say = (line: string): void => console.log(line);

async function rehearse(options: Options, url: string, token: string): Promise<string[]> {
  const random = seeded(options.seed);
  const host = await Host.create(url, token, text.title, random);
  say(text.code(host.code, url));
  const roster = people(options.committees, options.examiners, random);
  const pause = (ms: number) =>
    options.pace === 'real' ? new Promise<void>((resolve) => setTimeout(resolve, ms)) : Promise.resolve();
  const progress = (line: string) => say(text.progress(line));
  const played = await play({ host, roster, crowd: options.crowd, random, pause, progress });
  const wrong = await results(options, host, played);
  for (const one of [host.caller, played.screen, ...played.facts.crowd.map((voice) => voice.caller)])
    one.close();
  for (const one of played.facts.examiners) one.caller?.close();
  return wrong;
}

async function results({ out }: Options, host: Host, { facts, screen }: Played): Promise<string[]> {
  await mkdir(out, { recursive: true });
  for (const name of ['bundle.json', 'ranking.xlsx', 'ranking.csv'])
    await writeFile(join(out, name), await host.download(name));
  const acks = facts.examiners.flatMap((one) => one.acks);
  await writeFile(join(out, 'acks.jsonl'), acks.map((ack) => `${JSON.stringify(line(ack))}\n`).join(''));
  const bundle = JSON.parse((await host.download('bundle.json')).toString()) as Bundle;
  const standings = screen.slices.standings;
  if (!standings) throw new Error('the screen has no standings');
  return compare(facts, standings, bundle);
}

const line = ({ receipt, unit, pass, scores, replaced }: Ack) => ({
  receipt,
  unit,
  pass,
  scores: Object.fromEntries(Object.entries(scores).map(([id, points]) => [id, formatPoints(points)])),
  ...(replaced ? { replaced } : {}),
});

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  const began = performance.now();
  if (options.url === null) say(text.starting);
  const hub = options.url === null ? await HubProcess.start({ restart: true }) : null;
  try {
    const wrong = await rehearse(options, options.url ?? hub?.url ?? '', options.token ?? hub?.token() ?? '');
    if (hub && hub.restarts > 0) say(text.restarts(hub.restarts));
    say(text.written(options.out));
    if (wrong.length > 0) console.error([text.different(wrong.length), ...wrong].join('\n  '));
    else
      say(
        text.equal(
          options.committees,
          await ballots(options.out),
          ((performance.now() - began) / 1000).toFixed(1),
        ),
      );
    return wrong.length > 0 ? 1 : 0;
  } finally {
    await hub?.stop();
  }
}

async function ballots(out: string): Promise<number> {
  const { readFile } = await import('node:fs/promises');
  return (await readFile(join(out, 'acks.jsonl'), 'utf8')).split('\n').length - 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (error instanceof OptionError) console.error(text.option(error.message));
  else console.error(text.failed, error);
  process.exitCode = 2;
}
