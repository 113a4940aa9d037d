/**
 * `npm run shots [-- WORD …] [--out FOLDER]`: pictures of every page, see take.ts. Scenes are imported as they stand,
 * and there the rules are called `$assessment`, a name that Node alone does not know.
 */
import { registerHooks } from 'node:module';

const RULES = '$assessment/';
const rules = new URL('../../assessment/', import.meta.url);

registerHooks({
  resolve: (name, context, next) =>
    next(name.startsWith(RULES) ? new URL(name.slice(RULES.length), rules).href : name, context),
});

await import('./take.ts');
