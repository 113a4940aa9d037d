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

/** From now on nothing is read; half of them ask for more. */
function stop(): void {
  const pongs = lines.map((line) => line.stopsReading());
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

/** @returns how many the hub has let go */
async function end(): Promise<number> {
  over = true;
  await asking;
  // Who hears nothing learns of his end when he speaks.
  for (const line of lines) line.text('3');
  await pause(500);
  const gone = lines.filter(({ closed }) => closed).length;
  for (const line of lines) line.end();
  return gone;
}

export const orders = { come, stop, end };
serve(orders);
