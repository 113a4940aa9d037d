/** Server and clients on different cores, where the machine has them and `taskset`. */
import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';

const can = cpus().length > 1 && spawnSync('taskset', ['--version']).status === 0;

/** What a server is started under. */
export const SERVER_CORE: string[] = can ? ['taskset', '-c', '0'] : [];

/** Moves this process, which is the clients, off the servers' core. @returns whether it is pinned */
export const pinClients = (): boolean =>
  can && spawnSync('taskset', ['-apc', '1', String(process.pid)]).status === 0;

/** Lets this process run on every core again. */
export const freeClients = (): boolean =>
  can && spawnSync('taskset', ['-apc', `0-${cpus().length - 1}`, String(process.pid)]).status === 0;
