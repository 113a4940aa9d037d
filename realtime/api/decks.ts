/**
 * Decks on their way in and out. In: piece by piece from a host, a presenter or the head of a unit, so that a line that
 * breaks costs one piece and no upload fills the memory; checked by their bytes. Out: to screens, organizers and the
 * unit itself, whole or in part (Range), to be kept by the browser for ever.
 */
import type { Request, Response, Router } from 'express';
import * as v from 'valibot';
import { actorOf, HOSTS, type Actor, type Principal } from '../../assessment/actors.ts';
import { filesOfDecks, unitOfBringer } from '../../assessment/deck.ts';
import { DeckHash, isPdf, MOST_DECK, PIECE, UploadId, type DeckFile } from '../../assessment/decks.ts';
import { whole } from '../../assessment/fields.ts';
import type { State } from '../../assessment/state.ts';
import { DeckRoom, type Upload } from '../deck-room.ts';
import { sweepDecks } from '../deck-sweep.ts';
import type { OpenMeeting } from '../meetings.ts';
import type { Code, DeckPieceKept } from '../protocol-names.ts';
import { uploaded, PATIENCE, UploadEnded } from '../upload.ts';
import { meetingOf, senderOf } from './pictures.ts';
import { ApiRefusal, needOrganizer, type ApiParts } from './parts.ts';
import { rangeOf } from './range.ts';

const STATUS: Partial<Record<Code, number>> = {
  busy: 503,
  retry: 503,
  'disk-full': 507,
  'too-many': 429,
  'too-large': 413,
  'decks-full': 409,
  'upload-moved': 409,
  'meeting-closed': 409,
};
const no = (code: Code, detail: ApiRefusal['body']['detail'] = {}): ApiRefusal =>
  new ApiRefusal(STATUS[code] ?? 403, code, detail);

const Figure = v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number));
const Piece = v.object({
  upload: UploadId,
  from: v.pipe(Figure, whole(0, MOST_DECK)),
  size: v.pipe(Figure, whole(1, 999_999_999)),
});
type Piece = v.InferOutput<typeof Piece>;

/** @throws ApiRefusal for whoever brings no decks */
function needBringer(actor: Actor | null, state: State): void {
  if (actor === null) throw no('revoked');
  if (state.meeting.phase === 'closed') throw no('meeting-closed');
  const brings = 'pass' in actor && unitOfBringer(state, actor.pass) !== null;
  if (!brings && !HOSTS.includes(actor.role)) throw no('forbidden');
}

/** Where the piece lies, and how long it must be. @throws ApiRefusal */
function needPiece(request: Request): Piece & { length: number } {
  const { from, size } = request.query;
  const parsed = v.safeParse(Piece, { upload: request.params['upload'], from, size });
  if (!parsed.success)
    throw new ApiRefusal(400, 'malformed', { field: v.getDotPath(parsed.issues[0]) ?? '' });
  const piece = parsed.output;
  if (piece.size > MOST_DECK) throw no('too-large');
  const length = Math.min(PIECE, piece.size - piece.from);
  if (piece.from % PIECE !== 0 || length < 1) throw new ApiRefusal(400, 'malformed', { field: 'from' });
  const said = request.headers['content-length'];
  if (said === undefined) throw new ApiRefusal(411, 'malformed', { field: 'content-length' });
  if (Number(said) > PIECE) throw no('too-large');
  if (Number(said) !== length) throw new ApiRefusal(400, 'malformed', { field: 'content-length' });
  return { ...piece, length };
}

async function bytesOf(request: Request, length: number): Promise<Buffer> {
  try {
    const bytes = await uploaded(request, PATIENCE, PIECE);
    if (bytes.length !== length) throw no('retry');
    return bytes;
  } catch (error) {
    if (error instanceof UploadEnded) throw no(error.code);
    if ((error as NodeJS.ErrnoException).code === 'ECONNRESET') throw no('retry');
    throw error;
  }
}

/** Only what the state names is given out: the hash alone is no key, as slides are not public before their turn. */
function maySee(state: State, actor: Actor | null, hash: string): boolean {
  if (!actor || !filesOfDecks(state).includes(hash)) return false;
  if ('id' in actor || actor.role === 'screen') return true;
  const unit = 'pass' in actor ? unitOfBringer(state, actor.pass) : null;
  return unit !== null && state.decks.get(unit)?.hash === hash;
}

class DeckRoutes {
  readonly #parts: ApiParts;
  readonly #room: DeckRoom;

  constructor(parts: ApiParts) {
    this.#parts = parts;
    this.#room = new DeckRoom(parts.data.dir);
  }

