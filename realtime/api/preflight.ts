/** What is looked at before a meeting opens: this machine, and whether a phone reaches it. */
import type { Router } from 'express';
import { machineOf } from '../machine.ts';
import { ReachedSchema, type Machine } from '../protocol.ts';
import { Reach } from '../reach.ts';
import { ApiRefusal, body, needOrganizer, type ApiParts } from './parts.ts';

export function preflightRoutes(router: Router, parts: ApiParts): void {
  const { clock, data } = parts;
  const reach = new Reach();
  // Measured once for all who ask meanwhile: its writes stand in the way of the journal's.
  let measuring: Promise<Machine> | null = null;
  router.get('/machine', async (request, response) => {
    needOrganizer(parts, request);
    measuring ??= machineOf(data.dir, clock.now()).finally(() => (measuring = null));
    response.json(await measuring);
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
  router.post('/reach/:token', (request, response) => {
    const { now: said, ...report } = body(ReachedSchema, request);
    const now = clock.now();
    const via = `${request.protocol}://${request.headers.host ?? ''}`.slice(0, 300);
    const known = reach.report(request.params.token, { ...report, at: now, via, ahead: said - now });
    // Not counted as a guess: nobody guesses 144 bits, and phones with an old code share the organizers' address.
    if (!known) throw new ApiRefusal(404, 'not-found');
    response.json({ ok: true });
  });
}
