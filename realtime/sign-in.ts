/** Who an organizer is: by the cookie of a browser, or by a signed token of a program. */
import type { IncomingMessage } from 'node:http';
import { parse, serialize } from 'cookie';
import type { Principal } from '../assessment/actors.ts';
import type { DataFolder } from '../db/data-folder.ts';
import type { Organizer } from '../db/organizers.ts';
import { verifyToken } from '../db/tokens.ts';
import type { ServerClock } from './clock.ts';

const COOKIE = 'dkc_organizer';

export type OrganizerPrincipal = Extract<Principal, { kind: 'organizer' }>;

export class SignIn {
  readonly #data: DataFolder;
  readonly #clock: ServerClock;

  constructor(data: DataFolder, clock: ServerClock) {
    this.#data = data;
    this.#clock = clock;
  }

  cookieOf(request: IncomingMessage): string | null {
    return parse(request.headers.cookie ?? '')[COOKIE] ?? null;
  }

  /** The organizer behind a request's cookie or bearer token; null where there is none, or it is no longer good. */
  organizer(request: IncomingMessage, token?: string): Organizer | null {
    const bearer = token ?? /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
    if (bearer !== undefined) return this.#fromToken(bearer);
    const cookie = this.cookieOf(request);
    return cookie === null ? null : this.#data.sessions.find(cookie, this.#clock.now());
  }

  #fromToken(token: string): Organizer | null {
    const claims = verifyToken(this.#data.secrets.signingKey(), token, this.#clock.now());
    return typeof claims === 'string'
      ? null
      : { id: `token-${claims.name}`, name: claims.name, role: claims.role };
  }

  /** The header that gives a browser its session; `null` takes it away. */
  cookieFor(token: string | null, https: boolean): string {
    const age = token === null ? { maxAge: 0 } : {};
    return serialize(COOKIE, token ?? '', {
      httpOnly: true,
      sameSite: 'strict',
      secure: https,
      path: '/',
      ...age,
    });
  }
}

export const principalOf = (organizer: Organizer): OrganizerPrincipal => ({
  kind: 'organizer',
  id: organizer.id,
  role: organizer.role,
});
