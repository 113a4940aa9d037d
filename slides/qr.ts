/** QR codes as one path each: a thousand small squares would show seams when they are scaled. */
import { encode } from 'uqr';

/** `path` draws the dark modules in a square of `size` by `size`. */
export interface QrPath {
  size: number;
  path: string;
}

function pathOf(rows: readonly boolean[][]): string {
  let path = '';
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x += 1;
      path += `M${from} ${y}h${x - from + 1}v1H${from}z`;
    }
  });
  return path;
}

/** Level M mends 15 % of the code: a lamp that died on the wall, a head in front of it. */
export function qrOf(text: string): QrPath {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  return { size, path: pathOf(data) };
}
