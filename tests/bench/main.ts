/**
 * `npm run bench -- NAME… [--runs N] [--budget]`: measures on this machine what users feel. One file a bench.
 * Ends with 1 where `--budget` was given and a figure is over it, with 2 where it could not be measured.
 */
import { parseArgs } from 'node:util';
import type { Bench } from './bench.ts';
import { machine } from './machine.ts';

/** Fetched by name, so that one bench needs nothing of another. */
const BENCHES: Record<string, () => Promise<Bench>> = {
  weight: async () => (await import('./weight.ts')).weight,
  turn: async () => (await import('./turn.ts')).turn,
  votes: async () => (await import('./votes.ts')).votes,
  copies: async () => (await import('./copies.ts')).copies,
};

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { runs: { type: 'string', default: '3' }, budget: { type: 'boolean', default: false } },
  });
  const runs = Number(values.runs);
  const unknown = positionals.filter((name) => !(name in BENCHES));
  if (positionals.length === 0 || unknown.length > 0 || !Number.isInteger(runs) || runs < 1) {
    console.error(`Usage: npm run bench -- ${Object.keys(BENCHES).join('|')} [--runs 3] [--budget]`);
    return 2;
  }
  let over = 0;
  for (const name of positionals) {
    console.log(`${name}: ${machine()}`);
    const bench = await BENCHES[name]!();
    const misses = await bench({ runs, say: (line) => console.log(line) });
    for (const miss of misses) console.log(`over budget: ${miss}`);
    over += misses.length;
  }
  return values.budget && over > 0 ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error);
  process.exitCode = 2;
}
