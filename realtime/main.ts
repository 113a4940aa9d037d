/** The entry: reads the environment, opens the data folder, listens, and says where it is to be found. */
import { existsSync } from 'node:fs';
import { createServer as createHttp, type Server } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { flushCompileCache } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import closeWithGrace from 'close-with-grace';
import { openDataFolder, type DataFolder } from '../db/data-folder.ts';
import { DataFolderError, DataFolderInUse } from '../db/errors.ts';
import { addressesOf } from './addresses.ts';
import { bareApp, createApp } from './app.ts';
import { steadyClock } from './clock.ts';
import { ConfigError, readConfig, type Config } from './config.ts';
import { greeting } from './greeting.ts';
import { openFigures, openLog, type Log } from './log.ts';
import { LogFiles } from './log-files.ts';
import { textFor } from './text/index.ts';

const text = textFor(process.env);

/** A fault that its reader can mend: said in words, without a stack. */
class Fault extends Error {}

/** Phones that may knock while one turn of the loop is busy: whoever is one too many tries again after a second. */
const COME_AT_ONCE = 4096;

function listen(server: Server, { host, port }: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') reject(new Fault(text.portInUse(port)));
      else if (error.code === 'EACCES') reject(new Fault(text.portForbidden(port)));
      else reject(error);
    });
    server.listen({ host, port, backlog: COME_AT_ONCE }, () =>
      resolve((server.address() as AddressInfo).port),
    );
  });
}

function inWords(error: unknown): string | null {
  if (error instanceof Fault) return error.message;
  if (error instanceof ConfigError) return text.config(error.variable, error.code, error.value);
  if (error instanceof DataFolderInUse) return text.folderInUse(error.path, error.pid);
  if (error instanceof DataFolderError) return text.folder(error.code, error.path);
  return null;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** A supervisor tells the whole process group, and the launcher passes it on: that is one signal, not two (ms). */
const SAME_SIGNAL = 1000;

/** Stop accepting → drain → checkpoint → exit; a second signal ends it at once. */
function stopWithGrace(
  server: Server,
  close: () => Promise<void>,
  data: DataFolder,
  { log, logFiles }: { log: Log; logFiles: LogFiles },
): void {
  let asked: number | null = null;
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (asked !== null && performance.now() - asked > SAME_SIGNAL) process.exit(1);
      asked ??= performance.now();
      grace.close();
    });
  }
  const grace = closeWithGrace({ delay: 10_000, logger: false, skip: [...SIGNALS] }, async ({ err }) => {
    if (err) log.fatal({ err }, 'crashed');
    logFiles.life(err ? 'crashed' : 'stopped');
    if (err) console.error(err, `\n${text.unforeseen}`);
    else console.log(`\n${text.stopping}`);
    const closed = new Promise((resolve) => server.close(resolve));
    await close();
    server.closeAllConnections();
    await closed;
    await data.close();
    console.log(text.stopped);
  });
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  if (!config.dev && !existsSync(join(config.pages, 'index.html')))
    throw new Fault(text.noPages(config.pages));
  const { app, ready } = bareApp(config);
  const server = config.tls ? createHttps(config.tls, app) : createHttp(app);
  const data = openDataFolder(config.data, { idle: config.idle });
  const clock = steadyClock();
  const logFiles = new LogFiles(join(data.dir, 'logs'), () => clock.now());
  const log = openLog(process.env['LOG_LEVEL'] ?? 'warn', logFiles);
  try {
    const port = await listen(server, config);
    const addresses = addressesOf(config, () => port);
    const figures = openFigures();
    const parts = { config, data, clock, addresses, demoTitle: text.demoTitle, log, logFiles, figures };
    const running = await createApp(app, server, parts);
    ready.check = () => running.meetings.healthy();
    ready.chain = () => running.meetings.chains();
    ready.open();
    for (const path of running.unreadable) console.error(text.folder('file-unusable', path));
    stopWithGrace(server, () => running.close(), data, { log, logFiles });
    logFiles.life('started');
    flushCompileCache(); // a hub that is killed starts as fast the next time
    console.log(greeting(text, addresses(), data.setup.rotate(), data.dir));
  } catch (error) {
    server.close();
    await data.close();
    throw error;
  }
}

try {
  await main();
} catch (error) {
  console.error(inWords(error) ?? error);
  process.exit(1);
}
