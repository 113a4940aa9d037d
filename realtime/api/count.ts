/** B4 · What the two who answer for an amendment need and no frame may carry; and who the organizers are by name. */
import type { Router } from 'express';
import { proposedScores } from '../../assessment/view-count.ts';
import { ApiRefusal, needOrganizer, type ApiParts } from './parts.ts';

export function countRoutes(router: Router, parts: ApiParts): void {
  /** Ids stand in frames, which everybody of an audience shares; the names are the hub's. */
  router.get('/organizer-names', (request, response) => {
    needOrganizer(parts, request);
    const names = parts.data.organizers.list().map(({ id, name }) => [id, name]);
    response.json(Object.fromEntries(names));
  });
  router.get('/meetings/:code/amendments/:amendment/scores', async (request, response) => {
    needOrganizer(parts, request, 'owner', 'host', 'scrutineer');
    const meeting = await parts.meetings.withCode(request.params.code);
    if (!meeting) throw new ApiRefusal(404, 'meeting-unknown');
    const scores = proposedScores(meeting.authority.state, request.params.amendment);
    if (!scores) throw new ApiRefusal(404, 'amendment-unknown');
    response.setHeader('cache-control', 'no-store');
    response.json(scores);
  });
}
