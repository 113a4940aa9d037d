/** J, B4, V1 · What organizers ask the hub for beside the frames: the journal to read, proposed scores, names. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OrganizerRole } from '../../assessment/actors.ts';
import { hashSecret } from '../../assessment/passes.ts';
import type { JournalPage } from '../../assessment/view-journal.ts';
import type { Caller } from '../support/caller.ts';
import { startHub, type TestHub } from '../support/hub.ts';

const ROLES: readonly OrganizerRole[] = ['owner', 'host', 'scrutineer', 'viewer'];
/** Points that stand nowhere else. */
const GIVEN = { report: 2950, direct: 1950, evidence: 2850, measures: 1750 };
const LATE = { report: 2750, direct: 1450, evidence: 2250, measures: 1150 };
const PROPOSED = { report: 2550, direct: 1250, evidence: 2350, measures: 1650 };
const TELLS = /\b(2950|1950|2850|1750|2750|1450|2250|1150|2550|1250|2350|1650)\b/;

let hub: TestHub;
let code: string;
let host: Caller;

async function get(
  path: string,
  role: OrganizerRole | null = 'owner',
): Promise<{ status: number; body: unknown }> {
  const headers: Record<string, string> = role === null ? {} : { authorization: `Bearer ${hub.token(role)}` };
  const answer = await fetch(`${hub.url}/api${path}`, { headers });
  return { status: answer.status, body: await answer.json() };
}
const journal = async (query = '', role: OrganizerRole = 'owner') =>
  (await get(`/meetings/${code}/journal${query}`, role)).body as JournalPage;

async function examiner(person: string, id: string): Promise<Caller> {
  const secret = `pass-${id}`.padEnd(22, '0');
  const pass = { id, kind: 'examiner' as const, number: id.slice(-2), category: 'party', person, unit: null };
  await host.must('passes.issue', { passes: [{ ...pass, hash: hashSecret(secret) }] });
  const phone = await hub.device(code, `phone-${id}`.padEnd(22, '0'));
  await phone.must('pass.enrol', { secret });
  await phone.until(() => phone.mine?.way === 'enrolled');
  return phone;
}

async function everywhere(): Promise<string> {
  const pages = await Promise.all(ROLES.map((role) => journal('?limit=200', role)));
  return JSON.stringify(pages.map((page) => page.lines.map(({ hash: _hash, at: _at, ...line }) => line)));
}

beforeAll(async () => {
  hub = await startHub();
  code = await hub.demo();
  host = await hub.organizer(code);
  await host.must('meeting.open', {});
});
afterAll(() => hub.close());

