/**
 * `npm run bench [-- NAME…] [--runs N] [--budget]`: measures on this machine what users feel; without a name, everything.
 * One file a bench; the figures go into `bench/results.json`. Ends with 1 where `--budget` was given and a figure is over
 * it, with 2 where it could not be measured.
 */
import { parseArgs } from 'node:util';
import type { Bench } from './bench.ts';
import { machine } from './machine.ts';
import { pinClients } from './pin.ts';
import { save } from './results.ts';

/** Fetched by name, so that one bench needs nothing of another; `runs` is how often it is taken unless said otherwise. */
const BENCHES: Record<string, { runs: number; pinned: boolean; load(): Promise<Bench> }> = {
  ballots: { runs: 7, pinned: true, load: async () => (await import('./ballots.ts')).ballots },
  burst: { runs: 7, pinned: true, load: async () => (await import('./burst.ts')).burst },
  fanout: { runs: 7, pinned: true, load: async () => (await import('./fanout.ts')).fanout },
  growth: { runs: 7, pinned: true, load: async () => (await import('./growth.ts')).growth },
  live: { runs: 7, pinned: true, load: async () => (await import('./live.ts')).live },
  join: { runs: 7, pinned: true, load: async () => (await import('./join.ts')).join },
  restart: { runs: 7, pinned: true, load: async () => (await import('./restart.ts')).restart },
  weight: { runs: 3, pinned: false, load: async () => (await import('./weight.ts')).weight },
  turn: { runs: 1, pinned: false, load: async () => (await import('./turn.ts')).turn },
  copies: { runs: 3, pinned: false, load: async () => (await import('./copies.ts')).copies },
  votes: { runs: 3, pinned: false, load: async () => (await import('./votes.ts')).votes },
};

async function measure(name: string, runs: number): Promise<number> {
  const { pinned, load } = BENCHES[name]!;
  const began = performance.now();
  console.log(`\n${name}: ${machine()}${pinned && pinClients() ? ', server and clients pinned' : ''}`);
  const bench = await load();
  const { rows, misses } = await bench({ runs, say: (line) => console.log(line) });
  save(name, rows);
  for (const { metric, product, baseline, ratio } of rows)
    console.log(`= ${metric}: ${product}${baseline === null ? '' : ` beside ${baseline}, ratio ${ratio}`}`);
  for (const miss of misses) console.log(`over budget: ${miss}`);
  console.log(`${name} took ${Math.round((performance.now() - began) / 1000)} s`);
  return misses.length;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { runs: { type: 'string' }, budget: { type: 'boolean', default: false } },
  });
  const runs = values.runs === undefined ? null : Number(values.runs);
  const unknown = positionals.filter((name) => !(name in BENCHES));
  if (unknown.length > 0 || (runs !== null && (!Number.isInteger(runs) || runs < 1))) {
    console.error(`Usage: npm run bench -- [${Object.keys(BENCHES).join('|')}]… [--runs N] [--budget]`);
    return 2;
  }
  // What is not pinned comes first: a process that was moved stays where it is.
  const chosen = (positionals.length > 0 ? positionals : Object.keys(BENCHES)).sort(
    (a, b) => Number(BENCHES[a]!.pinned) - Number(BENCHES[b]!.pinned),
  );
  let over = 0;
  for (const [at, name] of chosen.entries()) {
    process.stderr.write(`[${at + 1}/${chosen.length}] ${name} …\n`);
    const { runs: usual, pinned } = BENCHES[name]!;
    // In the whole, what claims no ratio is taken once: it has to end within a quarter of an hour.
    const times = positionals.length === 0 && !pinned ? 1 : usual;
    over += await measure(name, runs ?? times);
  }
  return values.budget && over > 0 ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error);
  process.exitCode = 2;
}
