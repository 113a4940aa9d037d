/**
 * Q1 · Photos on their way in and out. In: from whoever may ask or attach evidence, checked by their bytes, on disk before
 * it is said (J3). Out: by the hash that a view gave away (V1), as a picture and nothing else.
 */
import { createHash } from 'node:crypto';
import type { Request, Response, Router } from 'express';
import * as v from 'valibot';
import { actorOf, HOSTS, type Actor, type Principal } from '../../assessment/actors.ts';
import { MOST_BYTES, pictureFacts, PictureHash, type PictureSource } from '../../assessment/pictures.ts';
import { Token } from '../../assessment/fields.ts';
import type { OpenMeeting } from '../meetings.ts';
import { PictureRoom } from '../picture-room.ts';
import { SESSION_HEADER, type Code, type PictureAsked, type PictureKept } from '../protocol-names.ts';
import { principalOf } from '../sign-in.ts';
import { device } from '../turned.ts';
import { uploaded, UploadEnded } from '../upload.ts';
import { ApiRefusal, needOrganizer, type ApiParts } from './parts.ts';

const STATUS: Partial<Record<Code, number>> = {
  busy: 503,
  retry: 503,
  'too-many': 429,
  'too-large': 413,
  'pictures-full': 409,
  'meeting-closed': 409,
};
const no = (code: Code): ApiRefusal => new ApiRefusal(STATUS[code] ?? 403, code);

/** A session stands in a header: an address is written into logs. */
export function senderOf(parts: ApiParts, request: Request): Principal {
  const session = request.headers[SESSION_HEADER];
  if (session === undefined) return principalOf(needOrganizer(parts, request, 'owner', 'host'));
  if (!v.is(Token, session)) throw new ApiRefusal(400, 'malformed');
  return device(session);
}

/** Whose share of the room it takes. @throws ApiRefusal for whoever may neither ask nor attach (I1, I2, Q1) */
function sourceOf(actor: Actor | null, { authority }: OpenMeeting): PictureSource {
  if (actor === null) throw no('revoked');
  const { phase, settings } = authority.state.meeting;
  if (phase === 'closed') throw no('meeting-closed');
  if (HOSTS.includes(actor.role)) return 'organizer';
  if (['examiner', 'member', 'presenter'].includes(actor.role)) return 'pass';
  if (actor.role !== 'crowd') throw no('forbidden');
  if (!settings.crowdAsks) throw no('questions-not-open');
  return 'crowd';
}

/** The length must be said beforehand, so that nobody is read who has too much to say. @throws ApiRefusal */
function needLength(request: Request): void {
  const length = request.headers['content-length'];
  if (length === undefined) throw new ApiRefusal(411, 'malformed', { field: 'content-length' });
  if (Number(length) > MOST_BYTES) throw no('too-large');
}

async function bytesOf(request: Request): Promise<Buffer> {
  try {
    return await uploaded(request);
  } catch (error) {
    if (error instanceof UploadEnded) throw no(error.code);
    // The line broke: nobody is there to be told, and nothing is wrong here.
    if ((error as NodeJS.ErrnoException).code === 'ECONNRESET') throw no('retry');
    throw error;
  }
}

async function keep(
  { journal, authority }: OpenMeeting,
  source: PictureSource,
  bytes: Buffer,
): Promise<PictureKept> {
  const facts = pictureFacts(bytes);
  if (!facts) throw new ApiRefusal(400, 'picture-invalid');
  const hash = createHash('sha256').update(bytes).digest('hex');
  await journal.pictures.keep({ hash, type: facts.type, source, bytes, at: authority.now() });
  return { hash };
}

/** A meeting that was put away is for organizers to look at; its phones are told that there is none. */
export async function meetingOf(parts: ApiParts, request: Request, looks: boolean): Promise<OpenMeeting> {
  const row = parts.meetings.byCode(String(request.params['code']));
  const away = row !== null && parts.meetings.archived(row.id);
  const seen = away && looks && parts.signIn.organizer(request, false) !== null;
  if (row === null || (away && !seen)) throw new ApiRefusal(404, 'meeting-unknown');
  const meeting = await parts.meetings.withCode(row.code);
  if (!meeting) throw new ApiRefusal(404, 'meeting-unknown');
  return meeting;
}

const NAMES = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' };

function show(response: Response, type: keyof typeof NAMES, bytes: Uint8Array): void {
  response.setHeader('content-type', type);
  response.setHeader('content-disposition', `inline; filename="picture.${NAMES[type]}"`);
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('content-security-policy', "default-src 'none'; sandbox");
  // The name is the hash of the bytes, so that no other ever stands behind it.
  response.setHeader('cache-control', 'private, max-age=31536000, immutable');
  response.end(bytes);
}

export function pictureRoutes(router: Router, parts: ApiParts): void {
  const room = new PictureRoom();

  async function take(request: Request, response: Response): Promise<void> {
    needLength(request);
    const sender = senderOf(parts, request);
    const meeting = await meetingOf(parts, request, false);
    const source = sourceOf(actorOf(meeting.authority.state, sender), meeting);
    const who = sender.kind === 'device' ? sender.session : sender.kind === 'organizer' ? sender.id : '';
    const full = await room.enter(meeting.id, who, source, meeting.journal.pictures);
    if (full !== null) throw no(full);
    let kept: PictureKept | null = null;
    try {
      kept = await keep(meeting, source, await bytesOf(request));
    } finally {
      room.leave(meeting.id, who, source, kept !== null);
    }
    response.status(201).json(kept);
  }

  router.post('/meetings/:code/pictures', async (request, response) => {
    try {
      await take(request, response);
    } catch (error) {
      // What is still on its way is not waited for.
      if (!request.complete) response.setHeader('connection', 'close');
      throw error;
    }
  });

  /** An answer may have been lost on its way: who knows the hash knows the picture, and need not send it again. */
  router.get('/meetings/:code/pictures/:hash/kept', async (request, response) => {
    const { hash } = request.params;
    const meeting = v.is(PictureHash, hash) ? await meetingOf(parts, request, true) : null;
    const answer: PictureAsked = { kept: meeting?.journal.pictures.has(hash) ?? false };
    response.setHeader('cache-control', 'no-store');
    response.json(answer);
  });

  router.get('/meetings/:code/pictures/:hash', async (request, response) => {
    const { hash } = request.params;
    const meeting = v.is(PictureHash, hash) ? await meetingOf(parts, request, true) : null;
    const picture = meeting?.journal.pictures.get(hash);
    if (!picture) throw new ApiRefusal(404, 'not-found');
    show(response, picture.type, picture.bytes);
  });
}
