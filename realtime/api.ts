/** The HTTP side of the organizers: set-up, sign-in, the list of meetings, downloads. JSON in, JSON or a file out. */
import { json, Router, type NextFunction, type Request, type Response } from 'express';
import * as v from 'valibot';
import { JournalFailure } from '../assessment/journal.ts';
import { Refusal } from '../assessment/noun.ts';
import type { DataFolder } from '../db/data-folder.ts';
import { AccountError } from '../db/errors.ts';
import type { Organizer } from '../db/organizers.ts';
import type { Addresses as AddressList } from './addresses.ts';
import type { ServerClock } from './clock.ts';
import type { Guesses } from './guesses.ts';
import type { Figures, Log } from './log.ts';
import { Unreadable, type Meetings } from './meetings.ts';
import {
  NewMeetingSchema,
  PROTOCOL,
  SetUpSchema,
  SignInSchema,
  type ApiError,
  type Code,
  type MeetingSummary,
  type Status,
} from './protocol.ts';
import { sameOrigin, type Peer } from './secure.ts';
import type { SignIn } from './sign-in.ts';

export interface ApiParts {
  data: DataFolder;
  meetings: Meetings;
  signIn: SignIn;
  clock: ServerClock;
  guesses: Guesses;
  addresses: AddressList;
  peerOf(request: Request): Peer;
  log: Log;
  figures: Figures;
  /** What a demo meeting is called, in the language of the hub. */
  demoTitle: string;
  /** Told when a meeting's people have to follow to another journal (A1). */
  moved(meeting: string): void;
  /** Told when somebody has signed out (I7). */
  signedOut(): void;
}

/** Least length of an organizer's password. */
export const PASSWORD_LENGTH = 10;

/** An answer that is no; the code is what the page says in words. */
export class ApiRefusal extends Error {
  readonly status: number;
  readonly body: ApiError;
  constructor(status: number, code: Code, detail: ApiError['detail'] = {}) {
    super(code);
    this.status = status;
    this.body = { code, detail };
  }
}

export function body<S extends v.GenericSchema>(schema: S, request: Request): v.InferOutput<S> {
  const parsed = v.safeParse(schema, request.body);
  if (parsed.success) return parsed.output;
  throw new ApiRefusal(400, 'malformed', { field: v.getDotPath(parsed.issues[0]) ?? '' });
}

/** @throws ApiRefusal unless the request comes from a signed-in organizer over a connection that nobody reads */
export function needOrganizer(parts: ApiParts, request: Request, ...roles: Organizer['role'][]): Organizer {
  if (!parts.peerOf(request).secure) throw new ApiRefusal(403, 'not-secure');
  const organizer = parts.signIn.organizer(request);
  if (!organizer) throw new ApiRefusal(401, 'not-signed-in');
  if (roles.length > 0 && !roles.includes(organizer.role)) throw new ApiRefusal(403, 'forbidden');
  return organizer;
}

const summary = ({ id, code, title, mode, createdAt, archivedAt }: MeetingSummary): MeetingSummary => ({
  id,
  code,
  title,
  mode,
  createdAt,
  archivedAt,
});

export function apiRoutes(parts: ApiParts): Router {
  const router = Router();
  router.use((request, _response, next) => {
    // The cookie is SameSite=Strict; this holds where a browser does not know that.
    if (request.method !== 'GET' && !sameOrigin(request)) throw new ApiRefusal(403, 'origin');
    next();
  });
  router.use(json({ limit: '64kb' }));
  statusRoutes(router, parts);
  signInRoutes(router, parts);
  meetingRoutes(router, parts);
  return router;
}

function statusRoutes(router: Router, parts: ApiParts): void {
  router.get('/status', (request, response) => {
    const { secure } = parts.peerOf(request);
    const organizer = secure ? parts.signIn.organizer(request) : null;
    const status: Status = {
      protocol: PROTOCOL,
      setUp: parts.data.organizers.count() === 0,
      secure,
      organizer,
    };
    response.json(status);
  });
  router.get('/codes/:code', (request, response) => {
    const row = parts.meetings.byCode(request.params.code);
    if (!row || row.archivedAt !== null) throw new ApiRefusal(404, 'meeting-unknown');
    response.json({ code: row.code, title: row.title });
  });
  // Also for a screen on the hub's own machine, where nobody is signed in: its QR code needs an address for phones.
  router.get('/addresses', (request, response) => {
    if (!parts.peerOf(request).secure) throw new ApiRefusal(403, 'not-secure');
    response.json({ addresses: parts.addresses() });
  });
}

function signInRoutes(router: Router, parts: ApiParts): void {
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

function meetingRoutes(router: Router, parts: ApiParts): void {
  router.get('/meetings', (request, response) => {
    needOrganizer(parts, request);
    response.json(parts.meetings.list().map(summary));
  });
  router.post('/meetings', async (request, response) => {
    needOrganizer(parts, request, 'owner', 'host');
    const wanted = body(NewMeetingSchema, request);
    const { title, place, date } = wanted.kind === 'new' ? wanted : { title: '', place: '', date: '' };
    const meeting =
      wanted.kind === 'demo'
        ? await parts.meetings.createDemo(parts.demoTitle)
        : await parts.meetings.createNew({ title, place, date });
    response.status(201).json(summary(meeting));
  });
  router.post('/meetings/:code/official', async (request, response) => {
    needOrganizer(parts, request, 'owner');
    const official = await parts.meetings.goOfficial(request.params.code, parts.moved);
    if (!official) throw new ApiRefusal(404, 'meeting-unknown');
    response.status(201).json(summary(official));
  });
}

/** Every refusal of a route as its code; what nobody foresaw is logged and told as `internal`. */
export function sayRefusals({ log, figures }: Pick<ApiParts, 'log' | 'figures'>) {
  return (error: unknown, _request: Request, response: Response, next: NextFunction): void => {
    const refusal = refusalOf(error);
    figures.refused.inc({ code: refusal.body.code });
    if (refusal.body.code === 'internal') log.error({ err: error }, 'request');
    if (response.headersSent) next(error);
    else response.status(refusal.status).json(refusal.body);
  };
}

function refusalOf(error: unknown): ApiRefusal {
  if (error instanceof ApiRefusal) return error;
  if (error instanceof Refusal) return new ApiRefusal(409, error.code, error.detail);
  if (error instanceof AccountError)
    return new ApiRefusal(400, error.code === 'name-taken' ? 'name-taken' : 'malformed');
  if (error instanceof Unreadable) return new ApiRefusal(503, 'data-unreadable');
  if (error instanceof JournalFailure) return new ApiRefusal(503, 'disk');
  const status = (error as { status?: unknown } | null)?.status;
  if (status === 413) return new ApiRefusal(413, 'too-large');
  if (typeof status === 'number' && status >= 400 && status < 500) return new ApiRefusal(status, 'malformed');
  return new ApiRefusal(500, 'internal');
}
