// `npm run check`: everything that reads the code without running it, and the import-arrow test.
import { syncKit } from './build.mjs';
import { capture, program } from './process.mjs';
import { folder as scripts, writeScripts } from './svelte-scripts.mjs';

/** The longest first, so that the last to end is a short one. */
const steps = {
  eslint: ['eslint', '--max-warnings=0', '.'],
  'eslint of components': ['eslint', '--max-warnings=0', '--config', 'eslint.scripts.config.js', scripts],
  'tsc server': ['tsc', '-p', 'tsconfig.server.json'],
  'tsc all': ['tsc', '-p', 'tsconfig.json'],
  'svelte-check': [
    'svelte-check',
    '--tsconfig',
    './tsconfig.web.json',
    '--fail-on-warnings',
    '--output',
    'human',
  ],
  prettier: ['prettier', '--check', '--log-level=warn', '.'],
  arrows: ['vitest', 'run', 'tests/arrows.test.ts'],
};

/** Runs the steps two at a time, prints the output of those that fail, and resolves to an exit code. */
export async function check() {
  await syncKit();
  writeScripts();
  const waiting = Object.entries(steps);
  let failed = 0;
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const [name, [tool, ...args]] = step;
      const began = Date.now();
      const { code, output } = await capture(program(tool), args);
      const seconds = ((Date.now() - began) / 1000).toFixed(1);
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
      if (code === 0) continue;
      console.log(output.trimEnd());
      failed++;
    }
  };
  await Promise.all([worker(), worker()]);
  return failed === 0 ? 0 : 1;
}
