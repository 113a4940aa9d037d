/**
 * Photos on this phone: kept until the hub has them, and brought there ahead of the command that names them. Kept as
 * `data:` addresses, which every store can hold and every page can show.
 */
import {
  SESSION_HEADER,
  type ApiError,
  type Code,
  type PictureAsked,
  type Refused,
} from '../../../realtime/protocol-names.ts';
import { backOff } from './back-off.ts';
import type { Carrying } from './carry.ts';
import { BestStore } from './item-store.ts';
import { sessionSecret } from './session.ts';

interface Kept {
  /** Hex SHA-256 of the bytes. */
  id: string;
  /** `data:image/jpeg;base64,…` */
  url: string;
}

/** How long nothing may move before an upload is given up and begun anew, in ms. */
const STALLED = 20_000;

class PictureShelf {
  readonly #store: BestStore;
  readonly #held = new Map<string, string>();
  #loaded: Promise<void> | null = null;

  constructor(scope: string) {
    this.#store = new BestStore(`pictures ${scope}`);
  }

  /** False where a reload would forget them. */
  get durable(): boolean {
    return this.#store.durable;
  }

  async put(hash: string, url: string): Promise<void> {
    this.#held.set(hash, url);
    await this.#store.put({ id: hash, url } as Kept);
  }

  async get(hash: string): Promise<string | null> {
    if (!this.#held.has(hash)) await (this.#loaded ??= this.#load());
    return this.#held.get(hash) ?? null;
  }

  async remove(hash: string): Promise<void> {
    this.#held.delete(hash);
    await this.#store.remove(hash);
  }

  async #load(): Promise<void> {
    for (const { id, url } of (await this.#store.all()) as Kept[])
      if (!this.#held.has(id)) this.#held.set(id, url);
  }
}

const shelves = new Map<string, PictureShelf>();
/** The one shelf of this browser's session in a meeting. */
export function shelfOf(code: string): PictureShelf {
  const scope = `${code}.${sessionSecret(code)}`;
  const shelf = shelves.get(scope) ?? new PictureShelf(scope);
  shelves.set(scope, shelf);
  return shelf;
}

export const pictureUrl = (code: string, hash: string): string => `/api/meetings/${code}/pictures/${hash}`;

export function bytesOf(url: string): Uint8Array<ArrayBuffer> {
  const text = atob(url.slice(url.indexOf(',') + 1));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

/** `null` where nothing came back. */
type Sent = { status: number; code: Code | null } | null;

/** `fetch` does not say how far an upload is. */
function post(code: string, url: string, told: Carrying['told']): Promise<Sent> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const moved = () => {
      clearTimeout(timer);
      timer = setTimeout(() => request.abort(), STALLED);
    };
    const settle = (sent: Sent) => {
      clearTimeout(timer);
      resolve(sent);
    };
    request.upload.onprogress = ({ loaded, total }) => {
      moved();
      if (total > 0) told(loaded / total);
    };
    request.onload = () => settle({ status: request.status, code: codeIn(request.responseText) });
    request.onerror = request.onabort = () => settle(null);
    request.open('POST', `/api/meetings/${code}/pictures`);
    request.setRequestHeader(SESSION_HEADER, sessionSecret(code));
    request.setRequestHeader('content-type', 'application/octet-stream');
    moved();
    request.send(new Blob([bytesOf(url)]));
  });
}

function codeIn(answer: string): Code | null {
  try {
    return (JSON.parse(answer) as Partial<ApiError>).code ?? null;
  } catch {
    return null;
  }
}

/** An answer may have been lost on its way back: then the hub has it already. */
async function there(code: string, hash: string): Promise<boolean> {
  try {
    const answer = await fetch(`${pictureUrl(code, hash)}/kept`, { cache: 'no-store' });
    return answer.ok && ((await answer.json()) as PictureAsked).kept;
  } catch {
    return false;
  }
}

const refused = (code: Code): Refused => ({ ok: false, code, detail: {}, retry: false });

/** After these the same picture may come again; whatever else the hub says is its last word. */
const passing = ({ status, code }: NonNullable<Sent>): boolean =>
  code === null || status >= 500 || status === 429 || status === 408;

/** Woken before its time when the network is back. */
const patience = (ms: number): Promise<void> =>
  new Promise((done) => {
    const over = () => {
      clearTimeout(timer);
      removeEventListener('online', over);
      done();
    };
    const timer = setTimeout(over, ms);
    addEventListener('online', over);
  });

/** Brings a picture to the hub for as long as it takes. @returns why it was refused, or null */
export async function carry(code: string, hash: string, { going, told }: Carrying): Promise<Refused | null> {
  for (let tries = 0; going(); tries += 1) {
    const url = await shelfOf(code).get(hash);
    if ((url === null || tries > 0) && (await there(code, hash))) return null;
    if (url === null) return refused('picture-unknown');
    told(0);
    const sent = await post(code, url, told);
    if (sent?.status === 201) return null;
    told(null);
    if (sent && !passing(sent)) return refused(sent.code ?? 'picture-invalid');
    await patience(backOff(tries));
  }
  return null;
}
