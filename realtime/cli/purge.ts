/**
 * `npm run purge -- [DATA] CODE [--backups FOLDER]… --yes`: deletes what names or describes people in a meeting that is
 * over (J6), in its own file, in the rehearsal that it came from, in automatic copies and in backups. No hub may run on
 * DATA. Ends with 0 when nothing is left, 1 where a file could not be gone over, 2 where nothing was done.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fold } from '../../assessment/decide.ts';
import { whyNotPurged } from '../../assessment/privacy.ts';
import { emptyState } from '../../assessment/state.ts';
import { openDataFolder, type DataFolder } from '../../db/data-folder.ts';
import { DataFolderError } from '../../db/errors.ts';
import { meetingPath, type Meeting } from '../../db/meetings.ts';
import { copiesOf, knownPlaces, purgeEverywhere, type PurgedFile } from '../../db/purge.ts';
import { purgeNote } from '../../db/purge-note.ts';
import { readConfig } from '../config.ts';
import { textFor } from '../text/index.ts';
import { failed } from './failed.ts';

const all = textFor(process.env);
const text = all.purge;

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

function asked() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        backups: { type: 'string', multiple: true, default: [] },
        yes: { type: 'boolean', default: false },
      },
    });
    const [first, second, ...more] = positionals;
    if (first === undefined || more.length > 0) return fail(text.usage);
    const [dir, code] = second === undefined ? [readConfig(process.env).data, first] : [first, second];
    return { dir: resolve(dir), code: code.normalize('NFKC').trim(), ...values };
  } catch {
    return fail(text.usage);
  }
}

/** The meeting and the rehearsals that it came from. */
function withRehearsals({ meetings }: DataFolder, row: Meeting): Meeting[] {
  const found = [row];
  for (let one = row.previous; one !== null;) {
    const before = meetings.byId(one);
    if (!before || found.includes(before)) break;
    found.push(before);
    one = before.previous;
  }
  return found;
}

async function whyNot(data: DataFolder, { id, archivedAt }: Meeting) {
  const journal = data.openMeeting(id);
  try {
    const state = emptyState();
    for (const entry of journal.read()) fold(state, entry);
    return whyNotPurged(state, archivedAt !== null, Date.now());
  } finally {
    await journal.close();
  }
}

function tell({ path, outcome, removed }: PurgedFile): void {
  console.log(`  ${text.outcome(outcome, removed)}  ${path}`);
}

async function main(): Promise<number> {
  const { dir, code, backups, yes } = asked();
  if (!existsSync(join(dir, 'hub.sqlite')))
    throw new DataFolderError('meeting-missing', join(dir, 'hub.sqlite'));
  for (const folder of backups) if (!existsSync(folder)) fail(text.noFolder(folder));
  const data = openDataFolder(dir, { threads: false });
  try {
    const row = data.meetings.byCode(code) ?? fail(text.noMeeting(code));
    const name = `${row.title}（${row.code}）`;
    const why = await whyNot(data, row);
    if (why === 'not-over') fail(text.notOver(name));
    if (why === 'appeal') fail(text.appeal(name));
    const places = [...knownPlaces(dir), ...backups];
    const meetings = withRehearsals(data, row);
    if (!yes) {
      console.log(text.would(name));
      for (const { id } of meetings)
        for (const path of [meetingPath(dir, id), ...copiesOf(id, places, meetingPath(dir, id))])
          console.log(`  ${path}`);
      fail(text.sayYes);
    }
    const files: PurgedFile[] = [];
    const now = Date.now();
    for (const { id } of meetings) {
      const done = await purgeEverywhere(
        meetingPath(dir, id),
        id,
        places,
        purgeNote('command', 'system:', now),
      );
      if (done[0]?.outcome !== 'damaged') data.meetings.update(id, { purgedAt: now, purgeDue: null });
      files.push(...done);
    }
    data.audit.add({ what: 'meeting-purged', about: { id: row.id, name }, detail: 'command' }, now);
    files.forEach(tell);
    const damaged = files.filter(({ outcome }) => outcome === 'damaged').length;
    console.log(damaged > 0 ? text.damaged(damaged) : text.done(name, files.length));
    return damaged > 0 ? 1 : 0;
  } finally {
    await data.close();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  failed(error, all);
}
