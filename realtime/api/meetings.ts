/** The list of meetings, new ones, and going official (A1). */
import type { Router } from 'express';
import { NewMeetingSchema, type MeetingSummary } from '../protocol.ts';
import { ApiRefusal, body, needOrganizer, type ApiParts } from './parts.ts';

const summary = ({ id, code, title, mode, createdAt, archivedAt }: MeetingSummary): MeetingSummary => ({
  id,
  code,
  title,
  mode,
  createdAt,
  archivedAt,
});

export function meetingRoutes(router: Router, parts: ApiParts): void {
  router.get('/meetings', (request, response) => {
    needOrganizer(parts, request);
    response.json(parts.meetings.list().map(summary));
  });
  router.post('/meetings', async (request, response) => {
    needOrganizer(parts, request, 'owner', 'host');
    const wanted = body(NewMeetingSchema, request);
    const { title, place, date } = wanted.kind === 'new' ? wanted : { title: '', place: '', date: '' };
    const meeting =
      wanted.kind === 'demo'
        ? await parts.meetings.createDemo(parts.demoTitle)
        : await parts.meetings.createNew({ title, place, date });
    response.status(201).json(summary(meeting));
  });
  router.post('/meetings/:code/official', async (request, response) => {
    needOrganizer(parts, request, 'owner');
    const official = await parts.meetings.goOfficial(request.params.code, parts.moved);
    if (!official) throw new ApiRefusal(404, 'meeting-unknown');
    response.status(201).json(summary(official));
  });
}
