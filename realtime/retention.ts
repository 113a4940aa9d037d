/**
 * J6 · What goes by itself once its time is over: names of meetings that ended long ago, lines of the hub's record, and
 * log files. At the start and every hour; never while a meeting runs, which is no time to rewrite files.
 */
import type { Meeting } from '../db/meetings.ts';
import { purgeMeeting, type PurgingParts } from './purging.ts';
import type { LogFiles } from './log-files.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export interface RetentionParts extends PurgingParts {
  /** How long logs are kept, in days. */
  logDays: number;
  logFiles: Pick<LogFiles, 'forget'> | null;
}

const runs = ({ phase, archivedAt }: Meeting): boolean =>
  archivedAt === null && (phase === 'live' || phase === 'paused');

/** One round. What cannot be done now is tried again in the next, and the log says so. */
export async function sweep(parts: RetentionParts): Promise<void> {
  const { data, meetings, clock, log, logDays, logFiles } = parts;
  const now = clock.now();
  if (meetings.list().some(runs)) return;
  for (const row of meetings.list()) {
    if (row.purgeDue === null || row.purgeDue > now) continue;
    try {
      const { damaged } = await purgeMeeting(parts, row, 'time', 'system:');
      const about = { id: row.id, name: `${row.title}（${row.code}）` };
      const detail = damaged.length === 0 ? 'time' : `time, ${damaged.length}`;
      data.audit.add({ what: 'meeting-purged', about, detail }, now);
    } catch (err) {
      log.error({ meeting: row.id, err }, 'purge');
    }
  }
  try {
    data.audit.forget(now - logDays * DAY, now);
    logFiles?.forget(now - logDays * DAY);
  } catch (err) {
    log.error({ err }, 'logs');
  }
}

/** @returns what ends it, once a round that is under way is over */
export function keepsRetention(parts: RetentionParts): () => Promise<void> {
  let running: Promise<void> | null = null;
  const round = () => {
    running ??= sweep(parts).finally(() => (running = null));
  };
  round();
  const timer = setInterval(round, HOUR).unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
