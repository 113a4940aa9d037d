/** J6 · The purge by an owner while the hub runs, and by the hub itself when the time of a meeting is over. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Bundle } from '../../assessment/bundle.ts';
import { differences } from '../../assessment/recount.ts';
import { DEFAULT_SETTINGS } from '../../assessment/meeting.ts';
import { openDataFolder, type DataFolder } from '../../db/data-folder.ts';
import { meetingPath } from '../../db/meetings.ts';
import { isSound, verifyFolder, wasPurged } from '../../db/verify-folder.ts';
import { LogFiles } from '../../realtime/log-files.ts';
import { openLog, toldError } from '../../realtime/log.ts';
import { Meetings } from '../../realtime/meetings.ts';
import type { MeetingSummary, PrivacyFacts, PurgeReport } from '../../realtime/protocol-names.ts';
import { purgeMeeting } from '../../realtime/purging.ts';
import { sweep } from '../../realtime/retention.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { Visitor } from '../support/visitor.ts';

const OWNER = { kind: 'organizer', id: 'o1', role: 'owner' } as const;
const NO_APPEAL = { ...DEFAULT_SETTINGS, appealDays: 0 };
let ids = 0;
const id = () => `test-command-${(ids += 1)}`;

describe('J6 · an owner purges a meeting that was put away', () => {
  let hub: TestHub;
  let owner: Visitor;
  let host: Visitor;
  const signedIn = async (name: string, role: 'owner' | 'host'): Promise<Visitor> => {
    const made = await hub.data.organizers.create({ name, role, password: '桂花开了一整条街' }, Date.now());
    return new Visitor(hub.url, `dkc_organizer=${hub.data.sessions.open(made.id, Date.now())}`);
  };
  beforeAll(async () => {
    hub = await startHub();
    owner = await signedIn('王主任', 'owner');
    host = await signedIn('李主持', 'host');
  });
  afterAll(() => hub.close());

  const bundle = async (code: string) => (await owner.ask(`/meetings/${code}/bundle.json`)).body as Bundle;
  const purge = (who: Visitor, code: string, typed = code) =>
    who.ask(`/meetings/${code}/purge`, { code: typed });

  /** A meeting that was opened, paused with a note, and closed. */
  async function closed(appealDays = 0): Promise<string> {
    const code = await hub.demo();
    const caller = await hub.organizer(code);
    await caller.must('meeting.set', { ...DEFAULT_SETTINGS, appealDays });
    await caller.must('meeting.open', {});
    await caller.must('meeting.pause', { note: '请张桂兰同志到服务台' });
    await caller.must('meeting.close', {});
    return code;
  }

  it('with the code typed in; names are gone for everybody, the count stays, the record says who did it', async () => {
    const code = await closed();
    await owner.ask(`/meetings/${code}/archive`, {});
    const looking = await hub.organizer(code);
    const examiner = looking.slices.roster?.examiners[0];
    expect(examiner?.name).not.toBeNull();
    const before = await bundle(code);
    expect(await purge(host, code)).toMatchObject({ status: 403 });
    expect(await purge(owner, code, '123456')).toMatchObject({ status: 400, body: { code: 'code-differs' } });
    const done = await purge(owner, code);
    expect(done).toMatchObject({ status: 200, body: { damaged: [] } });
    expect((done.body as PurgeReport).files).toBeGreaterThan(0);
    // The page that was open is shown what is left, whole: it had names before.
    await looking.until(() => looking.slices.roster?.examiners[0]?.name === null);
    expect(looking.slices.roster?.units[0]?.name).not.toBe('');
    expect(looking.slices.privacy?.purgedAt).toBeGreaterThan(0);
    const after = await bundle(code);
    expect(after.results).toEqual(before.results);
    expect(differences(after)).toEqual([]);
    const own = verifyFolder(hub.data.dir).find((one) => one.code === code)!;
    expect(isSound(own) && wasPurged(own)).toBe(true);
    const { id: about } = ((await owner.ask('/meetings')).body as MeetingSummary[]).find(
      (one) => one.code === code,
    )!;
    for (const end of ['', '-wal', '-shm']) {
      const path = meetingPath(hub.data.dir, about) + end;
      const bytes = statSync(path, { throwIfNoEntry: false }) ? readFileSync(path) : Buffer.alloc(0);
      expect(bytes.includes('张桂兰')).toBe(false);
      expect(bytes.includes(examiner?.name ?? '')).toBe(false);
    }
    expect(hub.data.audit.list({ limit: 1 })).toMatchObject([
      { what: 'meeting-purged', byName: '王主任', about },
    ]);
    expect((await purge(owner, code)).body).toMatchObject({ damaged: [] });
  });

  it('never one that is not put away, nor one whose result may still be appealed', async () => {
    const code = await closed(3);
    expect(await purge(owner, code)).toMatchObject({ status: 409, body: { code: 'not-archived' } });
    await owner.ask(`/meetings/${code}/archive`, {});
    expect(await purge(owner, code)).toMatchObject({ status: 409, body: { code: 'appeal-runs' } });
    expect((await hub.organizer(code)).slices.roster?.examiners[0]?.name).not.toBeNull();
  });

  it('V3 phones and screens of a meeting that is purged while it is open come back to what is left, without an error', async () => {
    const code = await closed();
    const phone = await hub.device(code, 'a-phone-in-the-square00');
    const line = phone.journal;
    const row = hub.app.meetings.byCode(code)!;
    const { data, app } = hub;
    const moved = (meeting: string) => app.hub.moved(meeting);
    const parts = {
      data,
      meetings: app.meetings,
      clock: { now: () => Date.now() },
      log: openLog('silent'),
      moved,
    };
    expect(await purgeMeeting(parts, row, 'time', 'system:')).toMatchObject({ damaged: [] });
    await phone.until(() => phone.journal !== line);
    expect(phone.bye).toBeNull();
    expect(phone.slices.meeting?.phase).toBe('closed');
    expect((await phone.command('pass.enrol', { secret: 'nobody-has-this-secret' })).ok).toBe(false);
  });

  it('takes along the rehearsal that it came from: the same people are in it', async () => {
    const code = await hub.demo();
    await owner.ask(`/meetings/${code}/official`, {});
    const caller = await hub.organizer(code);
    await caller.must('meeting.set', NO_APPEAL);
    await caller.must('meeting.open', {});
    await caller.must('meeting.close', {});
    await owner.ask(`/meetings/${code}/archive`, {});
    await purge(owner, code);
    const all = (await owner.ask('/meetings')).body as MeetingSummary[];
    const official = all.find((one) => one.code === code);
    const rehearsal = all.find((one) => one.id === official?.previous);
    expect([official?.purgedAt, rehearsal?.purgedAt].every((at) => (at ?? 0) > 0)).toBe(true);
  });

  it('tells anybody what is kept and for how long, and of a meeting that was put away nothing', async () => {
    const code = await closed();
    const nobody = new Visitor(hub.url);
    const caller = await hub.organizer(code);
    await caller.must('privacy.keep', { days: 90 });
    const facts = (await nobody.ask(`/privacy?m=${code}`)).body as PrivacyFacts;
    expect(facts).toMatchObject({
      logDays: 184,
      meeting: { keepDays: 90, purgedAt: null, identity: 'signed' },
    });
    expect(facts.meeting?.purgeDue).toBeGreaterThan(Date.now());
    expect((await nobody.ask('/privacy')).body).toEqual({ logDays: 184, meeting: null });
    await owner.ask(`/meetings/${code}/archive`, {});
    expect((await nobody.ask(`/privacy?m=${code}`)).body).toEqual({ logDays: 184, meeting: null });
  });

  it('I7 how long is for owners to say', async () => {
    const caller = await hub.organizer(await hub.demo(), 'host');
    expect(await caller.command('privacy.keep', { days: 1 })).toMatchObject({ code: 'forbidden' });
  });
});

