// `npm test`: check, the tests in Node, the faults, then the tests in the browser; one line with the sum at the end.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWeb } from './build.mjs';
import { check } from './check.mjs';
import { machineHas } from './machine.mjs';
import { program, run } from './process.mjs';

const nothing = { passed: 0, failed: 0, flaky: [] };

/** What the two kinds of tests need before they run. */
export const ready = {
  async unit() {
    await buildWeb();
    await machineHas('strace');
  },
  async browser() {
    await buildWeb();
    await machineHas('browser');
  },
};

/** Runs every stage, also after one that failed, and resolves to an exit code. */
export async function test() {
  const folder = mkdtempSync(join(tmpdir(), 'dakaochang-test-'));
  const stages = {
    'set-up': async () => {
      await ready.unit();
      await ready.browser();
      return { code: 0, counts: nothing };
    },
    check: async () => ({ code: await check(), counts: nothing }),
    unit: () => vitest(join(folder, 'vitest.json'), join(folder, 'flaky.json')),
    faults: () => faults(join(folder, 'faults.json')),
    browser: () => playwright(join(folder, 'playwright.json')),
  };
  const results = [];
  for (const [name, stage] of Object.entries(stages)) results.push(await timed(name, stage));
  rmSync(folder, { recursive: true, force: true });
  return summary(results);
}

async function timed(name, stage) {
  console.log(`\n── ${name}`);
  const began = Date.now();
  const { code, counts } = await stage().catch((error) => {
    console.error(error.message);
    return { code: 1, counts: nothing };
  });
  // A stage that broke without a failing test (a type error, a crash, nothing to run) counts as one.
  const failed = counts.failed || (code === 0 ? 0 : 1);
  const { passed, flaky } = counts;
  return { name, passed, failed, flaky, seconds: (Date.now() - began) / 1000 };
}

function summary(results) {
  console.log();
  for (const { name, failed, seconds } of results) {
    console.log(`${name.padEnd(8)} ${seconds.toFixed(1).padStart(6)} s ${failed ? 'failed' : 'ok'}`);
  }
  const flaky = results.flatMap((result) => result.flaky);
  if (flaky.length > 0) console.log(`FLAKY, passed only when tried again: ${flaky.length}`);
  for (const title of flaky) console.log(`FLAKY  ${title}`);
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 && sum('passed') > 0 ? 0 : 1;
}

/** Playwright sees by itself whether to use colours, and complains in every worker when told. */
export const browserTests = (args, env) =>
  run(program('playwright'), ['test', ...args], { env: { ...env, NO_COLOR: undefined } });

async function vitest(file, flakyFile) {
  const reporters = ['default', 'json', './scripts/flaky-reporter.mjs'].map((name) => `--reporter=${name}`);
  const args = ['run', ...reporters, `--outputFile.json=${file}`];
  const code = await run(program('vitest'), args, { env: { FLAKY_FILE: flakyFile } });
  const report = read(file);
  if (!report) return { code, counts: nothing };
  // A file that does not load has failed, though none of its tests ran.
  const broken = report.testResults.filter(
    (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
  );
  const counts = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    flaky: read(flakyFile) ?? [],
  };
  return { code: code || emptyIsWrong(counts), counts };
}

/** Each fault on a meeting, as short as it may be; one that this machine cannot make is said by the scenario. */
async function faults(file) {
  const code = await run('tests/faults/main.ts', ['--short', '--json', file]);
  const report = read(file);
  return { code, counts: report ? { ...nothing, passed: report.passed, failed: report.failed } : nothing };
}

async function playwright(file) {
  const code = await browserTests(['--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: file });
  const report = read(file);
  if (!report?.stats) return { code, counts: nothing };
  const { expected, unexpected, flaky } = report.stats;
  const counts = { passed: expected + flaky, failed: unexpected, flaky: flakyIn(report) };
  return { code: code || emptyIsWrong(counts), counts };
}

/** What failed and passed when it was tried again (playwright.config.ts), as file and title. */
function flakyIn({ suites = [], specs = [] }) {
  const here = specs.filter((spec) => spec.tests.some((one) => one.status === 'flaky'));
  return [...here.map(({ file, title }) => `${file} › ${title}`), ...suites.flatMap(flakyIn)];
}

const emptyIsWrong = ({ passed, failed }) => (passed + failed === 0 ? 1 : 0);

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined; // the runner died before it could report
  }
}
