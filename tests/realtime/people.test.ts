/** I7 · Those who organize, over HTTP and their open connections. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditLine, OrganizerRow } from '../../realtime/protocol-names.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { Visitor } from '../support/visitor.ts';

const OWN = '桂花开了一整条街';
const TEMPORARY = '先用这一句话登录吧';
const HOUR = 3_600_000;

let hub: TestHub;
let owner: Visitor;
const visitor = () => new Visitor(hub.url);

/** Somebody whom the owner added, with a password of his own. */
async function added(name: string, role: OrganizerRow['role']): Promise<{ id: string; visitor: Visitor }> {
  const { body } = await owner.ask('/organizers', { name, role, password: `${TEMPORARY}${name}` });
  const { id } = body as OrganizerRow;
  const one = visitor();
  await one.signIn(name, `${TEMPORARY}${name}`);
  expect(
    await one.ask('/password', { old: `${TEMPORARY}${name}`, password: `${OWN}，${name}来了` }),
  ).toMatchObject({ status: 204 });
  return { id, visitor: one };
}
const own = (name: string) => `${OWN}，${name}来了`;
const lines = async (query = ''): Promise<AuditLine[]> =>
  (await owner.ask(`/audit${query}`)).body.lines as AuditLine[];

beforeAll(async () => {
  hub = await startHub();
  owner = visitor();
  const token = hub.data.setup.rotate() ?? '';
  expect(await owner.ask('/set-up', { token, name: '王主任', password: '短密码' })).toMatchObject({
    status: 400,
    body: { code: 'weak-password', detail: { least: 10, problem: 'short' } },
  });
  expect(await owner.ask('/set-up', { token, name: '王主任', password: own('王主任') })).toMatchObject({
    status: 200,
  });
});
afterAll(() => hub.close());

