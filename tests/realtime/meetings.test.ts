/** The list of meetings over HTTP: copies, putting away, bringing back, deleting, going official (A1). */
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { meetingPath } from '../../db/meetings.ts';
import type { MeetingSummary, OrganizerRow } from '../../realtime/protocol-names.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { Visitor } from '../support/visitor.ts';

let hub: TestHub;
let owner: Visitor;
let host: Visitor;

async function signedIn(name: string, role: OrganizerRow['role']): Promise<Visitor> {
  const { id } = await hub.data.organizers.create({ name, role, password: '桂花开了一整条街' }, Date.now());
  return new Visitor(hub.url, `dkc_organizer=${hub.data.sessions.open(id, Date.now())}`);
}
const listed = async (code: string): Promise<MeetingSummary | undefined> =>
  ((await owner.ask('/meetings')).body as MeetingSummary[]).find((one) => one.code === code);
const stateOf = async (code: string) => (await hub.app.meetings.withCode(code))?.authority.state;
const phone = (name: string) => name.padEnd(22, '0');
const newest = () => hub.data.audit.list({ limit: 1 })[0];

beforeAll(async () => {
  hub = await startHub();
  owner = await signedIn('王主任', 'owner');
  host = await signedIn('李主持', 'host');
});
afterAll(() => hub.close());

describe('the list of meetings', () => {
  it('says of each what its own journal says: title, place, date and phase, as they change', async () => {
    const made = await host.ask('/meetings', {
      kind: 'new',
      title: '夏季考场',
      place: '文化广场',
      date: '7月1日',
    });
    const { code } = made.body as MeetingSummary;
    expect(made.body).toMatchObject({ title: '夏季考场', place: '文化广场', phase: 'draft', demo: false });
    const caller = await hub.organizer(code, 'host');
    await caller.must('meeting.describe', { title: '秋季考场', place: '人民公园', date: '9月1日至2日' });
    expect(await listed(code)).toMatchObject({ title: '秋季考场', place: '人民公园', date: '9月1日至2日' });
    expect((await owner.ask(`/codes/${code}`)).body).toMatchObject({ title: '秋季考场' });
    const demo = await hub.demo();
    expect(await listed(demo)).toMatchObject({ phase: 'ready', demo: true });
    await (await hub.organizer(demo)).must('meeting.open', {});
    expect(await listed(demo)).toMatchObject({ phase: 'live' });
  });

  it('takes no control characters and no endless text, and names the field', async () => {
    for (const [body, field] of [
      [{ kind: 'new', title: ' ' }, 'title'],
      [{ kind: 'new', title: 'x'.repeat(81) }, 'title'],
      [{ kind: 'new', title: '好', place: 'a\nb' }, 'place'],
      [{ kind: 'copy', from: 'abc', title: '好', place: '', date: '' }, 'from'],
    ] as const)
      expect(await host.ask('/meetings', body)).toMatchObject({
        status: 400,
        body: { code: 'malformed', detail: { field } },
      });
  });
});

describe('a copy', () => {
  it('has the units, members, examiners, sheet and settings, and nothing of what happened', async () => {
    const from = await hub.demo();
    const caller = await hub.organizer(from);
    const before = (await stateOf(from))!;
    await caller.must('meeting.set', { ...before.meeting.settings, publish: 'ceremony' });
    await caller.must('passes.issue', {
      passes: [
        {
          id: 'party-01',
          kind: 'examiner',
          number: '01',
          category: 'party',
          person: 'e1',
          unit: null,
          hash: 'h'.repeat(43),
        },
      ],
    });
    await caller.must('meeting.scrutineers', { scrutineers: [{ id: 'o1', name: '陈监票' }] });
    const made = await host.ask('/meetings', {
      kind: 'copy',
      from,
      title: '第二场',
      place: '',
      date: '明天',
    });
    expect(made).toMatchObject({ status: 201, body: { title: '第二场', mode: 'rehearsal', phase: 'draft' } });
    const source = (await stateOf(from))!;
    const copy = (await stateOf((made.body as MeetingSummary).code))!;
    expect(copy.roster).toEqual(source.roster);
    expect(copy.scoring).toEqual(source.scoring);
    expect(copy.meeting).toMatchObject({
      demo: true,
      info: { title: '第二场', place: '', date: '明天' },
      settings: { publish: 'ceremony' },
      scrutineers: [],
      phase: 'draft',
    });
    expect(copy.passes.all.size).toBe(0);
    expect(copy.draws.all.size).toBe(0);
    expect(newest()).toMatchObject({ what: 'meeting-copied', byName: '李主持', detail: from });
  });

  it('refuses to copy what there is not', async () => {
    const body = { kind: 'copy', from: '000000', title: '好', place: '', date: '' };
    expect(await host.ask('/meetings', body)).toMatchObject({
      status: 404,
      body: { code: 'meeting-unknown' },
    });
  });
});