describe('J6 · what goes by itself', () => {
  const DAY = 86_400_000;
  const EVENING = Date.UTC(2026, 10, 21, 10);
  let folder: string;
  let data: DataFolder;
  let now: number;
  let meetings: Meetings;
  const clock = { now: () => now };
  const log = openLog('silent');

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dakaochang-privacy-'));
    data = openDataFolder(join(folder, 'data'));
    now = EVENING;
    meetings = new Meetings(data, clock, log);
  });
  afterEach(async () => {
    await meetings.close();
    await data.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const round = () =>
    sweep({ data, meetings, clock, log, moved: () => undefined, logDays: 184, logFiles: null });
  const does = async (code: string, type: string, body: unknown) => {
    const open = await meetings.withCode(code);
    expect(await open!.authority.submit(OWNER, { id: id(), type, body })).toMatchObject({ ok: true });
  };
  const rowOf = (code: string) => meetings.byCode(code)!;
  async function closed(keepDays: number): Promise<string> {
    const { code } = await meetings.createDemo('演示考场');
    await does(code, 'privacy.keep', { days: keepDays });
    await does(code, 'meeting.set', NO_APPEAL);
    await does(code, 'meeting.open', {});
    await does(code, 'meeting.close', {});
    return code;
  }

  it('purges a meeting on its day and not before, once, and says so', async () => {
    const code = await closed(60);
    expect(rowOf(code).purgeDue).toBe(EVENING + 60 * DAY);
    now = EVENING + 60 * DAY - 1;
    await round();
    expect(rowOf(code).purgedAt).toBeNull();
    now += 1;
    await round();
    expect(rowOf(code)).toMatchObject({ purgedAt: now, purgeDue: null });
    expect(data.audit.list({ limit: 5 })).toMatchObject([
      { what: 'meeting-purged', by: null, detail: 'time' },
    ]);
    now += DAY;
    await round();
    expect(data.audit.list({ limit: 5 })).toHaveLength(1);
    const open = await meetings.withCode(code);
    expect([...open!.authority.state.roster.examiners.values()].every(({ name }) => name === null)).toBe(
      true,
    );
    expect(verifyFolder(data.dir).every(isSound)).toBe(true);
  });

  it('never without a day (0), never while another meeting runs, and one put away before its end as well', async () => {
    const forever = await closed(0);
    const kept = await closed(10);
    const { code: draft } = await meetings.createDemo('演示考场');
    await does(draft, 'privacy.keep', { days: 10 });
    await meetings.moves.archive(rowOf(draft).id, () => undefined);
    const { code: live } = await meetings.createDemo('演示考场');
    await does(live, 'meeting.open', {});
    now = EVENING + 100 * DAY;
    await round();
    expect(rowOf(kept).purgedAt).toBeNull();
    await does(live, 'meeting.close', {});
    await round();
    expect(rowOf(forever)).toMatchObject({ purgedAt: null, purgeDue: null });
    expect([rowOf(kept).purgedAt, rowOf(draft).purgedAt]).toEqual([now, now]);
    expect(rowOf(live).purgedAt).toBeNull();
  });

  it('leaves thirty days where the time was shortened after the end, and an appeal all of its own', async () => {
    const code = await closed(365);
    now = EVENING + 100 * DAY;
    await does(code, 'privacy.keep', { days: 5 });
    expect(rowOf(code).purgeDue).toBe(now + 30 * DAY);
    const { code: appealed } = await meetings.createDemo('演示考场');
    await does(appealed, 'privacy.keep', { days: 1 });
    await does(appealed, 'meeting.set', { ...DEFAULT_SETTINGS, appealDays: 20 });
    await does(appealed, 'meeting.open', {});
    await does(appealed, 'meeting.close', {});
    const { until } = (await meetings.withCode(appealed))!.authority.state.appeal.result!;
    expect(rowOf(appealed).purgeDue).toBe(until);
  });

  it('a meeting that is brought back and opened again has a new day', async () => {
    const code = await closed(10);
    await does(code, 'meeting.reopen', { reason: '有一票要补录' });
    expect(rowOf(code).purgeDue).toBeNull();
    now = EVENING + 100 * DAY;
    await round();
    expect(rowOf(code).purgedAt).toBeNull();
  });

  it('J6 a copy that was purged and is now started as the journal says so first, and takes new names', async () => {
    const code = await closed(1);
    const { id: meeting } = rowOf(code);
    now = EVENING + 2 * DAY;
    await meetings.close();
    await data.close();
    const { purgeFile } = await import('../../db/purge.ts');
    await purgeFile(meetingPath(join(folder, 'data'), meeting), null);
    data = openDataFolder(join(folder, 'data'));
    meetings = new Meetings(data, clock, log);
    await does(code, 'meeting.reopen', { reason: '后来写的理由' });
    await meetings.close();
    await data.close();
    const [check] = verifyFolder(join(folder, 'data'));
    expect(check!.parts).toMatchObject({ there: 1, gone: 0, left: 0 });
    expect(isSound(check!)).toBe(true);
    data = openDataFolder(join(folder, 'data'));
    meetings = new Meetings(data, clock, log);
  });
});

