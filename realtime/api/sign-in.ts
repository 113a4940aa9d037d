/** I7 · The first organizer, signing in and out. */
import type { Request, Response, Router } from 'express';
import type { Account } from '../../db/organizers.ts';
import { SetUpSchema, SignInSchema } from '../protocol.ts';
import { ApiRefusal, body, record, type ApiParts } from './parts.ts';
import { needStrong, refuseSignIn } from './passwords.ts';

export function signInRoutes(router: Router, parts: ApiParts): void {
  const { data, signIn, clock } = parts;
  const open = (response: Response, request: Request, { id, name, role }: Account) => {
    const now = clock.now();
    const token = data.sessions.open(id, now);
    data.organizers.noteSignIn(id, now);
    response.setHeader('set-cookie', signIn.cookieFor(token, request.protocol === 'https'));
    response.json({ id, name, role });
  };
  router.post('/set-up', async (request, response) => {
    const { secure, address } = parts.peerOf(request);
    if (!secure) throw new ApiRefusal(403, 'not-secure');
    const { token, name, password } = body(SetUpSchema, request);
    if (data.organizers.count() > 0) throw new ApiRefusal(409, 'set-up-done');
    if (await parts.guesses.blocked(address)) throw new ApiRefusal(429, 'too-many');
    needStrong(password, name);
    const owner = await data.setup.createFirstOwner(token, { name, password }, clock.now());
    if (!owner) {
      await parts.guesses.note(address);
      throw new ApiRefusal(403, 'set-up-unknown');
    }
    record(parts, request, { what: 'set-up', by: owner });
    open(response, request, owner);
  });
  router.post('/sign-in', async (request, response) => {
    const { secure, address } = parts.peerOf(request);
    if (!secure) throw new ApiRefusal(403, 'not-secure');
    const { name, password } = body(SignInSchema, request);
    if (await parts.guesses.blocked(address)) throw new ApiRefusal(429, 'too-many');
    const account = await data.organizers.verify(name, password, clock.now());
    if (typeof account === 'string') throw await refuseSignIn(parts, request, name, account);
    record(parts, request, { what: 'signed-in', by: account });
    open(response, request, account);
  });
  router.post('/sign-out', (request, response) => {
    const cookie = signIn.cookieOf(request);
    const who = signIn.whoever(request, false);
    if (cookie !== null) data.sessions.close(cookie);
    // Anybody may knock here; only where somebody goes is every connection looked at again.
    if (who !== null && typeof who !== 'string') {
      record(parts, request, { what: 'signed-out', by: who });
      parts.signedOut();
    }
    response.setHeader('set-cookie', signIn.cookieFor(null, request.protocol === 'https'));
    response.status(204).end();
  });
}