describe('the journal to read', () => {
  it('V1 tells no role a score, before the lock, after it, or of an amendment; nor a receipt beside its pass', async () => {
    const [one, two] = [await examiner('e1', 'party-01'), await examiner('e2', 'party-02')];
    await host.must('turn.step', { unit: 'u1', from: 'waiting', to: 'reporting' });
    await host.must('turn.step', { unit: 'u1', from: 'reporting', to: 'questioning' });
    await host.must('turn.step', { unit: 'u1', from: 'questioning', to: 'scoring' });
    const given = await one.must('ballot.submit', { unit: 'u1', replaces: 0, scores: GIVEN });
    expect(await everywhere()).not.toMatch(TELLS);
    await host.must('turn.step', { unit: 'u1', from: 'scoring', to: 'closing' });
    await host.must('turn.step', { unit: 'u1', from: 'closing', to: 'locked' });
    const late = await two.command('ballot.submit', { unit: 'u1', replaces: 0, scores: LATE });
    expect(late).toMatchObject({ ok: false, code: 'turn-locked' });
    await host.must('amendment.propose', {
      unit: 'u1',
      pass: 'party-01',
      kind: 'replace',
      scores: PROPOSED,
      reason: '念错分数',
    });
    const said = await everywhere();
    expect(said).toContain('ballot-late');
    expect(said).not.toMatch(TELLS);
    expect(said).not.toContain(given.receipt);
    expect(said).not.toContain((late as unknown as { detail: { receipt: string } }).detail.receipt);
  });

  it('B4 V1 proposed scores are for the owner, the host and the scrutineer, and in no frame', async () => {
    await host.until(() => (host.slices.count?.amendments.length ?? 0) > 0);
    const [amendment] = host.slices.count?.amendments ?? [];
    expect(JSON.stringify(host.frames)).not.toMatch(/\b(2550|1250|2350|1650)\b/);
    const path = `/meetings/${code}/amendments/${amendment?.id}/scores`;
    for (const role of ['owner', 'host', 'scrutineer'] as const)
      expect(await get(path, role)).toEqual({ status: 200, body: PROPOSED });
    expect(await get(path, 'viewer')).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect((await get(path, null)).status).toBe(401);
    await host.must('amendment.withdraw', { amendment: amendment?.id ?? '' });
    expect(await get(path)).toMatchObject({ status: 404, body: { code: 'amendment-unknown' } });
  });

  it('J goes back page by page, newest first, and leaves nothing out', async () => {
    const all: number[] = [];
    let next: number | null = null;
    do {
      const page: JournalPage = await journal(`?limit=7${next === null ? '' : `&before=${next}`}`);
      all.push(...page.lines.map((one) => one.n));
      ({ next } = page);
    } while (next !== null);
    const { head } = await journal('?limit=1');
    expect(all).toEqual(Array.from({ length: head.length }, (_, at) => head.length - at));
    expect((await journal('?limit=1')).lines[0]?.hash).toBe(head.head);
  });

  it('J finds by kind, person, unit and text', async () => {
    const bearer = host.slices.people?.passes.find((one) => one.id === 'party-01')?.name ?? '';
    const types = async (query: Record<string, string>) =>
      (await journal(`?${new URLSearchParams({ limit: '200', ...query })}`)).lines.map((one) => one.type);
    expect(await types({ person: bearer, kind: 'ballots' })).toEqual(['ballot-accepted']);
    expect(await types({ text: '念错' })).toEqual(['amendment-proposed']);
    expect(await types({ unit: 'u2' })).toEqual([]);
    expect(await types({ kind: 'draws', unit: '', person: '', text: '' })).toEqual([]);
  });

  it.each([
    'limit=0',
    'limit=201',
    'limit=x',
    'before=0',
    'before=-1',
    'kind=scores',
    'kind=ballots&kind=draws',
  ])('J refuses ?%s in words', async (query) => {
    expect(await get(`/meetings/${code}/journal?${query}`)).toMatchObject({
      status: 400,
      body: { code: 'malformed' },
    });
  });

  it('I7 is for organizers of any role, and for nobody else', async () => {
    for (const role of ROLES) expect((await get(`/meetings/${code}/journal`, role)).status).toBe(200);
    expect((await get(`/meetings/${code}/journal`, null)).status).toBe(401);
    expect((await get('/meetings/000000/journal')).body).toMatchObject({ code: 'meeting-unknown' });
  });

  it('A1 an official meeting says where its rehearsal ended', async () => {
    const rehearsal = await hub.demo();
    const { body: before } = await get(`/meetings/${rehearsal}/journal?limit=1`);
    const made = await fetch(`${hub.url}/api/meetings/${rehearsal}/official`, {
      method: 'POST',
      headers: { authorization: `Bearer ${hub.token('owner')}`, 'content-type': 'application/json' },
      body: '{}',
    });
    expect(made.status).toBe(201);
    const { body: after } = await get(`/meetings/${rehearsal}/journal?limit=1`);
    expect((before as JournalPage).rehearsal).toBeNull();
    expect((after as JournalPage).rehearsal).toEqual((before as JournalPage).head);
  });

  it('J6 says after a purge that something stood there, and names nobody', async () => {
    const meeting = await hub.app.meetings.withCode(code);
    await meeting?.journal.purge();
    const { lines } = await journal('?text=amendment-proposed');
    expect(lines).toMatchObject([{ purged: true, text: null }]);
  });
});

describe('names of organizers', () => {
  it('I7 are for organizers alone', async () => {
    const { id } = await hub.data.organizers.create(
      { name: '监票人乙', role: 'scrutineer', password: 'a long password' },
      1,
    );
    expect((await get('/organizer-names', 'viewer')).body).toMatchObject({ [id]: '监票人乙' });
    expect((await get('/organizer-names', null)).status).toBe(401);
  });
});
