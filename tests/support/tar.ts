/** The files in a tar archive (ustar): enough for the libraries of an old browser. */
export interface TarFile {
  path: string;
  mode: number;
  bytes: Buffer;
}

const BLOCK = 512;
const text = (bytes: Buffer): string => bytes.toString('latin1').replace(/\0.*$/s, '');
const octal = (bytes: Buffer): number => parseInt(text(bytes).trim() || '0', 8);

/** A link is a copy of what it names: the archives that are read here hold none, or name what came before. */
export function* filesOfTar(archive: Buffer): Generator<TarFile> {
  for (let at = 0; at + BLOCK <= archive.length;) {
    const head = archive.subarray(at, at + BLOCK);
    const path = text(head.subarray(0, 100));
    if (path === '') return;
    const size = octal(head.subarray(124, 136));
    const kind = String.fromCharCode(head[156] ?? 0);
    if (path.split('/').includes('..') || path.startsWith('/')) throw new Error(`a tar may not hold ${path}`);
    const bytes = archive.subarray(at + BLOCK, at + BLOCK + size);
    if (kind === '0' || kind === '\0') yield { path, mode: octal(head.subarray(100, 108)), bytes };
    else if (kind !== '5') throw new Error(`a tar with an entry of kind ${kind}: ${path}`);
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}
