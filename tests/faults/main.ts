/**
 * `npm run faults -- [NAME…] [--short] [--seed N] [--count N] [--json FILE]`: each fault on a whole meeting, one line a
 * scenario. It ends with 1 where anything did not hold; what did not, and how to see it again, stands below the line.
 */
import './runes.ts';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Scenario } from './scenario.ts';

const { NotHere } = await import('./scenario.ts');
const { SCENARIOS } = await import('./scenarios/index.ts');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    short: { type: 'boolean', default: false },
    seed: { type: 'string' },
    count: { type: 'string' },
    json: { type: 'string' },
  },
});
const whole = (text: string | undefined) => (text === undefined ? null : Number(text));
const seed = whole(values.seed) ?? (values.short ? 7 : Date.now() % 1_000_000);
const count = whole(values.count);
const unknown = positionals.filter((name) => !SCENARIOS.some((one) => one.name === name));
if (unknown.length > 0 || !Number.isInteger(seed) || (count !== null && !Number.isInteger(count))) {
  console.error(`Usage: npm run faults -- [NAME…] [--short] [--seed N] [--count N] [--json FILE]`);
  for (const { name, about } of SCENARIOS) console.error(`  ${name.padEnd(9)} ${about}`);
  process.exit(2);
}
const MOST_SHOWN = 20;

const chosen = SCENARIOS.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
const done = { passed: 0, failed: 0, skipped: 0 };
const results: object[] = [];

async function one({ name, run }: Scenario): Promise<void> {
  const began = performance.now();
  const progress = (line: string) => {
    if (process.stderr.isTTY) process.stderr.write(`  ${name} ${line}\n`);
  };
  const seconds = () => ((performance.now() - began) / 1000).toFixed(1);
  try {
    const { counts, numbers, faults } = await run({ short: values.short, seed, count, progress });
    const told = Object.entries({ ...counts, ...numbers }).map(([what, much]) => `${what} ${much}`);
    const held = faults.length === 0 ? 'held' : `DID NOT HOLD: ${faults.length}`;
    console.log(`${name.padEnd(9)} ${held} · seed ${seed} · ${told.join(' · ')} · ${seconds()} s`);
    results.push({ name, seed, ...counts, ...numbers, faults: faults.length, seconds: Number(seconds()) });
    for (const fault of faults.slice(0, MOST_SHOWN)) console.log(`          ${fault}`);
    done[faults.length === 0 ? 'passed' : 'failed'] += 1;
    if (faults.length > 0) sayAgain(name);
  } catch (error) {
    if (error instanceof NotHere) {
      console.log(`${name.padEnd(9)} not run: ${error.message}`);
      done.skipped += 1;
      return;
    }
    console.log(`${name.padEnd(9)} BROKE OFF · seed ${seed} · ${seconds()} s`);
    console.log(error);
    done.failed += 1;
    sayAgain(name);
  }
}

function sayAgain(name: string): void {
  const options = [values.short ? ' --short' : '', count === null ? '' : ` --count ${count}`].join('');
  console.log(`          again: npm run faults -- ${name} --seed ${seed}${options}`);
}

// The short ones wait for hubs to start most of the time; the long ones measure, each alone.
const waiting = [...chosen];
const lane = async () => {
  for (let next = waiting.shift(); next; next = waiting.shift()) await one(next);
};
await Promise.all(Array.from({ length: values.short ? 3 : 1 }, lane));

if (values.json !== undefined) writeFileSync(values.json, JSON.stringify({ ...done, results }, null, 1));
// Sockets of a phone that was broken off may still be waiting for something.
process.exit(done.failed === 0 ? 0 : 1);
