import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { headers, servePages } from '../../realtime/pages.ts';

const POLICY = "default-src 'none'; script-src 'sha256-abc='; style-src 'sha256-def='";
const folder = mkdtempSync(join(tmpdir(), 'dkc-pages-'));
let server: Server;
let url = '';

beforeAll(async () => {
  writeFileSync(join(folder, 'index.html'), '<script>1</script>');
  writeFileSync(
    join(folder, 'recount.html'),
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}" /><script>2</script>`,
  );
  writeFileSync(join(folder, 'recount.html.sha256'), `${'a'.repeat(64)}  recount.html\n`);
  const app = express();
  app.use(headers(folder, false));
  servePages(app, folder, () => true);
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

it('the recount page is served under the policy that it names itself, and speaks to nobody', async () => {
  const answer = await fetch(`${url}/recount.html`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toContain('text/html');
  expect(answer.headers.get('content-security-policy')).toBe(`${POLICY}; frame-ancestors 'none'`);
  expect(answer.headers.get('cache-control')).toBe('no-cache');
  expect(await answer.text()).toContain('<script>2</script>');
});

it('its fingerprint is served beside it, and other pages keep their policy', async () => {
  expect(await (await fetch(`${url}/recount.html.sha256`)).text()).toMatch(/^a{64} {2}recount\.html\n$/);
  const page = await fetch(`${url}/console`);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
  // The script of the other page is not allowed here.
  expect(page.headers.get('content-security-policy')?.match(/sha256-/g)).toHaveLength(1);
});
