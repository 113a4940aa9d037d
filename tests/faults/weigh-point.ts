/**
 * Loaded in front of a hub: at SIGWINCH, which means nothing to it, it collects its garbage and prints what is left, in
 * KiB, on one line.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isMainThread } from 'node:worker_threads';

if (isMainThread) {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  process.on('SIGWINCH', () => {
    // Twice: what the first finds free may have held buffers, which are let go in a turn of their own.
    collect();
    setImmediate(() => {
      collect();
      const { heapUsed, external, rss } = process.memoryUsage();
      const kib = (bytes: number) => Math.round(bytes / 1024);
      console.log(`WEIGHED ${kib(heapUsed)} ${kib(external)} ${kib(rss)}`);
    });
  });
}
