/** A camera for Chromium that sees one QR code: raw video (Y4M), drawn here. */
import { writeFile } from 'node:fs/promises';
import { encode } from 'uqr';

const [WIDTH, HEIGHT, MODULE] = [640, 480, 8];

export async function filmOf(text: string, path: string): Promise<string> {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const luma = Buffer.alloc(WIDTH * HEIGHT, 225);
  const [left, top] = [(WIDTH - size * MODULE) >> 1, (HEIGHT - size * MODULE) >> 1];
  for (let y = 0; y < size * MODULE; y += 1) {
    for (let x = 0; x < size * MODULE; x += 1) {
      const dark = data[Math.floor(y / MODULE)]?.[Math.floor(x / MODULE)] ?? false;
      if (dark) luma[(top + y) * WIDTH + left + x] = 20;
    }
  }
  const grey = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, grey]);
  const header = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420\n`);
  await writeFile(path, Buffer.concat([header, frame, frame]));
  return path;
}
