/** The folder of a hub that died, on a second machine under the same address; and what happens where both run. */
import { cpSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Bundle } from '../../assessment/bundle.ts';
import { differences } from '../../assessment/recount.ts';
import { openDataFolder } from '../../db/data-folder.ts';
import { isSound, verifyFolder } from '../../db/verify-folder.ts';
import { Caller } from '../support/caller.ts';
import { FullMeeting } from '../support/full-meeting.ts';
import { freePort, HubProcess } from '../support/hub-process.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dakaochang-spare-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const from = (hub: HubProcess, path: string): Promise<Response> =>
  fetch(`${hub.url}/api/meetings/${path}`, { headers: { authorization: `Bearer ${hub.token()}` } });

/** What a data folder's only meeting holds of one type of entry. */
async function entriesOf(data: string, type: string): Promise<unknown[]> {
  const opened = openDataFolder(data, { threads: false });
  const journal = opened.openMeeting(opened.meetings.list()[0]!.id);
  const found = [...journal.read()].filter((one) => one.type === type).map((one) => one.data);
  await opened.close();
  return found;
}

describe('a spare laptop', () => {
  it('J1 J2 J3 goes on from the copied folder of a hub that was killed, and no ballot is lost or there twice', async () => {
    const port = await freePort();
    const [data, spare] = [join(folder, 'data'), join(folder, 'spare')];
    const first = await HubProcess.start({ data, port });
    const full = await FullMeeting.on(first);
    await full.opens();
    await full.come(10);
    await full.brings('u1', 'waiting', 'scoring');
    const before = full.caller.journal;
    // Everybody hands in at once; the laptop dies under it. What is unanswered is sent until it is answered.
    const all = [...full.examiners.values()].map((one, at) =>
      one.command('ballot.submit', {
        unit: 'u1',
        replaces: 0,
        scores: Object.fromEntries(
          (full.caller.slices.sheet?.sheet ?? [])
            .filter(({ by }) => by === 'examiners')
            .map(({ id, full: most, step }) => [id, most - step * (at % 5)]),
        ),
      }),
    );
    await Promise.race(all);
    await first.kill();
    // With its write-ahead log, the note of the dead process and its lock.
    cpSync(data, spare, { recursive: true });
    expect(readdirSync(spare)).toContain('hub.pid');
    expect(readdirSync(join(spare, 'meetings')).some((name) => name.endsWith('-wal'))).toBe(true);

    const second = await HubProcess.start({ data: spare, port });
    const replies = await Promise.all(all);
    const receipts = replies.flatMap((one) => (one.ok && one.receipt !== null ? [one.receipt] : []));
    const recused = replies.filter((one) => !one.ok && one.code === 'recused').length;
    expect(receipts).toHaveLength(10 - recused);
    await expect.poll(() => full.caller.slices.progress?.returned, { timeout: 15_000 }).toBe(receipts.length);
    expect(full.caller.journal).toMatch(new RegExp(`^${before}-`));
    await full.brings('u1', 'scoring', 'locked');
    await full.caller.must('meeting.close', {});
    const bundle = (await (await from(second, `${full.code}/bundle.json`)).json()) as Bundle;
    expect(differences(bundle)).toEqual([]);
    expect(bundle.ballots.map(({ receipt }) => receipt)).toEqual(receipts.sort());
    await second.stop();
    // At home by now: another start is no move.
    const again = await HubProcess.start({ data: spare, port });
    full.close();
    await again.stop();
    expect(await entriesOf(spare, 'journal-moved')).toHaveLength(1);
    expect(verifyFolder(spare).every(isSound)).toBe(true);
  }, 120_000);

  it('J1 where the first laptop comes back beside it, a phone that was on the second tells it so', async () => {
    const [data, spare] = [join(folder, 'data'), join(folder, 'spare')];
    const first = await HubProcess.start({ data });
    const full = await FullMeeting.on(first);
    await full.opens();
    await first.kill();
    cpSync(data, spare, { recursive: true });
    const second = await HubProcess.start({ data: spare });
    await first.run();
    const elsewhere = async (hub: HubProcess) =>
      ((await (await from(hub, `${full.code}/copies`)).json()) as { elsewhereAt: number | null }).elsewhereAt;

    const session = 'a-phone-that-swings-00';
    const there = await new Caller({ url: second.url, code: full.code, session }).ready();
    const since = { journal: there.journal, n: there.at };
    there.close();
    expect([await elsewhere(first), await elsewhere(second)]).toEqual([null, null]);
    const back = new Caller({ url: first.url, code: full.code, session });
    Object.assign(back, { journal: since.journal, at: since.n });
    await back.ready();
    // It is shown what is true here, from the beginning, and nothing of the other line.
    await expect.poll(() => back.journal).not.toBe(since.journal);
    expect(back.frames[0]?.from).toBeNull();
    expect(await elsewhere(first)).toEqual(expect.any(Number));
    // The other way round nothing is said: this one knows the first line as its own beginning.
    expect(await elsewhere(second)).toBeNull();
    back.close();
    full.close();
    await Promise.all([first.stop(), second.stop()]);
  }, 120_000);
});
