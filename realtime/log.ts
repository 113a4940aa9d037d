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
