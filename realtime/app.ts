/** The application on one http server: health, API, sockets and pages. Only `main.ts` decides with what. */
import type { IncomingMessage, Server as HttpServer } from 'node:http';
import express, { type Express } from 'express';
import type { DataFolder } from '../db/data-folder.ts';
import type { Addresses } from './addresses.ts';
import { apiRoutes, sayRefusals, type ApiParts } from './api/index.ts';
import type { ServerClock } from './clock.ts';
import type { Config } from './config.ts';
import { downloadRoutes } from './api/downloads.ts';
import { countGuesses } from './guesses.ts';
import { Hub } from './hub.ts';
import { tellRefusals, type Figures, type Log } from './log.ts';
import type { LogFiles } from './log-files.ts';
import type { ChainWord } from './keeping.ts';
import { Meetings } from './meetings.ts';
import { headers, serveDevelopment, servePages } from './pages.ts';
import { keepsRetention } from './retention.ts';
import { Publications } from './publications.ts';
import { peerReader } from './secure.ts';
import { SignIn } from './sign-in.ts';

export interface AppParts {
  config: Config;
  data: DataFolder;
  clock: ServerClock;
  addresses: Addresses;
  demoTitle: string;
  log: Log;
  /** Where the log is kept on disk; absent where it is not. */
  logFiles?: LogFiles;
  figures: Figures;
}

export interface RunningApp {
  meetings: Meetings;
  hub: Hub;
  /** Files of meetings that could not be read at the start. */
  unreadable: string[];
  close(): Promise<void>;
}

/** Unknown names and set-up links from one address: fifty in ten minutes is a guesser. */
const GUESSES = { most: 50, seconds: 600 };

export interface Ready {
  check(): Promise<boolean>;
  /** J4: what is known of the meetings' chains; a start from a snapshot leaves the walk for later. */
  chain(): ChainWord;
  /** Lets in whoever came while the meetings were opened. */
  open(): void;
}

/**
 * Answers before anything else is ready: `/healthz` as soon as the process lives (a restart is seen at once). Everybody
 * else waits at the door for that moment: a screen that is reloaded just then shows no error (V3).
 */
export function bareApp(config: Config): { app: Express; ready: Ready } {
  const app = express();
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  const ready: Ready = { check: () => Promise.resolve(false), chain: () => 'under-way', open };
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustProxy);
  app.get('/healthz', (_request, response) => void response.json({ ok: true }));
  app.get('/readyz', async (_request, response) => {
    const ok = await ready.check();
    response.status(ok ? 200 : 503).json({ ok, chain: ready.chain() });
  });
  app.use((_request, _response, next) => void opened.then(() => next()));
  return { app, ready };
}

export async function createApp(app: Express, server: HttpServer, parts: AppParts): Promise<RunningApp> {
  const { config, data, clock, log, figures } = parts;
  const meetings = new Meetings(data, clock, log);
  const publications = new Publications(meetings);
  const signIn = new SignIn(data, clock);
  const peerOf = peerReader(config.trustProxy);
  const guesses = countGuesses(GUESSES.most, GUESSES.seconds);
  const unreadable = await meetings.openAll();
  app.use(headers(config.pages, config.dev));
  const hub = new Hub(server, { meetings, signIn, peerOf, log, figures, silence: config.silence });
  const api: ApiParts = {
    ...parts,
    logDays: config.logDays,
    meetings,
    publications,
    signIn,
    guesses,
    peerOf,
    moved: (meeting) => hub.moved(meeting),
    signedOut: () => hub.lookAgain(),
  };
  app.get('/metrics', async (request, response, next) => {
    if (!peerOf(request).secure) next();
    else response.type(figures.registry.contentType).send(await figures.registry.metrics());
  });
  app.use('/api', apiRoutes(api), downloadRoutes(api), (_request, response) => {
    response.status(404).json({ code: 'not-found', detail: {} });
  });
  const endDevelopment = config.dev ? await serveDevelopment(app, server) : null;
  const owns = (request: IncomingMessage) =>
    peerOf(request).secure && signIn.organizer(request, false)?.role === 'owner';
  if (!config.dev) servePages(app, config.pages, owns, (code) => publications.shows(code));
  app.use(sayRefusals(parts));
  const endTelling = tellRefusals(figures, log);
  const endRetention = keepsRetention({
    data,
    meetings,
    clock,
    log,
    moved: (meeting) => hub.moved(meeting),
    logDays: config.logDays,
    logFiles: parts.logFiles ?? null,
  });
  const close = async () => {
    endTelling();
    await endRetention();
    await hub.close();
    await meetings.close();
    await endDevelopment?.();
  };
  return { meetings, hub, unreadable, close };
}
