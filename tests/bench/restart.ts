/**
 * A hub that was killed comes back on a journal of a million entries: from its start until `/readyz` says yes. Beside it a
 * program that reads every row of the same file and parses it, started alike. Once from the snapshot that the hub wrote by
 * itself, once without one, as after an upgrade. Each start adds an entry (J7) and has that to verify and to fold.
 */
import { spawn } from 'node:child_process';
import { existsSync, renameSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { meetingPath } from '../../db/meetings.ts';
import { HubProcess } from '../support/hub-process.ts';
import type { Bench } from './bench.ts';
import { longJournal } from './load/long-journal.ts';
import { inTurn, rowOf, spread } from './pairs.ts';
import { SERVER_CORE } from './pin.ts';

const ENTRIES = 1_000_000;
/** For the first snapshot and the walk along the chain, in ms. */
const PATIENCE = 120_000;
/** It takes long, and is no ratio that anybody claims. */
const PAIRS_WITHOUT = 3;
/** Between two looks, in ms. */
const LOOK = 100;
const READ_ALL = fileURLToPath(new URL('./baselines/read-all.ts', import.meta.url));

const under = { under: SERVER_CORE };

/** @returns ms until the hub takes ballots; it is killed then */
async function started(data: string): Promise<number> {
  const began = performance.now();
  const hub = await HubProcess.start({ data, ...under });
  const took = performance.now() - began;
  await hub.kill();
  return took;
}

/** @returns ms until the last row is parsed and the program has ended */
function readAll(file: string): Promise<number> {
  const [command = process.execPath, ...before] = [...SERVER_CORE, process.execPath];
  const began = performance.now();
  const child = spawn(command, [...before, READ_ALL], {
    env: { ...process.env, FILE: file },
    stdio: 'ignore',
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve(performance.now() - began) : reject(new Error(`read-all ended with ${code}`)),
    );
  });
}

/** The first start, which folds everything, writes the snapshot and walks along the chain. */
async function settled(data: string, snapshot: string): Promise<void> {
  const hub = await HubProcess.start({ data, ...under });
  const until = performance.now() + PATIENCE;
  for (let chain = ''; chain !== 'whole' || !existsSync(snapshot);) {
    if (performance.now() > until) throw new Error('no snapshot was written');
    await wait(LOOK);
    ({ chain } = (await (await fetch(`${hub.url}/readyz`)).json()) as { chain: string });
  }
  await hub.stop();
}

export const restart: Bench = async ({ runs, say }) => {
  const data = await mkdtemp(join(tmpdir(), 'dakaochang-bench-'));
  try {
    const { id, length } = await longJournal(data, ENTRIES);
    const file = meetingPath(data, id);
    const [snapshot, away] = [`${file}.snapshot`, `${file}.away`];
    await settled(data, snapshot);
    say(`${length.toLocaleString('en')} entries`);
    const from = await inTurn(runs, { product: () => started(data), baseline: () => readAll(file) });
    say(spread('from a snapshot, ms', from));
    renameSync(snapshot, away);
    const without = await inTurn(Math.min(runs, PAIRS_WITHOUT), {
      product: () => started(data),
      baseline: () => readAll(file),
    });
    say(spread('without a snapshot, ms', without));
    return {
      rows: [
        rowOf('start to /readyz, 1,000,000 entries, ms', from.product, from.baseline),
        rowOf('the same without a snapshot, ms', without.product, without.baseline),
      ],
      misses: [],
    };
  } finally {
    await rm(data, { recursive: true, force: true });
  }
};
