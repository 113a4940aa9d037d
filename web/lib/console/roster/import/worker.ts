/** Reads a file beside the page, so that one which takes for ever can be stopped and freezes nothing. */
import { ImportFailure } from './failure.ts';
import { readSource, type Source } from './read.ts';
import type { Answer } from './reading.ts';

addEventListener('message', (event: MessageEvent<Source>) => {
  void readSource(event.data)
    .then((tables): Answer => ({ ok: true, tables }))
    .catch((error: unknown): Answer => {
      const { code, detail } = error instanceof ImportFailure ? error : new ImportFailure('broken');
      return { ok: false, code, detail };
    })
    .then((answer) => postMessage(answer));
});