describe('putting away and deleting', () => {
  it('does not archive a meeting that runs', async () => {
    const code = await hub.demo();
    const caller = await hub.organizer(code);
    await caller.must('meeting.open', {});
    expect(await host.ask(`/meetings/${code}/archive`, {})).toMatchObject({
      status: 409,
      body: { code: 'meeting-live' },
    });
    expect(await caller.command('meeting.pause', { note: null })).toMatchObject({ ok: true });
    expect(await listed(code)).toMatchObject({ archivedAt: null, phase: 'paused' });
  });

  it('lets phones go, lets organizers look and change nothing, and brings everything back', async () => {
    const code = await hub.demo();
    const watching = await hub.device(code, phone('a-phone-that-watches'));
    expect(await host.ask(`/meetings/${code}/archive`, {})).toMatchObject({ status: 200 });
    await new Promise<void>((resolve) => watching.socket.once('connect_error', () => resolve()));
    await expect(hub.device(code, phone('another'))).rejects.toThrow('meeting-unknown');
    const looking = await hub.organizer(code);
    expect(looking.slices.roster?.units).toHaveLength(5);
    expect(await looking.command('meeting.open', {})).toMatchObject({ code: 'archived' });
    expect(await owner.ask(`/meetings/${code}/official`, {})).toMatchObject({ body: { code: 'archived' } });
    expect(newest()).toMatchObject({ what: 'meeting-archived', byName: '李主持' });
    expect(await host.ask(`/meetings/${code}/restore`, {})).toMatchObject({ body: { archivedAt: null } });
    expect(await looking.command('meeting.open', {})).toMatchObject({ ok: true });
    expect((await hub.device(code, phone('third'))).at).toBeGreaterThan(0);
  });

  it('deletes only what is archived, with the code typed in, by an owner, and the file with it', async () => {
    const code = await hub.demo();
    const { id } = (await listed(code))!;
    const file = meetingPath(hub.data.dir, id);
    const remove = (who: Visitor, typed: string) => who.ask(`/meetings/${code}/remove`, { code: typed });
    expect(await remove(owner, code)).toMatchObject({ status: 409, body: { code: 'not-archived' } });
    await owner.ask(`/meetings/${code}/archive`, {});
    expect(await remove(host, code)).toMatchObject({ status: 403 });
    expect(await remove(owner, '123')).toMatchObject({ status: 400, body: { code: 'code-differs' } });
    const looking = await hub.organizer(code);
    expect(existsSync(file)).toBe(true);
    expect(await remove(owner, ` ${code} `)).toMatchObject({ status: 204 });
    expect(['', '-wal', '-shm'].map((end) => existsSync(file + end))).toEqual([false, false, false]);
    expect(await listed(code)).toBeUndefined();
    await expect(hub.organizer(code)).rejects.toThrow('meeting-unknown');
    expect(newest()).toMatchObject({ what: 'meeting-removed', byName: '王主任' });
    looking.close();
  });

  it('is for owners and hosts alone', async () => {
    const code = await hub.demo();
    const viewer = await signedIn('何查看', 'viewer');
    for (const what of ['archive', 'restore', 'remove', 'official'])
      expect(await viewer.ask(`/meetings/${code}/${what}`, { code })).toMatchObject({ status: 403 });
  });
});

describe('A1 · going official', () => {
  it('counts before what goes along and what stays behind, and afterwards knows its rehearsal', async () => {
    const code = await hub.demo();
    const caller = await hub.organizer(code);
    await caller.must('meeting.scrutineers', { scrutineers: [{ id: 'o1', name: '陈监票' }] });
    await caller.must('draw.promise', { purpose: 'order' });
    expect((await owner.ask(`/meetings/${code}/official`)).body).toMatchObject({
      along: { units: 5, examiners: 50, passes: 0, phones: 0, screens: 0, scrutineers: ['陈监票'] },
      behind: { draws: 1, questions: 0, ballots: 0, results: 0 },
    });
    expect(await host.ask(`/meetings/${code}/official`, {})).toMatchObject({ status: 403 });
    const before = (await listed(code))!;
    expect(await owner.ask(`/meetings/${code}/official`, {})).toMatchObject({ status: 201 });
    const official = (await listed(code))!;
    expect(official).toMatchObject({ mode: 'official', phase: 'ready', previous: before.id, demo: true });
    const all = (await owner.ask('/meetings')).body as MeetingSummary[];
    const rehearsal = all.find((one) => one.id === before.id);
    expect(rehearsal?.archivedAt).toBeGreaterThan(0);
    expect(rehearsal?.code).not.toBe(code);
    expect(newest()).toMatchObject({ what: 'went-official', byName: '王主任' });
    const looking = await hub.organizer(rehearsal?.code ?? '');
    expect(await looking.command('meeting.open', {})).toMatchObject({ code: 'archived' });
  });

  it('A1 a rehearsal that was brought back from the archive goes official no second time', async () => {
    const code = await hub.demo();
    const { id } = (await listed(code))!;
    await owner.ask(`/meetings/${code}/official`, {});
    const all = (await owner.ask('/meetings')).body as MeetingSummary[];
    const rehearsal = all.find((one) => one.id === id)?.code ?? '';
    await owner.ask(`/meetings/${rehearsal}/restore`, {});
    expect(await owner.ask(`/meetings/${rehearsal}/official`, {})).toMatchObject({
      body: { code: 'official-already' },
    });
    expect((await owner.ask('/meetings')).body).toHaveLength(all.length);
  });

  it('I7 changes scrutineers only with a reason then, and the reason is kept', async () => {
    const code = await hub.demo();
    const rehearsal = await hub.organizer(code);
    await rehearsal.must('meeting.scrutineers', { scrutineers: [{ id: 'o1', name: '陈监票' }] });
    await owner.ask(`/meetings/${code}/official`, {});
    const caller = await hub.organizer(code);
    const scrutineers = [{ id: 'o2', name: '周监票' }];
    expect(await caller.command('meeting.scrutineers', { scrutineers })).toMatchObject({
      code: 'malformed',
      detail: { field: 'reason' },
    });
    await caller.must('meeting.scrutineers', { scrutineers, reason: '陈监票临时有事' });
    await caller.until(() => caller.slices.people?.scrutineers[0]?.id === 'o2');
    expect((await stateOf(code))?.meeting.scrutineerChanges).toMatchObject([
      { from: [{ name: '陈监票' }], to: scrutineers, reason: '陈监票临时有事' },
    ]);
  });
});
