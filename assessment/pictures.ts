/**
 * Q1, J6 · Pictures: what a store of them offers, and what bytes must be to count as one. A picture is named by the
 * SHA-256 of its bytes: only who was told the name can ask for it.
 */
import * as v from 'valibot';
import { refuse, type Context } from './noun.ts';

/** Hex SHA-256 of the bytes. */
export const PictureHash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

export const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];

/** Who brought it: each has a share of the meeting's room, so that the crowd cannot take the examiners'. */
export const PICTURE_SOURCES = ['pass', 'crowd', 'organizer'] as const;
export type PictureSource = (typeof PICTURE_SOURCES)[number];

/** Largest picture in bytes, and largest side in pixels: a phone sends far smaller ones. */
export const MOST_BYTES = 1_000_000;
export const MOST_PIXELS = 4096;

export interface Picture {
  hash: string;
  type: PictureType;
  source: PictureSource;
  bytes: Uint8Array;
  /** Server time in ms. */
  at: number;
}

/** The pictures of one meeting, in the meeting's own file. */
export interface Pictures {
  /** On disk when it resolves; one that is there already stays as it is. @throws JournalFailure */
  keep(picture: Picture): Promise<void>;
  has(hash: string): boolean;
  get(hash: string): Picture | null;
  /** Takes one that nobody names off the disk. @throws JournalFailure */
  drop(hash: string): Promise<void>;
  /** Every picture without its bytes: its name and when it came, server time in ms. */
  list(): { hash: string; at: number }[];
  /** How many there are of one source, and their bytes together. */
  held(source: PictureSource): { count: number; bytes: number };
}

export interface PictureFacts {
  type: PictureType;
  width: number;
  height: number;
}

/**
 * J6: a picture that the meeting has. What is not there was never sent, or was sent to the rehearsal (A1).
 * @throws Refusal `picture-unknown`
 */
export function needPicture(context: Context, picture: string): void {
  if (!context.stored(picture)) refuse('picture-unknown');
}

const text = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Markers of a JPEG that say how large it is: every start of frame but the tables between them. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

function jpeg(bytes: Uint8Array): PictureFacts | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  const data = view(bytes);
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) at += 1;
    else if (isFrame(marker))
      return { type: 'image/jpeg', width: data.getUint16(at + 7), height: data.getUint16(at + 5) };
    else at += 2 + data.getUint16(at + 2);
  }
  return null;
}

function png(bytes: Uint8Array): PictureFacts | null {
  if (bytes.length < 33 || text(bytes, 0, 8) !== '\x89PNG\r\n\x1a\n' || text(bytes, 12, 16) !== 'IHDR')
    return null;
  const data = view(bytes);
  return { type: 'image/png', width: data.getUint32(16), height: data.getUint32(20) };
}

function webp(bytes: Uint8Array): PictureFacts | null {
  if (bytes.length < 30 || text(bytes, 0, 4) !== 'RIFF' || text(bytes, 8, 12) !== 'WEBP') return null;
  const data = view(bytes);
  const type = 'image/webp';
  const three = (at: number): number => data.getUint16(at, true) + (bytes[at + 2] ?? 0) * 65_536;
  switch (text(bytes, 12, 16)) {
    case 'VP8X':
      return { type, width: three(24) + 1, height: three(27) + 1 };
    case 'VP8 ':
      return { type, width: data.getUint16(26, true) & 0x3fff, height: data.getUint16(28, true) & 0x3fff };
    case 'VP8L': {
      const bits = data.getUint32(21, true);
      return { type, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    default:
      return null;
  }
}

/** What the first bytes say of a picture, whatever its sender calls it; null where it is none that pages can show. */
export function pictureFacts(bytes: Uint8Array): PictureFacts | null {
  const facts = jpeg(bytes) ?? png(bytes) ?? webp(bytes);
  if (!facts || facts.width < 1 || facts.height < 1) return null;
  return facts.width > MOST_PIXELS || facts.height > MOST_PIXELS ? null : facts;
}
