// Names the tests in Node that passed only when they were tried again (vitest.config.ts), in the file that FLAKY_FILE names.
import { writeFileSync } from 'node:fs';

export default class FlakyReporter {
  #titles = [];

  onTestCaseResult(test) {
    if (test.diagnostic()?.flaky) this.#titles.push(`${test.module.relativeModuleId} › ${test.fullName}`);
  }

  onTestRunEnd() {
    writeFileSync(process.env.FLAKY_FILE, JSON.stringify(this.#titles));
  }
}
