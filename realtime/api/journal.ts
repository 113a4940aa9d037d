/** J · The journal for organizers to read: newest first, page by page, without what nobody may see (V1). */
import { setImmediate as breathe } from 'node:timers/promises';
import type { Router } from 'express';
import * as v from 'valibot';
import type { Sealed } from '../../assessment/journal.ts';
import { JOURNAL_KINDS } from '../../assessment/journal-told.ts';
import {
  fits,
  journalLine,
  type JournalFilter,
  type JournalLine,
  type JournalPage,
} from '../../assessment/view-journal.ts';
import type { OpenMeeting } from '../meetings.ts';
import { ApiRefusal, needOrganizer, type ApiParts } from './parts.ts';

/** Entries that are read at a stretch; in between, phones are served. */
const STRETCH = 500;
/** Most entries that one request looks at: who filters for what is rare goes on from where it ended. */
const REACH = 10_000;

const number = (least: number, most: number) =>
  v.pipe(v.string(), v.regex(/^[0-9]{1,15}$/), v.transform(Number), v.minValue(least), v.maxValue(most));
const part = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(80)));

const QuerySchema = v.object({
  before: v.optional(number(1, Number.MAX_SAFE_INTEGER)),
  limit: v.optional(number(1, 200), '50'),
  kind: v.optional(v.picklist(JOURNAL_KINDS)),
  unit: part,
  person: part,
  text: part,
});

/** Entries `from` to `to`, newest first. */
function stretch(journal: OpenMeeting['journal'], from: number, to: number): Sealed[] {
  const found: Sealed[] = [];
  for (const sealed of journal.sealed(from)) {
    if (sealed.n > to) break;
    found.push(sealed);
  }
  return found.reverse();
}

async function page(
  { journal, authority }: OpenMeeting,
  names: (organizer: string) => string | null,
  { before, limit, ...filter }: { before: number | undefined; limit: number } & JournalFilter,
): Promise<JournalPage> {
  const head = { ...authority.head };
  const lines: JournalLine[] = [];
  let to = Math.min(head.length, (before ?? Infinity) - 1);
  const end = Math.max(0, to - REACH);
  while (to > end && lines.length < limit) {
    const from = Math.max(end + 1, to - STRETCH + 1);
    for (const sealed of stretch(journal, from, to)) {
      to = sealed.n - 1;
      const line = journalLine(authority.state, sealed, names);
      if (fits(line, filter)) lines.push(line);
      if (lines.length >= limit) break;
    }
    await breathe();
  }
  return { head, rehearsal: authority.state.meeting.rehearsal, lines, next: to > 0 ? to + 1 : null };
}

export function journalRoutes(router: Router, parts: ApiParts): void {
  router.get('/meetings/:code/journal', async (request, response) => {
    needOrganizer(parts, request);
    const query = v.safeParse(QuerySchema, request.query);
    if (!query.success)
      throw new ApiRefusal(400, 'malformed', { field: v.getDotPath(query.issues[0]) ?? '' });
    const meeting = await parts.meetings.withCode(request.params.code);
    if (!meeting) throw new ApiRefusal(404, 'meeting-unknown');
    const accounts = new Map(parts.data.organizers.list().map(({ id, name }) => [id, name]));
    const names = (id: string) => accounts.get(id) ?? null;
    const { before, limit, kind, unit, person, text } = query.output;
    // An empty field filters nothing.
    const filter = { kind, unit: unit || undefined, person: person || undefined, text: text || undefined };
    response.setHeader('cache-control', 'no-store');
    response.json(await page(meeting, names, { before, limit, ...filter }));
  });
}