describe('I7 · accounts', () => {
  it('begin with a password that the owner chose and that opens nothing but its own change', async () => {
    const made = await owner.ask('/organizers', { name: '李主持', role: 'host', password: `${TEMPORARY}啊` });
    expect(made).toMatchObject({ status: 201, body: { name: '李主持', role: 'host', passwordDue: true } });
    expect(made.body).not.toHaveProperty('password');
    const li = visitor();
    await li.signIn('李主持', `${TEMPORARY}啊`);
    expect((await li.ask('/status')).body.organizer).toMatchObject({ name: '李主持', passwordDue: true });
    expect(await li.ask('/meetings')).toMatchObject({ status: 403, body: { code: 'password-due' } });
    await expect(li.opens(await hub.demo())).rejects.toThrow('not-signed-in');
    const change = (password: string) => li.ask('/password', { old: `${TEMPORARY}啊`, password });
    expect(await change(`${TEMPORARY}啊`)).toMatchObject({ body: { detail: { problem: 'same' } } });
    expect(await change('李主持李主持李主持李')).toMatchObject({ body: { detail: { problem: 'name' } } });
    expect(await change(own('李主持'))).toMatchObject({ status: 204 });
    expect(await li.ask('/meetings')).toMatchObject({ status: 200 });
  });

  it('are listed for the owner; the others see themselves, and change nobody', async () => {
    const { id, visitor: chen } = await added('陈监票', 'scrutineer');
    const all = (await owner.ask('/organizers')).body as OrganizerRow[];
    expect(all.map(({ name }) => name)).toContain('王主任');
    expect(all.find((one) => one.id === id)).toMatchObject({ passwordDue: false, lockedUntil: null });
    expect(all.find((one) => one.id === id)?.signedInAt).toBeGreaterThan(0);
    expect((await chen.ask('/organizers')).body).toMatchObject([{ id }]);
    for (const [path, body] of [
      ['/organizers', { name: '某人', role: 'owner', password: own('某人') }],
      [`/organizers/${id}/name`, { name: '陈主任' }],
      [`/organizers/${id}/role`, { role: 'owner' }],
      [`/organizers/${id}/password`, { password: own('别人') }],
      [`/organizers/${id}/unlock`, {}],
      [`/organizers/${id}/remove`, {}],
    ] as const)
      expect(await chen.ask(path, body)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect(await chen.ask('/audit')).toMatchObject({ status: 403 });
  });

  it('are renamed by the owner: the new name signs in, the old one no more, and the record says both', async () => {
    const { id } = await added('钱主持', 'host');
    const rename = (name: string) => owner.ask(`/organizers/${id}/name`, { name });
    expect(await rename('王主任')).toMatchObject({ body: { code: 'name-taken' } });
    expect(await rename(' ')).toMatchObject({ body: { code: 'malformed', detail: { field: 'name' } } });
    expect(await rename('钱 晓主持')).toMatchObject({
      status: 200,
      body: { id, name: '钱 晓主持', role: 'host' },
    });
    expect((await lines())[0]).toMatchObject({
      what: 'organizer-renamed',
      byName: '王主任',
      aboutName: '钱 晓主持',
      detail: '钱主持',
    });
    const one = visitor();
    expect(await one.ask('/sign-in', { name: '钱主持', password: own('钱主持') })).toMatchObject({
      status: 401,
    });
    expect(await one.ask('/sign-in', { name: '钱 晓主持', password: own('钱主持') })).toMatchObject({
      status: 200,
    });
  });

  it('say at the field what is wrong, and take no name twice', async () => {
    const ask = (body: object) => owner.ask('/organizers', body);
    expect(await ask({ name: '王主任', role: 'host', password: own('别人') })).toMatchObject({
      status: 400,
      body: { code: 'name-taken' },
    });
    expect(await ask({ name: ' ', role: 'host', password: own('别人') })).toMatchObject({
      body: { code: 'malformed', detail: { field: 'name' } },
    });
    expect(await ask({ name: '赵', role: 'king', password: own('别人') })).toMatchObject({
      body: { code: 'malformed', detail: { field: 'role' } },
    });
    expect(await ask({ name: '赵', role: 'host', password: '1234567890' })).toMatchObject({
      body: { code: 'weak-password', detail: { problem: 'common' } },
    });
    expect(await owner.ask('/organizers/nobody/role', { role: 'host' })).toMatchObject({
      status: 404,
      body: { code: 'organizer-unknown' },
    });
  });

  it('keep an owner: the last one is neither removed nor given another role', async () => {
    const me = ((await owner.ask('/organizers')).body as OrganizerRow[]).find((one) => one.role === 'owner');
    expect(await owner.ask(`/organizers/${me?.id}/role`, { role: 'host' })).toMatchObject({
      status: 409,
      body: { code: 'last-owner' },
    });
    expect(await owner.ask(`/organizers/${me?.id}/remove`, {})).toMatchObject({
      body: { code: 'last-owner' },
    });
    // One's own password is changed with the old one.
    expect(await owner.ask(`/organizers/${me?.id}/password`, { password: own('别人') })).toMatchObject({
      status: 403,
    });
  });

  it('end at once where they are removed or given another role, on open connections too', async () => {
    const code = await hub.demo();
    const { id, visitor: sun } = await added('孙主持', 'host');
    const console1 = await sun.opens(code);
    expect(await console1.command('meeting.draft', {})).toMatchObject({ ok: true });
    await owner.ask(`/organizers/${id}/role`, { role: 'viewer' });
    await console1.until(() => console1.bye === 'not-signed-in');
    const console2 = await sun.opens(code);
    expect(await console2.command('meeting.ready', {})).toMatchObject({ code: 'forbidden' });
    await owner.ask(`/organizers/${id}/remove`, {});
    await console2.until(() => console2.bye === 'not-signed-in');
    expect((await sun.ask('/status')).body).toMatchObject({ organizer: null, ended: 'closed' });
    expect(await sun.signIn('孙主持', own('孙主持'))).toMatchObject({ body: { code: 'wrong-password' } });
    for (const one of [console1, console2]) one.close();
  });

  it('change their own password with the old one, which ends their other sessions and not this one', async () => {
    const { visitor: he } = await added('何查看', 'viewer');
    const elsewhere = visitor();
    await elsewhere.signIn('何查看', own('何查看'));
    expect(await he.ask('/password', { old: '不是这个密码', password: own('新的') })).toMatchObject({
      status: 401,
      body: { code: 'wrong-password' },
    });
    await he.ask('/password', { old: own('何查看'), password: own('换过的') });
    expect((await he.ask('/status')).body.organizer).toMatchObject({ name: '何查看' });
    expect((await elsewhere.ask('/status')).body).toMatchObject({ organizer: null, ended: 'closed' });
  });
});

describe('I7 · failures, locks and idle sessions', () => {
  it('locks a name for 15 minutes at the fifth wrong password, says so at once, and the owner unlocks it', async () => {
    const { id } = await added('周主持', 'host');
    const guesser = visitor();
    for (let tries = 1; tries < 5; tries += 1)
      expect(await guesser.signIn('周主持', '猜一个密码看看')).toMatchObject({
        status: 401,
        body: { code: 'wrong-password' },
      });
    const locked = { status: 429, body: { code: 'locked-out', detail: { minutes: 15 } } };
    expect(await guesser.signIn('周主持', '猜一个密码看看')).toMatchObject(locked);
    expect(await guesser.signIn('周主持', own('周主持'))).toMatchObject(locked);
    const row = ((await owner.ask('/organizers')).body as OrganizerRow[]).find((one) => one.id === id);
    expect(row?.lockedUntil).toBeGreaterThan(Date.now() + 14 * 60_000);
    await owner.ask(`/organizers/${id}/unlock`, {});
    expect(await guesser.signIn('周主持', own('周主持'))).toMatchObject({ status: 200 });
  });

  it('a new password from the owner lifts the lock, and has to be changed', async () => {
    const { id, visitor: wu } = await added('吴主持', 'host');
    for (let tries = 0; tries < 5; tries += 1) await visitor().signIn('吴主持', '猜一个密码看看');
    await owner.ask(`/organizers/${id}/password`, { password: own('临时') });
    expect((await wu.ask('/status')).body).toMatchObject({ organizer: null, ended: 'closed' });
    expect(await wu.signIn('吴主持', own('临时'))).toMatchObject({ status: 200 });
    expect((await wu.ask('/status')).body.organizer).toMatchObject({ passwordDue: true });
  });

  it('ends a session after an hour without an action, and says why; asking for the status is none', async () => {
    const { id } = await added('郑主持', 'host');
    const opened = (ago: number) =>
      new Visitor(hub.url, `dkc_organizer=${hub.data.sessions.open(id, Date.now() - ago)}`);
    const active = opened(HOUR - 5000);
    expect(await active.ask('/meetings')).toMatchObject({ status: 200 });
    expect(await opened(HOUR + 1000).ask('/status')).toMatchObject({
      body: { organizer: null, ended: 'idle', idle: HOUR },
    });
    expect(await opened(HOUR + 1000).ask('/meetings')).toMatchObject({
      status: 401,
      body: { code: 'not-signed-in' },
    });
    const watching = opened(HOUR - 60_000);
    await watching.ask('/status');
    const seen = () =>
      hub.data.sessions.find(watching.cookie.split('=')[1] ?? '', Date.now() + 61_000, false);
    expect(seen()).toBe('idle');
    await watching.ask('/meetings');
    expect(seen()).toMatchObject({ name: '郑主持' });
  });

  it('keeps a host signed in while he is connected to a meeting that runs, and not to one that does not', async () => {
    const code = await hub.demo();
    const { id } = await added('冯主持', 'host');
    const token = hub.data.sessions.open(id, Date.now() - HOUR + 60_000);
    const feng = new Visitor(hub.url, `dkc_organizer=${token}`);
    const desk = await feng.opens(code);
    const inTwoMinutes = () => hub.data.sessions.find(token, Date.now() + 120_000, false);
    hub.app.hub.lookAgain();
    expect(inTwoMinutes()).toBe('idle');
    const host = await hub.organizer(code, 'host');
    await host.must('meeting.open', {});
    hub.app.hub.lookAgain();
    expect(inTwoMinutes()).toMatchObject({ name: '冯主持' });
    desk.close();
  });
});

describe('I7 · the record', () => {
  it('holds sign-ins, sign-outs, refusals and changes in order, with the address, and no password or unknown name', async () => {
    const { id, visitor: tang } = await added('唐记录', 'viewer');
    await tang.ask('/sign-out', {});
    await tang.signIn('my secret password typed here', 'x');
    await tang.signIn('唐记录', '猜一个密码看看');
    await owner.ask(`/organizers/${id}/role`, { role: 'scrutineer' });
    const seen = (await lines()).slice(0, 7).reverse();
    expect(seen.map(({ what, byName, aboutName, detail }) => [what, byName, aboutName, detail])).toEqual([
      ['organizer-added', '王主任', '唐记录', 'viewer'],
      ['signed-in', '唐记录', null, null],
      ['password-changed', '唐记录', null, null],
      ['signed-out', '唐记录', null, null],
      ['sign-in-refused', null, null, 'unknown'],
      ['sign-in-refused', null, '唐记录', 'wrong'],
      ['role-changed', '王主任', '唐记录', 'viewer scrutineer'],
    ]);
    expect(seen.every(({ address }) => address === '127.0.0.1')).toBe(true);
    const all = JSON.stringify(await lines());
    for (const secret of ['my secret password', TEMPORARY, OWN]) expect(all).not.toContain(secret);
  });

  it('is filtered by group and name, and read page by page', async () => {
    const refusals = await lines('?group=refusals');
    expect(new Set(refusals.map(({ what }) => what))).toEqual(new Set(['sign-in-refused', 'locked-out']));
    const named = await lines(`?name=${encodeURIComponent('唐记录')}`);
    expect(named.length).toBeGreaterThan(3);
    const first = (await owner.ask('/audit')).body as { lines: AuditLine[]; more: boolean };
    expect(first.lines.length).toBeLessThanOrEqual(50);
    const [newest] = first.lines;
    expect((await lines(`?before=${newest?.n}`))[0]?.n).toBe((newest?.n ?? 0) - 1);
    expect(await owner.ask('/audit?group=everything')).toMatchObject({ status: 400 });
    expect(await owner.ask('/audit?before=x')).toMatchObject({ status: 400 });
  });
});
