/** Pictures made in code: real enough for whoever looks at their first bytes, and each different by its mark. */
import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

/** A whole PNG: a road with a lamp, so that an eye sees whether it was cropped. */
export function png(width = 64, height = 48, mark = 0): Buffer {
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = y * (width * 3 + 1) + 1 + x * 3;
      const border = Math.min(x, y, width - 1 - x, height - 1 - y) < Math.max(2, width / 40);
      const colour = border ? [200, 22, 29] : y > height * 0.7 ? [90, 90, 90] : [150 + mark, 180, 210];
      rows.set(Math.hypot(x - width * 0.7, y - height * 0.3) < height / 8 ? [242, 193, 78] : colour, at);
    }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The head of a JPEG with an EXIF block before its frame, and no picture behind it. */
export function jpegHead(width: number, height: number): Buffer {
  const frame = Buffer.from([0xff, 0xc0, 0, 17, 8, 0, 0, 0, 0, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  const exif = Buffer.concat([
    Buffer.from([0xff, 0xe1, 0, 16]),
    Buffer.from('Exif\0\0MM\0*\0\0\0\x08', 'latin1'),
  ]);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), exif, frame, Buffer.from([0xff, 0xd9])]);
}

/** The head of an extended WebP. */
export function webpHead(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(40);
  bytes.write('RIFF', 0, 'latin1');
  bytes.write('WEBPVP8X', 8, 'latin1');
  bytes.writeUIntLE(width - 1, 24, 3);
  bytes.writeUIntLE(height - 1, 27, 3);
  return bytes;
}

/** A PDF of so many pages, each with its number in large letters. */
export function pdf(pages = 3): Buffer {
  const kids = Array.from({ length: pages }, (_, at) => `${4 + at * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  for (let page = 1; page <= pages; page += 1) {
    const draw = `0.78 0.09 0.11 rg 40 40 515 90 re f BT /F1 160 Tf 0.1 g 120 480 Td (No. ${page}) Tj ET`;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${objects.length + 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      `<< /Length ${draw.length} >>\nstream\n${draw}\nendstream`,
    );
  }
  let text = '%PDF-1.4\n';
  const starts = objects.map((one, at) => {
    const start = text.length;
    text += `${at + 1} 0 obj\n${one}\nendobj\n`;
    return start;
  });
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

/** Huffman codes of one length each: twelve sizes of differences, and the end of a block. */
const SIZES = Buffer.from([
  0, 0, 0, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
]);
const END = Buffer.from([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);

function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** The differences from one square of 8 pixels to the next, as bits: squares of one grey need nothing else. */
function squares(greys: number[]): Buffer {
  let bits = '';
  let before = 0;
  for (const grey of greys) {
    const step = grey - 128 - before;
    const size = step === 0 ? 0 : 32 - Math.clz32(Math.abs(step));
    bits += size.toString(2).padStart(4, '0');
    if (size > 0) bits += (step > 0 ? step : step + (1 << size) - 1).toString(2).padStart(size, '0');
    bits += '0';
    before = grey - 128;
  }
  const bytes = (bits.padEnd(Math.ceil(bits.length / 8) * 8, '1').match(/.{8}/g) ?? []).map((one) =>
    parseInt(one, 2),
  );
  return Buffer.from(bytes.flatMap((one) => (one === 0xff ? [0xff, 0] : [one])));
}

/**
 * A whole JPEG as a camera that was held upright stores it: on its side (EXIF orientation 6, turned a quarter to the
 * right before it is shown), its left half light and its right half dark, so that upright it is light at the top.
 * @param width of what is stored, in pixels, a multiple of 16
 */
export function jpegOnItsSide(width = 2400, height = 1800): Buffer {
  const [across, down] = [width / 8, Math.ceil(height / 8)];
  const greys = Array.from({ length: across * down }, (_, at) => (at % across < across / 2 ? 220 : 40));
  const exif = Buffer.from(
    'Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0',
    'latin1',
  );
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe1, exif),
    // With 8 for all, a difference is one of grey.
    segment(0xdb, Buffer.concat([Buffer.from([0]), Buffer.alloc(64, 8)])),
    segment(0xc0, frame),
    segment(0xc4, Buffer.concat([Buffer.from([0x00]), SIZES])),
    segment(0xc4, Buffer.concat([Buffer.from([0x10]), END])),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    squares(greys),
    Buffer.from([0xff, 0xd9]),
  ]);
}
