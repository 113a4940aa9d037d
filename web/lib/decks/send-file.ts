/**
 * A deck on its way to the hub, piece by piece: a line that breaks costs one piece, and it goes on from there for as long
 * as it takes. Every answer says how far the hub is, so that a lost one does no harm.
 */
import { PIECE } from '$assessment/decks.ts';
import {
  SESSION_HEADER,
  type ApiError,
  type Code,
  type DeckPieceKept,
} from '../../../realtime/protocol-names.ts';
import { backOff } from '../live/back-off.ts';

export interface Told {
  /** Bytes that have arrived, those under way included. */
  (done: number, line: 'there' | 'gone'): void;
}

export interface Sending {
  code: string;
  /** The secret of a phone's session; an organizer's browser is known by its cookie. */
  session: string | null;
  told: Told;
  stop: AbortSignal;
}

export class Refusal extends Error {
  readonly code: Code;
  readonly detail: ApiError['detail'];
  constructor({ code, detail }: ApiError) {
    super(code);
    this.code = code;
    this.detail = detail;
  }
}

/** How long nothing may move before a piece is given up and begun anew, in ms. */
const STALLED = 20_000;
/** An upload that the hub knows no more is begun anew so often: it was restarted, and not that often. */
const ANEW = 3;

type Answer = { status: number; body: Partial<DeckPieceKept & ApiError> } | null;

/** `fetch` does not say how far an upload is. @returns null where nothing came back */
function put(
  url: string,
  piece: Blob,
  { session, stop }: Sending,
  moved: (loaded: number) => void,
): Promise<Answer> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const abort = () => request.abort();
    const alive = () => {
      clearTimeout(timer);
      timer = setTimeout(abort, STALLED);
    };
    const settle = (answer: Answer) => {
      clearTimeout(timer);
      stop.removeEventListener('abort', abort);
      resolve(answer);
    };
    request.upload.onprogress = ({ loaded }) => {
      alive();
      moved(loaded);
    };
    request.onload = () => settle({ status: request.status, body: read(request.responseText) });
    request.onerror = request.onabort = () => settle(null);
    request.open('PUT', url);
    if (session !== null) request.setRequestHeader(SESSION_HEADER, session);
    request.setRequestHeader('content-type', 'application/octet-stream');
    stop.addEventListener('abort', abort);
    alive();
    request.send(piece);
  });
}

function read(text: string): Partial<DeckPieceKept & ApiError> {
  try {
    return JSON.parse(text) as Partial<DeckPieceKept & ApiError>;
  } catch {
    return {};
  }
}

/** Woken before its time when the network is back, or when it is stopped. */
const patience = (ms: number, stop: AbortSignal): Promise<void> =>
  new Promise((done) => {
    const over = () => {
      clearTimeout(timer);
      removeEventListener('online', over);
      stop.removeEventListener('abort', over);
      done();
    };
    const timer = setTimeout(over, ms);
    addEventListener('online', over);
    stop.addEventListener('abort', over);
  });

function freshName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (one) => one.toString(16).padStart(2, '0')).join('');
}

/** After these the same piece may come again. */
const passing = (answer: Answer): boolean =>
  answer === null ||
  answer.body.code === undefined ||
  (answer.status >= 500 && answer.status !== 507) ||
  [408, 429].includes(answer.status);

/**
 * @returns the hex SHA-256 of the file, by which a command names it; null where it was stopped
 * @throws Refusal
 */
export async function sendFile(file: Blob, sending: Sending): Promise<string | null> {
  const { code, stop, told } = sending;
  let name = freshName();
  let from = 0;
  let anew = 0;
  for (let tries = 0; !stop.aborted;) {
    const url = `/api/meetings/${code}/decks/${name}?from=${from}&size=${file.size}`;
    const at = from;
    const answer = await put(url, file.slice(from, from + PIECE), sending, (loaded) =>
      told(at + loaded, 'there'),
    );
    if (stop.aborted) return null;
    if (answer?.status === 200 && typeof answer.body.have === 'number') {
      if (typeof answer.body.hash === 'string') return answer.body.hash;
      from = answer.body.have;
      tries = 0;
      told(from, 'there');
    } else if (answer?.body.code === 'upload-moved') {
      from = Number(answer.body.detail?.['have'] ?? 0);
      // Known no more, or whole already and its last answer lost: either way it is sent once more from the beginning.
      if (from === 0) name = freshName();
      if (from === 0 && (anew += 1) > ANEW) throw new Refusal({ code: 'upload-moved', detail: {} });
    } else if (passing(answer)) {
      told(from, 'gone');
      await patience(backOff(tries), stop);
      tries += 1;
    } else {
      throw new Refusal({ code: answer?.body.code ?? 'internal', detail: answer?.body.detail ?? {} });
    }
  }
  return null;
}
