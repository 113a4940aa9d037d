/** Files that an organizer takes home: all made from the one recount (X2). */
import { Router, type Request } from 'express';
import { bundleOf } from '../reports/bundle.ts';
import { ApiRefusal, needOrganizer, type ApiParts } from './api.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function downloadRoutes(parts: ApiParts): Router {
  const router = Router();
  const bundle = async (request: Request) => {
    needOrganizer(parts, request);
    const meeting = await parts.meetings.withCode(String(request.params['code']));
    if (!meeting) throw new ApiRefusal(404, 'meeting-unknown');
    const { state, head } = meeting.authority;
    return bundleOf(state, head);
  };
  router.get('/meetings/:code/bundle.json', async (request, response) => {
    response.attachment('bundle.json').json(await bundle(request));
  });
  router.get('/meetings/:code/ranking.csv', async (request, response) => {
    const { rankingCsv } = await import('../reports/csv.ts');
    response.attachment('ranking.csv').type('text/csv; charset=utf-8').send(rankingCsv(await bundle(request)));
  });
  router.get('/meetings/:code/ranking.xlsx', async (request, response) => {
    // Loaded when it is asked for: a hub that is started again in the middle of a meeting must be back at once.
    const { rankingXlsx } = await import('../reports/spreadsheet.ts');
    const file = await rankingXlsx(await bundle(request));
    response.attachment('ranking.xlsx').type(XLSX).send(Buffer.from(file));
  });
  return router;
}
