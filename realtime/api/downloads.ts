/** Files that an organizer takes home: all made from the one recount (X2). */
import { Router, type Request, type Response } from 'express';
import { aboutOf } from '../../reports/about.ts';
import { askedOf } from '../../reports/asked.ts';
import { bundleOf } from '../../reports/bundle.ts';
import { courseOf } from '../../reports/course.ts';
import { fileNameOf, type ExportFile } from '../../reports/files.ts';
import type { ReportLanguage } from '../../reports/text/index.ts';
import type { OpenMeeting } from '../meetings.ts';
import { ApiRefusal, needOrganizer, type ApiParts } from './parts.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

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
  const countOf = ({ authority: { state, head } }: OpenMeeting) => ({
    bundle: bundleOf(state, head),
    about: aboutOf(state, (id) => parts.data.organizers.get(id)?.name ?? null),
  });
  router.get('/meetings/:code/bundle.json', async (request, response) => {
    const meeting = await meetingOf(request);
    send(request, response, meeting, 'bundle.json').json(countOf(meeting).bundle);
  });
  router.get('/meetings/:code/ranking.csv', async (request, response) => {
    const meeting = await meetingOf(request);
    const { bundle, about } = countOf(meeting);
    const { rankingCsv } = await import('../../reports/csv.ts');
    const file = rankingCsv(bundle, about, languageOf(request));
    send(request, response, meeting, 'ranking.csv').type('text/csv; charset=utf-8').send(file);
  });
  // The libraries are loaded when a file is asked for: a hub that is started again in the middle of a meeting must be
  // back at once.
  router.get('/meetings/:code/ranking.xlsx', async (request, response) => {
    const meeting = await meetingOf(request);
    const { bundle, about } = countOf(meeting);
    const { rankingXlsx } = await import('../../reports/spreadsheet.ts');
    const file = await rankingXlsx(bundle, about, languageOf(request));
    send(request, response, meeting, 'ranking.xlsx').type(XLSX).send(Buffer.from(file));
  });
  router.get('/meetings/:code/questions.xlsx', async (request, response) => {
    const meeting = await meetingOf(request);
    const { bundle, about } = countOf(meeting);
    const asked = askedOf(meeting.authority.state);
    const { questionsXlsx } = await import('../../reports/questions.ts');
    const file = await questionsXlsx(bundle, asked, about, languageOf(request));
    send(request, response, meeting, 'questions.xlsx').type(XLSX).send(Buffer.from(file));
  });
  router.get('/meetings/:code/report.docx', async (request, response) => {
    const meeting = await meetingOf(request);
    const { state } = meeting.authority;
    const told = { ...countOf(meeting), asked: askedOf(state), course: courseOf(state) };
    const { reportDocx } = await import('../../reports/report.ts');
    const file = await reportDocx(told, languageOf(request));
    send(request, response, meeting, 'report.docx').type(DOCX).send(Buffer.from(file));
  });
  return router;
}
