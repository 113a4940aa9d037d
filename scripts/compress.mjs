// Built text as small as it gets, beside itself: the hub sends it as it is. SvelteKit's adapter does it for its own.
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const TEXT = /\.(js|css|html|svg|json|webmanifest)$/;

export function compress(path) {
  if (statSync(path).isDirectory()) for (const name of readdirSync(path)) compress(join(path, name));
  else if (TEXT.test(path)) {
    const text = readFileSync(path);
    const params = {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
    };
    writeFileSync(`${path}.gz`, gzipSync(text, { level: 9, memLevel: 9 }));
    writeFileSync(`${path}.br`, brotliCompressSync(text, { params }));
  }
}
