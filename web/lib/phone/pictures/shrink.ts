/**
 * Q1 · A photo made small enough for a bad cell before it leaves the phone: drawn anew, upright, so that what a camera wrote
 * beside it (place, time, device) stays behind.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { bytesOf } from '../../live/pictures.ts';

export type PhotoProblem = 'too-big' | 'heic' | 'broken';
export interface Prepared {
  /** Hex SHA-256 of the bytes. */
  hash: string;
  /** `data:image/jpeg;base64,…` */
  url: string;
}

/** Largest file that is looked at, and what comes out of it, in bytes. */
const MOST_FILE = 8 * 1024 * 1024;
const MOST_BYTES = 300_000;
/** Long edges in pixels and qualities, tried in this order until it is small enough. */
const STEPS: readonly [number, number][] = [
  [1600, 0.85],
  [1600, 0.72],
  [1600, 0.6],
  [1280, 0.7],
  [1280, 0.55],
  [1024, 0.6],
  [800, 0.6],
  [640, 0.5],
];

class PhotoError extends Error {
  readonly code: PhotoProblem;
  constructor(code: PhotoProblem) {
    super(code);
    this.code = code;
  }
}

/** iPhones' own format has its name in the first bytes, whatever the file is called. */
async function isHeic(file: Blob): Promise<boolean> {
  const bytes = new Uint8Array(await new Response(file.slice(4, 12)).arrayBuffer());
  return /^ftyp(hei|hev|mif1|msf1)/.test(String.fromCharCode(...bytes));
}

const dataUrl = (file: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(new Error('read'));
    reader.readAsDataURL(file);
  });

/** An `<img>` turns by what the camera noted (Chromium 81, Safari 13.1); an ImageBitmap does only in newer ones. */
async function decode(file: Blob): Promise<HTMLImageElement> {
  const url = await dataUrl(file);
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('decode'));
    image.src = url;
  });
}

function drawn(source: CanvasImageSource, width: number, height: number, edge: number): HTMLCanvasElement {
  const scale = Math.min(1, edge / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d');
  if (!context) throw new PhotoError('broken');
  // What is see-through would be black.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** @throws PhotoError `broken` where it has no size, or where nothing makes it small enough */
export function shrunk(source: CanvasImageSource, width: number, height: number): Prepared {
  if (width < 1 || height < 1) throw new PhotoError('broken');
  let canvas: HTMLCanvasElement | null = null;
  let drawnAt = 0;
  for (const [edge, quality] of STEPS) {
    if (drawnAt !== edge) canvas = drawn(source, width, height, edge);
    drawnAt = edge;
    const url = canvas!.toDataURL('image/jpeg', quality);
    // Base64 is a third longer than what it stands for.
    if (!url.startsWith('data:image/jpeg') || url.length * 0.75 > MOST_BYTES) continue;
    return { hash: bytesToHex(sha256(bytesOf(url))), url };
  }
  throw new PhotoError('broken');
}

/** @throws PhotoError */
export async function preparePhoto(file: File): Promise<Prepared> {
  if (file.size > MOST_FILE) throw new PhotoError('too-big');
  let image: HTMLImageElement;
  try {
    image = await decode(file);
  } catch {
    throw new PhotoError((await isHeic(file).catch(() => false)) ? 'heic' : 'broken');
  }
  return shrunk(image, image.naturalWidth, image.naturalHeight);
}
