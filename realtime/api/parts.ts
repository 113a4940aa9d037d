/** What every route of the organizers is made of: its parts, who asks, the shape of what he sends, and how no is said. */
import type { NextFunction, Request, Response } from 'express';
import * as v from 'valibot';
import { JournalFailure } from '../../assessment/journal.ts';
import { Refusal } from '../../assessment/noun.ts';
import type { DataFolder } from '../../db/data-folder.ts';
import type { Deed } from '../../db/audit.ts';
import { AccountError, type AccountCode } from '../../db/errors.ts';
import type { Organizer } from '../../db/organizers.ts';
import type { SignedIn } from '../../db/sessions.ts';
import type { Addresses as AddressList } from '../addresses.ts';
import type { ServerClock } from '../clock.ts';
import type { Guesses } from '../guesses.ts';
import type { Figures, Log } from '../log.ts';
import { LiveMeeting, Unreadable, type Meetings } from '../meetings.ts';
import type { ApiError, Code } from '../protocol.ts';
import type { Publications } from '../publications.ts';
import type { Peer } from '../secure.ts';
import { AppealUnderWay } from '../purging.ts';
import type { SignIn } from '../sign-in.ts';

export interface ApiParts {
  data: DataFolder;
  meetings: Meetings;
  publications: Publications;
  signIn: SignIn;
  clock: ServerClock;
  guesses: Guesses;
  addresses: AddressList;
  peerOf(request: Request): Peer;
  log: Log;
  figures: Figures;
  /** How long logs are kept, in days. */
  logDays: number;
  /** What a demo meeting is called, in the language of the hub. */
  demoTitle: string;
  /** Told when a meeting's people have to follow to another journal (A1). */
  moved(meeting: string): void;
  /** Told when somebody has signed out, or an account has changed (I7). */
  signedOut(): void;
}

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
  const organizer = needSignedIn(parts, request);
  if (organizer.passwordDue) throw new ApiRefusal(403, 'password-due');
  if (roles.length > 0 && !roles.includes(organizer.role)) throw new ApiRefusal(403, 'forbidden');
  return organizer;
}

/** The same for whoever has yet to choose a password of his own. @throws ApiRefusal */
export function needSignedIn(parts: ApiParts, request: Request): SignedIn {
  if (!parts.peerOf(request).secure) throw new ApiRefusal(403, 'not-secure');
  const who = parts.signIn.whoever(request, true);
  if (who === null || typeof who === 'string') throw new ApiRefusal(401, 'not-signed-in');
  return who;
}

/** I7: records what was done. What was done stays done where the record cannot be written; the log says so. */
export function record(parts: ApiParts, request: Request, deed: Omit<Deed, 'address'>): void {
  try {
    parts.data.audit.add({ ...deed, address: parts.peerOf(request).address }, parts.clock.now());
  } catch (error) {
    parts.log.error({ err: error, what: deed.what }, 'audit');
  }
}

const ACCOUNT: Partial<Record<AccountCode, [number, Code]>> = {
  'name-taken': [400, 'name-taken'],
  'last-owner': [409, 'last-owner'],
  'no-organizer': [404, 'organizer-unknown'],
  'no-meeting': [404, 'meeting-unknown'],
};

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
  if (error instanceof AccountError) return new ApiRefusal(...(ACCOUNT[error.code] ?? [400, 'malformed']));
  if (error instanceof LiveMeeting) return new ApiRefusal(409, 'meeting-live');
  if (error instanceof AppealUnderWay) return new ApiRefusal(409, 'appeal-runs');
  if (error instanceof Unreadable) return new ApiRefusal(503, 'data-unreadable');
  if (error instanceof JournalFailure) return new ApiRefusal(503, 'disk');
  const status = (error as { status?: unknown } | null)?.status;
  if (status === 413) return new ApiRefusal(413, 'too-large');
  if (typeof status === 'number' && status >= 400 && status < 500) return new ApiRefusal(status, 'malformed');
  return new ApiRefusal(500, 'internal');
}
