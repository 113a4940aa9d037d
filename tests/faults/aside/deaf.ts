/** A program: connections that join, stop reading, and go on asking for whole views. */
import { PROTOCOL, SYNC } from '../../../realtime/protocol-names.ts';
import { seeded } from '../../support/random.ts';
import { RawLine } from '../raw.ts';
import { pause } from '../until.ts';
import { serve } from './serve.ts';

export interface Deaf {
  url: string;
  code: string;
  seed: number;
  many: number;
  /** A viewer's: every tenth is a console, whose view is the largest. */
  token: string;
}

/** How often each asks for a whole view again, in ms; a console so many times more. */
const ASKS = 350;
const CONSOLE = 25;
const VIEW = 3;

let lines: RawLine[] = [];
let asking: Promise<void> | null = null;
let over = false;

const isConsole = (at: number): boolean => at % 10 === 0;

async function come({ url, code, seed, many, token }: Deaf): Promise<number> {
  const random = seeded(seed);
  lines = Array.from({ length: many }, (_, at) => {
    const who = isConsole(at) ? { token } : { session: random.token(16) };
    return new RawLine(url, { code, ...who });
  });
  await Promise.all(lines.map((line) => line.hears(VIEW)));
  return lines.filter(({ closed }) => !closed).length;
}

/** From now on nothing is read. Half of them ask for more and say that all is well; the others are as dead as they look. */
function stop(): void {
  const pongs = lines.map((line, at) => {
    const pong = line.stopsReading();
    if (at % 2 === 1) clearInterval(pong);
    return pong;
  });
  const asks = `421${JSON.stringify([SYNC, { v: PROTOCOL, since: null }])}`;
  asking = (async () => {
    while (!over) {
      for (const [at, line] of lines.entries())
        if (at % 2 === 0)
          for (let times = isConsole(at) ? CONSOLE : 1; times > 0; times -= 1) line.text(asks);
      await pause(ASKS);
    }
    for (const pong of pongs) clearInterval(pong);
  })();
}

async function end(): Promise<void> {
  over = true;
  await asking;
  for (const line of lines) line.end();
}

export const orders = { come, stop, end };
serve(orders);
