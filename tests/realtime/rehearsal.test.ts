import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { differences } from '../../assessment/recount.ts';
import type { Bundle } from '../../assessment/bundle.ts';
import { HubProcess } from '../support/hub-process.ts';

let out: string;
let hub: HubProcess;

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'dakaochang-rehearsal-'));
  hub = await HubProcess.start();
});
afterAll(async () => {
  await hub.stop();
  await rm(out, { recursive: true, force: true });
});

/** Plays a meeting against the running hub; `during` is called at each line of progress. */
function rehearse(
  args: string[],
  during: (line: string) => void,
): Promise<{ code: number | null; output: string }> {
  const options = ['--url', hub.url, '--token', hub.token(), '--out', out, ...args];
  const child = spawn(process.execPath, ['tests/rehearsal/main.ts', ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const read = (text: Buffer) => {
    output += text.toString();
    during(text.toString());
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
}

describe('a rehearsal over real sockets', () => {
  it('J3 loses no ballot and counts none twice while the hub is killed and started again', async () => {
    let kills = 0;
    let restarted = Promise.resolve();
    const args = ['--seed', '3', '--committees', '4', '--examiners', '20', '--crowd', '15'];
    const { code, output } = await rehearse(args, (line) => {
      if (!/[12]\/4/.test(line)) return;
      kills += 1;
      restarted = restarted.then(() => hub.kill()).then(() => hub.run());
    });
    await restarted;
    expect({ code, output }).toMatchObject({ code: 0 });
    expect(kills).toBeGreaterThanOrEqual(2);
    const bundle = JSON.parse(await readFile(join(out, 'bundle.json'), 'utf8')) as Bundle;
    expect(differences(bundle)).toEqual([]);
    const acks = (await readFile(join(out, 'acks.jsonl'), 'utf8'))
      .trim()
      .split('\n')
      .map((one) => JSON.parse(one) as { receipt: string; replaced?: true });
    const counted = bundle.ballots.filter((one) => one.status !== 'late').map((one) => one.receipt);
    expect(
      acks
        .filter((one) => !one.replaced)
        .map((one) => one.receipt)
        .sort(),
    ).toEqual(counted.sort());
  }, 120_000);

  it('says what is wrong with an option', async () => {
    expect(await rehearse(['--committees', 'many'], () => undefined)).toMatchObject({ code: 2 });
  });
});
