/**
 * B6 · What is public of closed meetings, as bytes that are made once a journal's head: a whole district may ask for
 * it at the same moment, and the hub counts for the first of them.
 */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { publishedBundle, publishedOf } from '../reports/published.ts';
import type { Authority } from './authority.ts';
import type { Meetings, OpenMeeting } from './meetings.ts';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Good enough for what is made again with each entry of a journal. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };

export type Encoding = 'br' | 'gzip' | 'identity';
export interface PublicFile {
  /** Of what it says, however it is packed. */
  etag: string;
  bytes: Record<Encoding, Buffer>;
}

type Name = 'result' | 'bundle';

interface Kept {
  head: string;
  files: Partial<Record<Name, Promise<PublicFile | null>>>;
}

async function packed(content: object | null): Promise<PublicFile | null> {
  if (content === null) return null;
  const plain = Buffer.from(JSON.stringify(content));
  const etag = `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  return { etag, bytes: { identity: plain, br: await brotli(plain, BROTLI), gzip: await zip(plain) } };
}

const made = ({ authority: { state, head }, presence }: OpenMeeting, name: Name): object | null =>
  name === 'result' ? publishedOf(state, head) : publishedBundle(state, head, presence.headAt);

export class Publications {
  readonly #meetings: Meetings;
  readonly #kept = new WeakMap<Authority, Kept>();

  constructor(meetings: Meetings) {
    this.#meetings = meetings;
  }

  /**
   * Whether the address of a meeting answers with its public page. One that was put away keeps it, because its code is
   * in print and in people's messages; a rehearsal that was put away has none.
   */
  shows(code: string): boolean {
    const row = this.#meetings.byCode(code);
    return row?.phase === 'closed' && (row.archivedAt === null || row.mode === 'official');
  }

  /** Null where there is nothing: no such meeting, not closed, or its level publishes less (B6). */
  async file(code: string, name: Name): Promise<PublicFile | null> {
    if (!this.shows(code)) return null;
    const meeting = await this.#meetings.withCode(code);
    return meeting && this.#of(meeting, name);
  }

  #of(meeting: OpenMeeting, name: Name): Promise<PublicFile | null> {
    const { authority } = meeting;
    const { head } = authority.head;
    let kept = this.#kept.get(authority);
    if (kept?.head !== head) this.#kept.set(authority, (kept = { head, files: {} }));
    return (kept.files[name] ??= packed(made(meeting, name)));
  }
}
