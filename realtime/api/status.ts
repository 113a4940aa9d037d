/** What anybody may ask before he is anybody. */
import type { Router } from 'express';
import { askedView, stagedQuestions } from '../../assessment/view-asked.ts';
import { PROTOCOL, type CodeAnswer, type Status } from '../protocol.ts';
import { ApiRefusal, type ApiParts } from './parts.ts';

/** A meeting that is asked about by its code. */
async function meetingOf(parts: ApiParts, code: string) {
  const row = parts.meetings.byCode(code);
  const meeting = row && row.archivedAt === null ? await parts.meetings.withCode(row.code) : null;
  if (!meeting) throw new ApiRefusal(404, 'meeting-unknown');
  return meeting;
}

export function statusRoutes(router: Router, parts: ApiParts): void {
  router.get('/status', (request, response) => {
    const { secure } = parts.peerOf(request);
    // A page asks this by itself, so it is no action of anybody's.
    const who = secure ? parts.signIn.whoever(request, false) : null;
    const ended = typeof who === 'string' ? who : null;
    const status: Status = {
      protocol: PROTOCOL,
      setUp: parts.data.organizers.count() === 0,
      secure,
      organizer: typeof who === 'string' ? null : who,
      ended,
      idle: parts.data.sessions.idle,
    };
    response.json(status);
  });
  // A code that was mistyped is an answer like any other: a browser would complain of an HTTP error by itself.
  router.get('/codes/:code', (request, response) => {
    const row = parts.meetings.byCode(request.params.code);
    const problem = !row ? 'meeting-unknown' : row.archivedAt !== null ? 'archived' : null;
    const answer: CodeAnswer =
      row && problem === null ? { title: row.title } : { code: problem ?? 'internal' };
    response.json(answer);
  });
  // Null where a unit can no longer be asked, which may have become so just now.
  // Q1, Q2: asked for when a question is written, so that no frame has to carry the teams of all units.
  router.get('/codes/:code/units/:unit', async (request, response) => {
    const meeting = await meetingOf(parts, request.params.code);
    const asked = askedView(meeting.authority.state, request.params.unit);
    response.set('cache-control', 'no-cache').json(asked);
  });
  // Q5: what somebody rated, when he looks at his records: no frame carries the questions of units that are gone.
  router.get('/codes/:code/staged/:ids', async (request, response) => {
    const meeting = await meetingOf(parts, request.params.code);
    const staged = stagedQuestions(meeting.authority.state, request.params.ids.split(','));
    response.set('cache-control', 'no-cache').json(staged);
  });
  // Also for a screen on the hub's own machine, where nobody is signed in: its QR code needs an address for phones.
  router.get('/addresses', (request, response) => {
    if (!parts.peerOf(request).secure) throw new ApiRefusal(403, 'not-secure');
    response.json({ addresses: parts.addresses() });
  });
}
