/** What a stranger, a viewer or a broken program may send over HTTP and sockets, and what a hub that is killed keeps. */
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashSecret } from '../../assessment/passes.ts';
import { AWAKE, LOOK, PROTOCOL, SHOWS, SYNC } from '../../realtime/protocol-names.ts';
import { Caller } from '../support/caller.ts';
import { HubProcess } from '../support/hub-process.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { Visitor } from '../support/visitor.ts';

let hub: TestHub;
let code: string;
beforeAll(async () => {
  hub = await startHub();
  code = await hub.demo();
});
afterAll(() => hub.close());

type Role = 'owner' | 'host' | 'scrutineer' | 'viewer';
const secretOf = (name: string) => name.padEnd(22, '0');

/** One request; what comes back as a status and the code that was said. */
async function ask(
  method: string,
  path: string,
  role: Role | null,
  body?: unknown,
  more: Record<string, string> = {},
) {
  const answer = await fetch(`${hub.url}/api${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(role ? { authorization: `Bearer ${hub.token(role)}` } : {}),
      ...more,
    },
    ...(method === 'GET' ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body ?? {}) }),
  });
  const text = await answer.text();
  const said = text.startsWith('{') ? (JSON.parse(text) as { code?: string }).code : undefined;
  return { status: answer.status, code: said };
}

/** Every route but those that take a meeting away, with who may use it. */
const ROUTES: [string, string, Role[] | 'anybody'][] = [
  ['GET', '/organizers', ['owner', 'host', 'scrutineer', 'viewer']],
  ['POST', '/organizers', ['owner']],
  ['POST', '/organizers/nobody/name', ['owner']],
  ['POST', '/organizers/nobody/role', ['owner']],
  ['POST', '/organizers/nobody/password', ['owner']],
  ['POST', '/organizers/nobody/unlock', ['owner']],
  ['POST', '/organizers/nobody/remove', ['owner']],
  ['POST', '/password', ['owner', 'host', 'scrutineer', 'viewer']],
  ['GET', '/audit', ['owner']],
  ['GET', '/meetings', ['owner', 'host', 'scrutineer', 'viewer']],
  ['POST', '/meetings', ['owner', 'host']],
  ['GET', '/meetings/000000/official', ['owner', 'host', 'scrutineer', 'viewer']],
  ['POST', '/meetings/000000/official', ['owner']],
  ['POST', '/meetings/000000/archive', ['owner', 'host']],
  ['POST', '/meetings/000000/restore', ['owner', 'host']],
  ['POST', '/meetings/000000/remove', ['owner']],
  ['GET', '/meetings/000000/journal', ['owner', 'host', 'scrutineer', 'viewer']],
  ['GET', '/meetings/000000/amendments/a1/scores', ['owner', 'host', 'scrutineer']],
  ['GET', '/meetings/000000/bundle.json', ['owner', 'host', 'scrutineer', 'viewer']],
  ['GET', '/meetings/000000/ranking.csv', ['owner', 'host', 'scrutineer', 'viewer']],
  ['GET', '/meetings/000000/ranking.xlsx', ['owner', 'host', 'scrutineer', 'viewer']],
  ['GET', '/meetings/000000/questions.xlsx', ['owner', 'host', 'scrutineer', 'viewer']],
  ['GET', '/meetings/000000/report.docx', ['owner', 'host', 'scrutineer', 'viewer']],
  ['GET', '/organizer-names', ['owner', 'host', 'scrutineer', 'viewer']],
  ['GET', '/machine', ['owner', 'host', 'scrutineer', 'viewer']],
  ['POST', '/reach', ['owner', 'host']],
  ['GET', '/reach/nothing', ['owner', 'host', 'scrutineer', 'viewer']],
  ['POST', '/reach/nothing', 'anybody'],
  ['POST', '/sign-in', 'anybody'],
  ['POST', '/set-up', 'anybody'],
  ['POST', '/sign-out', 'anybody'],
  ['GET', '/status', 'anybody'],
  ['GET', '/codes/000000', 'anybody'],
  ['GET', '/addresses', 'anybody'],
];

describe('I7 who may ask what', () => {
  it.each(ROUTES)('%s %s', async (method, path, who) => {
    if (who === 'anybody') return;
    expect(await ask(method, path, null)).toEqual({ status: 401, code: 'not-signed-in' });
    for (const role of ['owner', 'host', 'scrutineer', 'viewer'] as const) {
      const { code: said } = await ask(method, path, role);
      if (who.includes(role)) expect(said).not.toBe('forbidden');
      else expect(said).toBe('forbidden');
    }
  });

  it.each(ROUTES.filter(([method]) => method === 'POST'))(
    '%s %s takes nothing from another page',
    async (method, path) => {
      const foreign = { origin: 'https://elsewhere.example' };
      expect(await ask(method, path, 'owner', {}, foreign)).toEqual({ status: 403, code: 'origin' });
      expect(await ask(method, path, 'owner', {}, { origin: 'null' })).toEqual({
        status: 403,
        code: 'origin',
      });
    },
  );
});

const deep = `${'['.repeat(9000)}${']'.repeat(9000)}`;
const BODIES: unknown[] = [
  '',
  'null',
  '[]',
  '"text"',
  '{',
  deep,
  `{"name":${deep}}`,
  '{"__proto__":{"role":"owner"},"constructor":1}',
  { name: 'a\u0000b', password: 'long enough 1', role: 'host', token: 'x'.repeat(22) },
  { name: '\ud800', password: '\ud800'.repeat(20), role: 'owner', old: '\udc00' },
  { name: { toString: 1 }, role: ['owner'], password: 5, code: {}, kind: 'copy', from: 0 },
  { kind: 'copy', from: '000000', title: '甲', place: '', date: '' },
  { kind: 'new', title: '\ud800', place: '\u2028', date: '' },
  { kind: 'new', title: '甲'.repeat(5000) },
  { now: -1, device: 'other', socket: 1, trip: 1e99 },
  { now: 9007199254740994, device: '__proto__', socket: true, trip: 0 },
  'x'.repeat(100_000),
];
const QUERIES = [
  '?before=0',
  '?before=-1',
  '?before=1e9',
  '?before[]=1&before[]=2',
  '?limit=201',
  '?limit=1&kind=__proto__',
  `?text=${'%25'.repeat(40)}`,
  `?name=${encodeURIComponent("%_\\' OR 1=1 --")}`,
  '?name[$ne]=1',
  '?person=%00&unit=%00',
  '?before=999999999999',
];

describe('garbage', () => {
  it.each(ROUTES)('%s %s says what is wrong with it, and never `internal`', async (method, path) => {
    const here = path.replace('000000', code);
    // Going official and putting away would take the meeting from the others.
    const at = /official$|archive$/.test(here) ? path : here;
    for (const body of method === 'GET' ? [''] : BODIES) {
      const { status, code: said } = await ask(method, at, 'owner', body);
      expect([said, status], JSON.stringify(body).slice(0, 80)).not.toContain('internal');
      expect(status).toBeLessThan(500);
    }
    for (const query of QUERIES) {
      const { status } = await ask(method, `${at}${query}`, 'owner', {});
      expect(status, query).toBeLessThan(500);
    }
  });

  it('paths and cookies that cannot be read', async () => {
    for (const path of [
      '/meetings/%E0%A4%A/journal',
      '/organizers/%00/remove',
      '/codes/%ff',
      '/reach/%2e%2e%2f',
    ])
      for (const method of ['GET', 'POST'])
        expect((await ask(method, path, 'owner')).status, path).toBeLessThan(500);
    for (const cookie of [
      'dkc_organizer=%E0%A4%A',
      'dkc_organizer=; dkc_organizer=a',
      '=;;=',
      'dkc_organizer=' + 'x'.repeat(5000),
    ])
      expect((await ask('GET', '/meetings', null, undefined, { cookie })).status).toBe(401);
    for (const authorization of ['Bearer a.b.c', 'Bearer ' + 'x'.repeat(5000), 'Bearer ..', 'Basic eDp5'])
      expect((await ask('GET', '/meetings', null, undefined, { authorization })).status).toBe(401);
  });

  it('over a socket, from everybody', async () => {
    const callers = [
      await hub.organizer(code),
      await hub.organizer(code, 'viewer'),
      await hub.device(code, secretOf('stranger')),
    ];
    const messages: unknown[] = [
      null,
      1,
      '',
      [],
      {},
      { v: PROTOCOL },
      { v: 2, awake: true },
      { v: PROTOCOL, awake: 'yes' },
      { v: PROTOCOL, secret: 'x' },
      { v: PROTOCOL, secret: secretOf('nothing') },
      { v: PROTOCOL, since: { journal: 'x'.repeat(65), n: 0 } },
      { v: PROTOCOL, since: { journal: 'x', n: 1e15 } },
      { v: PROTOCOL, scene: '../../etc', width: 1, height: 1, ratio: 1, theme: 'day', to: 0 },
      { v: PROTOCOL, scene: 'turn', width: 1, height: 1, ratio: 1e308, theme: 'day', to: 0 },
      { v: PROTOCOL, scene: 'turn', width: 1, height: 1, ratio: 1, theme: 'day', to: 0 },
    ];
    for (const caller of callers)
      for (const event of [AWAKE, SHOWS, LOOK, SYNC])
        for (const message of messages) {
          const reply = (await caller.raw(event, message)) as { ok: boolean; code?: string } | null;
          expect(reply, `${event} ${JSON.stringify(message)}`).not.toBeNull();
          expect(reply?.code).not.toBe('internal');
        }
    expect((await fetch(`${hub.url}/readyz`)).status).toBe(200);
  });
});

describe('the door', () => {
  it('I7 phones that knock with codes that are over keep no organizer of the same venue from signing in', async () => {
    await hub.data.organizers.create({ name: '门口', role: 'host', password: 'a long password' }, Date.now());
    for (let at = 0; at < 60; at += 1)
      await ask('POST', `/reach/${secretOf(`over-${at}`)}`, null, {
        now: 0,
        device: 'other',
        socket: true,
        trip: 1,
      });
    expect((await new Visitor(hub.url).signIn('门口', 'a long password')).status).toBe(200);
  });

  it('a stranger with the code of a meeting that was put away writes nothing into its journal', async () => {
    const away = await hub.app.meetings.createDemo('收起');
    await hub.app.meetings.moves.archive(away.id, () => {});
    const file = hub.data.openMeeting(away.id);
    const before = file.head.length;
    await file.close();
    await expect(hub.device(away.code, secretOf('stranger'))).rejects.toThrow('meeting-unknown');
    const again = hub.data.openMeeting(away.id);
    expect(again.head.length).toBe(before);
    await again.close();
  });
});

describe('a view that cannot be computed', () => {
  it('ends no process, and no other meeting', async () => {
    const broken = await hub.demo();
    const { authority } = (await hub.app.meetings.withCode(broken))!;
    const { roster } = authority.state;
    const units = roster.units;
    roster.units = null as never;
    const socket = io(hub.url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth: { protocol: PROTOCOL, code: broken, token: hub.token('host') },
    });
    await new Promise((resolve) => socket.once('disconnect', resolve));
    roster.units = units;
    expect((await hub.organizer(code)).slices.roster?.units.length).toBeGreaterThan(0);
    expect((await hub.organizer(broken)).slices.roster?.units).toEqual(units);
  });
});

describe('J3 I8 killed in the middle', () => {
  it('a tablet knows who is at it, a paper what was keyed once, a screen what it was told', async () => {
    const own = await HubProcess.start({ restart: true });
    try {
      const made = await fetch(`${own.url}/api/meetings`, {
        method: 'POST',
        headers: { authorization: `Bearer ${own.token()}`, 'content-type': 'application/json' },
        body: JSON.stringify({ kind: 'demo' }),
      });
      const { code: at } = (await made.json()) as { code: string };
      const [host, owner] = await Promise.all(
        (['host', 'owner'] as const).map((role) =>
          new Caller({ url: own.url, code: at, token: own.token(role) }).ready(),
        ),
      );
      if (!host || !owner) throw new Error('nobody');
      const unit = host.slices.roster?.units[0]?.id ?? '';
      const examiner = host.slices.roster?.examiners.find(({ recusals }) => !recusals.includes(unit));
      const pass = {
        id: 'p1',
        kind: 'examiner' as const,
        number: '1',
        category: examiner?.category ?? '',
        person: examiner?.id ?? '',
        unit: null,
      };
      const other = { person: null, category: null, unit: null };
      await host.must('passes.issue', {
        passes: [
          { ...pass, hash: hashSecret(secretOf('p1')) },
          { id: 'k1', kind: 'kiosk', number: '2', ...other, hash: hashSecret(secretOf('k1')) },
          { id: 's1', kind: 'screen', number: '3', ...other, hash: hashSecret(secretOf('s1')) },
        ],
      });
      await host.must('meeting.open', {});
      const tablet = await new Caller({ url: own.url, code: at, session: secretOf('tablet') }).ready();
      await tablet.must('pass.enrol', { secret: secretOf('k1') });
      await tablet.must('kiosk.take', { secret: secretOf('p1') });
      await host.must('screen.show', { screen: null, scene: 'message', text: '请稍候' });
      await host.must('turn.step', { unit, from: 'waiting', to: 'reporting' });
      await host.must('turn.step', { unit, from: 'reporting', to: 'questioning' });
      await host.must('turn.step', { unit, from: 'questioning', to: 'scoring' });
      await host.must('paper.issue', { unit, pass: 'p1' });
      const sheet = host.slices.sheet?.sheet.filter(({ by }) => by === 'examiners') ?? [];
      const scores = Object.fromEntries(sheet.map(({ id, full }) => [id, full]));
      await host.must('paper.key', { unit, pass: 'p1', scores });
      const second = owner.command('paper.key', { unit, pass: 'p1', scores }, 'the-second-key');
      process.kill(own.pid, 'SIGKILL');
      const reply = await second;
      expect(reply).toMatchObject({ ok: true, receipt: expect.stringMatching(/^[0-9A-Z]{8}$/) as string });
      const repeated = await owner.command('paper.key', { unit, pass: 'p1', scores }, 'the-second-key');
      expect(repeated).toMatchObject({ ok: true, repeated: true, receipt: reply.ok ? reply.receipt : '' });
      await tablet.until(() => tablet.mine?.guest?.id === 'p1' && tablet.mine.ballots.length === 1);
      await host.until(() => host.slices.shows?.all.scene === 'message');
      expect(host.slices.shows?.all.text).toBe('请稍候');
      expect(own.restarts).toBe(1);
      for (const one of [host, owner, tablet]) one.close();
    } finally {
      await own.stop();
    }
  });
});
