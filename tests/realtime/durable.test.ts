import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Caller } from '../support/caller.ts';
import { HubProcess } from '../support/hub-process.ts';

/** One system call that finished, in the order of the trace: a sync of the journal, or an acknowledgement leaving. */
type Event = 'sync' | 'ack';

/**
 * Reads a trace of `strace -f -y`. A call that was interrupted by another thread's ends where it is resumed; a sync
 * counts when it has ended, an acknowledgement when it begins.
 */
function eventsOf(trace: string): Event[] {
  const syncing = new Set<string>();
  const events: Event[] = [];
  for (const line of trace.split('\n')) {
    const thread = /^\[?(?:pid )?\s*(\d+)/.exec(line)?.[1] ?? '';
    const syncs = /\b(?:fsync|fdatasync)\(\d+<[^>]*meetings\/[^>]*-wal>/.test(line);
    if (syncs && line.includes('unfinished')) syncing.add(thread);
    else if (syncs && / = 0/.test(line)) events.push('sync');
    else if (/<\.\.\. (?:fsync|fdatasync) resumed>.* = 0/.test(line) && syncing.delete(thread))
      events.push('sync');
    else if (/\b(?:write|writev|sendto|sendmsg)\(/.test(line) && line.includes('\\"ok\\":true,\\"n\\"'))
      events.push('ack');
  }
  return events;
}

/** J3: whether a sync ended between each acknowledgement and the one before it. */
const isDurable = (events: Event[]): boolean => {
  let synced = false;
  return events.every((event) => {
    const fine = event === 'sync' || synced;
    synced = event === 'sync';
    return fine;
  });
};

describe('J3 an fsync of the meeting’s file precedes each acknowledgement on the socket', () => {
  let folder: string;
  let hub: HubProcess;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dakaochang-trace-'));
    // -D: the tracer stands beside the hub and not above it, so that the hub's own process is the one to end.
    const calls = 'trace=fsync,fdatasync,write,writev,sendto,sendmsg';
    hub = await HubProcess.start({
      under: ['strace', '-D', '-f', '-y', '-s', '400', '-e', calls, '-o', join(folder, 'trace')],
    });
  });
  afterAll(async () => {
    await hub.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('seen from outside, by strace', async () => {
    const answer = await fetch(`${hub.url}/api/meetings`, {
      method: 'POST',
      headers: { authorization: `Bearer ${hub.token()}`, 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'demo' }),
    });
    const { code } = (await answer.json()) as { code: string };
    const host = await new Caller({ url: hub.url, code, token: hub.token() }).ready();
    const before = eventsOf(await readFile(join(folder, 'trace'), 'utf8')).length;
    for (let k = 0; k < 12; k++)
      await host.must('meeting.describe', { title: `第 ${k} 次`, place: '', date: '' });
    host.close();
    const events = eventsOf(await readFile(join(folder, 'trace'), 'utf8')).slice(before);
    expect(events.filter((one) => one === 'ack')).toHaveLength(12);
    expect(isDurable(events)).toBe(true);
  });

  it('and a trace in which one sync is missing is found out', () => {
    const sync = '101 fsync(30</data/meetings/a.sqlite-wal>) = 0';
    const ack = '100 writev(21<TCP>, [{iov_base="430[{\\"ok\\":true,\\"n\\":7", iov_len=9}], 1) = 9';
    const cut = [
      '101 fsync(30</data/meetings/a.sqlite-wal> <unfinished ...>',
      ack,
      '101 <... fsync resumed>) = 0',
    ];
    expect(isDurable(eventsOf([sync, ack, sync, ack].join('\n')))).toBe(true);
    expect(isDurable(eventsOf([sync, ack, ack].join('\n')))).toBe(false);
    expect(isDurable(eventsOf(cut.join('\n')))).toBe(false);
  });
});

describe('strace', () => {
  it('is on this machine', () => {
    expect(execFileSync('strace', ['--version'], { encoding: 'utf8' })).toContain('strace');
  });
});
