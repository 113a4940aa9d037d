// `npm run check`: everything that reads the code without running it, and the import-arrow test.
import { syncKit } from './build.mjs';
import { capture, program } from './process.mjs';

const steps = {
  prettier: ['prettier', '--check', '--log-level=warn', '.'],
  eslint: ['eslint', '--max-warnings=0', '.'],
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
  arrows: ['vitest', 'run', 'tests/arrows.test.ts'],
};

/** Runs the steps two at a time, prints the output of those that fail, and resolves to an exit code. */
export async function check() {
  await syncKit();
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
