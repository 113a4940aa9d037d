/** Who an organizer is: by the cookie of a browser, or by a signed token of a program. */
import type { IncomingMessage } from 'node:http';
import { parse, serialize } from 'cookie';
import type { Principal } from '../assessment/actors.ts';
import type { DataFolder } from '../db/data-folder.ts';
import type { Organizer } from '../db/organizers.ts';
import type { Ended, SignedIn } from '../db/sessions.ts';
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

  /**
   * The organizer behind a request's cookie or bearer token, with all his rights; null where there is none, where it is
   * no longer good, and where he has to choose a password of his own first.
   * @param acts whether this is an action, which keeps his session alive: a command and a request are, a connection
   * that comes back by itself is not
   */
  organizer(request: IncomingMessage, acts: boolean, token?: string): Organizer | null {
    const who = this.whoever(request, acts, token);
    if (who === null || typeof who === 'string' || who.passwordDue) return null;
    const { id, name, role } = who;
    return { id, name, role };
  }

  /** The same before he may do anything; why his session ended, where it did; null where he shows nothing. */
  whoever(request: IncomingMessage, acts: boolean, token?: string): SignedIn | Ended | null {
    const bearer = token ?? /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
    if (bearer !== undefined) return this.#fromToken(bearer);
    const cookie = this.cookieOf(request);
    return cookie === null ? null : this.#data.sessions.find(cookie, this.#clock.now(), acts);
  }

  #fromToken(token: string): SignedIn | null {
    const claims = verifyToken(this.#data.secrets.signingKey(), token, this.#clock.now());
    if (typeof claims === 'string') return null;
    return { id: `token-${claims.name}`, name: claims.name, role: claims.role, passwordDue: false };
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
