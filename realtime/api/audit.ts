/** I7 · The record of sign-ins, accounts and meetings, for the owner. */
import type { Router } from 'express';
import * as v from 'valibot';
import { AuditQuerySchema, type AuditPage } from '../protocol.ts';
import { ApiRefusal, needOrganizer, type ApiParts } from './parts.ts';

/** Lines of one page. */
const PAGE = 50;

export function auditRoutes(router: Router, parts: ApiParts): void {
  router.get('/audit', (request, response) => {
    needOrganizer(parts, request, 'owner');
    const query = v.safeParse(AuditQuerySchema, request.query);
    if (!query.success)
      throw new ApiRefusal(400, 'malformed', { field: v.getDotPath(query.issues[0]) ?? '' });
    const rows = parts.data.audit.list({ ...query.output, limit: PAGE + 1 });
    const lines = rows.slice(0, PAGE).map(({ n, at, what, byName, aboutName, detail, address }) => {
      return { n, at, what, byName, aboutName, detail, address };
    });
    response.json({ lines, more: rows.length > PAGE } satisfies AuditPage);
  });
}
