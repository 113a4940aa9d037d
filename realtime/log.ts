/** The log and the figures. Refusals are counted by code; nothing a person wrote is ever logged. */
import { pino, type Logger } from 'pino';
import { Counter, Gauge, Registry } from 'prom-client';

export type Log = Logger;

/** Lines of JSON on standard error, so that what `npm start` says to a person stays readable. */
export const openLog = (level: string): Log =>
  pino(
    { level, base: null, redact: ['token', 'secret', 'password'] },
    pino.destination({ fd: 2, sync: true }),
  );

export interface Figures {
  registry: Registry;
  accepted: Counter<'type'>;
  refused: Counter<'code'>;
  frames: Counter<'audience'>;
  connections: Gauge<'audience'>;
}

export function openFigures(): Figures {
  const registry = new Registry();
  const registers = [registry];
  return {
    registry,
    accepted: new Counter({
      name: 'dakaochang_commands_accepted',
      help: 'Commands acknowledged',
      labelNames: ['type'],
      registers,
    }),
    refused: new Counter({
      name: 'dakaochang_refused',
      help: 'Refusals by code',
      labelNames: ['code'],
      registers,
    }),
    frames: new Counter({
      name: 'dakaochang_frames',
      help: 'Frames sent to a whole audience',
      labelNames: ['audience'],
      registers,
    }),
    connections: new Gauge({
      name: 'dakaochang_connections',
      help: 'Open connections',
      labelNames: ['audience'],
      registers,
    }),
  };
}

/** How often the log says what was refused, in ms. */
const TELL = 60_000;

/** Counts refusals into the log: one line a minute with each code and how often, none where nothing was refused. @returns what ends it */
export function tellRefusals({ refused }: Pick<Figures, 'refused'>, log: Pick<Log, 'warn'>): () => void {
  let told: Record<string, number> = {};
  const tell = async () => {
    const { values } = await refused.get();
    const now = Object.fromEntries(values.map((one) => [String(one.labels.code), one.value]));
    const since = Object.entries(now).map(([code, count]): [string, number] => [
      code,
      count - (told[code] ?? 0),
    ]);
    told = now;
    const news = since.filter(([, count]) => count > 0);
    if (news.length > 0) log.warn({ refused: Object.fromEntries(news) }, 'refused');
  };
  const timer = setInterval(() => void tell(), TELL).unref();
  return () => clearInterval(timer);
}
