/** Seeds with which a fault once did not hold. Each stays, by its number; `npm run faults` says how to see one again. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SEEDS: readonly { scenario: string; seed: number; why: string }[] = [
  {
    ...{ scenario: 'hostile', seed: 6 },
    why: 'an attacker in the crowd of the meeting beside the target asked a question that was his to ask, and nobody had noted it',
  },
];

const root = fileURLToPath(new URL('../..', import.meta.url));

/** @returns how it ended, and everything that was said */
function faults(...args: string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['tests/faults/main.ts', ...args], { cwd: root });
  let said = '';
  for (const out of [child.stdout, child.stderr]) out.on('data', (text: Buffer) => (said += text.toString()));
  return new Promise((resolve) => child.once('exit', (code) => resolve({ code, said })));
}

describe('seeds that once failed', () => {
  it.each(SEEDS)('$scenario, seed $seed: $why', async ({ scenario, seed }) => {
    const { code, said } = await faults(scenario, '--seed', String(seed), '--short');
    expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining('held') as string });
  });
});