  async take(request: Request, response: Response): Promise<void> {
    const piece = needPiece(request);
    const sender = senderOf(this.#parts, request);
    const meeting = await meetingOf(this.#parts, request, false);
    needBringer(actorOf(meeting.authority.state, sender), meeting.authority.state);
    const upload = await this.#uploadOf(meeting, sender, piece);
    if (upload.busy) throw no('too-many');
    // An answer may have been lost: whoever sends what is there already is told how far it is.
    if (piece.from !== upload.have || piece.size !== upload.size)
      throw no('upload-moved', { have: upload.have });
    upload.busy = true;
    try {
      response.json(await this.#keep(meeting, upload, await bytesOf(request, piece.length)));
    } finally {
      upload.busy = false;
      upload.at = meeting.authority.now();
    }
  }

  async #uploadOf(meeting: OpenMeeting, sender: Principal, piece: Piece): Promise<Upload> {
    const who = sender.kind === 'device' ? sender.session : sender.kind === 'organizer' ? sender.id : '';
    const known = this.#room.find(meeting.id, who, piece.upload);
    if (known) return known;
    // Of an upload from before a restart of the hub nothing is known here: it begins anew.
    if (piece.from > 0) throw no('upload-moved', { have: 0 });
    const now = meeting.authority.now();
    await this.#sweep(meeting, now);
    const organizer = sender.kind === 'organizer';
    const { decks } = meeting.journal;
    const begun = await this.#room.begin(
      meeting.id,
      who,
      { id: piece.upload, size: piece.size, organizer, now },
      decks,
    );
    if (typeof begun === 'string') throw no(begun);
    return begun;
  }

  async #keep({ journal, authority }: OpenMeeting, upload: Upload, bytes: Buffer): Promise<DeckPieceKept> {
    if (upload.have === 0 && !isPdf(bytes)) {
      this.#room.end(upload);
      throw new ApiRefusal(400, 'deck-invalid');
    }
    await journal.decks.put(upload.store, upload.have / PIECE, bytes);
    upload.sum.update(bytes);
    upload.have += bytes.length;
    if (upload.have < upload.size) return { have: upload.have, hash: null };
    const hash = upload.sum.digest('hex');
    this.#room.end(upload);
    await journal.decks.seal({ hash, upload: upload.store, size: upload.size, at: authority.now() });
    return { have: upload.have, hash };
  }

  async #sweep({ id, journal, authority }: OpenMeeting, now: number): Promise<void> {
    await sweepDecks(journal.decks, () => filesOfDecks(authority.state), this.#room.under(id, now), now);
  }

  async show(request: Request, response: Response): Promise<void> {
    const hash = String(request.params['hash']);
    const sender =
      request.headers['x-session'] === undefined
        ? ({ ...needOrganizer(this.#parts, request), kind: 'organizer' } as const)
        : senderOf(this.#parts, request);
    const meeting = v.is(DeckHash, hash) ? await meetingOf(this.#parts, request, true) : null;
    const { state } = meeting?.authority ?? {};
    const file =
      meeting && state && maySee(state, actorOf(state, sender), hash)
        ? meeting.journal.decks.find(hash)
        : null;
    if (!meeting || !file) throw new ApiRefusal(404, 'not-found');
    response.setHeader('etag', `"${hash}"`);
    response.setHeader('cache-control', 'private, max-age=31536000, immutable');
    response.setHeader('accept-ranges', 'bytes');
    if (request.headers['if-none-match'] === `"${hash}"`) return void response.status(304).end();
    await this.#send(meeting, file, request, response);
  }

  async #send({ journal }: OpenMeeting, file: DeckFile, request: Request, response: Response): Promise<void> {
    const range = rangeOf(request.headers.range, file.size);
    if (range === 'unsatisfiable') {
      response.setHeader('content-range', `bytes */${file.size}`);
      return void response.status(416).end();
    }
    const { from, to } = range ?? { from: 0, to: file.size };
    if (range) response.status(206).setHeader('content-range', `bytes ${from}-${to - 1}/${file.size}`);
    response.setHeader('content-type', 'application/pdf');
    response.setHeader('content-length', to - from);
    // Opened by itself it is a file to be kept, never a page of this hub.
    response.setHeader('content-disposition', 'attachment; filename="deck.pdf"');
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('content-security-policy', "default-src 'none'; sandbox");
    if (request.method === 'HEAD') return void response.end();
    for (let at = from; at < to && !response.destroyed;) {
      const nth = Math.floor(at / PIECE);
      const bytes = journal.decks.piece(file.hash, nth);
      const part = bytes?.subarray(at - nth * PIECE, to - nth * PIECE);
      // Removed while it was under way, or damaged: what is left has no end, and is not taken for a whole one.
      if (!part || part.length === 0) return void response.destroy();
      at += part.length;
      if (!response.write(part)) await drained(response);
    }
    response.end();
  }
}

const drained = (response: Response): Promise<void> =>
  new Promise((go) => {
    const over = () => {
      response.off('drain', over);
      response.off('close', over);
      go();
    };
    response.on('drain', over);
    response.on('close', over);
  });

export function deckRoutes(router: Router, parts: ApiParts): void {
  const decks = new DeckRoutes(parts);
  router.put('/meetings/:code/decks/:upload', async (request, response) => {
    try {
      await decks.take(request, response);
    } catch (error) {
      // What is still on its way is not waited for.
      if (!request.complete) response.setHeader('connection', 'close');
      throw error;
    }
  });
  router.get('/meetings/:code/decks/:hash', (request, response) => decks.show(request, response));
}
