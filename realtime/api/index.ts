/** The HTTP side of the organizers. JSON in, JSON or a file out. */
import { json, Router } from 'express';
import { sameOrigin } from '../secure.ts';
import { auditRoutes } from './audit.ts';
import { copyRoutes } from './copies.ts';
import { countRoutes } from './count.ts';
import { deckRoutes } from './decks.ts';
import { journalRoutes } from './journal.ts';
import { meetingRoutes } from './meetings.ts';
import { organizerRoutes } from './organizers.ts';
import { ApiRefusal, type ApiParts } from './parts.ts';
import { pictureRoutes } from './pictures.ts';
import { preflightRoutes } from './preflight.ts';
import { privacyRoutes } from './privacy.ts';
import { publicRoutes } from './public.ts';
import { signInRoutes } from './sign-in.ts';
import { statusRoutes } from './status.ts';

export function apiRoutes(parts: ApiParts): Router {
  const router = Router();
  router.use((request, _response, next) => {
    // The cookie is SameSite=Strict; this holds where a browser does not know that.
    if (request.method !== 'GET' && !sameOrigin(request)) throw new ApiRefusal(403, 'origin');
    next();
  });
  // These read their own bodies.
  pictureRoutes(router, parts);
  deckRoutes(router, parts);
  router.use(json({ limit: '64kb' }));
  statusRoutes(router, parts);
  publicRoutes(router, parts);
  signInRoutes(router, parts);
  organizerRoutes(router, parts);
  auditRoutes(router, parts);
  meetingRoutes(router, parts);
  preflightRoutes(router, parts);
  privacyRoutes(router, parts);
  countRoutes(router, parts);
  journalRoutes(router, parts);
  copyRoutes(router, parts);
  return router;
}

export { sayRefusals, type ApiParts } from './parts.ts';
