/** A hub inside the test: on loopback, a free port and a folder of its own. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDataFolder, type DataFolder } from '../../db/data-folder.ts';
import type { OrganizerRole } from '../../assessment/actors.ts';
import { signToken } from '../../db/tokens.ts';
import { addressesOf } from '../../realtime/addresses.ts';
import { bareApp, createApp, type RunningApp } from '../../realtime/app.ts';
import { steadyClock } from '../../realtime/clock.ts';
import { readConfig } from '../../realtime/config.ts';
import { openFigures, openLog, type Figures } from '../../realtime/log.ts';
import { Caller } from './caller.ts';

export interface TestHub {
  url: string;
  data: DataFolder;
  app: RunningApp;
  figures: Figures;
  token(role: OrganizerRole): string;
  /** A demo meeting. @returns its code */
  demo(): Promise<string>;
  organizer(code: string, role?: OrganizerRole): Promise<Caller>;
  device(code: string, session: string): Promise<Caller>;
  /** How often a code was refused so far. */
  refused(code: string): Promise<number>;
  close(): Promise<void>;
}

export async function startHub(env: Record<string, string> = {}): Promise<TestHub> {
  const folder = await mkdtemp(join(tmpdir(), 'dakaochang-'));
  await mkdir(join(folder, 'pages'));
  await writeFile(join(folder, 'pages', 'index.html'), '<!doctype html><title>pages</title>');
  const config = readConfig({
    HOST: '127.0.0.1',
    PORT: '0',
    DATA: folder,
    PAGES: join(folder, 'pages'),
    ...env,
  });
  const { app, ready } = bareApp(config);
  const server = createServer(app);
  const data = openDataFolder(config.data, { idle: config.idle });
  await new Promise<void>((resolve) => server.listen(0, config.host, resolve));
  const { port } = server.address() as AddressInfo;
  const figures = openFigures();
  const addresses = addressesOf(config, () => port);
  const running = await createApp(app, server, {
    config,
    data,
    clock: steadyClock(),
    addresses,
    demoTitle: '演示考场',
    log: openLog('silent'),
    figures,
  });
  ready.check = () => running.meetings.healthy();
  ready.chain = () => running.meetings.chains();
  ready.open();
  const url = `http://127.0.0.1:${port}`;
  const callers: Caller[] = [];
  const call = async (caller: Caller) => {
    callers.push(caller);
    return caller.ready();
  };
  const token = (role: OrganizerRole) =>
    signToken(data.secrets.signingKey(), { role, name: role, expires: Date.now() + 3_600_000 });
  return {
    url,
    data,
    app: running,
    figures,
    token,
    demo: async () => (await running.meetings.createDemo('演示考场')).code,
    organizer: (code, role = 'owner') => call(new Caller({ url, code, token: token(role) })),
    device: (code, session) => call(new Caller({ url, code, session })),
    refused: async (code) => {
      const { values } = await figures.refused.get();
      return values.find((one) => one.labels.code === code)?.value ?? 0;
    },
    close: async () => {
      for (const caller of callers) caller.close();
      await running.close();
      await new Promise((resolve) => server.close(resolve));
      await data.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
