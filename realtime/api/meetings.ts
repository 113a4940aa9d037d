/** The list of meetings, new ones and copies, going official (A1), putting away and deleting. */
import type { Request, Router } from 'express';
import { officialBalance } from '../../assessment/official.ts';
import type { Organizer } from '../../db/organizers.ts';
import type { Meeting } from '../../db/meetings.ts';
import { NewMeetingSchema, RemoveMeetingSchema, type MeetingSummary } from '../protocol.ts';
import { ApiRefusal, body, needOrganizer, record, type ApiParts } from './parts.ts';

const summary = (meeting: Meeting): MeetingSummary => {
  const { id, code, title, place, date, mode, phase, demo, createdAt, archivedAt, previous } = meeting;
  const { purgeDue, purgedAt } = meeting;
  return {
    id,
    code,
    title,
    place,
    date,
    mode,
    phase,
    demo,
    createdAt,
    archivedAt,
    previous,
    purgeDue,
    purgedAt,
  };
};

export function meetingRoutes(router: Router, parts: ApiParts): void {
  const { meetings } = parts;
  const withCode = (request: Request): Meeting => {
    const row = meetings.byCode(String(request.params['code']));
    if (!row) throw new ApiRefusal(404, 'meeting-unknown');
    return row;
  };
  const aboutOf = ({ id, title, code }: Meeting) => ({ id, name: `${title}（${code}）` });

  router.get('/meetings', (request, response) => {
    needOrganizer(parts, request);
    response.json(meetings.list().map(summary));
  });

  router.post('/meetings', async (request, response) => {
    const by = needOrganizer(parts, request, 'owner', 'host');
    const meeting = await create(parts, request, by);
    response.status(201).json(summary(meeting));
  });

  router.get('/meetings/:code/official', async (request, response) => {
    needOrganizer(parts, request);
    const meeting = await meetings.withCode(request.params.code);
    if (!meeting) throw new ApiRefusal(404, 'meeting-unknown');
    response.json(officialBalance(meeting.authority.state));
  });

  router.post('/meetings/:code/official', async (request, response) => {
    const by = needOrganizer(parts, request, 'owner');
    const row = withCode(request);
    if (row.archivedAt !== null) throw new ApiRefusal(409, 'archived');
    const official = await meetings.moves.goOfficial(row.code, parts.moved);
    if (!official) throw new ApiRefusal(404, 'meeting-unknown');
    record(parts, request, { what: 'went-official', by, about: aboutOf(official) });
    response.status(201).json(summary(official));
  });

  router.post('/meetings/:code/archive', async (request, response) => {
    const by = needOrganizer(parts, request, 'owner', 'host');
    const row = withCode(request);
    if (row.archivedAt === null) {
      await meetings.moves.archive(row.id, parts.moved);
      record(parts, request, { what: 'meeting-archived', by, about: aboutOf(row) });
    }
    response.json(summary(withCode(request)));
  });

  router.post('/meetings/:code/restore', (request, response) => {
    const by = needOrganizer(parts, request, 'owner', 'host');
    const row = withCode(request);
    if (row.archivedAt !== null) {
      meetings.moves.restore(row.id);
      record(parts, request, { what: 'meeting-restored', by, about: aboutOf(row) });
    }
    response.json(summary(withCode(request)));
  });

  router.post('/meetings/:code/remove', async (request, response) => {
    const by = needOrganizer(parts, request, 'owner');
    const row = withCode(request);
    const { code } = body(RemoveMeetingSchema, request);
    if (row.archivedAt === null) throw new ApiRefusal(409, 'not-archived');
    if (code.normalize('NFKC') !== row.code) throw new ApiRefusal(400, 'code-differs');
    await meetings.moves.remove(row.id, parts.moved);
    record(parts, request, { what: 'meeting-removed', by, about: aboutOf(row), detail: row.mode });
    response.status(204).end();
  });

  async function create({ demoTitle }: ApiParts, request: Request, by: Organizer): Promise<Meeting> {
    const wanted = body(NewMeetingSchema, request);
    if (wanted.kind === 'copy') {
      const { from, title, place, date } = wanted;
      const copied = await meetings.copy(from, { title, place, date });
      if (!copied) throw new ApiRefusal(404, 'meeting-unknown');
      record(parts, request, { what: 'meeting-copied', by, about: aboutOf(copied), detail: from });
      return copied;
    }
    const { title, place, date } = wanted.kind === 'new' ? wanted : { title: '', place: '', date: '' };
    const made =
      wanted.kind === 'demo'
        ? await meetings.createDemo(demoTitle)
        : await meetings.createNew({ title, place, date });
    record(parts, request, { what: 'meeting-created', by, about: aboutOf(made) });
    return made;
  }
}
