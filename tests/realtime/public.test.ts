/** B6 · What everybody may fetch of a closed meeting over plain HTTP, and which page stands at its address. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Published } from '../../assessment/view-public.ts';
import type { Caller } from '../support/caller.ts';
import { startHub, type TestHub } from '../support/hub.ts';

let hub: TestHub;

beforeAll(async () => {
  const pages = await mkdtemp(join(tmpdir(), 'dakaochang-pages-'));
  for (const name of ['index', 'phone', 'publication'])
    await writeFile(join(pages, `${name}.html`), `<!doctype html><title>${name}</title>`);
  hub = await startHub({ PAGES: pages });
});
afterAll(() => hub.close());

const get = (path: string, init: RequestInit = {}) => fetch(`${hub.url}${path}`, init);
const result = (code: string, init: RequestInit = {}) => get(`/api/public/${code}`, init);
const pageAt = async (path: string) => /<title>(.*)<\/title>/.exec(await (await get(path)).text())?.[1];

/** A meeting that is open, with its host. */
async function opened(): Promise<{ code: string; host: Caller }> {
  const code = await hub.demo();
  const host = await hub.organizer(code);
  await host.must('meeting.open', {});
  return { code, host };
}
async function closed(publication: 'results' | 'inclusion' | 'full' = 'inclusion') {
  const { code, host } = await opened();
  const settings = host.slices.meeting?.settings;
  if (settings) await host.must('meeting.set', { ...settings, publication });
  await host.must('meeting.close', {});
  return { code, host };
}

describe('GET /api/public/CODE', () => {
  it('B6 is the same no for a meeting that is open, for none, and for what is no code', async () => {
    const { code } = await opened();
    const answers = await Promise.all(
      [code, '000000', 'constructor', '%00'].map(async (one) => {
        const answer = await result(one);
        return [answer.status, answer.headers.get('cache-control'), await answer.json()];
      }),
    );
    for (const answer of answers)
      expect(answer).toEqual([404, 'no-store', { code: 'meeting-unknown', detail: {} }]);
  });

  it('B6 is there without signing in once the meeting is closed, and gone when it is reopened', async () => {
    const { code, host } = await closed();
    const answer = await result(code);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=15');
    const published = (await answer.json()) as Published;
    expect(published).toMatchObject({
      publication: 'inclusion',
      meeting: { code, demo: true },
      receipts: [],
    });
    expect(published.units).toHaveLength(5);
    await host.must('meeting.reopen', { reason: '误关' });
    expect((await result(code)).status).toBe(404);
  });

  it('is answered with its length alone, or with nothing where it is known already', async () => {
    const { code, host } = await closed();
    const head = await result(code, { method: 'HEAD', headers: { 'accept-encoding': 'identity' } });
    const whole = await result(code, { headers: { 'accept-encoding': 'identity' } });
    const text = await whole.text();
    expect(head.headers.get('content-length')).toBe(String(Buffer.byteLength(text)));
    expect(await head.text()).toBe('');
    const etag = whole.headers.get('etag') ?? '';
    const known = { headers: { 'if-none-match': etag } };
    const again = await result(code, known);
    expect([again.status, await again.text()]).toEqual([304, '']);
    await host.must('meeting.reopen', { reason: '误关' });
    await host.must('meeting.close', {});
    expect((await result(code, known)).status).toBe(200);
  });

  it('is packed as the browser asks for it', async () => {
    const { code } = await closed();
    const { request } = await import('node:http');
    const raw = await new Promise<{ encoding: string | undefined; bytes: Buffer }>((resolve, reject) => {
      const asked = request(
        `${hub.url}/api/public/${code}`,
        { headers: { 'accept-encoding': 'br' } },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('end', () =>
            resolve({ encoding: answer.headers['content-encoding'], bytes: Buffer.concat(parts) }),
          );
        },
      );
      asked.on('error', reject);
      asked.end();
    });
    expect(raw.encoding).toBe('br');
    expect(JSON.parse(brotliDecompressSync(raw.bytes).toString())).toMatchObject({ meeting: { code } });
  });

  it('counts once for all who ask at the same moment', async () => {
    const { code } = await closed();
    const etags = await Promise.all(
      Array.from({ length: 200 }, async () => (await result(code)).headers.get('etag')),
    );
    expect(new Set(etags).size).toBe(1);
  });

  it('B6 hands out the bundle where the level is full, and is the same no elsewhere', async () => {
    for (const level of ['results', 'inclusion'] as const) {
      const { code } = await closed(level);
      const answer = await get(`/api/public/${code}/bundle.json`);
      expect([answer.status, await answer.json()]).toEqual([404, { code: 'meeting-unknown', detail: {} }]);
    }
    const { code } = await closed('full');
    const answer = await get(`/api/public/${code}/bundle.json`);
    expect(answer.headers.get('content-disposition')).toContain(`dakaochang-${code}-bundle.json`);
    expect(await answer.json()).toMatchObject({ format: 'dakaochang/bundle', meeting: { code } });
  });

  it('A1 a meeting that was put away keeps its page where it was official, a rehearsal has none', async () => {
    const away = (code: string) =>
      get(`/api/meetings/${code}/archive`, {
        method: 'POST',
        headers: { authorization: `Bearer ${hub.token('owner')}` },
      });
    const rehearsal = await closed();
    expect((await away(rehearsal.code)).status).toBe(200);
    expect((await result(rehearsal.code)).status).toBe(404);
    const code = await hub.demo();
    await get(`/api/meetings/${code}/official`, {
      method: 'POST',
      headers: { authorization: `Bearer ${hub.token('owner')}`, 'content-type': 'application/json' },
      body: '{}',
    });
    const host = await hub.organizer(code);
    await host.must('meeting.open', {});
    await host.must('meeting.close', {});
    expect((await away(code)).status).toBe(200);
    expect(((await (await result(code)).json()) as Published).meeting.mode).toBe('official');
    expect(await pageAt(`/m/${code}`)).toBe('publication');
  });
});

describe('the page at /m/CODE', () => {
  it('is the phone’s while the meeting is open, and the public page once it is closed', async () => {
    const { code, host } = await opened();
    expect(await pageAt(`/m/${code}`)).toBe('phone');
    await host.must('meeting.close', {});
    expect(await pageAt(`/m/${code}`)).toBe('publication');
    expect(await pageAt(`/m/${code}/?lang=en`)).toBe('publication');
    // Whoever bears a pass goes on to his own page.
    expect(await pageAt(`/m/${code}?my`)).toBe('phone');
    await host.must('meeting.reopen', { reason: '误关' });
    expect(await pageAt(`/m/${code}`)).toBe('phone');
  });

  it('is always the public page at /result, which says itself that nothing is public', async () => {
    const { code } = await opened();
    expect(await pageAt(`/m/${code}/result`)).toBe('publication');
    expect(await pageAt('/m/000000')).toBe('phone');
  });
});
