/** Files that an organizer takes home: all made from the one recount (X2). */
import { Router, type Request, type Response } from 'express';
import { aboutOf } from '../../reports/about.ts';
import { askedOf } from '../../reports/asked.ts';
import { bundleOf } from '../../reports/bundle.ts';
import { courseOf } from '../../reports/course.ts';
import { fileNameOf, type ExportFile } from '../../reports/files.ts';
import type { ReportLanguage } from '../../reports/text/index.ts';
import type { Told } from '../../reports/word/source.ts';
import { written, type WrittenFile } from '../../reports/written.ts';
import type { OpenMeeting } from '../meetings.ts';
import { ApiRefusal, needOrganizer, type ApiParts } from './parts.ts';

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const TYPES: Record<WrittenFile, string> = {
  'ranking.csv': 'text/csv; charset=utf-8',
  'ranking.xlsx': `${OFFICE}.spreadsheetml.sheet`,
  'questions.xlsx': `${OFFICE}.spreadsheetml.sheet`,
  'report.docx': `${OFFICE}.wordprocessingml.document`,
};

const languageOf = (request: Request): ReportLanguage => (request.query['lang'] === 'en' ? 'en' : 'zh-CN');

/** A file with a name that still says what it is among the others on a stick. */
function send(request: Request, response: Response, meeting: OpenMeeting, file: ExportFile): Response {
  const { code, mode } = meeting.authority.state.meeting;
  return response.attachment(fileNameOf(file, { code, mode }, languageOf(request)));
}

export function downloadRoutes(parts: ApiParts): Router {
  const router = Router();
  const meetingOf = async (request: Request): Promise<OpenMeeting> => {
    needOrganizer(parts, request);
    const meeting = await parts.meetings.withCode(String(request.params['code']));
    if (!meeting) throw new ApiRefusal(404, 'meeting-unknown');
    return meeting;
  };
  /** Everything at one moment: no file says one thing of the count and another of how it came about. */
  const toldOf = ({ authority: { state, head }, presence }: OpenMeeting): Told => ({
    bundle: bundleOf(state, head, presence.headAt),
    about: aboutOf(state, (id) => parts.data.organizers.get(id)?.name ?? null),
    asked: askedOf(state),
    course: courseOf(state),
  });
  router.get('/meetings/:code/bundle.json', async (request, response) => {
    const meeting = await meetingOf(request);
    const { state, head } = meeting.authority;
    send(request, response, meeting, 'bundle.json').json(bundleOf(state, head, meeting.presence.headAt));
  });
  for (const [file, type] of Object.entries(TYPES) as [WrittenFile, string][]) {
    router.get(`/meetings/:code/${file}`, async (request, response) => {
      const meeting = await meetingOf(request);
      const bytes = await written({ file, told: toldOf(meeting), language: languageOf(request) });
      send(request, response, meeting, file).type(type).send(Buffer.from(bytes));
    });
  }
  return router;
}