describe('the log on disk', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'dakaochang-logs-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is a file a day for its owner alone, and old days go after their time', () => {
    let now = new Date(2026, 10, 21, 23, 59, 59).getTime();
    const files = new LogFiles(join(folder, 'logs'), () => now);
    files.life('started');
    const log = openLog('warn', { write: (line: string) => files.write(line) } as LogFiles);
    expect(readdirSync(join(folder, 'logs'))).toEqual(['hub-2026-11-21.log']);
    expect(statSync(join(folder, 'logs', 'hub-2026-11-21.log')).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'logs')).mode & 0o777).toBe(0o700);
    now += 1000;
    files.life('stopped');
    files.close();
    expect(log.level).toBe('warn');
    writeFileSync(join(folder, 'logs', 'hub-2026-05-20.log'), 'old');
    writeFileSync(join(folder, 'logs', 'hub-2026-05-21.log'), 'old');
    writeFileSync(join(folder, 'logs', 'notes.txt'), 'not ours');
    files.forget(new Date(2026, 4, 21, 12).getTime());
    expect(readdirSync(join(folder, 'logs')).sort()).toEqual([
      'hub-2026-05-21.log',
      'hub-2026-11-21.log',
      'hub-2026-11-22.log',
      'notes.txt',
    ]);
  });

  it('loses a line rather than a ballot where the disk takes none', () => {
    mkdirSync(join(folder, 'logs'));
    writeFileSync(join(folder, 'file'), '');
    const files = new LogFiles(join(folder, 'file', 'logs'), () => 0);
    expect(() => files.life('started')).not.toThrow();
  });

  it('takes no text that an error quotes, and nothing that hangs on it', () => {
    const quoting = (() => {
      try {
        return JSON.parse('张桂兰');
      } catch (error) {
        return error as Error;
      }
    })() as Error;
    const wrapped = Object.assign(new Error('message', { cause: quoting }), { body: '张桂兰', code: 'EIO' });
    const told = JSON.stringify(toldError(wrapped));
    expect(told).not.toContain('张桂兰');
    expect(told).toContain('EIO');
    expect(told).toContain('privacy.test.ts');
  });
});
