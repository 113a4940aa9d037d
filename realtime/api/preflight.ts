/** What is looked at before a meeting opens: this machine, and whether a phone reaches it. */
import type { Router } from 'express';
import { machineOf } from '../machine.ts';
import { ReachedSchema } from '../protocol.ts';
import { Reach } from '../reach.ts';
import { ApiRefusal, body, needOrganizer, type ApiParts } from './parts.ts';

export function preflightRoutes(router: Router, parts: ApiParts): void {
  const { clock, data, guesses, peerOf } = parts;
  const reach = new Reach();
  router.get('/machine', async (request, response) => {
    needOrganizer(parts, request);
    response.json(await machineOf(data.dir, clock.now()));
  });
  router.post('/reach', (request, response) => {
    needOrganizer(parts, request, 'owner', 'host');
    response.status(201).json({ token: reach.open(clock.now()) });
  });
  router.get('/reach/:token', (request, response) => {
    needOrganizer(parts, request);
    const reports = reach.reports(request.params.token, clock.now());
    if (!reports) throw new ApiRefusal(404, 'not-found');
    response.json({ reports });
  });
  // A phone, that is anybody who was shown the code.
  router.post('/reach/:token', async (request, response) => {
    const { address } = peerOf(request);
    if (await guesses.blocked(address)) throw new ApiRefusal(429, 'too-many');
    const { now: said, ...report } = body(ReachedSchema, request);
    const now = clock.now();
    const via = `${request.protocol}://${request.headers.host ?? ''}`.slice(0, 300);
    const known = reach.report(request.params.token, { ...report, at: now, via, ahead: said - now });
    if (!known) {
      await guesses.note(address);
      throw new ApiRefusal(404, 'not-found');
    }
    response.json({ ok: true });
  });
}
