/** J3 · The copies of a meeting for organizers to look at: what there is, since when there is none, and how one is restored. */
import type { Router } from 'express';
import { listCopies } from '../../db/copies.ts';
import type { Copies } from '../protocol-names.ts';
import { ApiRefusal, needOrganizer, type ApiParts } from './parts.ts';

export function copyRoutes(router: Router, parts: ApiParts): void {
  const { data, meetings } = parts;
  router.get('/meetings/:code/copies', async (request, response) => {
    needOrganizer(parts, request);
    const row = meetings.byCode(request.params.code);
    const meeting = row && (await meetings.withCode(row.code));
    if (!meeting) throw new ApiRefusal(404, 'meeting-unknown');
    const { elsewhereAt } = meeting.presence;
    const answer: Copies = {
      copies: listCopies(data.dir, meeting.id).map(({ path, at, n, about, bytes }) => ({
        path,
        at,
        n,
        about,
        bytes,
      })),
      failingSince: data.copier.failingSince(meeting.id),
      elsewhereAt,
      chain: meetings.keeping.chainOf(meeting.id),
      data: data.dir,
    };
    response.setHeader('cache-control', 'no-store');
    response.json(answer);
  });
}
