/** J6 · The purge of a meeting that was put away, and what anybody may know of how long this hub keeps what. */
import type { Router } from 'express';
import { purgeDue } from '../../assessment/privacy.ts';
import { RemoveMeetingSchema, type PrivacyFacts, type PurgeReport } from '../protocol.ts';
import { purgeMeeting } from '../purging.ts';
import { ApiRefusal, body, needOrganizer, record, type ApiParts } from './parts.ts';

/** Of a meeting that can be entered; an archived one is nobody's but its organizers'. */
async function factsOf({ meetings }: ApiParts, code: string): Promise<PrivacyFacts['meeting']> {
  const row = meetings.byCode(code);
  const open = row && row.archivedAt === null ? await meetings.withCode(code) : null;
  if (!open) return null;
  const { meeting, privacy } = open.authority.state;
  const { identity, publication } = meeting.settings;
  return {
    title: meeting.info.title,
    identity,
    publication,
    keepDays: privacy.keepDays,
    purgeDue: purgeDue(open.authority.state, meeting.closedAt),
    purgedAt: privacy.purged?.at ?? null,
  };
}

export function privacyRoutes(router: Router, parts: ApiParts): void {
  router.get('/privacy', async (request, response) => {
    const code = String(request.query['m'] ?? '');
    const facts: PrivacyFacts = { logDays: parts.logDays, meeting: await factsOf(parts, code) };
    response.set('cache-control', 'no-cache').json(facts);
  });

  router.post('/meetings/:code/purge', async (request, response) => {
    const by = needOrganizer(parts, request, 'owner');
    const row = parts.meetings.byCode(request.params.code);
    if (!row) throw new ApiRefusal(404, 'meeting-unknown');
    const { code } = body(RemoveMeetingSchema, request);
    if (row.archivedAt === null) throw new ApiRefusal(409, 'not-archived');
    if (code.normalize('NFKC') !== row.code) throw new ApiRefusal(400, 'code-differs');
    const report: PurgeReport = await purgeMeeting(parts, row, 'asked', `owner:${by.id}`);
    const about = { id: row.id, name: `${row.title}（${row.code}）` };
    const left = report.damaged.length;
    record(parts, request, { what: 'meeting-purged', by, about, detail: left === 0 ? null : String(left) });
    response.json(report);
  });
}
