/** Q1 · A body that never ends, one that comes drop by drop, and one that is too long hold no place for long. */
import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { MOST_BYTES } from '../../assessment/pictures.ts';
import { uploaded } from '../../realtime/upload.ts';

const codeOf = (upload: Promise<Buffer>): Promise<unknown> =>
  upload.then(
    (bytes) => bytes.length,
    (error: { code?: string }) => error.code,
  );

it('takes what comes in parts', async () => {
  const from = new PassThrough();
  const upload = uploaded(from);
  from.write('一');
  from.end('二');
  expect((await upload).toString()).toBe('一二');
});

it('gives up on who falls silent, and on who says a byte now and then for ever', async () => {
  const silent = new PassThrough();
  silent.write('一');
  expect(await codeOf(uploaded(silent, { silence: 20, whole: 60_000 }))).toBe('retry');
  expect(silent.destroyed).toBe(true);
  const dripping = new PassThrough();
  const drops = setInterval(() => dripping.write('.'), 5);
  expect(await codeOf(uploaded(dripping, { silence: 60_000, whole: 60 }))).toBe('retry');
  clearInterval(drops);
  expect(dripping.destroyed).toBe(true);
});

it('reads no further than a picture can be', async () => {
  const from = new PassThrough();
  const code = codeOf(uploaded(from));
  from.write(Buffer.alloc(MOST_BYTES));
  from.write('x');
  expect(await code).toBe('too-large');
});
