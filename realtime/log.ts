/** The log and the figures. Refusals are counted by code; nothing a person wrote is ever logged. */
import { multistream, pino, type Logger } from 'pino';
import type { LogFiles } from './log-files.ts';
import type { Counter, Gauge, Registry } from 'prom-client';
import * as prom from './prom.ts';

export type Log = Logger;

/** An error as it may be logged: what it is and where it was thrown, and nothing else that it carries. */
interface Told {
  type: string;
  code?: string;
  message: string;
  stack: string;
  cause?: Told;
}

/**
 * What a JSON parser complains of quotes what it read, and a message may be long: the first is left out, the second cut.
 * Fields that a library hangs on its errors (a request's body, say) are never taken.
 */
export function toldError(error: unknown, deep = 3): Told {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '' };
  const { name, message, stack = '', cause } = error;
  const { code } = error as { code?: unknown };
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: name,
    ...(typeof code === 'string' ? { code } : {}),
    message: name === 'SyntaxError' ? '' : message.slice(0, 200),
    stack: frames.slice(0, 12).join('\n'),
    ...(cause === undefined || deep === 0 ? {} : { cause: toldError(cause, deep - 1) }),
  };
}

/**
 * Lines of JSON on standard error, so that what `npm start` says to a person stays readable; and in files of a day each.
 */
export function openLog(level: string, files: LogFiles | null = null): Log {
  const options = { base: null, redact: ['token', 'secret', 'password'], serializers: { err: toldError } };
  const out = pino.destination({ fd: 2, sync: true });
  if (files === null || level === 'silent') return pino({ ...options, level }, out);
  const streams = [out, files].map((stream) => ({ level: level as pino.Level, stream }));
  return pino({ ...options, level }, multistream(streams));
}

export interface Figures {
  registry: Registry;
  accepted: Counter<'type'>;
  refused: Counter<'code'>;
  frames: Counter<'audience'>;
  connections: Gauge<'audience'>;
}

export function openFigures(): Figures {
  const registry = new prom.Registry();
  const registers = [registry];
  return {
    registry,
    accepted: new prom.Counter({
      name: 'dakaochang_commands_accepted',
      help: 'Commands acknowledged',
      labelNames: ['type'],
      registers,
    }),
    refused: new prom.Counter({
      name: 'dakaochang_refused',
      help: 'Refusals by code',
      labelNames: ['code'],
      registers,
    }),
    frames: new prom.Counter({
      name: 'dakaochang_frames',
      help: 'Frames sent to a whole audience',
      labelNames: ['audience'],
      registers,
    }),
    connections: new prom.Gauge({
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
