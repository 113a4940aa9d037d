// The one launcher behind every npm script. It runs on Node 20 with nothing installed, makes ready what the
// command needs, and hands over to the real program under the project's own Node 24.
import { existsSync } from 'node:fs';
import { buildWeb } from './build.mjs';
import { check } from './check.mjs';
import { install } from './install.mjs';
import { program, root, run } from './process.mjs';
import { browserTests, ready, test } from './test.mjs';

const [name, ...args] = process.argv.slice(2);

/** Programs of the project: the file, what must be ready first, and what the program needs in its environment. */
const programs = {
  start: {
    file: 'realtime/main.ts',
    needs: [buildWeb],
    env: { NODE_ENV: process.env.NODE_ENV ?? 'production' },
  },
  dev: { file: 'realtime/main.ts', needs: [], env: { DEV: '1' } },
  rehearse: { file: 'tests/rehearsal/main.ts', needs: [buildWeb] },
  recount: { file: 'reports/cli/recount.ts', needs: [] },
  token: { file: 'realtime/cli/token.ts', needs: [] },
  backup: { file: 'realtime/cli/backup.ts', needs: [] },
  restore: { file: 'realtime/cli/restore.ts', needs: [] },
  purge: { file: 'realtime/cli/purge.ts', needs: [] },
  verify: { file: 'realtime/cli/verify.ts', needs: [] },
  bench: { file: 'tests/bench/main.ts', needs: [buildWeb] },
  faults: { file: 'tests/faults/main.ts', needs: [buildWeb] },
  shots: { file: 'tests/shots/main.ts', needs: [ready.browser] },
};

const tools = {
  build: () => buildWeb(),
  check: () => check(),
  test: () => test(),
  unit: () => ready.unit().then(() => run(program('vitest'), ['run', ...args])),
  e2e: () => ready.browser().then(() => browserTests(args)),
  format: () => run(program('prettier'), ['--write', '--log-level=warn', ...(args.length ? args : ['.'])]),
};

async function main() {
  process.chdir(root);
  const chosen = programs[name];
  if (!chosen && !tools[name]) {
    console.error(`Usage: npm run ${[...Object.keys(programs), ...Object.keys(tools)].join(' | ')}`);
    return 2;
  }
  if (chosen && !existsSync(chosen.file)) {
    console.error(`npm run ${name}: ${chosen.file} does not exist in this version.`);
    return 2;
  }
  await install();
  if (!chosen) return tools[name]();
  for (const need of chosen.needs) await need();
  return run(chosen.file, args, { env: chosen.env });
}

main().then(
  (code) => (process.exitCode = code ?? 0),
  (error) => {
    console.error(error.message);
    process.exitCode = 1;
  },
);
