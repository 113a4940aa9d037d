/** Files that an organizer takes home: all made from the one recount (X2). */
import { Router, type Request } from 'express';
import { aboutOf } from '../../reports/about.ts';
import { bundleOf } from '../../reports/bundle.ts';
import type { ReportLanguage } from '../../reports/text/index.ts';
import { ApiRefusal, needOrganizer, type ApiParts } from './parts.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const languageOf = (request: Request): ReportLanguage => (request.query['lang'] === 'en' ? 'en' : 'zh-CN');

export function downloadRoutes(parts: ApiParts): Router {
  const router = Router();
  const count = async (request: Request) => {
    needOrganizer(parts, request);
    const meeting = await parts.meetings.withCode(String(request.params['code']));
    if (!meeting) throw new ApiRefusal(404, 'meeting-unknown');
    const { state, head } = meeting.authority;
    const about = aboutOf(state, (id) => parts.data.organizers.get(id)?.name ?? null);
    return { bundle: bundleOf(state, head), about };
  };
  router.get('/meetings/:code/bundle.json', async (request, response) => {
    const { bundle } = await count(request);
    response.attachment('bundle.json').json(bundle);
  });
  router.get('/meetings/:code/ranking.csv', async (request, response) => {
    const { bundle, about } = await count(request);
    const { rankingCsv } = await import('../../reports/csv.ts');
    const file = rankingCsv(bundle, about, languageOf(request));
    response.attachment('ranking.csv').type('text/csv; charset=utf-8').send(file);
  });
  router.get('/meetings/:code/ranking.xlsx', async (request, response) => {
    const { bundle, about } = await count(request);
    // Loaded when it is asked for: a hub that is started again in the middle of a meeting must be back at once.
    const { rankingXlsx } = await import('../../reports/spreadsheet.ts');
    const file = await rankingXlsx(bundle, about, languageOf(request));
    response.attachment('ranking.xlsx').type(XLSX).send(Buffer.from(file));
  });
  return router;
}
