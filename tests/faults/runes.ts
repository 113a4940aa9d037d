/** Lets plain Node load the phones' own `.svelte.ts` modules, so that faults meet the outbox that ships. Import it first. */
import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';
import { compileModule } from 'svelte/compiler';

registerHooks({
  load(url, context, next) {
    if (!url.endsWith('.svelte.ts')) return next(url, context);
    const filename = fileURLToPath(url);
    const source = plain(readFileSync(filename, 'utf8'));
    const { js } = compileModule(source, { generate: 'server', filename });
    return { format: 'module', source: js.code, shortCircuit: true };
  },
});

/** Node calls this an experiment each time that somebody uses it. */
function plain(source: string): string {
  const warn = process.emitWarning;
  process.emitWarning = () => undefined;
  try {
    return stripTypeScriptTypes(source);
  } finally {
    process.emitWarning = warn;
  }
}
