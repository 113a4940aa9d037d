/** I7 · Who organizes: the owner's list of accounts, and everybody's own password. */
import type { Request, Router } from 'express';
import type { Account } from '../../db/organizers.ts';
import {
  NewOrganizerSchema,
  OwnPasswordSchema,
  PasswordSchema,
  RenameSchema,
  RoleSchema,
  type OrganizerRow,
} from '../protocol.ts';
import { ApiRefusal, body, needOrganizer, needSignedIn, record, type ApiParts } from './parts.ts';
import { needStrong, refuseSignIn, refuseWeak } from './passwords.ts';

const rowOf = (account: Account, now: number): OrganizerRow => {
  const { id, name, role, createdAt, signedInAt, lockedUntil, passwordDue } = account;
  const locked = lockedUntil !== null && lockedUntil > now ? lockedUntil : null;
  return { id, name, role, createdAt, signedInAt, lockedUntil: locked, passwordDue };
};

export function organizerRoutes(router: Router, parts: ApiParts): void {
  const { data, clock } = parts;
  const accountOf = (request: Request): Account => {
    const account = data.organizers.get(String(request.params['id']));
    if (!account) throw new ApiRefusal(404, 'organizer-unknown');
    return account;
  };

  router.get('/organizers', (request, response) => {
    const me = needOrganizer(parts, request);
    const all = data.organizers.list().map((one) => rowOf(one, clock.now()));
    response.json(me.role === 'owner' ? all : all.filter(({ id }) => id === me.id));
  });

  router.post('/organizers', async (request, response) => {
    const by = needOrganizer(parts, request, 'owner');
    const { name, role, password } = body(NewOrganizerSchema, request);
    needStrong(password, name);
    const made = await data.organizers.create({ name, role, password, passwordDue: true }, clock.now());
    record(parts, request, { what: 'organizer-added', by, about: made, detail: role });
    response.status(201).json(rowOf(made, clock.now()));
  });

  // Who signed in under the old name goes on; journals keep the name under which something was done.
  router.post('/organizers/:id/name', (request, response) => {
    const by = needOrganizer(parts, request, 'owner');
    const { name } = body(RenameSchema, request);
    const before = accountOf(request);
    const renamed = before.name === name ? before : data.organizers.rename(before.id, name);
    if (renamed !== before)
      record(parts, request, { what: 'organizer-renamed', by, about: renamed, detail: before.name });
    response.json(rowOf(renamed, clock.now()));
  });

  router.post('/organizers/:id/role', (request, response) => {
    const by = needOrganizer(parts, request, 'owner');
    const { role } = body(RoleSchema, request);
    const before = accountOf(request);
    const changed = before.role === role ? before : data.organizers.setRole(before.id, role);
    if (changed !== before)
      record(parts, request, { what: 'role-changed', by, about: changed, detail: `${before.role} ${role}` });
    parts.signedOut();
    response.json(rowOf(changed, clock.now()));
  });

  router.post('/organizers/:id/password', async (request, response) => {
    const by = needOrganizer(parts, request, 'owner');
    const { password } = body(PasswordSchema, request);
    const account = accountOf(request);
    // One's own is changed with the old one: a console that was left open must not give the account away.
    if (account.id === by.id) throw new ApiRefusal(403, 'forbidden');
    needStrong(password, account.name);
    await data.organizers.setPassword(account.id, password, true);
    data.sessions.closeAll(account.id);
    record(parts, request, { what: 'password-reset', by, about: account });
    parts.signedOut();
    response.status(204).end();
  });

  router.post('/organizers/:id/unlock', (request, response) => {
    const by = needOrganizer(parts, request, 'owner');
    const account = data.organizers.unlock(accountOf(request).id);
    record(parts, request, { what: 'unlocked', by, about: account });
    response.json(rowOf(account, clock.now()));
  });

  router.post('/organizers/:id/remove', (request, response) => {
    const by = needOrganizer(parts, request, 'owner');
    const account = accountOf(request);
    data.organizers.remove(account.id);
    record(parts, request, { what: 'organizer-removed', by, about: account, detail: account.role });
    parts.signedOut();
    response.status(204).end();
  });

  router.post('/password', async (request, response) => {
    const { id, name } = needSignedIn(parts, request);
    const { old, password } = body(OwnPasswordSchema, request);
    const account = await data.organizers.verify(name, old, clock.now());
    if (typeof account === 'string') throw await refuseSignIn(parts, request, name, account);
    needStrong(password, name);
    if (old.normalize('NFKC') === password.normalize('NFKC')) throw refuseWeak('same');
    await data.organizers.setPassword(id, password);
    data.sessions.closeAll(id);
    record(parts, request, { what: 'password-changed', by: account });
    const https = request.protocol === 'https';
    response.setHeader('set-cookie', parts.signIn.cookieFor(data.sessions.open(id, clock.now()), https));
    parts.signedOut();
    response.status(204).end();
  });
}
