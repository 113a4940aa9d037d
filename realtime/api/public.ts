/** B6 · What everybody may fetch of a closed meeting, without signing in and without a socket. */
import type { Request, Response, Router } from 'express';
import type { Encoding, PublicFile } from '../publications.ts';
import { ApiRefusal, type ApiParts } from './parts.ts';

/** Short, for an owner may reopen a meeting that was closed by mistake (A1). */
const KEEP = 'public, max-age=15';

function send(request: Request, response: Response, file: PublicFile | null): void {
  // Not closed, unknown, and published at a lower level are one answer: nobody finds meetings by it.
  if (!file) {
    response.setHeader('cache-control', 'no-store');
    throw new ApiRefusal(404, 'meeting-unknown');
  }
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.setHeader('cache-control', KEEP);
  response.setHeader('etag', file.etag);
  response.vary('accept-encoding');
  // By the tag alone: it says what was asked for, also of a reload.
  const known = request.headers['if-none-match']?.split(/\s*,\s*/) ?? [];
  if (known.includes(file.etag)) return void response.status(304).end();
  const encoding = (request.acceptsEncodings('br', 'gzip', 'identity') || 'identity') as Encoding;
  if (encoding !== 'identity') response.setHeader('content-encoding', encoding);
  const bytes = file.bytes[encoding];
  response.setHeader('content-length', bytes.length);
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

export function publicRoutes(router: Router, { publications }: ApiParts): void {
  router.get('/public/:code', async (request, response) => {
    send(request, response, await publications.file(request.params.code, 'result'));
  });
  /** X1: only where the whole is published (B6 `full`). */
  router.get('/public/:code/bundle.json', async (request, response) => {
    const { code } = request.params;
    const file = await publications.file(code, 'bundle');
    if (file) response.attachment(`dakaochang-${code}-bundle.json`);
    send(request, response, file);
  });
}
