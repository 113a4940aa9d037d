import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { bareApp } from '../../realtime/app.ts';
import { readConfig } from '../../realtime/config.ts';

const ends: (() => void)[] = [];
afterEach(() => ends.splice(0).forEach((end) => end()));

it('V3 who comes while the meetings are still being opened waits, and is told nothing wrong', async () => {
  const { app, ready } = bareApp(readConfig({}));
  const server = createServer(app);
  ends.push(
    () => server.closeAllConnections(),
    () => server.close(),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let answered = false;
  const screen = fetch(`${url}/screen/123456`).then((answer) => {
    answered = true;
    return answer.text();
  });
  // A later question is answered meanwhile, so the first one is surely in.
  expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ ok: true });
  expect((await fetch(`${url}/readyz`)).status).toBe(503);
  expect(answered).toBe(false);
  app.use((_request, response) => void response.send('the wall'));
  ready.open();
  expect(await screen).toBe('the wall');
});
