/** Trouble from outside: hostile messages, rights that end, files that cannot be read, taps that come twice. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import Database from 'better-sqlite3';
import { io } from 'socket.io-client';
import { hashSecret } from '../../assessment/passes.ts';
import { openDataFolder } from '../../db/data-folder.ts';
import { MemoryJournal } from '../../db/memory-journal.ts';
import { meetingPath } from '../../db/meetings.ts';
import { steadyClock } from '../../realtime/clock.ts';
import { openLog } from '../../realtime/log.ts';
import { Meetings } from '../../realtime/meetings.ts';
import { BYE, COMMAND, PROTOCOL, type Bye, type Reply } from '../../realtime/protocol-names.ts';
import { startHub, type TestHub } from '../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

const secretOf = (name: string) => name.padEnd(22, '0');
const official = (code: string) =>
  fetch(`${hub.url}/api/meetings/${code}/official`, {
    method: 'POST',
    headers: { authorization: `Bearer ${hub.token('owner')}` },
  });
const codeIn = async (answer: Response) => ((await answer.json()) as { code: string }).code;

/** The answer to one packet that no honest client can write. */
function answerTo(code: string, packet: string): Promise<string> {
  const socket = new WebSocket(`${hub.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
  return new Promise((resolve, reject) => {
    socket.onerror = () => reject(new Error('closed'));
    socket.onmessage = ({ data }) => {
      const text = String(data);
      if (text.startsWith('0'))
        socket.send(`40${JSON.stringify({ protocol: PROTOCOL, code, session: secretOf('crooked') })}`);
      else if (text.startsWith('40')) socket.send(packet);
      else if (text.startsWith('43')) {
        socket.close();
        resolve(text);
      }
    };
  });
}

describe('hostile messages', () => {
  it('refuses one that nests without end, and lives', async () => {
    const code = await hub.demo();
    const deep = '['.repeat(20_000) + ']'.repeat(20_000);
    expect(await answerTo(code, `420["${COMMAND}",${deep}]`)).toContain('too-large');
  });
});

describe('I7 the rights of an organizer end with his session', () => {
  const account = { name: '主办', role: 'host' as const, password: 'a long password' };
  const signedIn = async () => {
    const known = hub.data.organizers.list()[0] ?? (await hub.data.organizers.create(account, Date.now()));
    const cookie = `dkc_organizer=${hub.data.sessions.open(known.id, Date.now())}`;
    const socket = io(hub.url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth: { protocol: PROTOCOL, code: await hub.demo(), organizer: true },
      extraHeaders: { cookie },
    });
    await new Promise<void>((resolve) => socket.once('connect', resolve));
    const bye = new Promise<string>((resolve) => socket.once(BYE, (said: Bye) => resolve(said.code)));
    const gone = new Promise((resolve) => socket.once('disconnect', resolve));
    const describeIt = (): Promise<Reply> =>
      socket.emitWithAck(COMMAND, {
        v: PROTOCOL,
        id: `describe-${Math.random()}`.replace('.', '-'),
        type: 'meeting.describe',
        body: { title: '改名', place: '', date: '' },
      }) as Promise<Reply>;
    return { id: known.id, cookie, bye, gone, describeIt };
  };

  it('his sockets go when he signs out', async () => {
    const { cookie, bye, gone } = await signedIn();
    await fetch(`${hub.url}/api/sign-out`, { method: 'POST', headers: { cookie } });
    expect(await bye).toBe('not-signed-in');
    await gone;
  });

  it('a command is decided with the role that he has now', async () => {
    const { id, describeIt } = await signedIn();
    expect(await describeIt()).toMatchObject({ ok: true });
    hub.data.organizers.setRole(id, 'viewer');
    expect(await describeIt()).toMatchObject({ ok: false, code: 'forbidden' });
    hub.data.organizers.setRole(id, 'host');
  });

  it('a command is refused when his account is gone, and the connection ends', async () => {
    const { id, bye, gone, describeIt } = await signedIn();
    hub.data.organizers.remove(id);
    expect(await describeIt()).toMatchObject({ ok: false, code: 'not-signed-in' });
    expect(await bye).toBe('not-signed-in');
    await gone;
  });
});

describe('between the handshake and the connection', () => {
  it('I4 a session that is revoked there never gets in', async () => {
    const code = await hub.demo();
    const host = await hub.organizer(code);
    const secret = secretOf('pass-late');
    const pass = { id: 'party-77', kind: 'examiner' as const, number: '77', category: 'party', person: 'e1' };
    await host.must('passes.issue', { passes: [{ ...pass, unit: null, hash: hashSecret(secret) }] });
    const phone = await hub.device(code, secretOf('late-phone'));
    await phone.must('pass.enrol', { secret });
    phone.close();
    let revoked = false;
    hub.app.hub.io.use((_socket, next) => {
      const done = revoked
        ? Promise.resolve()
        : host.must('pass.revoke', { pass: 'party-77', reason: '遗失' });
      revoked = true;
      void done.then(() => next());
    });
    const socket = io(hub.url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth: { protocol: PROTOCOL, code, session: secretOf('late-phone') },
    });
    const frames = vi.fn();
    socket.on('frame', frames);
    const bye = await new Promise((resolve) => socket.once(BYE, (said: Bye) => resolve(said.code)));
    expect(bye).toBe('revoked');
    expect(frames).not.toHaveBeenCalled();
    expect((await hub.app.meetings.withCode(code))?.presence.online(hashSecret(secretOf('late-phone')))).toBe(
      false,
    );
    socket.disconnect();
  });
});

describe('A1 going official', () => {
  it('makes one official meeting of two taps', async () => {
    const code = await hub.demo();
    const before = hub.data.meetings.list().length;
    const answers = await Promise.all([official(code), official(code)]);
    expect(answers.map((one) => one.status).sort()).toEqual([201, 409]);
    expect(hub.data.meetings.list()).toHaveLength(before + 1);
    expect(hub.data.meetings.byCode(code)).toMatchObject({ mode: 'official', archivedAt: null });
  });

  it('leaves nothing behind where the disk takes nothing, and the rehearsal goes on', async () => {
    const code = await hub.demo();
    const before = hub.data.meetings.list();
    const make = hub.data.createMeeting.bind(hub.data);
    const full = vi.spyOn(hub.data, 'createMeeting').mockImplementationOnce((meeting, now) => {
      const made = make(meeting, now);
      const broken = new MemoryJournal({ fault: () => 'refuse' });
      return { ...made, journal: broken };
    });
    const answer = await official(code);
    expect([answer.status, await codeIn(answer)]).toEqual([503, 'disk']);
    full.mockRestore();
    expect(hub.data.meetings.list()).toEqual(before);
    expect((await fetch(`${hub.url}/readyz`)).status).toBe(200);
    const host = await hub.organizer(code);
    expect(await host.command('meeting.describe', { title: '还在', place: '', date: '' })).toMatchObject({
      ok: true,
    });
    expect((await official(code)).status).toBe(201);
  });
});

describe('a file that cannot be read', () => {
  it('is told of, and holds up no other meeting', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dakaochang-'));
    const log = openLog('silent');
    const told = vi.spyOn(log, 'error');
    let data = openDataFolder(folder);
    const made = new Meetings(data, steadyClock(), log);
    const [torn, odd, whole] = [
      await made.createDemo('一'),
      await made.createDemo('二'),
      await made.createDemo('三'),
    ];
    await made.close();
    await data.close();
    writeFileSync(meetingPath(folder, torn.id), 'not a database, and longer than nothing'.repeat(200));
    const file = new Database(meetingPath(folder, odd.id));
    for (const { name } of file.prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).all() as {
      name: string;
    }[])
      file.exec(`DROP TRIGGER ${name}`);
    file.exec(`UPDATE journal SET body = 'torn' WHERE n = 2`);
    file.close();
    data = openDataFolder(folder);
    const meetings = new Meetings(data, steadyClock(), log);
    const paths = [torn, odd].map((one) => meetingPath(folder, one.id));
    expect(await meetings.openAll()).toEqual(paths);
    expect(told.mock.calls.map(([fields]) => (fields as unknown as { path: string }).path).sort()).toEqual(
      [...paths].sort(),
    );
    expect((await meetings.withCode(whole.code))?.authority.state.length).toBeGreaterThan(0);
    await expect(meetings.withCode(odd.code)).rejects.toMatchObject({ name: 'Unreadable' });
    expect(await meetings.healthy()).toBe(true);
    await meetings.close();
    await data.close();
    rmSync(folder, { recursive: true });
  });

  it('is `data-unreadable` to its phones and its organizers', async () => {
    const row = hub.data.meetings.create({ title: '没有文件', mode: 'rehearsal' }, Date.now());
    const socket = io(hub.url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth: { protocol: PROTOCOL, code: row.code, session: secretOf('hopeful') },
    });
    const error = await new Promise<Error & { data?: unknown }>((resolve) =>
      socket.once('connect_error', resolve),
    );
    expect(error.data).toEqual({ code: 'data-unreadable' });
    const bundle = await fetch(`${hub.url}/api/meetings/${row.code}/bundle.json`, {
      headers: { authorization: `Bearer ${hub.token('viewer')}` },
    });
    expect([bundle.status, await codeIn(bundle)]).toEqual([503, 'data-unreadable']);
    hub.data.meetings.remove(row.id);
  });
});
