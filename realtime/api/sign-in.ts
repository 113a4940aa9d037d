/** I7 · The first organizer, signing in and out. */
import type { Request, Response, Router } from 'express';
import type { Organizer } from '../../db/organizers.ts';
import { SetUpSchema, SignInSchema } from '../protocol.ts';
import { ApiRefusal, body, type ApiParts } from './parts.ts';

/** Least length of an organizer's password. */
export const PASSWORD_LENGTH = 10;

export function signInRoutes(router: Router, parts: ApiParts): void {
  const { data, signIn, clock } = parts;
  const open = (response: Response, request: Request, organizer: Organizer) => {
    const https = request.protocol === 'https';
    response.setHeader('set-cookie', signIn.cookieFor(data.sessions.open(organizer.id, clock.now()), https));
    response.json({ id: organizer.id, name: organizer.name, role: organizer.role });
  };
  router.post('/set-up', async (request, response) => {
    const { secure, address } = parts.peerOf(request);
    if (!secure) throw new ApiRefusal(403, 'not-secure');
    const { token, name, password } = body(SetUpSchema, request);
    if (data.organizers.count() > 0) throw new ApiRefusal(409, 'set-up-done');
    if (await parts.guesses.blocked(address)) throw new ApiRefusal(429, 'too-many');
    if (password.length < PASSWORD_LENGTH)
      throw new ApiRefusal(400, 'weak-password', { least: PASSWORD_LENGTH });
    const owner = await data.setup.createFirstOwner(token, { name, password }, clock.now());
    if (!owner) {
      await parts.guesses.note(address);
      throw new ApiRefusal(403, 'set-up-unknown');
    }
    open(response, request, owner);
  });
  router.post('/sign-in', async (request, response) => {
    const { secure, address } = parts.peerOf(request);
    if (!secure) throw new ApiRefusal(403, 'not-secure');
    const { name, password } = body(SignInSchema, request);
    if (await parts.guesses.blocked(address)) throw new ApiRefusal(429, 'too-many');
    const account = await data.organizers.verify(name, password, clock.now());
    if (typeof account === 'string') {
      parts.log.warn({ name: account, address }, 'sign-in refused');
      if (account === 'unknown') await parts.guesses.note(address);
      throw new ApiRefusal(
        account === 'locked' ? 429 : 401,
        account === 'locked' ? 'locked-out' : 'wrong-password',
      );
    }
    open(response, request, account);
  });
  router.post('/sign-out', (request, response) => {
    const cookie = signIn.cookieOf(request);
    if (cookie !== null) data.sessions.close(cookie);
    parts.signedOut();
    response.setHeader('set-cookie', signIn.cookieFor(null, request.protocol === 'https'));
    response.status(204).end();
  });
}
